import { openDB } from "idb";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { cdp } from "vitest/browser";
import type { Upgrade } from "../../src/store/database";
import type { StoreTrouble } from "../../src/store/sharedTables";
import type { Store } from "../../src/store/store";
import type { Table } from "../../src/store/tables";
import { upgrades } from "../../src/store/database";
import { freshName, interaction, open, openSeeded, order, seed } from "./storeSamples";

/** Writes a row past the store. */
async function smuggle(name: string, table: string, row: unknown): Promise<void> {
  const raw = await openDB(name);
  await raw.put(table, row);
  raw.close();
}

const MEGABYTE = 1_000_000;

/** Text that Chromium can't compress away. */
function noise(length: number): string {
  const bytes = Array.from({ length: length / 50_000 }, () => crypto.getRandomValues(new Uint8Array(50_000)));
  return bytes.map((some) => String.fromCharCode(...some)).join("");
}

describe("damaged rows", () => {
  test("are set aside with a reason when met, and the rest is read", async () => {
    const name = freshName();
    const store = await openSeeded(name);
    const troubles: StoreTrouble[] = [];
    store.onTrouble((trouble) => troubles.push(trouble));
    await smuggle(name, "interactions", { ...interaction("bad"), rating: 5 });
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);

    const expected = {
      table: "interactions",
      reason: expect.stringContaining("rating"),
      row: { id: "bad", rating: 5 },
    };
    expect(troubles).toMatchObject([{ damaged: [expected] }]);
    expect(await store.damagedRows()).toMatchObject([expected]);
    await order(store);
    expect(troubles).toHaveLength(1);
  });

  test("of every table are found when the store is opened, even those outside of every index", async () => {
    const name = freshName();
    (await openSeeded(name)).close();
    await smuggle(name, "users", { id: 7, name: "Number" });
    await smuggle(name, "interactions", { id: "no-user" });
    await smuggle(name, "tools", { name: "A.B.C", parameters: "none" });
    await smuggle(name, "preferences", { key: "setting", value: "upside-down" });
    await smuggle(name, "preferences", { key: "of-a-later-version", value: { kept: true } });

    const store = await open(name);
    const damaged = await store.damagedRows();
    expect(damaged.map(({ table }) => table).toSorted()).toEqual([
      "interactions",
      "preferences",
      "tools",
      "users",
    ]);
    expect(await store.users()).toHaveLength(2);
    expect(await store.importedTools()).toEqual([]);
    expect(await store.preference("setting")).toBeUndefined();
    const raw = await openDB(name);
    expect(await raw.getAll("interactions")).toHaveLength(4);
    expect(await raw.get("preferences", "of-a-later-version")).toBeDefined();
    raw.close();
    await store.reset(seed);
    expect(await store.damagedRows()).toHaveLength(4);
    await store.deleteDamaged(damaged.map(({ id }) => id));
    expect(await store.damagedRows()).toEqual([]);
  });

  test("don't hinder a write beside them", async () => {
    const name = freshName();
    const store = await openSeeded(name);
    await smuggle(name, "interactions", { ...interaction("bad"), rating: "best" });
    await store.moveInteraction("ada", "ada-3", 0);
    expect(await order(store)).toEqual(["ada-3", "ada-1", "ada-2"]);
    expect(await store.damagedRows()).toHaveLength(1);
  });

  test("of an older form are mended, and kept as they were beside that", async () => {
    const name = freshName();
    (await openSeeded(name)).close();
    const { id, userId, tool } = interaction("old");
    await smuggle(name, "users", { id: "cem", name: "Cem" });
    await smuggle(name, "interactions", { id, userId, tool, rating: true, time: 1e300 });
    await smuggle(name, "interactions", { id: "bare", userId, tool });
    await smuggle(name, "tools", { name: "A.B.two\nlines", description: "d".repeat(9000) });

    const store = await open(name);
    expect((await store.users()).at(-1)).toEqual({ id: "cem", name: "Cem", portrait: "" });
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3", "bare", "old"]);
    const [bare, old] = (await store.history("ada")).slice(3);
    expect(old).toMatchObject({ rating: 1, time: 0, parameters: {} });
    expect(bare).toMatchObject({ rating: null, time: 0, parameters: {} });
    expect((await store.importedTools()).map(({ name }) => name)).toEqual(["A.B.two lines"]);
    const kept = await store.damagedRows();
    expect(kept).toHaveLength(4);
    expect(kept.every(({ mended }) => mended)).toBe(true);
    expect(kept.map(({ row }) => row)).toContainEqual({ id, userId, tool, rating: true, time: 1e300 });
    await store.putInteraction(interaction("newest", { position: (old?.position ?? 0) + 1 }));
    expect((await order(store)).at(-1)).toBe("newest");
  });

  test("in the quarantine itself are still told of, and can be deleted", async () => {
    const name = freshName();
    (await openSeeded(name)).close();
    await smuggle(name, "quarantine", { id: "odd", table: "of tomorrow" });
    const store = await open(name);
    expect(await store.damagedRows()).toMatchObject([{ id: "odd", table: "quarantine", row: { id: "odd" } }]);
    await store.deleteDamaged(["odd"]);
    expect(await store.damagedRows()).toEqual([]);
  });

  test("met by two tabs at once are set aside once", async () => {
    const name = freshName();
    const [one, other] = [await openSeeded(name), await open(name)];
    await smuggle(name, "interactions", { ...interaction("bad"), rating: 5 });
    await Promise.all([order(one), order(other)]);
    expect(await one.damagedRows()).toHaveLength(1);
  });
});

