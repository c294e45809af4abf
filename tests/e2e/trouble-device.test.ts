/** Losses of the graphics device, of memory and of the worker, really injected: see tests/tools/sabotage.ts. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { sabotage, WORKER } from "../tools/sabotage";
import { Site } from "../tools/site";
import { LOADING, survive, working } from "../tools/surviving";
import { openBrowser, TINY, Visit } from "./visit";

let site: Site;
let browser: Browser;
let url: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  url = `${site.url}?model=${TINY}`;
});
afterEach(() => site.fault(WORKER, null));
afterAll(async () => {
  await browser.close();
  await site.close();
});

test("a device lost while loading and while prefilling comes back by itself; the third time a button helps", async () => {
  const served = sabotage(site, [
    { deed: "device lost", moment: "loading" },
    { deed: "device lost", moment: "prefilling" },
    { deed: "device lost", moment: "decoding" },
  ]);
  const { lost } = await survive(browser, url, async (visit) => {
    await visit.get("load-model").click();
    await visit.get("recovering").waitFor({ timeout: LOADING });
    expect(await visit.get("recovering").getAttribute("data-kind")).toBe("device-lost");
    await visit.status("model-status", "failed", LOADING);
    expect(served()).toBe(3);
    expect(await visit.get("model-error").getAttribute("data-kind")).toBe("device-lost");
    await visit.get("retry-load").click();
    await working(visit);
    return 0;
  });
  expect(lost).toBe(0);
});

test("a killed and a crashed worker are noticed; out of memory offers a smaller context", async () => {
  const served = sabotage(site, [
    { deed: "worker killed", moment: "decoding" },
    { deed: "worker crashed", moment: "compiling" },
    { deed: "worker out of memory", moment: "loading" },
  ]);
  const { lost } = await survive(browser, url, async (visit) => {
    await visit.get("load-model").click();
    await visit.status("model-status", "failed", LOADING);
    expect(served()).toBe(3);
    expect(await visit.get("model-error").getAttribute("data-kind")).toBe("out-of-memory");
    // A smaller context holds fewer candidates.
    while ((await visit.candidates.count()) > 3) await visit.get("remove-candidate").first().click();
    await visit.get("load-smaller").click();
    await working(visit);
    expect(await visit.get("model-context").textContent()).toContain("1,024");
    return 0;
  });
  expect(lost).toBe(0);
});

test("a worker whose program is missing fails at once, and can be tried again", async () => {
  site.fault(WORKER, (_, response) => void response.writeHead(404).end());
  const visit = await Visit.to(browser, url, { serviceWorkers: "block" });
  await visit.get("load-model").click();
  await visit.status("model-status", "failed", LOADING);
  expect(await visit.get("model-error").getAttribute("data-kind")).toBe("worker");
  site.fault(WORKER, null);
  await visit.get("retry-load").click();
  await visit.status("model-status", "ready", LOADING);
  await visit.close();
});

test("a tab that was frozen in the middle of a selection goes on", async () => {
  const { lost } = await survive(browser, url, async (visit) => {
    await visit.loadModel(LOADING);
    await working(visit);
    const page = await visit.page.context().newCDPSession(visit.page);
    const runs = await visit.runs();
    await visit.get("query").fill("Will it be windy in Bergen tomorrow?");
    await visit.status("selection-status", "reading");
    await page.send("Page.setWebLifecycleState", { state: "frozen" });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await page.send("Page.setWebLifecycleState", { state: "active" });
    await visit.selected(runs, LOADING);
    return 0;
  });
  expect(lost).toBe(0);
});

test("a selection every second: none is lost, and the last one belongs to the last edit", async () => {
  const { soak } = await import("../tools/soak");
  const report = await soak(browser, url, 20);
  expect(report).toMatchObject({ broken: [], lost: 0, fresh: true });
  expect(report.edits).toBeGreaterThan(15);
});
