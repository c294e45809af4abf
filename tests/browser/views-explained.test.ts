import fc from "fast-check";
import { flushSync } from "svelte";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Scenario } from "../../src/domain/scenario";
import { App } from "../../src/state/app.svelte";
import type { Prepare } from "../../src/state/study.svelte";
import { openStore, type Store } from "../../src/store/store";
import { madeUpModels } from "../tools/madeUpSelection";
import { catalogue, tools } from "../tools/madeUpTools";

/** What the model reads ahead, and whether that was ended. It goes on until somebody ends it. */
const ahead: { scenario: Scenario; edited: number | null; ended: boolean }[] = [];
const readAhead: Prepare = (scenario, { signal, edited = null }) => {
  const one = { scenario, edited, ended: false };
  ahead.push(one);
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      one.ended = true;
      reject(new Error("ended"));
    });
  });
};

const name = `views-explained-${crypto.randomUUID()}`;
let store: Store;
let app: App;
let close: () => void;

beforeAll(async () => {
  store = await openStore(name);
  const history = [1, 0, null, 1].map((rating, at) => ({
    tool: tools[at % 3]?.name ?? "",
    parameters: { city: `${at}` },
    rating: rating as 1 | 0 | null,
    time: 0,
  }));
  await store.seed([
    { user: { id: "mia", name: "Mia", portrait: "" }, history },
    { user: { id: "ben", name: "Ben", portrait: "" }, history: history.slice(1, 2) },
  ]);
  app = new App({ store, catalogue, models: madeUpModels({ prepare: readAhead }) });
  close = await app.open();
  await app.model.look(false);
  await settled();
});
afterAll(() => {
  close();
  store.close();
});
afterEach(async () => {
  app.explaining.endPreview();
  app.explaining.open = null;
  if (app.user?.id !== "mia") await app.chooseUser("mia");
  await settled();
});

async function settled(): Promise<void> {
  flushSync();
  await app.history.settled();
  await vi.waitFor(() => {
    flushSync();
    expect([app.selecting.status, app.explaining.ranking.status]).toEqual(["done", "done"]);
  }, 5000);
}

/** Everything that is stored, as bytes. */
async function bytes(): Promise<string> {
  await app.history.settled();
  const keys = ["setting", "query:mia", "candidates:mia", "user"] as const;
  const preferences = await Promise.all(keys.map((key) => store.preference(key)));
  return JSON.stringify([await store.history("mia"), await store.history("ben"), preferences]);
}

const historyIn = (stored: string) => (JSON.parse(stored) as unknown[])[0];

const at = (index: number) => {
  const { interactions } = app.history;
  const one = interactions[index % interactions.length];
  if (!one) throw new Error("The history is empty.");
  return one;
};

/** Counts whatever is written to IndexedDB while something is done. */
async function writesDuring(act: () => Promise<void>): Promise<number> {
  const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
  try {
    await act();
    return transactions.mock.calls.filter(([, mode]) => mode !== undefined && mode !== "readonly").length;
  } finally {
    transactions.mockRestore();
  }
}

test("the count of writes sees an edit", async () => {
  const writes = await writesDuring(async () => {
    app.edits.rate(at(0).id, at(0).rating === 1 ? 0 : 1);
    await app.history.settled();
  });
  expect(writes).toBe(1);
  app.undo();
  await settled();
});

test("whatever is previewed and explained: nothing is written, and the history stays as it is", async () => {
  const step = fc.tuple(
    fc.constantFrom(
      "start",
      "end",
      "why",
      "what-if",
      "settings",
      "hood",
      "close",
      "search",
      "compare",
      "wait",
    ),
    fc.nat(3),
  );
  const before = await bytes();
  const shown = app.history.interactions;
  const writes = await writesDuring(() =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        for (const [kind, index] of steps) {
          if (kind === "start") app.explaining.startPreview(at(index));
          else if (kind === "end") app.explaining.endPreview();
          else if (kind === "search") app.explaining.searchFlip();
          else if (kind === "compare") app.explaining.comparing = index % 2 === 0;
          else if (kind === "close") app.explaining.open = null;
          else if (kind !== "wait") app.explaining.open = kind;
          flushSync();
          if (kind === "wait") await new Promise((resolve) => setTimeout(resolve, index));
        }
        expect(app.history.interactions).toBe(shown);
      }),
      { numRuns: 100 },
    ),
  );
  expect(writes).toBe(0);
  expect(await bytes()).toBe(before);
});

