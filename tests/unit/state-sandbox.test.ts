import { expect, test } from "vitest";
import type { Interaction } from "../../src/domain/interaction";
import { History } from "../../src/state/history.svelte";
import { Sandbox, type Guest } from "../../src/state/sandbox";
import { Store } from "../../src/store/store";

const guest: Guest = {
  name: "Guest",
  portrait: "Made up.",
  history: [
    { id: "call-1", tool: "A.One.a", parameters: {}, rating: 1, time: 1 },
    { id: "call-2", tool: "A.Two.a", parameters: {}, rating: null, time: 2 },
  ],
  query: "What now?",
  candidates: ["A.One.a"],
  setting: "chronological",
  tools: [],
};

/** A store with a user of one's own, and a sandbox before it. */
async function opened() {
  const store = await Store.inMemory();
  await store.seed([
    {
      user: { id: "mia", name: "Mia", portrait: "" },
      history: [{ tool: "B.One.b", parameters: {}, rating: 1, time: 0 }],
    },
  ]);
  await store.setPreference("setting", "preferred-only");
  await store.setPreference("query:mia", "Mine");
  const sandbox = new Sandbox(store);
  const before = JSON.stringify(await store.contents());
  return { store, sandbox, untouched: async () => JSON.stringify(await store.contents()) === before };
}

test("a guest's history and questions are there, and nothing of them is in the store", async () => {
  const { sandbox, untouched } = await opened();
  const { id } = await sandbox.admit(guest);
  const history = new History(sandbox);
  await history.open(id);
  expect(history.interactions.map(({ tool }) => tool)).toEqual(["A.One.a", "A.Two.a"]);
  expect(await sandbox.preference(`query:${id}`)).toBe("What now?");
  expect(await sandbox.preference(`candidates:${id}`)).toEqual(["A.One.a"]);
  expect(await sandbox.preference("setting")).toBe("chronological");

  history.rate("call-2", 1);
  history.add({ tool: "A.Three.a", parameters: {}, rating: 0 });
  history.move("call-1", 2);
  history.delete("call-2");
  await sandbox.setPreference("setting", "rating-integrated");
  await sandbox.setPreference(`query:${id}`, "And now?");
  await history.settled();
  expect(history.fault).toBeNull();
  expect((await sandbox.history(id)).map(({ tool }) => tool)).toEqual(["A.Three.a", "A.One.a"]);
  expect(await untouched()).toBe(true);
});

test("while there is a guest, one's own history is still one's own", async () => {
  const { store, sandbox } = await opened();
  await sandbox.admit(guest);
  const [own] = await sandbox.history("mia");
  if (!own) throw new Error("Mia has no history.");
  await sandbox.changeInteraction(own, { ...own, rating: 0 });
  await sandbox.setPreference("query:mia", "Other");
  expect((await store.history("mia"))[0]?.rating).toBe(0);
  expect(await store.preference("query:mia")).toBe("Other");
});

test("after the visit the setting is one's own again, and a late undo changes nothing", async () => {
  const { sandbox, untouched } = await opened();
  const { id } = await sandbox.admit(guest);
  const [call] = await sandbox.history(id);
  if (!call) throw new Error("The guest has no history.");
  await sandbox.dismiss();
  expect(await sandbox.preference("setting")).toBe("preferred-only");
  const before: Interaction = { ...call, rating: 0 };
  await expect(sandbox.changeInteractions(id, [{ before, after: call }])).resolves.toBeUndefined();
  expect(await sandbox.history(id)).toEqual([]);
  expect(await untouched()).toBe(true);
});

test("one guest after the other: each has a history of its own, and the one before is gone", async () => {
  const { sandbox } = await opened();
  const first = await sandbox.admit(guest);
  const second = await sandbox.admit({ ...guest, history: guest.history.slice(0, 1) });
  expect(second.id).not.toBe(first.id);
  expect(await sandbox.history(first.id)).toEqual([]);
  expect(await sandbox.history(second.id)).toHaveLength(1);
});
