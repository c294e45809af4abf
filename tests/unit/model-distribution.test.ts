import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refine, unresolved, type Distribution } from "../../src/domain/distribution";
import type { Scenario } from "../../src/domain/scenario";
import type { Reading, Selection } from "../../src/domain/selection";
import { toolSchema } from "../../src/domain/tool";
import type { AnswerForm } from "../../src/domain/toolCall";
import type { TokenModel } from "../../src/model/answerWriter";
import type { ReadOptions, SelectOptions } from "../../src/model/client";
import { cancelled, ModelFault } from "../../src/model/fault";
import { Selector, type SelectingModel } from "../../src/model/selector";
import { bruteForce, madeUpModel, madeUpReading } from "./madeUpModel";

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const kindOf = (error: unknown) => (error instanceof ModelFault ? error.kind : String(error));
const total = ({ groups }: Pick<Distribution, "groups">) =>
  groups.reduce((sum, { probability }) => sum + probability, 0);

/** Names that share beginnings: three categories, providers and operations. */
const name = fc
  .tuple(fc.constantFrom("A", "AB", "C"), fc.constantFrom("P", "PQ", "R"), fc.constantFrom("x", "xy", "z"))
  .map((parts) => parts.join("."));
const scenarios = fc
  .tuple(
    fc.array(name, { minLength: 1, maxLength: 10 }),
    fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 4 }),
  )
  .map(([names, query]): Scenario => ({
    setting: "chronological",
    query,
    history: [],
    candidates: names.map((one) => toolSchema.parse({ name: one })),
  }));

/** A model made of the engine's own parts around made-up logits; each run takes some milliseconds, one at a time. */
class ReadingModel implements SelectingModel {
  readonly identity = "made up@1";
  readonly answerForm: AnswerForm;
  readonly model: TokenModel;
  /** What was run to its end, in order. */
  readonly done: string[] = [];
  interrupted = 0;
  failing = false;
  readonly #milliseconds: number;
  #busy = false;

  constructor(seed: number, form: AnswerForm = "call", milliseconds = 0) {
    this.model = madeUpModel(seed);
    this.answerForm = form;
    this.#milliseconds = milliseconds;
  }

