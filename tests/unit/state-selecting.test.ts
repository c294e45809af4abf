import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Scenario } from "../../src/domain/scenario";
import type { Selection } from "../../src/domain/selection";
import { Selecting, type Select } from "../../src/state/selecting.svelte";
import { madeUpProgress, madeUpSelection } from "../tools/madeUpSelection";

const scenario = (query: string): Scenario => ({
  setting: "chronological",
  query,
  history: [],
  candidates: [{ name: "A.B.c", description: "", parameters: [] }],
});

/** A selection that tells which scenario it belongs to. */
const selectionOf = (scenario: Scenario): Selection => madeUpSelection(scenario, { text: scenario.query });

/** A model that takes so many milliseconds for each of its runs; it doesn't mind being asked twice at once. */
function model(...times: number[]): { select: Select; asked: string[] } {
  const asked: string[] = [];
  const select: Select = (wanted, onProgress) => {
    const time = times[asked.length % times.length] ?? 0;
    asked.push(wanted.query);
    onProgress(madeUpProgress());
    return new Promise((resolve) => setTimeout(() => resolve(selectionOf(wanted)), time));
  };
  return { select, asked };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("Selecting", () => {
  test("begins a run within 150 ms, and tells its phases", async () => {
    const selecting = new Selecting();
    const { select, asked } = model(1000);
    selecting.want(scenario("one"), select);
    expect(selecting.status).toBe("reading");
    await vi.advanceTimersByTimeAsync(150);
    expect(asked).toEqual(["one"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(selecting.status).toBe("done");
    expect(selecting.runs).toBe(1);
    expect(selecting.result?.selection.text).toBe("one");
  });

  test("tells what is known of a run under way, and nothing of one that an edit has ended", async () => {
    const selecting = new Selecting();
    const tellers: ((text: string) => void)[] = [];
    const select: Select = (_, onProgress) => {
      tellers.push((text) =>
        onProgress(
          madeUpProgress({
            phase: "decode",
            text,
            chosen: 0,
            groups: [{ candidates: [0], probability: 1 }],
          }),
        ),
      );
      return new Promise(() => undefined);
    };
    selecting.want(scenario("one"), select);
    await vi.advanceTimersByTimeAsync(150);
    tellers[0]?.("half");
    expect([selecting.status, selecting.underway?.progress.chosen]).toEqual(["writing", 0]);
    expect(selecting.underway?.scenario.query).toBe("one");
    selecting.want(scenario("two"), select);
    tellers[0]?.("late");
    expect([selecting.status, selecting.underway]).toEqual(["reading", null]);
  });

  test("asks once for quick edits, and not at all for the same scenario again", async () => {
    const selecting = new Selecting();
    const { select, asked } = model(10);
    for (const query of ["a", "ab", "abc"]) selecting.want(scenario(query), select);
    await vi.advanceTimersByTimeAsync(500);
    selecting.want(scenario("abc"), select);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(["abc"]);
  });

  test("keeps what was selected last while something newer runs, and says that it is old", async () => {
    const selecting = new Selecting();
    const { select } = model(100);
    selecting.want(scenario("one"), select);
    await vi.advanceTimersByTimeAsync(300);
    selecting.want(scenario("two"), select);
    expect(selecting.fresh).toBe(false);
    expect(selecting.result?.scenario.query).toBe("one");
  });

  test("is idle without a scenario, and waits without a model", () => {
    const selecting = new Selecting();
    selecting.want(null, model(1).select);
    expect(selecting.status).toBe("idle");
    selecting.want(scenario("one"), null);
    expect(selecting.status).toBe("waiting-for-model");
  });

  test("tells a fault, and tries again when asked to", async () => {
    const selecting = new Selecting();
    let broken = true;
    const select: Select = (wanted) =>
      broken ? Promise.reject(new Error("The device was lost.")) : Promise.resolve(selectionOf(wanted));
    selecting.want(scenario("one"), select);
    await vi.advanceTimersByTimeAsync(200);
    expect([selecting.status, selecting.fault]).toEqual(["error", "The device was lost."]);
    broken = false;
    selecting.retry();
    await vi.advanceTimersByTimeAsync(200);
    expect([selecting.status, selecting.fault]).toEqual(["done", null]);
  });

  test("a model loaded anew is asked anew", async () => {
    const selecting = new Selecting();
    const [first, second] = [model(1), model(1)];
    selecting.want(scenario("one"), first.select);
    await vi.advanceTimersByTimeAsync(200);
    selecting.want(scenario("one"), second.select);
    await vi.advanceTimersByTimeAsync(200);
    expect(second.asked).toEqual(["one"]);
  });

  test("the latest scenario wins, whatever the order of edits and replies", async () => {
    const step = fc.record({ query: fc.constantFrom("a", "b", "c", "", "d"), wait: fc.nat(400) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(900), { minLength: 1, maxLength: 5 }),
        async (steps, times) => {
          const selecting = new Selecting();
          const { select } = model(...times);
          let last = "";
          for (const { query, wait } of steps) {
            selecting.want(query ? scenario(query) : null, select);
            last = query;
            await vi.advanceTimersByTimeAsync(wait);
          }
          await vi.advanceTimersByTimeAsync(5000);
          expect(selecting.status).toBe(last ? "done" : "idle");
          if (last) expect(selecting.result?.selection.text).toBe(last);
        },
      ),
      { numRuns: 100 },
    );
  });
});
