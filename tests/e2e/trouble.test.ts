import { describe, expect, test } from "vitest";
import { chromiumFlags } from "../tools/chromium";
import { manifestWith } from "../tools/modelFaults";
import { type Fault } from "../tools/site";
import { opened } from "./opened";
import { openBrowser, TINY, Visit } from "./visit";

const { site, browser } = await opened();

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

  test.each([
    ["a large buffer", { maxBufferSize: 2 ** 45 }, /buffer|memory/i],
    ["16 bit numbers in shaders", { features: ["shader-f16"] }, /shader-f16/],
  ])("an adapter without what the model needs, %s: said before any download", async (_, more, words) => {
    const asked = site.requests.length;
    const needs = manifestWith((json) => {
      json["requires"] = { ...(json["requires"] as object), ...more };
    });
    await visiting({ "model.json": needs }, async (visit) => {
      await visit.status("model-status", "unsupported");
      expect(await visit.get("notice").first().textContent()).toMatch(words);
      await historyCanBeEdited(visit);
    });
    expect(site.requests.slice(asked).filter((path) => /\.(bin|wasm)$/.test(path))).toEqual([]);
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
