import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scenario } from "../../src/domain/scenario";
import type { Reading, Selection } from "../../src/domain/selection";
import { toolSchema } from "../../src/domain/tool";
import type { SelectOptions } from "../../src/model/client";
import { cancelled, ModelFault } from "../../src/model/fault";
import type { SelectProgress } from "../../src/model/protocol";
import { Selector, type SelectingModel } from "../../src/model/selector";

const candidates = [toolSchema.parse({ name: "A.B.C" })];
const scenario = (query: string): Scenario => ({ setting: "chronological", query, history: [], candidates });

function selection(text: string): Selection {
  return {
    answer: { fit: null, call: { tool_name: "A.B.C", parameters: {} } },
    text,
    groups: [{ candidates: [0], probability: 1 }],
    fit: null,
    steps: [],
    prompt: [],
    dropped: 0,
    tokens: { prompt: 1, answer: 1, forward: 2 },
    milliseconds: { prefill: 1, decode: 1, total: 2 },
  };
}

const silent: SelectProgress = {
  phase: "decode",
  read: 1,
  text: "",
  groups: null,
  chosen: null,
  fits: null,
  fit: null,
};

/** A model that takes some milliseconds and, like the real one, one selection at a time. */
class SlowModel implements SelectingModel {
  readonly identity = "slow@1";
  readonly answerForm = "call";
  readonly asked: string[] = [];
  interrupted = 0;
  #busy = false;
  readonly #milliseconds: number;
  readonly #failing: RegExp;

  constructor(milliseconds = 20, failing = /^fail/) {
    this.#milliseconds = milliseconds;
    this.#failing = failing;
  }

  async select({ query }: Scenario, { signal, onProgress }: SelectOptions): Promise<Selection> {
    if (this.#busy) throw new Error("two at once");
    this.#busy = true;
    this.asked.push(query);
    try {
      for (let step = 0; step < 4; step++) {
        await new Promise((done) => setTimeout(done, this.#milliseconds / 4));
        if (signal?.aborted) {
          this.interrupted += 1;
          throw cancelled();
        }
        onProgress?.({ ...silent, text: query.slice(0, step) });
      }
      if (this.#failing.test(query)) throw new ModelFault({ code: "cut-off", tokens: 9 });
      return selection(query);
    } finally {
      this.#busy = false;
    }
  }

  read(): Promise<Reading> {
    return Promise.reject(new Error("nobody should read here"));
  }

  prepare(): Promise<void> {
    return Promise.reject(new Error("nobody should prepare here"));
  }
}

const outcome = (promise: Promise<Selection>) =>
  promise.then(
    ({ text }) => text,
    (error: unknown) => (error instanceof ModelFault ? error.kind : String(error)),
  );
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

test("selects, and remembers", async () => {
  const model = new SlowModel();
  const selector = new Selector(model);
  const seen: string[] = [];
  const first = await selector.select(scenario("rain?"), ({ text }) => seen.push(text));
  expect(first.text).toBe("rain?");
  expect(seen).toEqual(["", "r", "ra", "rai"]);
  expect(await selector.select(scenario("rain?"))).toBe(first);
  expect(model.asked).toEqual(["rain?"]);
});

test("forgets what was used longest ago", async () => {
  const model = new SlowModel(0);
  const selector = new Selector(model, { remember: [2, 2] });
  for (const query of ["a", "b", "a", "c", "a", "b"]) await selector.select(scenario(query));
  expect(model.asked).toEqual(["a", "b", "c", "b"]);
});

test("in a burst only the last one is answered, and what waited never ran", async () => {
  const model = new SlowModel();
  const selector = new Selector(model);
  const outcomes = ["1", "2", "3", "4", "5"].map((query) => outcome(selector.select(scenario(query))));
  expect(await Promise.all(outcomes)).toEqual(["superseded", "superseded", "superseded", "superseded", "5"]);
  expect(model.asked).toEqual(["5"]);
});

test("a newer one interrupts what runs", async () => {
  const model = new SlowModel(40);
  const selector = new Selector(model);
  const old = outcome(selector.select(scenario("old")));
  await wait(15);
  const young = outcome(selector.select(scenario("young")));
  expect(await old).toBe("superseded");
  expect(await young).toBe("young");
  expect(model.interrupted).toBe(1);
});

test("a change that is taken back gets the run that is under way", async () => {
  const model = new SlowModel(40);
  const selector = new Selector(model);
  const first = outcome(selector.select(scenario("same")));
  await wait(15);
  const again = outcome(selector.select(scenario("same")));
  expect(await first).toBe("superseded");
  expect(await again).toBe("same");
  expect(model.asked).toEqual(["same"]);
});

test("a remembered answer doesn't wait for the run that it ends", async () => {
  const model = new SlowModel(200);
  const selector = new Selector(model);
  await selector.select(scenario("known"));
  const slow = outcome(selector.select(scenario("slow")));
  await wait(20);
  const started = performance.now();
  expect(await outcome(selector.select(scenario("known")))).toBe("known");
  expect(performance.now() - started).toBeLessThan(40);
  expect(await slow).toBe("superseded");
});

test("a fault reaches the caller and is not remembered", async () => {
  const model = new SlowModel(0);
  const selector = new Selector(model);
  expect(await outcome(selector.select(scenario("fail")))).toBe("cut-off");
  expect(await outcome(selector.select(scenario("fail")))).toBe("cut-off");
  expect(model.asked).toHaveLength(2);
  expect(await outcome(selector.select(scenario("fine")))).toBe("fine");
});

test("cancel ends what runs and what waits", async () => {
  const model = new SlowModel(40);
  const selector = new Selector(model);
  const running = outcome(selector.select(scenario("a")));
  await wait(15);
  selector.cancel();
  expect(await running).toBe("cancelled");
  expect(await outcome(selector.select(scenario("b")))).toBe("b");
});

test("whatever the rhythm: all but the last are superseded, and no answer is another's", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "fail"), fc.integer({ min: 0, max: 14 })), {
        minLength: 1,
        maxLength: 12,
      }),
      async (calls) => {
        const selector = new Selector(new SlowModel(8));
        const outcomes: Promise<string>[] = [];
        for (const [query, pause] of calls) {
          outcomes.push(outcome(selector.select(scenario(query))));
          if (pause > 2) await wait(pause);
        }
        const ends = await Promise.all(outcomes);
        ends.forEach((end, index) => {
          const own = calls[index]?.[0] === "fail" ? "cut-off" : calls[index]?.[0];
          if (index === ends.length - 1) expect(end).toBe(own);
          else expect([own, "superseded"]).toContain(end);
        });
      },
    ),
    { numRuns: 40 },
  );
});
