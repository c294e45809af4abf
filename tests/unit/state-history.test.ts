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

test("undo of a delete restores the same bytes in the same place", async () => {
  const { history, stored } = await opened();
  const before = JSON.stringify(await stored());
  for (const index of [0, 1, 3]) {
    const undo = history.delete(at(history, index).id);
    await history.settled();
    expect(await stored()).toHaveLength(3);
    undo?.();
    expect(JSON.stringify(history.interactions)).toBe(before);
    await history.settled();
    expect(JSON.stringify(await stored())).toBe(before);
  }
});

test("undo puts a call back with its own user, even while another is shown", async () => {
  const { store, history, stored } = await opened();
  const before = await stored();
  const undo = history.delete(at(history, 2).id);
  await history.open("ben");
  undo?.();
  await history.settled();
  expect(tools(history.interactions)).toBe("E");
  expect(await stored()).toEqual(before);
  expect(await store.history("ben")).toHaveLength(1);
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
  const put = store.putInteraction.bind(store);
  store.putInteraction = () => Promise.reject(new Error("The browser has no room left."));
  history.rate(at(history, 0).id, 0);
  await history.settled();
  expect(history.fault).toMatch(/could not be saved.*no room left/);
  expect(at(history, 0).rating).toBe(1);
  store.putInteraction = put;
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
