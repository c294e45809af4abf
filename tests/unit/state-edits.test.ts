import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tool } from "../../src/domain/tool";
import { Edits } from "../../src/state/edits.svelte";
import { History } from "../../src/state/history.svelte";
import { Question } from "../../src/state/question.svelte";
import { Toolbox } from "../../src/state/toolbox.svelte";
import { UndoStack } from "../../src/state/undoStack.svelte";
import { Store } from "../../src/store/store";

const tools: Tool[] = ["One", "Two", "Three"].map((provider) => ({
  name: `Weather.${provider}.Forecast`,
  description: "Weather forecast",
  parameters: [],
  function: "weather",
}));
const weather = { id: "weather", title: "Weather", category: "Weather", queries: ["Weather?"], words: [] };

async function opened() {
  const store = await Store.inMemory();
  const history = tools.map(({ name }) => ({
    tool: name,
    parameters: { q: 1 },
    rating: 1 as const,
    time: 0,
  }));
  await store.seed([{ user: { id: "mia", name: "Mia", portrait: "" }, history }]);
  const shown = new History(store);
  const toolbox = new Toolbox(store);
  await toolbox.open({ functions: [weather], tools });
  await shown.open("mia");
  const question = new Question(
    store,
    toolbox,
    () => shown.interactions,
    (error) => {
      throw error;
    },
  );
  await question.open("mia", "Weather?");
  const refused: string[] = [];
  const edits = new Edits(shown, question, (what) => refused.push(what));
  const id = (index: number) => shown.interactions[index % Math.max(1, shown.interactions.length)]?.id ?? "";
  /** All that is stored, as bytes. */
  const bytes = async () => {
    await shown.settled();
    const kept = ["setting", "query:mia", "candidates:mia"] as const;
    const preferences = await Promise.all(kept.map((key) => store.preference(key)));
    return JSON.stringify([await store.history("mia"), preferences]);
  };
  return { store, history: shown, question, edits, refused, id, bytes };
}

const historyIn = (stored: string) => (JSON.parse(stored) as unknown[])[0];

type Kind =
  "rate" | "change" | "add" | "delete" | "move" | "query" | "setting" | "candidate" | "undo" | "redo";
const edit = fc.tuple(
  fc.constantFrom<Kind>(
    "rate",
    "change",
    "add",
    "delete",
    "move",
    "query",
    "setting",
    "candidate",
    "undo",
    "redo",
  ),
  fc.nat(5),
);

function act({ edits, id, question }: Awaited<ReturnType<typeof opened>>, [kind, at]: [Kind, number]): void {
  const acts: Record<Kind, () => void> = {
    rate: () => edits.rate(id(at), ([1, 0, null] as const)[at % 3] ?? null),
    change: () => edits.change(id(at), { tool: "Weather.Two.Forecast", parameters: { q: at }, rating: null }),
    add: () => edits.add({ tool: "Weather.Three.Forecast", parameters: {}, rating: null }),
    delete: () => void edits.delete(id(at)),
    move: () => edits.move(id(at), (at * 7) % 4),
    query: () => (edits.query = `Weather ${at}?`),
    setting: () =>
      (edits.setting =
        (["preferred-only", "chronological", "rating-integrated"] as const)[at % 3] ?? "chronological"),
    candidate: () => {
      const [first] = question.candidates.tools;
      if (at === 0) edits.proposeCandidates();
      else if (at % 2 && first) edits.removeCandidate(first.name);
      else edits.addCandidate("Weather.Two.Forecast");
    },
    undo: () => edits.undo(),
    redo: () => edits.redo(),
  };
  acts[kind]();
}

