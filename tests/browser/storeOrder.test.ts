import fc from "fast-check";
import { expect, test } from "vitest";
import { type Store } from "../../src/store/store";
import { interaction, openSeeded, order } from "./storeSamples";

/** `undo` deletes and puts back. */
type Edit =
  | { do: "add"; index: number }
  | { do: "delete"; from: number }
  | { do: "undo"; from: number }
  | { do: "move"; from: number; to: number };

const index = fc.nat(12);
const edits = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("add" as const), index }),
    fc.record({ do: fc.constant("delete" as const), from: index }),
    fc.record({ do: fc.constant("undo" as const), from: index }),
    fc.record({ do: fc.constant("move" as const), from: index, to: index }),
  ),
  { maxLength: 40 },
);

/** The same edits on an array. */
function apply(ids: readonly string[], edit: Edit, added: string): string[] {
  if (edit.do === "add") return [...ids, added];
  const id = ids[edit.from % ids.length];
  if (id === undefined || edit.do === "undo") return [...ids];
  const others = ids.filter((one) => one !== id);
  return edit.do === "delete" ? others : others.toSpliced(edit.to, 0, id);
}

async function edit(store: Store, ids: readonly string[], edit: Edit, added: string): Promise<void> {
  const history = await store.history("ada");
  if (edit.do === "add")
    return store.putInteraction(interaction(added, { position: (history.at(-1)?.position ?? 0) + 1 }));
  const one = history[edit.from % ids.length];
  if (!one) return;
  if (edit.do === "move") return store.moveInteraction("ada", one.id, edit.to);
  await store.deleteInteraction(one.id);
  if (edit.do === "undo") await store.putInteraction(one);
}

async function agreesWithArray(store: Store, steps: readonly Edit[]): Promise<void> {
  let expected = await order(store);
  for (const [at, step] of steps.entries()) {
    await edit(store, expected, step, `added-${at}`);
    expected = apply(expected, step, `added-${at}`);
    expect(await order(store)).toEqual(expected);
  }
}

test("any adds, deletes and moves leave the order that an array would have", async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (steps) => agreesWithArray(await openSeeded(), steps)),
    { numRuns: 40 },
  );
});

test("moving into the same gap forever runs out of numbers and goes on all the same", async () => {
  const store = await openSeeded();
  // Each of the two goes between the first one and the other: the gap halves each time.
  const steps = Array.from({ length: 130 }, (): Edit => ({ do: "move", from: 2, to: 1 }));
  await agreesWithArray(store, steps);
  const positions = (await store.history("ada")).map(({ position }) => position);
  expect(new Set(positions).size).toBe(3);
});

test("interactions in the same place, or very far away, can be moved", async () => {
  const store = await openSeeded();
  for (const id of ["c", "a", "b"])
    await store.putInteraction(interaction(id, { position: Number.MAX_VALUE }));
  expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3", "a", "b", "c"]);
  await store.moveInteraction("ada", "c", 4);
  expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3", "a", "c", "b"]);
  await store.moveInteraction("ada", "ada-1", 5);
  expect(await order(store)).toEqual(["ada-2", "ada-3", "a", "c", "b", "ada-1"]);
});
