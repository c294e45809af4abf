import { expect, test } from "vitest";
import type { Interaction } from "../../src/domain/interaction";
import { History } from "../../src/state/history.svelte";
import { Store } from "../../src/store/store";

const user = { id: "mia", name: "Mia", portrait: "" };
const other = { id: "ben", name: "Ben", portrait: "" };
const call = (tool: string): Omit<Interaction, "id" | "userId" | "position"> => ({
  tool,
  parameters: { q: tool },
  rating: 1,
  time: 0,
});

async function opened(): Promise<{ store: Store; history: History; stored: () => Promise<Interaction[]> }> {
  const store = await Store.inMemory();
  await store.seed([
    { user, history: ["A.a.a", "B.b.b", "C.c.c", "D.d.d"].map(call) },
    { user: other, history: [call("E.e.e")] },
  ]);
  const history = new History(store);
  await history.open("mia");
  return { store, history, stored: () => store.history("mia") };
}

const tools = (interactions: readonly Interaction[]) => interactions.map(({ tool }) => tool[0]).join("");
const at = (history: History, index: number): Interaction => {
  const interaction = history.interactions[index];
  if (!interaction) throw new Error(`There is no interaction ${index}.`);
  return interaction;
};

test("an edit shows at once and counts as saved after the commit", async () => {
  const { history, stored } = await opened();
  history.rate(at(history, 1).id, 0);
  expect([at(history, 1).rating, history.saved]).toEqual([0, false]);
  await history.settled();
  expect(history.saved).toBe(true);
  expect(await stored()).toEqual(history.interactions);
});

test("changes are made all or none, and come out as they are stored", async () => {
  const { history, stored } = await opened();
  const [first, second] = [at(history, 0), at(history, 1)];
  const disliked = { ...second, rating: 0 as const };
  expect(
    history.apply([
      { before: first, after: null },
      { before: second, after: disliked },
    ]),
  ).toBe(true);
  expect(tools(history.interactions)).toBe("BCD");
  await history.settled();
  expect(await stored()).toEqual(history.interactions);
  // The second is disliked by now: this expects it otherwise.
  expect(
    history.apply([
      { before: null, after: first },
      { before: second, after: null },
    ]),
  ).toBe(false);
  expect(tools(history.interactions)).toBe("BCD");
  expect(history.apply([{ before: null, after: first }])).toBe(true);
  expect(tools(history.interactions)).toBe("ABCD");
  await history.settled();
  expect(await stored()).toEqual(history.interactions);
});

test("changes to a history that is no longer shown go to their own user", async () => {
  const { store, history, stored } = await opened();
  const before = await stored();
  const deleted = at(history, 2);
  history.delete(deleted.id);
  await history.open("ben");
  expect(history.apply([{ before: null, after: deleted }], "mia")).toBe(true);
  await history.settled();
  expect(tools(history.interactions)).toBe("E");
  expect(await stored()).toEqual(before);
  expect(await store.history("ben")).toHaveLength(1);
});

test("changes that another tab has overtaken are refused by the store, and what is stored is shown", async () => {
  const { store, history, stored } = await opened();
  const first = at(history, 0);
  await store.putInteraction({ ...first, rating: null });
  // This tab hasn't heard of it yet.
  expect(history.apply([{ before: first, after: { ...first, rating: 0 } }])).toBe(true);
  await history.settled();
  expect(history.fault).toMatch(/could not be saved/);
  expect((await stored())[0]?.rating).toBeNull();
  expect(history.interactions).toEqual(await stored());
});

test("edits in quick succession end as they were made, a moved call keeps its new place", async () => {
  const { history, stored } = await opened();
  const { id } = at(history, 3);
  history.move(id, 0);
  history.rate(id, 0);
  history.edit(id, { parameters: { q: "new" } });
  history.move(at(history, 1).id, 3);
  history.add({ tool: "N.n.n", parameters: {}, rating: null });
  expect(tools(history.interactions)).toBe("DBCAN");
  await history.settled();
  expect(tools(await stored())).toBe("DBCAN");
  expect((await stored())[0]).toMatchObject({ rating: 0, parameters: { q: "new" } });
  expect(await stored()).toEqual(history.interactions);
});

test("a call added right after another became the newest stands after it", async () => {
  const { history, stored } = await opened();
  history.move(at(history, 0).id, 3);
  history.add({ tool: "N.n.n", parameters: {}, rating: null });
  const positions = history.interactions.map(({ position }) => position);
  expect(new Set(positions).size).toBe(positions.length);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  await history.settled();
  expect(await stored()).toEqual(history.interactions);
});

test("a failed write is told, and what is stored is shown again", async () => {
  const { store, history, stored } = await opened();
  const change = store.changeInteraction.bind(store);
  store.changeInteraction = () => Promise.reject(new Error("The browser has no room left."));
  history.rate(at(history, 0).id, 0);
  await history.settled();
  expect(history.fault).toMatch(/could not be saved.*no room left/);
  expect(at(history, 0).rating).toBe(1);
  store.changeInteraction = change;
  history.rate(at(history, 0).id, null);
  await history.settled();
  expect(history.fault).toBeNull();
  expect((await stored())[0]?.rating).toBeNull();
});

test("a change from elsewhere is shown, but never over an edit that is still being written", async () => {
  const { store, history } = await opened();
  await store.putInteraction({ ...at(history, 0), rating: null });
  const refreshed = history.refresh();
  history.rate(at(history, 1).id, 0);
  await refreshed;
  expect(history.interactions.map(({ rating }) => rating)).toEqual([null, 0, 1, 1]);
});

test("switching users quickly ends with the last one, and refreshing doesn't bring the old one back", async () => {
  const { history } = await opened();
  void history.open("ben");
  void history.open("mia");
  const last = history.open("ben");
  await Promise.all([last, history.refresh()]);
  expect(tools(history.interactions)).toBe("E");
});