  read(scenario: Scenario, { signal, ...given }: ReadOptions): Promise<Reading> {
    return this.#alone(`read ${scenario.query} ${given.among?.join("+") ?? "all"}`, signal, () =>
      madeUpReading(this.model, scenario, this.answerForm, given),
    );
  }

  select(scenario: Scenario, { signal }: SelectOptions): Promise<Selection> {
    return this.#alone(`select ${scenario.query}`, signal, async () => {
      const { fits, fit, groups } = await madeUpReading(this.model, scenario, this.answerForm, {});
      return {
        answer: {
          fit: fits,
          call: {
            tool_name: scenario.candidates[groups[0]?.candidates[0] ?? -1]?.name ?? "",
            parameters: {},
          },
        },
        text: scenario.query,
        groups,
        fit,
        steps: [],
        prompt: [],
        dropped: 0,
        tokens: { prompt: 1, answer: 1, forward: 2 },
        milliseconds: { prefill: 1, decode: 1, total: 2 },
      };
    });
  }

  prepare({ query }: Scenario, { signal }: { signal?: AbortSignal }): Promise<void> {
    return this.#alone(`prepare ${query}`, signal, () => Promise.resolve());
  }

  async #alone<Result>(
    what: string,
    signal: AbortSignal | undefined,
    run: () => Promise<Result>,
  ): Promise<Result> {
    if (this.#busy) throw new Error("two at once");
    this.#busy = true;
    try {
      for (let step = 0; step < 3; step++) {
        if (this.#milliseconds > 0) await wait(this.#milliseconds / 3);
        if (signal?.aborted) {
          this.interrupted += 1;
          throw cancelled();
        }
      }
      if (this.failing) throw new ModelFault({ code: "device-lost" });
      const result = await run();
      this.done.push(what);
      return result;
    } finally {
      this.#busy = false;
    }
  }
}

describe("the whole distribution", () => {
  test.for(["call", "fit-call"] as const)(
    "is that of brute force, and sums to 1 on its way (%s)",
    async (form) => {
      await fc.assert(
        fc.asyncProperty(scenarios, fc.nat(), async (scenario, seed) => {
          const model = new ReadingModel(seed, form);
          const seen: Distribution[] = [];
          const result = await new Selector(model).distribution(scenario, {
            onUpdate: (distribution) => seen.push(distribution),
          });
          expect(seen.at(-1)).toBe(result);
          expect(result.complete).toBe(true);
          expect(seen.slice(0, -1).every(({ complete }) => !complete)).toBe(true);
          const exact = await bruteForce(model.model, scenario, result.fits);
          const names = scenario.candidates.map((tool) => tool.name);
          for (const distribution of seen) {
            expect(total(distribution)).toBeCloseTo(1, 6);
            const all = distribution.groups.flatMap(({ candidates }) => candidates);
            expect(all.toSorted((a, b) => a - b)).toEqual(names.map((_, index) => index));
            for (const { candidates, probability } of distribution.groups) {
              const different = new Map(candidates.map((index) => [names[index], exact[index] ?? NaN]));
              expect(probability).toBeCloseTo(
                [...different.values()].reduce((sum, one) => sum + one, 0),
                5,
              );
            }
          }
          // What is left together may be shown as equal parts: none is wrong by 0.01.
          for (const { candidates, probability } of result.groups)
            if (new Set(candidates.map((index) => names[index])).size > 1)
              for (const index of candidates)
                expect(Math.abs(probability / candidates.length - (exact[index] ?? NaN))).toBeLessThan(0.01);
          expect(result.groups[0]).toEqual(seen[0]?.groups[0]);
        }),
        { numRuns: 150 },
      );
    },
  );

  test("starts with what a selection found, and costs a run only for what that left open", async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, fc.nat(), async (scenario, seed) => {
        const model = new ReadingModel(seed, "fit-call");
        const selector = new Selector(model);
        const selection = await selector.select(scenario);
        const result = await selector.distribution(scenario);
        expect(result.fits).toEqual(selection.answer.fit);
        expect(result.fit).toEqual(selection.fit);
        expect(model.done.filter((what) => what.endsWith(" all"))).toEqual([]);
        const runs = model.done.length;
        expect(await selector.distribution(scenario)).toBe(result);
        expect(model.done).toHaveLength(runs);
      }),
      { numRuns: 60 },
    );
  });

  test("takes the most probable group first", () => {
    const groups = [
      { candidates: [0], probability: 0.5 },
      { candidates: [1, 2], probability: 0.1 },
      { candidates: [3, 4], probability: 0.3 },
      { candidates: [5, 6], probability: 0.097 },
      { candidates: [7, 8], probability: 0.003 },
    ];
    const names = ["a", "b", "c", "d", "e", "f", "f", "g", "h"];
    const first = unresolved(groups, names);
    expect(first).toBe(groups[2]);
    const finer = [
      { candidates: [4], probability: 0.25 },
      { candidates: [3], probability: 0.75 },
    ];
    const next = first ? refine(groups, first, finer) : [];
    expect(next.map(({ candidates }) => candidates)).toEqual([[0], [3], [1, 2], [5, 6], [4], [7, 8]]);
    expect(unresolved(next, names)?.candidates).toEqual([1, 2]);
    // Neither the two of one name nor the negligible ones.
    expect(
      unresolved(
        next.filter(({ candidates }) => candidates[0] !== 1),
        names,
      ),
    ).toBeNull();
  });
});

