import { afterEach, describe, expect, test, vi } from "vitest";
import type { Interaction } from "../../src/domain/interaction";
import { Store, openStore } from "../../src/store/store";
import type { PreferenceKey } from "../../src/store/tables";
import { ada, ben, freshName, interaction, open, openSeeded, order, seed } from "./storeSamples";

const kinds: [string, () => Promise<Store>][] = [
  ["in IndexedDB", () => openSeeded()],
  [
    "in memory",
    async () => {
      const store = await Store.inMemory();
      await store.seed(seed);
      return store;
    },
  ],
];

describe.each(kinds)("a store %s", (_kind, openIt) => {
  test("holds the seeded users and histories in their order", async () => {
    const store = await openIt();
    expect(await store.users()).toEqual([ada, ben]);
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
    const [first] = await store.history("ada");
    expect(first).toEqual({ ...seed[0]?.history[0], id: "ada-1", userId: "ada", position: 1 });
    expect(await store.history("nobody")).toEqual([]);
  });

  test("is seeded once, even if two ask at the same time", async () => {
    const store = await openIt();
    await store.reset([]);
    await store.deleteInteraction("ada-1");
    expect(await Promise.all([store.seed(seed), store.seed(seed)])).toEqual([false, false]);
    await store.reset(seed);
    await store.removeUser("ada");
    expect(await store.seed(seed)).toBe(false);
    expect(await store.users()).toEqual([ben]);
  });

  test("adds, changes and removes users", async () => {
    const store = await openIt();
    await store.addUser({ id: "a-first-by-id", name: "Cem", portrait: "" });
    await store.addUser({ ...ada, name: "Ada L." });
    expect((await store.users()).map(({ name }) => name)).toEqual(["Ada L.", "Ben", "Cem"]);

    await store.setPreference("query:ada", "Rain?");
    await store.setPreference("query:ben", "Snow?");
    await store.removeUser("ada");
    expect((await store.users()).map(({ name }) => name)).toEqual(["Ben", "Cem"]);
    expect(await store.history("ada")).toEqual([]);
    expect(await store.preference("query:ada")).toBeUndefined();
    expect(await store.preference("query:ben")).toBe("Snow?");
    expect(await order(store, "ben")).toEqual(["ben-1"]);
  });

  test("adds, changes, deletes and restores interactions", async () => {
    const store = await openIt();
    await store.putInteraction(
      interaction("new", { position: 1.5, parameters: { "ключ 🔑": [1, null, { a: "'\"<" }] } }),
    );
    expect(await order(store)).toEqual(["ada-1", "new", "ada-2", "ada-3"]);

    const [first] = await store.history("ada");
    await store.putInteraction({ ...(first as Interaction), rating: 0 });
    expect((await store.history("ada"))[0]?.rating).toBe(0);

    const deleted = (await store.history("ada"))[1] as Interaction;
    await store.deleteInteraction("new");
    await store.deleteInteraction("new");
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
    await store.putInteraction(deleted);
    expect((await store.history("ada"))[1]).toEqual(deleted);
  });

  test("moves interactions, also past the ends", async () => {
    const store = await openIt();
    await store.moveInteraction("ada", "ada-3", 0);
    expect(await order(store)).toEqual(["ada-3", "ada-1", "ada-2"]);
    await store.moveInteraction("ada", "ada-3", 1);
    expect(await order(store)).toEqual(["ada-1", "ada-3", "ada-2"]);
    await store.moveInteraction("ada", "ada-1", 99);
    await store.moveInteraction("ada", "ada-2", -5);
    expect(await order(store)).toEqual(["ada-2", "ada-3", "ada-1"]);
  });

  test("refuses what is no longer there", async () => {
    const store = await openIt();
    await expect(store.moveInteraction("ada", "gone", 0)).rejects.toMatchObject({ kind: "missing" });
    await expect(store.moveInteraction("ada", "ben-1", 0)).rejects.toMatchObject({ kind: "missing" });
    await expect(store.putInteraction(interaction("x", { userId: "gone" }))).rejects.toMatchObject({
      kind: "missing",
    });
    expect(await store.history("gone")).toEqual([]);
  });

  test("refuses what the domain doesn't define, and names the field", async () => {
    const store = await openIt();
    const wrong = interaction("x", { parameters: { when: new Date() as unknown as string } });
    await expect(store.putInteraction(wrong)).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringContaining("parameters.when"),
    });
    await expect(store.putInteraction(interaction("x", { position: NaN }))).rejects.toThrow("position");
    await expect(store.addUser({ ...ada, name: "" })).rejects.toThrow("name");
    await expect(store.setPreference("theme", "pink" as "dark")).rejects.toThrow("value");
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
  });

  test("keeps a copy of what it's given", async () => {
    const store = await openIt();
    const parameters = { list: [1, 2] };
    await store.putInteraction(interaction("new", { parameters }));
    parameters.list.push(3);
    expect((await store.history("ada"))[3]?.parameters).toEqual({ list: [1, 2] });
    ((await store.history("ada"))[3] as Interaction).parameters["list"] = 4;
    expect((await store.history("ada"))[3]?.parameters).toEqual({ list: [1, 2] });
  });

  test("adds imported tools, all of them or none", async () => {
    const store = await openIt();
    const tool = (name: string, description = "") => ({
      name,
      description,
      parameters: [],
      source: "imported" as const,
    });
    await store.addTools([tool("A.B.two"), tool("A.B.one")]);
    await expect(store.addTools([tool("A.B.three"), tool("broken\nname")])).rejects.toMatchObject({
      kind: "invalid",
    });
    expect(await store.importedTools()).toEqual([tool("A.B.one"), tool("A.B.two")]);
    await store.addTools([tool("A.B.one", "changed")]);
    await store.removeTool("A.B.two");
    expect(await store.importedTools()).toEqual([tool("A.B.one", "changed")]);
  });

  test("keeps preferences, of the page and of a user", async () => {
    const store = await openIt();
    expect(await store.preference("setting")).toBeUndefined();
    await store.setPreference("setting", "chronological");
    await store.setPreference("theme", "dark");
    await store.setPreference("candidates:a:b", ["A.B.C"]);
    expect(await store.preference("setting")).toBe("chronological");
    expect(await store.preference("theme")).toBe("dark");
    expect(await store.preference("candidates:a:b")).toEqual(["A.B.C"]);
    expect(await store.preference("candidates:a")).toBeUndefined();
  });

  test("goes back to the seeded state", async () => {
    const store = await openIt();
    await store.setPreference("theme", "dark");
    await store.addUser({ id: "cem", name: "Cem", portrait: "" });
    await store.addTools([{ name: "A.B.C", description: "", parameters: [] }]);
    await store.deleteInteraction("ada-1");
    await store.reset(seed);
    expect(await store.users()).toEqual([ada, ben]);
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
    expect(await store.importedTools()).toEqual([]);
    expect(await store.preference("theme")).toBeUndefined();
  });

  test("keeps rapid edits in the order in which they were made", async () => {
    const store = await openIt();
    const edits = Array.from({ length: 200 }, (_, time) =>
      store.putInteraction(interaction("new", { time })),
    );
    const moves = [2, 0, 1].map((to) => store.moveInteraction("ada", "new", to));
    await Promise.all([...edits, ...moves]);
    expect((await store.history("ada"))[1]).toMatchObject({ id: "new", time: 199 });
  });

  test("does nothing after it has been closed", async () => {
    const store = await openIt();
    store.close();
    await expect(store.users()).rejects.toMatchObject({ kind: "closed" });
    await expect(store.setPreference("theme", "dark")).rejects.toMatchObject({ kind: "closed" });
  });
});

