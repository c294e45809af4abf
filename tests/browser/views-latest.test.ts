import fc from "fast-check";
import { flushSync } from "svelte";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scenario } from "../../src/domain/scenario";
import { App } from "../../src/state/app.svelte";
import { openStore, type Store } from "../../src/store/store";
import { madeUpModels, madeUpSelection } from "../tools/madeUpSelection";
import { catalogue, tools } from "../tools/madeUpTools";

/** Answers with what was asked, after a while that differs. */
const models = madeUpModels({
  select: async (scenario) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
    return madeUpSelection(scenario, { text: JSON.stringify(scenario) });
  },
});

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
  app = new App({ store, catalogue, models });
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

type Edit =
  | ["rate", number, 1 | 0 | null]
  | ["move", number, number]
  | ["delete" | "add" | "wait" | "undo" | "redo", number];

function act([kind, at, value]: Edit): void {
  const { interactions } = app.history;
  const target = interactions[at % Math.max(1, interactions.length)];
  if (kind === "undo") app.undo();
  if (kind === "redo") app.redo();
  if (kind === "add")
    app.edits.add({ tool: "Weather.Two.Forecast", parameters: { city: `${at}` }, rating: 1 });
  if (!target) return;
  if (kind === "rate") app.edits.rate(target.id, value);
  if (kind === "move") app.edits.move(target.id, value);
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
    fc.tuple(
      fc.constantFrom<"delete" | "add" | "wait" | "undo" | "redo">("delete", "add", "wait", "undo", "redo"),
      index,
    ),
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
