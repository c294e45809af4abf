import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportUpgrades, readExport, writeExport } from "../../src/store/exportFile";
import { ImportError } from "../../src/store/fault";
import { planImport } from "../../src/store/importPlan";
import { seedUsers } from "../../src/store/mockUsers";
import type { PageData } from "../../src/store/pageData";
import { Store } from "../../src/store/store";

const call = (id: string, time = 0, change: object = {}) => ({
  id,
  tool: "A.B.C",
  parameters: {},
  rating: null,
  time,
  ...change,
});
const user = (id: string, history: PageData["users"][number]["history"]) => ({
  id,
  name: id,
  portrait: "",
  history,
});
const tool = (name: string, description = "") => ({ name, description, parameters: [] });

const here: PageData = {
  users: [user("ada", [call("a", 1), call("b", 5), call("c", 3)]), user("ben", [call("d", 1)])],
  tools: [tool("A.B.C"), tool("A.B.D")],
  settings: { setting: "chronological", theme: "dark" },
};

async function seeded(): Promise<Store> {
  const store = await Store.inMemory();
  await store.seed(seedUsers(Date.now()));
  return store;
}

describe("an export", () => {
  test("holds everything but what is this browser's alone, under a name with the date", async () => {
    const store = await seeded();
    await store.addTools([tool("X.Y.Z")]);
    await store.setPreference("query:ida", "Rain?");
    await store.setPreference("trusted", [["https://models.example/", "0".repeat(64)]]);
    const { fileName, text } = writeExport(await store.contents(), new Date("2026-03-04T05:06:07Z"));
    expect(fileName).toBe("petoolllama-live-2026-03-04.json");
    const file = JSON.parse(text) as PageData;
    expect(file).toMatchObject({
      format: "petoolllama-live",
      version: 2,
      exported: "2026-03-04T05:06:07.000Z",
    });
    expect(file.users.map(({ id }) => id)).toEqual((await store.users()).map(({ id }) => id));
    expect(file.tools).toEqual([tool("X.Y.Z")]);
    expect(file.settings).toEqual({ "query:ida": "Rain?" });
    expect(readExport(fileName, text)).toEqual(await store.contents());
  });

  test("replaces everything in another browser, and comes out of it the same", async () => {
    const [one, other] = [await seeded(), await seeded()];
    await one.removeUser("ida");
    await one.moveInteraction("victor", "victor-3", 0);
    const { fileName, text } = writeExport(await one.contents(), new Date());
    await other.setPreference("trusted", [["https://models.example/", "0".repeat(64)]]);
    await other.import(readExport(fileName, text), "replace");
    expect(await other.contents()).toEqual(await one.contents());
    expect(await other.preference("trusted")).toHaveLength(1);
    expect(await other.seed(seedUsers(0))).toBe(false);
  });

  test("of the first version is read", () => {
    const settings = [{ key: "theme", value: "dark" }];
    const first = { format: "petoolllama-live", version: 1, ...here, settings };
    expect(readExport("old.json", JSON.stringify(first))).toEqual({ ...here, settings: { theme: "dark" } });
  });

  test("passes through every upgrade from its version on, and is refused if it's newer", () => {
    const upgrades = [...exportUpgrades, (file: Record<string, unknown>) => ({ ...file, tools: [] })];
    const text = (version: number) => JSON.stringify({ format: "petoolllama-live", version, ...here });
    expect(readExport("x", text(2), upgrades).tools).toEqual([]);
    expect(readExport("x", text(3), upgrades).tools).toEqual(here.tools);
    expect(() => readExport("x", text(4), upgrades)).toThrow(
      new ImportError({ code: "newer-export", file: "x", version: 4, newest: 3 }),
    );
  });
});

describe("the plan of an import", () => {
  test("of the same changes nothing, merged or replacing", () => {
    for (const mode of ["merge", "replace"] as const)
      for (const kind of ["users", "calls", "tools", "settings"] as const)
        expect(planImport(here, here, mode)[kind]).toMatchObject({ added: [], changed: [], removed: [] });
  });

  const file: PageData = {
    users: [user("ada", [call("new", 4), call("b", 5, { rating: 1 })]), user("cem", [call("e", 1)])],
    tools: [tool("A.B.D", "changed"), tool("A.B.E")],
    settings: { theme: "light" },
  };

  test("merges by ids and names; new calls come in where their time is", () => {
    const plan = planImport(here, file, "merge");
    expect(plan.users).toEqual({ added: ["cem"], changed: [], removed: [], same: 2 });
    expect(plan.calls).toEqual({
      added: ["ada: A.B.C", "cem: A.B.C"],
      changed: ["ada: A.B.C"],
      removed: [],
      same: 3,
    });
    expect(plan.tools).toEqual({ added: ["A.B.E"], changed: ["A.B.D"], removed: [], same: 1 });
    expect(plan.settings).toEqual({ added: [], changed: ["theme"], removed: [], same: 1 });
    expect(plan.result.users[0]?.history.map(({ id }) => id)).toEqual(["a", "b", "c", "new"]);
    expect(plan.result.settings).toEqual({ setting: "chronological", theme: "light" });
  });

  test("replaces, and says what goes", () => {
    const plan = planImport(here, file, "replace");
    expect(plan.result).toEqual(file);
    expect(plan.users.removed).toEqual(["ben"]);
    expect(plan.calls.removed).toHaveLength(3);
    expect(plan.tools.removed).toEqual(["A.B.C"]);
    expect(plan.settings.removed).toEqual(["setting"]);
  });

  test("tells of another order of the same calls", () => {
    const turned: PageData = { ...here, users: [user("ada", (here.users[0]?.history ?? []).toReversed())] };
    expect(planImport(here, turned, "replace").users.changed).toEqual(["ada"]);
  });

  test("gives a call that the file has under another user to that one", () => {
    const taken: PageData = { users: [user("cem", [call("a", 1)])], tools: [], settings: {} };
    const { result } = planImport(here, taken, "merge");
    expect(result.users.map(({ history }) => history.map(({ id }) => id))).toEqual([
      ["b", "c"],
      ["d"],
      ["a"],
    ]);
  });

  test("a merge loses nothing, adds all of the file, and done twice changes nothing more", () => {
    const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), { maxLength: 8 });
    const data = fc
      .tuple(ids, fc.integer({ min: 0, max: 8 }), fc.nat(5))
      .map(([all, cut, time]): PageData => ({
        users: [
          user(
            "u",
            all.slice(0, cut).map((id, at) => call(id, time + at)),
          ),
          user(
            "v",
            all.slice(cut).map((id, at) => call(id, time - at)),
          ),
        ],
        tools: [],
        settings: {},
      }));
    const idsOf = ({ users }: PageData) => users.flatMap(({ history }) => history.map(({ id }) => id));
    fc.assert(
      fc.property(data, data, (one, other) => {
        const { result } = planImport(one, other, "merge");
        expect(new Set(idsOf(result))).toEqual(new Set([...idsOf(one), ...idsOf(other)]));
        expect(idsOf(result)).toHaveLength(new Set(idsOf(result)).size);
        expect(planImport(result, other, "merge").result).toEqual(result);
      }),
    );
  });
});
