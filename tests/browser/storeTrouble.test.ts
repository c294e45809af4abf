import { openDB } from "idb";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { cdp } from "vitest/browser";
import type { Upgrade } from "../../src/store/database";
import { openStore, type StoreTrouble } from "../../src/store/store";
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
    expect(await store.damagedRows()).toEqual([]);
  });

  test("don't hinder a write beside them", async () => {
    const name = freshName();
    const store = await openSeeded(name);
    await smuggle(name, "interactions", { ...interaction("bad"), position: "first" });
    await store.moveInteraction("ada", "ada-3", 0);
    expect(await order(store)).toEqual(["ada-3", "ada-1", "ada-2"]);
    expect(await store.damagedRows()).toHaveLength(1);
  });
});

describe("two tabs", () => {
  test("see each other's commits and are told of them", async () => {
    const name = freshName();
    const [one, other] = [await openSeeded(name), await open(name)];
    const [own, told] = [vi.fn(), vi.fn<(tables: Table[]) => void>()];
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
    expect(raw.version).toBe(2);
    expect(await raw.getAll("interactions")).toMatchObject(Array(4).fill({ note: "old" }));
    raw.close();
    expect(trouble.mock.calls).toEqual([["outdated"]]);
    await expect(old.users()).rejects.toMatchObject({ kind: "newer" });
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
    await expect(openStore(name)).rejects.toMatchObject({ kind: "newer" });
  });

  test("a tab that doesn't give way is told of, and can still give way later", async () => {
    const name = freshName();
    (await openSeeded(name)).close();
    const stubborn = await openDB(name);
    onTestFinished(() => stubborn.close());
    await expect(openStore(name, { upgrades: newer, timeout: 300 })).rejects.toMatchObject({
      kind: "blocked",
    });

    // A second request has to wait behind the first: the browser gives no sign of life.
    await expect(openStore(name, { timeout: 300 })).rejects.toMatchObject({ kind: "timeout" });
    stubborn.close();
    await vi.waitFor(async () =>
      expect((await indexedDB.databases()).find((one) => one.name === name)?.version).toBe(2),
    );
  });
});

describe("a browser that takes the database away", () => {
  const origin = location.origin;

  test("the store opens it again at the next use, and says so", async () => {
    const store = await openSeeded();
    const trouble = vi.fn();
    store.onTrouble(trouble);
    await cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
    await vi.waitFor(() => expect(trouble).toHaveBeenCalledWith("interrupted"));
    expect(await store.users()).toEqual([]);
    expect(await store.seed(seed)).toBe(true);
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
  });

  test("the same if another tab deletes it", async () => {
    const name = freshName();
    const store = await openSeeded(name);
    const trouble = vi.fn();
    store.onTrouble(trouble);
    await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
    expect(trouble).toHaveBeenCalledWith("interrupted");
    expect(await store.seed(seed)).toBe(true);
  });

  test("a full disk fails the write, names the reason and keeps what was there", async () => {
    const quota = (quotaSize?: number) => cdp().send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
    // Chromium remembers for half a minute how much room an origin had, but not past this. What other tests have
    // left in the caches counts as well.
    await cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,cache_storage" });
    await quota(4 * MEGABYTE);
    onTestFinished(() => quota().then(() => undefined));
    const store = await openSeeded();
    const large = interaction("large", { parameters: { note: noise(6 * MEGABYTE) } });
    await expect(store.putInteraction(large)).rejects.toMatchObject({ kind: "quota" });
    expect(await order(store)).toEqual(["ada-1", "ada-2", "ada-3"]);
    await store.putInteraction(interaction("small"));
    expect(await order(store)).toHaveLength(4);
  });
});