describe("two tabs", () => {
  test("see each other's commits and are told of them", async () => {
    const name = freshName();
    const [one, other] = [await openSeeded(name), await open(name)];
    const [own, told] = [vi.fn(), vi.fn<(tables: readonly Table[]) => void>()];
    one.onChange(own);
    const end = other.onChange(told);
    await one.putInteraction(interaction("new"));
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(["users", "interactions"]));
    expect(await order(other)).toContain("new");
    expect(own).not.toHaveBeenCalled();

    end();
    await one.setPreference("theme", "dark");
    await other.setPreference("theme", "light");
    await vi.waitFor(() => expect(own).toHaveBeenCalledWith(["preferences"]));
    expect(told).toHaveBeenCalledTimes(1);
    expect(await one.preference("theme")).toBe("light");
  });

  test("are not told of what failed, and pass over messages of another version", async () => {
    const name = freshName();
    const [one, other] = [await openSeeded(name), await open(name)];
    const told = vi.fn();
    other.onChange(told);
    await expect(one.moveInteraction("ada", "gone", 0)).rejects.toThrow();
    const channel = new BroadcastChannel(name);
    channel.postMessage(["a table of tomorrow"]);
    channel.postMessage(null);
    channel.close();
    await one.deleteInteraction("ada-1");
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    expect(told.mock.calls).toEqual([[["interactions"]]]);
  });

  test("that edit the same interaction lose neither edit", async () => {
    const name = freshName();
    const [one, other] = [await openSeeded(name), await open(name)];
    const [before] = await one.history("ada");
    if (!before) throw new Error("There is no interaction.");
    await Promise.all([
      one.changeInteraction(before, { ...before, rating: 0 }),
      other.changeInteraction(before, { ...before, parameters: { city: "Bergen" } }),
      one.moveInteraction("ada", before.id, 2),
    ]);
    const changed = { ...before, rating: 0, parameters: { city: "Bergen" } };
    for (const store of [one, other])
      expect((await store.history("ada")).at(-1)).toEqual({ ...changed, position: expect.any(Number) });
    await other.deleteInteraction(before.id);
    await expect(one.changeInteraction(before, { ...before, rating: 1 })).rejects.toMatchObject({
      kind: "missing",
    });
  });

  test("that add, rate, move and delete at random keep every edit", async () => {
    const name = freshName();
    const stores = [await openSeeded(name), await open(name)];
    const work = stores.map(async (store, tab) => {
      for (let at = 0; at < 40; at++)
        await store.putInteraction(interaction(`tab-${tab}-${at}`, { position: 10 + at }));
      for (let at = 0; at < 40; at += 2) await store.deleteInteraction(`tab-${tab}-${at}`);
    });
    await Promise.all(work);
    const ids = (await order(stores[0] as Store)).filter((id) => id.startsWith("tab"));
    const expected = [0, 1].flatMap((tab) =>
      Array.from({ length: 20 }, (_, at) => `tab-${tab}-${2 * at + 1}`),
    );
    expect(ids.toSorted()).toEqual(expected.toSorted());
  });

  test("that open at the same time seed once", async () => {
    const name = freshName();
    const stores = await Promise.all([open(name), open(name), open(name)]);
    const seeded = await Promise.all(stores.map((store) => store.seed(seed)));
    expect(seeded.filter(Boolean)).toHaveLength(1);
    expect(await Promise.all(stores.map((store) => order(store)))).toEqual(
      Array(3).fill(["ada-1", "ada-2", "ada-3"]),
    );
  });

  test("that move the same history at the same time leave every interaction in one place", async () => {
    const name = freshName();
    const [one, other] = [await openSeeded(name), await open(name)];
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => [
        one.moveInteraction("ada", "ada-1", at % 3),
        other.moveInteraction("ada", "ada-2", (at + 1) % 3),
      ]).flat(),
    );
    expect((await order(one)).toSorted()).toEqual(["ada-1", "ada-2", "ada-3"]);
    expect(await order(one)).toEqual(await order(other));
  });
});

