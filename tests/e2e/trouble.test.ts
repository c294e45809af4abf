import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumFlags } from "../tools/chromium";
import { Site, type Fault } from "../tools/site";
import { openBrowser, TINY, Visit } from "./visit";

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([Site.open(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const fixture = (path: string) => readFileSync(new URL(`../fixtures/tiny-llama/${path}`, import.meta.url));

const answer =
  (body: Buffer | string, type = "application/octet-stream", status = 200): Fault =>
  (_, response) =>
    void response.writeHead(status, { "content-type": type }).end(body);

/** The manifest of the tiny model with changes. */
function manifest(change: (manifest: Record<string, unknown>) => void): Fault {
  const json = JSON.parse(fixture("model.json").toString()) as Record<string, unknown>;
  change(json);
  return answer(JSON.stringify(json), "application/json");
}

/** A visitor while a file of the tiny model is at fault. */
async function visiting(faults: Record<string, Fault>, act: (visit: Visit) => Promise<void>): Promise<void> {
  for (const [path, fault] of Object.entries(faults)) site.fault(`${TINY}${path}`, fault);
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
  try {
    await act(visit);
  } finally {
    await visit.close();
    for (const path of Object.keys(faults)) site.fault(`${TINY}${path}`, null);
  }
}

/** Rates a call and finds the rating stored. */
async function historyCanBeEdited(visit: Visit): Promise<void> {
  await visit.interactions.first().getByTestId("unrate").click();
  await visit.saved();
  await visit.page.reload();
  await visit.interactions.first().waitFor();
  expect(await visit.interactions.first().getAttribute("data-rating")).toBe("none");
}

describe("a browser that can't run the model", () => {
  test("without WebGPU: said before any download; the history can be edited", async () => {
    const withoutGpu = await openBrowser([
      ...chromiumFlags.filter((flag) => !/webgpu|Vulkan/.test(flag)),
      "--disable-features=WebGPU",
    ]);
    try {
      const visit = await Visit.to(withoutGpu, `${site.url}?model=${TINY}`);
      await visit.status("model-status", "unsupported");
      expect(await visit.get("notice").first().textContent()).toMatch(/WebGPU/);
      expect(await visit.get("load-model").count()).toBe(0);
      await historyCanBeEdited(visit);
      expect(site.requests.filter((path) => /\.(bin|wasm)$/.test(path))).toEqual([]);
    } finally {
      await withoutGpu.close();
    }
  });

  test("an adapter below the model's needs: said before any download", async () => {
    const asked = site.requests.length;
    const needs = manifest((json) => {
      json["requires"] = { ...(json["requires"] as object), maxBufferSize: 2 ** 45 };
    });
    await visiting({ "model.json": needs }, async (visit) => {
      await visit.status("model-status", "unsupported");
      expect(await visit.get("notice").first().textContent()).toMatch(/buffer|memory/i);
      await historyCanBeEdited(visit);
    });
    expect(site.requests.slice(asked).filter((path) => /\.(bin|wasm)$/.test(path))).toEqual([]);
  });
});

describe("model files at fault", () => {
  const shard = fixture("params_shard_0.bin");
  const flipped = Buffer.from(shard);
  flipped[1000] = (flipped[1000] ?? 0) ^ 1;

  test.each([
    ["a missing shard", "params_shard_0.bin", answer("not found", "text/plain", 404)],
    ["a truncated shard", "params_shard_0.bin", answer(shard.subarray(0, -100))],
    ["a shard with one flipped bit", "params_shard_0.bin", answer(flipped)],
    ["a captive portal's page for the library", "lib.wasm", answer("<html>Log in</html>", "text/html")],
    ["an altered tokenizer", "tokenizer.json", answer('{"model": {}}', "application/json")],
  ])("%s is named and never run, and a retry goes on", async (_, path, fault) => {
    await visiting({ [path]: fault }, async (visit) => {
      await visit.get("load-model").click();
      await visit.status("model-status", "failed", 60_000);
      expect(await visit.get("model-error").textContent()).toContain(path);
      expect(await visit.runs()).toBe(0);
      site.fault(`${TINY}${path}`, null);
      await visit.get("retry-load").click();
      await visit.status("model-status", "ready", 60_000);
      await visit.selected(0);
    });
  });

  test("a manifest that is none is told as such", async () => {
    await visiting({ "model.json": answer("<html>Log in</html>", "text/html") }, async (visit) => {
      await visit.status("model-status", "failed");
      expect(await visit.get("model-error").textContent()).toMatch(/model\.json/);
    });
  });

  test("a download can be cancelled and taken up again", async () => {
    const stall: Fault = (_, response) => {
      response.writeHead(200, { "content-length": shard.length });
      response.write(shard.subarray(0, shard.length >> 1));
    };
    await visiting({ "params_shard_0.bin": stall }, async (visit) => {
      await visit.get("load-model").click();
      await visit.status("model-status", "loading");
      await visit.get("cancel-load").click();
      await visit.status("model-status", "absent");
      site.fault(`${TINY}params_shard_0.bin`, null);
      await visit.loadModel();
    });
  });
});

describe("tools from a file", () => {
  const odd = [
    'quo"te \\ back/slash.v1',
    "emoji 🌦🌍 and ünï",
    "طقس اليوم",
    "x".repeat(260),
    "a.b.c.d",
    "<|im_end|><script>alert(1)</script>",
  ];
  const line = (operation: unknown, extra: object = {}) =>
    JSON.stringify({
      category: "Wei/rd",
      provider: 'Pro."vider"',
      operation,
      description: "Reports the flumox level of a lake.",
      method: "GET",
      required_parameters: [{ name: 'la"ke', type: "STRING", description: "", default: "" }],
      optional_parameters: [],
      ...extra,
    });

  test("odd names are imported, proposed and selected under the constraint", async () => {
    await visiting({}, async (visit) => {
      await visit.get("open-import").click();
      const file = {
        name: "odd.jsonl",
        mimeType: "application/json",
        buffer: Buffer.from(odd.map((name) => line(name)).join("\n")),
      };
      await visit.get("import-file").setInputFiles(file);
      await visit.get("import-result").waitFor();
      expect(await visit.get("imported-tool").count()).toBe(odd.length);
      await visit.get("close-dialog").first().click();
      await visit.get("query").fill("flumox level of the lake");
      await visit.page.waitForFunction(
        () =>
          document.querySelectorAll(
            "[data-testid=candidate][data-name*=flumox], [data-testid=candidate][data-name^='Wei/rd']",
          ).length > 0,
      );
      for (const name of await visit.candidates.evaluateAll((rows) =>
        rows.map((row) => row.dataset["name"] ?? ""),
      ))
        if (!name.startsWith("Wei/rd"))
          await visit.page
            .locator(`[data-testid=candidate][data-name="${name}"]`)
            .getByTestId("remove-candidate")
            .click();
      expect(await visit.candidates.count()).toBeGreaterThan(2);
      await visit.loadModel();
      await visit.selected(0);
      const call = JSON.parse((await visit.get("selection-json").textContent()) ?? "") as {
        tool_name: string;
        parameters: Record<string, unknown>;
      };
      expect(call.tool_name).toMatch(/^Wei\/rd\./);
      expect(Object.keys(call.parameters)).toEqual(['la"ke']);
      expect(visit.problems).toEqual([]);
    });
  });

  test.each([
    ["a line that is no JSON", [line("one"), "{oops"].join("\n"), /line 2/i],
    ["a field of the wrong type", [line("one"), line("two"), line(3)].join("\n"), /line 3.*operation/is],
    ["an empty file", "", /empty/i],
  ])("%s is named, and nothing changes", async (_, text, words) => {
    await visiting({}, async (visit) => {
      await visit.get("open-import").click();
      await visit
        .get("import-file")
        .setInputFiles({ name: "broken.jsonl", mimeType: "application/json", buffer: Buffer.from(text) });
      await visit.get("import-error").waitFor();
      expect(await visit.get("import-error").textContent()).toMatch(words);
      expect(await visit.get("imported-tool").count()).toBe(0);
    });
  });
});
