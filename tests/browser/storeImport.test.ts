import { expect, test } from "vitest";
import { readExport, writeExport } from "../../src/store/exportFile";
import type { PageData } from "../../src/store/pageData";
import { freshName, open, openSeeded, order } from "./storeSamples";

/** Everything that a page with this many calls holds. */
function large(calls: number): PageData {
  const history = Array.from({ length: calls }, (_, at) => ({
    id: `call-${at}`,
    tool: `Category.Provider${at % 50}.Operation`,
    parameters: { city: `City ${at}`, days: at % 7, list: [1, "two", null] },
    rating: ([1, 0, null] as const)[at % 3] ?? null,
    time: 1_600_000_000_000 + at * 60_000,
  }));
  return { users: [{ id: "ada", name: "Ada", portrait: "", history }], tools: [], settings: {} };
}

test("10,000 calls are read from a file and imported within 5 s", async () => {
  const name = freshName();
  const store = await openSeeded(name);
  const { text } = writeExport(large(10_000), new Date());
  const start = performance.now();
  const data = readExport("export.json", text);
  const plan = await store.plan(data, "merge");
  await store.import(data, "merge");
  const took = performance.now() - start;
  console.log(`10,000 calls in ${took.toFixed(0)} ms`);
  expect(plan.calls).toMatchObject({ same: 4, removed: [] });
  expect(plan.calls.added).toHaveLength(10_000);
  expect(took).toBeLessThan(5000);
  expect((await order(store)).slice(3)).toEqual(data.users[0]?.history.map(({ id }) => id));
  expect((await open(name)).fault).toBeNull();
});