test("a preview shows what the flipped rating would select; its end shows what is", async () => {
  const chosen = app.bars.chosen;
  const liked = app.history.interactions.filter(({ rating }) => rating === 1);
  for (const one of liked) {
    app.explaining.startPreview(one);
    flushSync();
    await expect.poll(() => app.explaining.preview.status).toBe("done");
    expect(app.bars.previewing).toBe(true);
    expect(app.explaining.previewedFlip).toEqual({ id: one.id, to: { rating: 0 } });
  }
  // Both calls of "One" are liked; with one of them disliked another leads.
  expect(app.bars.chosen).not.toBe(chosen);
  app.explaining.endPreview();
  flushSync();
  expect([app.bars.previewing, app.bars.chosen]).toEqual([false, chosen]);
});

test("undo followed by redo leaves the same bytes in IndexedDB", async () => {
  const edits = [
    () => app.edits.rate(at(0).id, 0),
    () => app.edits.change(at(1).id, { tool: "Weather.Two.Forecast", parameters: { city: "x" }, rating: 1 }),
    () => app.delete(at(2).id),
    () => app.move(at(0).id, 2),
    () => app.add({ tool: "Weather.Three.Forecast", parameters: {}, rating: null }),
    () => (app.edits.setting = "chronological"),
    () => app.edits.ask("Weather in Porto?"),
    () => app.edits.removeCandidate("Weather.Two.Forecast"),
  ];
  const states = [await bytes()];
  for (const edit of edits) {
    edit();
    states.push(await bytes());
  }
  for (let step = edits.length - 1; step >= 0; step--) {
    app.undo();
    const [stored, setting] = [await bytes(), app.question.setting];
    // Preferences that were never set hold now what they are by default.
    expect(historyIn(stored)).toEqual(historyIn(states[step] ?? ""));
    expect(setting).toBe(step > 5 ? "chronological" : "rating-integrated");
  }
  for (const expected of states.slice(1)) {
    app.redo();
    expect(historyIn(await bytes())).toEqual(historyIn(expected));
  }
  expect(await bytes()).toBe(states.at(-1));
  while (app.edits.undoable !== null) app.undo();
  await settled();
});

test("an edit that another tab has overtaken isn't undone, and the page says so", async () => {
  app.edits.rate(at(1).id, 1);
  await settled();
  const other = await openStore(name);
  const { id } = at(1);
  const gone = at(1);
  await other.deleteInteraction(id);
  await expect.poll(() => app.history.interactions.some((one) => one.id === id)).toBe(false);
  app.undo();
  expect(app.toasts.list.at(-1)?.text).toMatch(/can no longer be undone.*elsewhere/);
  await settled();
  expect(await store.history("mia")).toHaveLength(3);
  await other.putInteraction({ ...gone, rating: 0 });
  await expect.poll(() => app.history.interactions.length).toBe(4);
  other.close();
});

test("the trail tells which edit led to which tool, and leads back by an edit that can be undone", async () => {
  app.trail.clear();
  app.edits.setting = "chronological";
  await settled();
  const liked = app.history.interactions.filter(({ tool }) => tool === "Weather.One.Forecast");
  app.edits.setting = "rating-integrated";
  await settled();
  for (const { id } of liked) app.edits.rate(id, 0);
  await settled();
  expect(app.trail.steps.at(-1)?.tool).not.toBe("Weather.One.Forecast");
  expect(app.trail.steps.at(-1)?.edit).toBe("changed 2 calls");
  const [first] = app.trail.steps;
  if (!first) throw new Error("There is a step.");
  expect(first.tool).toBe("Weather.One.Forecast");
  await app.jump(first);
  await settled();
  expect(app.selecting.result?.selection.answer.call.tool_name).toBe("Weather.One.Forecast");
  expect(app.question.setting).toBe("chronological");
  app.undo();
  await settled();
  expect(app.selecting.result?.selection.answer.call.tool_name).not.toBe("Weather.One.Forecast");
  while (app.edits.undoable !== null) app.undo();
  await settled();
});