describe("background work", () => {
  const all = ["A.P.x", "A.Q.x", "B.P.x", "B.Q.x"].map((one) => toolSchema.parse({ name: one }));
  const scenario = (query: string): Scenario => ({
    setting: "chronological",
    query,
    history: [],
    candidates: all,
  });

  test("runs first come, first served", async () => {
    const model = new ReadingModel(1, "call", 3);
    const selector = new Selector(model);
    const ends: string[] = [];
    await Promise.all(
      ["a", "b", "c"].map(async (query) => {
        await selector.distribution(scenario(query));
        ends.push(query);
      }),
    );
    expect(ends).toEqual(["a", "b", "c"]);
    const queries = model.done.map((what) => what.split(" ")[1]);
    expect(queries).toEqual(queries.toSorted());
  });

  test("yields to a selection at once, and the interrupted run is repeated", async () => {
    const model = new ReadingModel(2, "call", 30);
    const selector = new Selector(model);
    const background = selector.distribution(scenario("aa"));
    await wait(12);
    const selection = await selector.select(scenario("b"));
    expect(selection.text).toBe("b");
    expect(model.done).toEqual(["select b"]);
    expect(model.interrupted).toBe(1);
    expect((await background).complete).toBe(true);
    expect(model.done[1]).toBe("read aa all");
  });

  test("reading ahead waits for its turn, and yields too", async () => {
    const model = new ReadingModel(2, "call", 15);
    const selector = new Selector(model);
    const controller = new AbortController();
    const ended = selector.prepare(scenario("c"), { signal: controller.signal }).then(() => "done", kindOf);
    controller.abort();
    expect(await ended).toBe("cancelled");
    const distribution = selector.distribution(scenario("a"));
    const prepared = selector.prepare(scenario("a"));
    await distribution;
    await wait(7);
    await selector.select(scenario("b"));
    await prepared;
    expect(model.done.slice(-2)).toEqual(["select b", "prepare a"]);
    expect(model.done.some((what) => what.endsWith(" c"))).toBe(false);
  });

  test("a remembered selection doesn't disturb it", async () => {
    const model = new ReadingModel(3, "call", 30);
    const selector = new Selector(model);
    await selector.select(scenario("b"));
    const background = selector.distribution(scenario("aa"));
    await wait(12);
    await selector.select(scenario("b"));
    await background;
    expect(model.interrupted).toBe(0);
  });

  test("a signal ends what runs or waits, and nothing else", async () => {
    const model = new ReadingModel(4, "call", 30);
    const selector = new Selector(model);
    const controllers = [0, 1, 2].map(() => new AbortController());
    const updates: string[] = [];
    const ends = ["a", "b", "c"].map((query, at) =>
      selector
        .distribution(scenario(query), {
          ...(controllers[at] ? { signal: controllers[at].signal } : {}),
          onUpdate: () => updates.push(query),
        })
        .then(() => "done", kindOf),
    );
    await wait(12);
    controllers[1]?.abort();
    controllers[0]?.abort();
    expect(await Promise.all(ends)).toEqual(["cancelled", "cancelled", "done"]);
    expect(new Set(updates)).toEqual(new Set(["c"]));
    expect(model.done.every((what) => what.startsWith("read c"))).toBe(true);
    const gone = selector.distribution(scenario("d"), { signal: AbortSignal.abort() });
    await expect(gone).rejects.toMatchObject({ kind: "cancelled" });
  });

  test("a fault ends the one that met it, and is not remembered", async () => {
    const model = new ReadingModel(5);
    const selector = new Selector(model);
    model.failing = true;
    await expect(selector.distribution(scenario("a"))).rejects.toMatchObject({ kind: "device-lost" });
    model.failing = false;
    expect((await selector.distribution(scenario("a"))).complete).toBe(true);
  });

  test("cancel ends all of it", async () => {
    const selector = new Selector(new ReadingModel(6, "call", 30));
    const ends = ["a", "b"].map((query) => selector.distribution(scenario(query)).then(() => "done", kindOf));
    await wait(12);
    selector.cancel();
    expect(await Promise.all(ends)).toEqual(["cancelled", "cancelled"]);
    expect((await selector.distribution(scenario("c"))).complete).toBe(true);
  });

  test("whatever the rhythm: the latest selection wins, every distribution is its own or was cancelled", async () => {
    const act = fc.record({
      what: fc.constantFrom("select", "distribution", "abort"),
      query: fc.constantFrom("a", "b", "c"),
      pause: fc.integer({ min: 0, max: 9 }),
    });
    const exact = new Map<string, Distribution>();
    for (const query of ["a", "b", "c"])
      exact.set(query, await new Selector(new ReadingModel(7)).distribution(scenario(query)));
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
        const selector = new Selector(new ReadingModel(7, "call", 6));
        const selections: Promise<string>[] = [];
        const distributions: Promise<void>[] = [];
        const controllers: AbortController[] = [];
        let lastQuery = "";
        for (const { what, query, pause } of acts) {
          if (what === "select") {
            selections.push(selector.select(scenario(query)).then(({ text }) => text, kindOf));
            lastQuery = query;
          } else if (what === "distribution") {
            const controller = new AbortController();
            controllers.push(controller);
            distributions.push(
              selector.distribution(scenario(query), { signal: controller.signal }).then(
                (distribution) => {
                  expect(distribution.groups).toEqual(exact.get(query)?.groups);
                },
                (error: unknown) => {
                  expect(kindOf(error)).toBe("cancelled");
                  expect(controller.signal.aborted).toBe(true);
                },
              ),
            );
          } else controllers.shift()?.abort();
          if (pause > 3) await wait(pause);
        }
        const ends = await Promise.all(selections);
        await Promise.all(distributions);
        ends.forEach((end, at) => {
          if (at === ends.length - 1) expect(end).toBe(lastQuery);
          else expect(["a", "b", "c", "superseded"]).toContain(end);
        });
      }),
      { numRuns: 40 },
    );
  });
});