describe("undo and redo", () => {
  test("after any edits: undo followed by redo leaves the same bytes in the store", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.nat(12), async (all, steps) => {
        const page = await opened();
        const states = [JSON.stringify(page.edits.state)];
        for (const one of all) {
          act(page, one);
          states.push(JSON.stringify(page.edits.state));
        }
        const before = await page.bytes();
        let undone = 0;
        while (undone < steps && page.edits.undoable !== null) {
          page.edits.undo();
          undone += 1;
          expect(states).toContain(JSON.stringify(page.edits.state));
        }
        for (let step = 0; step < undone; step++) page.edits.redo();
        expect(await page.bytes()).toBe(before);
        expect(historyIn(before)).toEqual(page.history.interactions);
        expect(page.refused).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("undoing everything gives back the beginning", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (all) => {
        const page = await opened();
        const beginning = JSON.stringify(page.edits.state);
        all.forEach((one) => act(page, one));
        while (page.edits.undoable !== null) page.edits.undo();
        expect(JSON.stringify(page.edits.state)).toBe(beginning);
        await page.history.settled();
        expect(await page.store.history("mia")).toEqual(page.history.interactions);
      }),
      { numRuns: 60 },
    );
  });

  test("a new edit forgets what was undone", async () => {
    const { edits, id } = await opened();
    edits.rate(id(0), 0);
    edits.undo();
    expect(edits.redoable).toBe("disliked One · Forecast");
    edits.rate(id(1), 0);
    expect(edits.redoable).toBeNull();
  });

  test("what another tab has deleted can't be undone; that is told, and the rest still can", async () => {
    const { edits, history, store, id, refused } = await opened();
    edits.rate(id(0), 0);
    edits.rate(id(1), 0);
    await history.settled();
    await store.deleteInteraction(id(1));
    await history.refresh();
    edits.undo();
    expect(refused).toEqual(["liked Two · Forecast"]);
    expect([edits.undoable, edits.redoable]).toEqual(["disliked One · Forecast", null]);
    edits.undo();
    await history.settled();
    expect((await store.history("mia")).map(({ rating }) => rating)).toEqual([1, 1]);
  });

  test("what another tab has changed meanwhile stays", async () => {
    const { edits, history, store, id } = await opened();
    edits.rate(id(0), 0);
    await history.settled();
    const other = history.interactions[2];
    if (!other) throw new Error("There are three.");
    await store.putInteraction({ ...other, rating: null });
    await history.refresh();
    edits.undo();
    await history.settled();
    expect((await store.history("mia")).map(({ rating }) => rating)).toEqual([1, 1, null]);
  });

  test("a deleted call comes back by its own message too, and that can be undone", async () => {
    const { edits, history, id } = await opened();
    const before = JSON.stringify(history.interactions);
    const back = edits.delete(id(1));
    edits.rate(id(0), 0);
    back?.();
    expect(history.interactions).toHaveLength(3);
    edits.undo();
    expect(history.interactions).toHaveLength(2);
    edits.undo();
    edits.undo();
    expect(JSON.stringify(history.interactions)).toBe(before);
  });

  test("going back to an earlier state is one edit", async () => {
    const { edits, id, bytes } = await opened();
    const [state, before] = [edits.state, await bytes()];
    edits.rate(id(0), 0);
    edits.delete(id(1));
    edits.setting = "chronological";
    edits.restore(state);
    expect(JSON.stringify(edits.state)).toBe(JSON.stringify(state));
    edits.setting = "rating-integrated";
    expect(historyIn(await bytes())).toEqual(historyIn(before));
    edits.undo();
    expect(edits.state.setting).toBe("chronological");
  });
});

describe("UndoStack", () => {
  const join = (one: string, other: string) => one + other;

  test("joins edits of one kind that follow each other quickly, but not after a while or an undo", () => {
    const stack = new UndoStack<string>(join);
    stack.push("a", "typing", 0);
    stack.push("b", "typing", 1000);
    expect(stack.last).toBe("ab");
    stack.push("c", "typing", 9000);
    expect(stack.last).toBe("c");
    stack.push("d", "", 9001);
    stack.push("e", "typing", 9002);
    expect(stack.last).toBe("e");
    stack.undo(() => true);
    stack.push("f", "typing", 9003);
    stack.push("g", "", 9004);
    expect(stack.last).toBe("g");
  });

  test("forgets an edit that can't be undone, and the oldest of very many", () => {
    const stack = new UndoStack<number>(() => null);
    for (let edit = 0; edit < 500; edit++) stack.push(edit);
    stack.undo(() => false);
    expect([stack.last, stack.next]).toEqual([498, null]);
    let left = 0;
    for (; stack.last !== null; left++) stack.undo(() => true);
    expect(left).toBe(199);
  });
});