describe("versions of the database", () => {
  // What a later version might do: an interaction gets a note, and a table is added.
  const addNotes: Upgrade = async (connection, transaction) => {
    const interactions = transaction.objectStore("interactions");
    for (const row of await interactions.getAll())
      await interactions.put({ ...(row as object), note: "old" });
    connection.createObjectStore("notes" as Table);
  };
  const newer = [...upgrades, addNotes];

  test("an older one is upgraded and keeps its rows; the tab that had it open is told", async () => {
    const name = freshName();
    const old = await openSeeded(name);
    const trouble = vi.fn();
    old.onTrouble(trouble);
    const store = await open(name, { upgrades: newer });
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
    const raw = await openDB(name);
    expect(raw.version).toBe(upgrades.length + 1);
    expect(await raw.getAll("interactions")).toMatchObject(Array(4).fill({ note: "old" }));
    raw.close();
    expect(trouble.mock.calls).toMatchObject([[{ memory: { kind: "newer" } }]]);
    // The older page goes on with all it had, and no longer disturbs the newer one.
    expect(old.fault).toMatchObject({ kind: "newer" });
    expect(await order(old)).toEqual(["ada-1", "ada-2", "ada-3"]);
    await old.deleteInteraction("ada-2");
    expect(await order(old)).toEqual(["ada-1", "ada-3"]);
    await expect(old.save()).rejects.toMatchObject({ kind: "newer" });
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
  });

  test("an upgrade that fails changes nothing", async () => {
    const name = freshName();
    (await openSeeded(name)).close();
    const breaks: Upgrade = async (connection, transaction) => {
      await addNotes(connection, transaction);
      throw new Error("no further");
    };
    // The page goes on in memory: what is stored must not be touched by a version that can't read it.
    expect((await open(name, { upgrades: [...upgrades, breaks] })).persistent).toBe(false);
    const store = await open(name);
    expect(store.persistent).toBe(true);
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
  });

  test("a newer one is left alone", async () => {
    const name = freshName();
    (await open(name, { upgrades: newer })).close();
    const store = await open(name);
    expect(store).toMatchObject({ persistent: false, fault: { kind: "newer" } });
  });

  test("one that the first version of the page wrote is read in full", async () => {
    const name = freshName();
    // As that version did it: this must not change when the code does.
    const first = await openDB(name, 1, {
      upgrade: (database) => {
        database.createObjectStore("users", { keyPath: "id" });
        database.createObjectStore("interactions", { keyPath: "id" }).createIndex("userId", "userId");
        database.createObjectStore("tools", { keyPath: "name" });
        database.createObjectStore("preferences", { keyPath: "key" });
        database.createObjectStore("quarantine", { keyPath: "id" });
      },
    });
    const old = interaction("old");
    const aside = { id: "q", table: "interactions", reason: "rating: wrong", time: 5, row: { id: "x" } };
    await first.put("users", { id: "ada", name: "Ada", portrait: "", position: 1 });
    await first.put("interactions", old);
    await first.put("tools", { name: "A.B.C", description: "d", parameters: [], source: "imported" });
    await first.put("preferences", { key: "setting", value: "chronological" });
    await first.put("preferences", { key: "seeded", value: 1 });
    await first.put("quarantine", aside);
    first.close();

    const store = await open(name);
    expect(store.persistent).toBe(true);
    expect(await store.users()).toEqual([{ id: "ada", name: "Ada", portrait: "" }]);
    expect(await store.history("ada")).toEqual([old]);
    expect((await store.importedTools()).map((tool) => tool.name)).toEqual(["A.B.C"]);
    expect(await store.preference("setting")).toBe("chronological");
    expect(await store.damagedRows()).toEqual([{ ...aside, mended: false }]);
    expect(await store.seed(seed)).toBe(false);
  });

  test("a tab that doesn't give way is told of, and can still give way later", async () => {
    const name = freshName();
    (await openSeeded(name)).close();
    const stubborn = await openDB(name);
    onTestFinished(() => stubborn.close());
    const blocked = await open(name, { upgrades: newer, timeout: 300 });
    expect(blocked).toMatchObject({ persistent: false, fault: { kind: "blocked" } });
    await blocked.seed(seed);
    await blocked.deleteInteraction("ada-1");

    // A second request has to wait behind the first: the browser gives no sign of life.
    expect((await open(name, { timeout: 300 })).fault).toMatchObject({ kind: "timeout" });
    await expect(blocked.save()).rejects.toMatchObject({ kind: "timeout" });
    stubborn.close();
    await vi.waitFor(async () =>
      expect((await indexedDB.databases()).find((one) => one.name === name)?.version).toBe(newer.length),
    );
    // What was done meanwhile is done to what was stored before.
    await blocked.save();
    expect(blocked).toMatchObject({ persistent: true, fault: null });
    expect(await order(blocked)).toEqual(["ada-2", "ada-3"]);
    expect(await order(await open(name, { upgrades: newer }))).toEqual(["ada-2", "ada-3"]);
  });
});