test("the trail leads back to another user's page", async () => {
  const here = app.trail.steps.at(-1);
  await app.chooseUser("ben");
  await settled();
  expect(app.trail.steps.at(-1)?.edit).toBe("switched to Ben");
  if (here) await app.jump(here);
  await settled();
  expect(app.user?.id).toBe("mia");
  expect(app.history.interactions).toHaveLength(4);
});

test("why: every call that was seen gets its weight, and an edit takes them away", async () => {
  app.explaining.open = "why";
  flushSync();
  await expect.poll(() => app.explaining.why.status).toBe("done");
  expect(app.explaining.attributions).toHaveLength(4);
  const one = at(0);
  expect(app.explaining.weightOf(one.id)).toBeGreaterThan(0);
  app.edits.rate(one.id, 0);
  flushSync();
  expect([app.explaining.attributions, app.explaining.weightOf(one.id)]).toEqual([null, undefined]);
  app.undo();
  await settled();
});

test("the smallest change is found and applied as one edit", async () => {
  app.explaining.open = "what-if";
  flushSync();
  app.explaining.searchFlip();
  flushSync();
  await expect.poll(() => app.explaining.flip.status).toBe("done");
  const found = app.explaining.flip.found?.found;
  if (!found) throw new Error("A flip was found.");
  const before = await bytes();
  app.edits.flip(found.flips);
  await settled();
  expect(app.selecting.result?.selection.answer.call.tool_name).toBe(found.tool);
  app.undo();
  await settled();
  expect(historyIn(await bytes())).toEqual(historyIn(before));
});

test("reads ahead for the call that was pointed at last, by its place in what the model sees", async () => {
  const next = () => vi.waitFor(() => expect(ahead.at(-1)).toMatchObject({ ended: false }));
  for (const setting of ["chronological", "preferred-only"] as const) {
    app.edits.setting = setting;
    await settled();
    await next();
    for (const [index, one] of app.history.interactions.entries()) {
      app.explaining.point(one);
      flushSync();
      expect(ahead.at(-1)?.ended).toBe(true);
      await next();
      const seen = app.history.interactions.filter(
        ({ rating }) => setting === "chronological" || rating === 1,
      );
      const place = seen.findIndex(({ id }) => id === one.id);
      // One that is not seen would come before the next one that is.
      const later = seen.findIndex(
        ({ id }) => app.history.interactions.findIndex((at) => at.id === id) > index,
      );
      expect(ahead.at(-1)?.edited).toBe(place >= 0 ? place : later >= 0 ? later : seen.length);
    }
  }
  // Of somebody else's call there is nothing to read here.
  const [mine] = app.history.interactions;
  if (!mine) throw new Error("Mia has no history.");
  app.explaining.point({ ...mine, id: "another's" });
  flushSync();
  await next();
  expect(ahead.at(-1)?.edited).toBeNull();
  app.edits.setting = "rating-integrated";
});

test("with nothing else to do the model reads ahead for what is shown; any edit or study ends that", async () => {
  await vi.waitFor(() => expect(ahead.at(-1)).toMatchObject({ ended: false }));
  const before = ahead.length;
  expect(ahead.at(-1)?.scenario).toEqual(app.selecting.result?.scenario);
  app.edits.rate(at(0).id, at(0).rating === 1 ? 0 : 1);
  flushSync();
  expect(ahead.at(-1)?.ended).toBe(true);
  await settled();
  await vi.waitFor(() => expect(ahead.length).toBeGreaterThan(before));
  expect(ahead.at(-1)).toMatchObject({ scenario: app.selecting.result?.scenario, ended: false });
  app.explaining.open = "why";
  flushSync();
  expect(ahead.at(-1)?.ended).toBe(true);
  await vi.waitFor(() => expect(ahead.at(-1)?.ended).toBe(false));
  expect(ahead.filter(({ ended }) => !ended)).toHaveLength(1);
});