test("a failed seed leaves nothing behind", async () => {
  const store = await open(freshName());
  const broken = [...seed, { user: { ...ben, id: "" }, history: [] }];
  await expect(store.seed(broken)).rejects.toMatchObject({ kind: "invalid" });
  expect(await store.users()).toEqual([]);
  expect(await store.seed(seed)).toBe(true);
});

test("everything is there after closing and opening again", async () => {
  const name = freshName();
  const before = await openSeeded(name);
  await before.moveInteraction("ada", "ada-3", 0);
  await before.setPreference("user", "ben");
  await before.addTools([{ name: "A.B.C", description: "d", parameters: [] }]);
  const keys: PreferenceKey[] = ["user", "seeded", "setting"];
  const everything = async (store: Store) => [
    await store.users(),
    await store.history("ada"),
    await store.importedTools(),
    await Promise.all(keys.map((key) => store.preference(key))),
  ];
  const written = await everything(before);
  before.close();
  const after = await open(name);
  expect(after.persistent).toBe(true);
  expect(await everything(after)).toEqual(written);
  expect(await after.seed(seed)).toBe(false);
});

describe("where the browser lets the page store nothing", () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    ["there is no IndexedDB", undefined],
    [
      "opening is forbidden",
      {
        open: () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      },
    ],
  ])("the store is in memory and says so: %s", async (_why, factory) => {
    vi.stubGlobal("indexedDB", factory);
    const store = await openStore("nowhere");
    expect(store).toMatchObject({ persistent: false, fault: { kind: "unavailable" } });
    expect(await store.seed(seed)).toBe(true);
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
  });
});