describe("a browser that takes the database away", () => {
  const origin = location.origin;

  test.each([
    ["clears it", () => cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" })],
    [
      "deletes it",
      (name: string) => new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done)),
    ],
  ])("whoever %s: all goes on in memory, and can be stored again", async (_who, remove) => {
    const name = freshName();
    const store = await openSeeded(name);
    const trouble = vi.fn();
    store.onTrouble(trouble);
    await remove(name);
    await vi.waitFor(
      () => expect(trouble.mock.calls).toMatchObject([[{ memory: { kind: "emptied" } }]]),
      3000,
    );
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
    await store.deleteInteraction("ada-1");
    await store.save();
    expect(store.persistent).toBe(true);
    const other = await open(name);
    expect(await other.users()).toHaveLength(2);
    expect(await order(other)).toEqual(["ada-2", "ada-3"]);
  });

  test("a connection that merely ends is opened again, and what others wrote is read", async () => {
    const name = freshName();
    const [store, other] = [await openSeeded(name), await open(name)];
    const [told, trouble] = [vi.fn(), vi.fn()];
    store.onChange(told);
    store.onTrouble(trouble);
    // The same call that the browser makes when it closes a connection.
    const close = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
      throw new DOMException("The database connection is closing.", "InvalidStateError");
    });
    await store.deleteInteraction("ada-1");
    close.mockRestore();
    expect(store.persistent).toBe(true);
    expect(trouble).not.toHaveBeenCalled();
    expect(await order(other)).toEqual(["ada-2", "ada-3"]);
  });

  test("a full disk: the page goes on in memory, says why and loses nothing", async () => {
    const quota = (quotaSize?: number) => cdp().send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
    // Chromium remembers for half a minute how much room an origin had, but not past this. What other tests have
    // left in the caches counts as well.
    await cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,cache_storage" });
    await quota(4 * MEGABYTE);
    onTestFinished(() => quota().then(() => undefined));
    const name = freshName();
    const store = await openSeeded(name);
    const large = interaction("large", { parameters: { note: noise(6 * MEGABYTE) } });
    await store.putInteraction(large);
    expect(store).toMatchObject({ persistent: false, fault: { kind: "quota" } });
    await store.putInteraction(interaction("small", { position: 11 }));
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3", "large", "small"]);
    await expect(store.save()).rejects.toMatchObject({ kind: "quota" });
    expect(await order(store)).toHaveLength(5);

    // Once there is room, all of it is stored, beside what another tab has stored meanwhile.
    await quota();
    const other = await open(name);
    expect(await order(other)).toEqual(["ada-1", "ada-2", "ada-3"]);
    await other.deleteInteraction("ada-2");
    await store.save();
    expect(store.persistent).toBe(true);
    expect(await order(other)).toEqual(["ada-1", "ada-3", "large", "small"]);
  });
});
