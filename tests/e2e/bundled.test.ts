import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catalogueSchema } from "../../src/domain/catalogue";
import { callFaults, toolCallSchema } from "../../src/domain/toolCall";
import { Site } from "../tools/site";
import { openBrowser, Visit } from "./visit";

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([Site.open(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test(
  "the bundled model answers a real question about real tools with a valid call",
  { timeout: 900_000 },
  async () => {
    const catalogue = new URL("../../public/catalogue.json", import.meta.url);
    const { tools } = catalogueSchema.parse(JSON.parse(readFileSync(catalogue, "utf8")));
    const visit = await Visit.to(browser, site.url);
    await visit.get("query").fill("How much is 100 US dollars in euros?");
    await visit.loadModel(300_000);
    await visit.selected(0, 600_000);

    const names = await visit.candidates.evaluateAll((rows) => rows.map((row) => row.dataset["name"]));
    const call = toolCallSchema.parse(JSON.parse((await visit.get("selection-json").textContent()) ?? ""));
    expect(names).toHaveLength(10);
    expect(names).toContain(call.tool_name);
    const tool = tools.find(({ name }) => name === call.tool_name);
    expect(tool).toBeDefined();
    if (tool) expect(callFaults(tool, call.parameters)).toEqual([]);
    expect(await visit.get("model-badge").textContent()).toMatch(/base model/i);
    expect(visit.problems).toEqual([]);
  },
);
