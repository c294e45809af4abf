import fc from "fast-check";
import { flushSync } from "svelte";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scenario } from "../../src/domain/scenario";
import type { Tool } from "../../src/domain/tool";
import { App } from "../../src/state/app.svelte";
import type { ModelSource } from "../../src/state/modelSource";
import { openStore, type Store } from "../../src/store/store";

const tools: Tool[] = ["One", "Two", "Three"].map((provider) => ({
  name: `Weather.${provider}.Forecast`,
  description: "Weather forecast",
  parameters: [{ name: "city", type: "string", required: true, description: "" }],
  function: "weather",
}));
const catalogue = {
  version: 1 as const,
  functions: [
    { id: "weather", title: "Weather", category: "Weather", queries: ["Weather in Oslo?"], words: [] },
  ],
  tools,
};

/** Models that answer with what they were asked, after a while that differs. */
const models: ModelSource = {
  lock: { take: () => Promise.resolve(true), free: () => Promise.resolve(), release: () => undefined },
  foreign: () => false,
  free: () => Promise.resolve(null),
  find: () =>
    Promise.resolve({
      folder: "https://example.org/",
      manifest: { files: [], name: "Echo", kind: "base" } as never,
    }),
  probe: () =>
    Promise.resolve({ ok: true, reason: null, message: "", advice: "", adapter: null, lacking: [] }),
  stored: () => Promise.resolve({ bytes: 0, total: 0, complete: true }),
  remove: () => Promise.resolve(),
  connect: () => ({
    onLost: null,
    load: () => Promise.resolve(),
    close: () => undefined,
    select: async (scenario) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      return {
        answer: { fit: null, call: { tool_name: "Weather.One.Forecast", parameters: {} } },
        text: JSON.stringify(scenario),
        groups: [{ candidates: [0], probability: 1 }],
        dropped: 0,
        tokens: { prompt: 1, answer: 1 },
        milliseconds: { prefill: 1, decode: 1, total: 2 },
      };
    },
  }),
};

const name = `views-latest-${crypto.randomUUID()}`;
let store: Store;
let app: App;
let close: () => void;

beforeAll(async () => {
  store = await openStore(name);
  const history = tools.map(({ name }) => ({
    tool: name,
    parameters: { city: "Oslo" },
    rating: null,
    time: 0,
  }));
  await store.seed([{ user: { id: "mia", name: "Mia", portrait: "" }, history }]);
  app = new App({ store, storageNotice: null, catalogue, models });
  close = await app.open();
  await app.model.look(false);
});
afterAll(() => {
  close();
  store.close();
});

async function settled(): Promise<void> {
  flushSync();
  await app.history.settled();
  const end = performance.now() + 5000;
  while (app.selecting.status !== "done" && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

type Edit = ["rate", number, 1 | 0 | null] | ["move", number, number] | ["delete" | "add" | "wait", number];

function act([kind, at, value]: Edit): void {
  const { interactions } = app.history;
  const target = interactions[at % Math.max(1, interactions.length)];
  if (kind === "add")
    app.history.add({ tool: "Weather.Two.Forecast", parameters: { city: `${at}` }, rating: 1 });
  if (!target) return;
  if (kind === "rate") app.history.rate(target.id, value);
  if (kind === "move") app.history.move(target.id, value);
  if (kind === "delete" && interactions.length > 1) app.delete(target.id);
}

test("a stored model is loaded by itself, and the first selection follows", async () => {
  await settled();
  expect(app.model.status).toBe("ready");
  expect(app.selecting.result?.scenario.query).toBe("Weather in Oslo?");
});

test("after 100 random edit sequences what is selected, shown and stored is the latest state", async () => {
  const index = fc.nat(5);
  const edit = fc.oneof(
    fc.tuple(fc.constant("rate" as const), index, fc.constantFrom(1 as const, 0 as const, null)),
    fc.tuple(fc.constant("move" as const), index, index),
    fc.tuple(fc.constantFrom("delete" as const, "add" as const, "wait" as const), index),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits: Edit[]) => {
      for (const one of edits) {
        act(one);
        if (one[0] === "wait") await new Promise((resolve) => setTimeout(resolve, one[1] * 25));
      }
      await settled();
      expect(app.selecting.status).toBe("done");
      const asked = JSON.parse(app.selecting.result?.selection.text ?? "") as Scenario;
      const shown = app.history.interactions.map(({ tool, parameters, rating }) => ({
        tool,
        parameters,
        rating,
      }));
      expect(asked.history).toEqual(shown);
      expect(await store.history("mia")).toEqual(app.history.interactions);
    }),
    { numRuns: 100 },
  );
});

test("an edit in another tab is shown and selected for", async () => {
  const other = await openStore(name);
  const [first] = app.history.interactions;
  if (!first) throw new Error("The history is empty.");
  await other.putInteraction({ ...first, parameters: { city: "elsewhere" } });
  await expect.poll(() => app.history.interactions[0]?.parameters).toEqual({ city: "elsewhere" });
  await settled();
  expect(app.selecting.result?.scenario.history[0]?.parameters).toEqual({ city: "elsewhere" });
  other.close();
});
