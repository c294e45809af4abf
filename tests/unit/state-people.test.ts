import { describe, expect, test } from "vitest";
import { questions } from "../../src/domain/makeUser";
import { People } from "../../src/state/people";
import { seedUsers } from "../../src/store/mockUsers";
import { Store } from "../../src/store/store";

const NOW = Date.UTC(2026, 10, 22);

async function open() {
  const store = await Store.inMemory();
  await store.seed(seedUsers(NOW));
  return { store, people: new People(store, () => NOW) };
}

describe("People", () => {
  test("a made user comes last, with a history in order whose calls lie in the past", async () => {
    const { store, people } = await open();
    const id = await people.make(
      { name: "Noor", portrait: "" },
      questions.map(() => 0),
    );
    expect((await store.users()).at(-1)).toEqual({ id, name: "Noor", portrait: "" });
    const history = await store.history(id);
    expect(history.length).toBeGreaterThanOrEqual(16);
    const times = history.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.every((time) => time < NOW)).toBe(true);
    expect(new Set(history.map(({ id: call }) => call)).size).toBe(history.length);
  });

  test("a name that is empty or too long is refused, and nothing is made", async () => {
    const { store, people } = await open();
    for (const name of ["", "x".repeat(101)])
      await expect(people.make({ name, portrait: "" }, [0])).rejects.toThrow("name");
    expect(await store.users()).toHaveLength(6);
    const [ida] = await store.users();
    if (!ida) throw new Error("There are no users.");
    await expect(people.rename({ ...ida, name: "" })).rejects.toThrow("name");
    expect((await store.users())[0]).toEqual(ida);
  });

  test("renaming keeps the place and the history", async () => {
    const { store, people } = await open();
    const [, victor] = await store.users();
    const history = await store.history("victor");
    await people.rename({ id: "victor", name: "V.", portrait: victor?.portrait ?? "" });
    expect((await store.users()).map(({ name }) => name)[1]).toBe("V.");
    expect(await store.history("victor")).toEqual(history);
  });

  test("a duplicate has the same calls, and from then on a life of its own", async () => {
    const { store, people } = await open();
    const id = (await people.duplicate("ida", "Ida (2)")) ?? "";
    const calls = async (user: string) =>
      (await store.history(user)).map(({ tool, parameters, rating, time }) => [
        tool,
        parameters,
        rating,
        time,
      ]);
    expect(await calls(id)).toEqual(await calls("ida"));
    const [first] = await store.history(id);
    if (!first) throw new Error("The history is empty.");
    await store.deleteInteraction(first.id);
    expect((await store.history("ida")).length).toBe((await store.history(id)).length + 1);
    expect(await people.duplicate("nobody", "x")).toBeNull();
  });

  test("a deleted user is gone with everything, and comes back with everything to the same place", async () => {
    const { store, people } = await open();
    await store.setPreference("query:victor", "A car, please.");
    const before = await store.contents();
    const undo = await people.delete("victor");
    expect((await store.users()).map(({ id }) => id)).not.toContain("victor");
    expect([await store.history("victor"), await store.preference("query:victor")]).toEqual([[], undefined]);
    await undo?.();
    expect(await store.contents()).toEqual(before);
    await people.delete("victor");
    expect(await people.delete("victor")).toBeNull();
  });

  test("deleted mock users come back by a reset; what this browser keeps for itself stays if that is asked", async () => {
    const { store, people } = await open();
    for (const { id } of await store.users()) await people.delete(id);
    expect(await store.users()).toEqual([]);
    const counted = { "2026-11-22": { visits: 2, selections: 7 } };
    await store.setPreference("counted", counted);
    await store.setPreference("theme", "dark");
    await store.reset(seedUsers(NOW), { keepOwn: true });
    expect(await store.users()).toHaveLength(6);
    expect([await store.preference("counted"), await store.preference("theme")]).toEqual([
      counted,
      undefined,
    ]);
    // Kept on this device alone: no export holds it.
    expect((await store.contents()).settings).toEqual({});
    await store.reset(seedUsers(NOW));
    expect(await store.preference("counted")).toBeUndefined();
  });
});
