import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scenes } from "../../models/dataset/handwritten/index";
import { Random } from "../../models/dataset/make/random";
import { leaning, preferred } from "../../models/dataset/make/preference";
import { writeQuery } from "../../models/dataset/make/query";
import { asksOf, wordingsOf } from "../../models/dataset/make/split";
import { buildWorlds } from "../../models/dataset/make/world";
import { functions as catalogueFunctions } from "../../models/dataset/functions";
import { allFunctions, sharedFunctions } from "../../models/dataset/tables/functions";
import { domains } from "../../models/dataset/tables/domains";

describe("the tables of functions", () => {
  test("hold sixty functions and more, of known fields, none twice", () => {
    expect(allFunctions.length).toBeGreaterThanOrEqual(60);
    const ids = allFunctions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { domain, near } of allFunctions) {
      expect(domains.some(({ id }) => id === domain)).toBe(true);
      expect(near.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test("cover the functions of the bundled catalogue", () => {
    const ids = new Set(allFunctions.map(({ id }) => id).concat("payment"));
    expect(catalogueFunctions.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  test("give each split wordings of its own for every function", () => {
    for (const { id, asks, descriptions } of sharedFunctions)
      for (const texts of [asks, descriptions]) {
        const parts = (["train", "validation", "test"] as const).map((split) => wordingsOf(texts, split));
        expect(
          parts.every((part) => part.length > 0),
          id,
        ).toBe(true);
        expect(parts.flat().toSorted(), id).toEqual(texts.toSorted());
      }
  });

  test("write questions that hold their values as the parameters take them", () => {
    const random = new Random("questions");
    for (const fn of allFunctions)
      for (let turn = 0; turn < 5; turn++) {
        const { text, values } = writeQuery(fn, "train", random);
        expect(text).not.toMatch(/[{}]|undefined| {2}/);
        for (const { as } of values.values())
          // Currencies may be said in words, and numbers, too.
          if (typeof as.text === "string" && !/^([A-Z]{3}|\d+)$/.test(as.text) && as.code === undefined)
            expect(text).toContain(as.text);
      }
  });
});

describe("the functions that only training knows", () => {
  test("are used with all of their wordings, by training alone", () => {
    const own = allFunctions.filter(({ trainingOnly }) => trainingOnly);
    expect(own.length).toBeGreaterThanOrEqual(60);
    for (const fn of own) expect(asksOf(fn, "train")).toEqual(fn.asks);
    const {
      train,
      validation,
      test: tests,
    } = buildWorlds({
      bundled: [],
      real: [],
      reserved: [],
      seed: "only",
      scale: 0.5,
    });
    for (const { id } of own) {
      expect(train.byFunction.get(id)?.length ?? 0, id).toBeGreaterThan(1);
      expect(validation.byFunction.has(id) || tests.byFunction.has(id), id).toBe(false);
    }
  });

  test("are none of the hand-written ones", () => {
    const asked = new Set(scenes.map(({ id }) => id));
    expect(allFunctions.filter(({ id, trainingOnly }) => trainingOnly && asked.has(id))).toEqual([]);
    const wordings = new Set(scenes.flatMap(({ questions }) => questions.map(({ query }) => query)));
    const values = new Random("own");
    for (const fn of allFunctions)
      for (let turn = 0; turn < 5; turn++)
        expect(wordings.has(writeQuery(fn, "train", values).text)).toBe(false);
  });
});

describe("the hand-written questions", () => {
  test("say everything that a required parameter takes", () => {
    for (const { fits, questions } of scenes)
      for (const { query, values } of questions)
        for (const { filled } of fits)
          for (const { parameter, slot } of filled)
            if (parameter.required) expect(values.has(slot ?? ""), `${query}: ${parameter.name}`).toBe(true);
  });
});

describe("the reading of a history", () => {
  const call = (tool: string, rating: 0 | 1 | null = null) => ({ tool, parameters: {}, rating });
  const [a, b] = ["Weather.A.Forecast", "Weather.B.Forecast"];

  test("takes the tool that was used most, and its own calls before those of other functions", () => {
    expect(preferred("preferred-only", [call(a), call(b), call(b), call(b)], [a, b])).toBe(1);
    const busy = ["Weather.B.Tides", "Weather.B.Pollen", "Weather.B.Tides"].map((name) => call(name));
    expect(preferred("preferred-only", [call(a), call(a), ...busy], [a, b])).toBe(0);
    expect(preferred("preferred-only", busy, [a, b])).toBe(1);
  });

  test("weighs likes against dislikes", () => {
    expect(preferred("rating-integrated", [call(a, 1), call(a, 0), call(a, 0), call(b, 1)], [a, b])).toBe(1);
    expect(preferred("rating-integrated", [call(a, 0)], [a, b])).toBe(1);
  });

  test("follows a shift, but not a single exception", () => {
    expect(preferred("chronological", [call(a), call(a), call(a), call(b), call(b)], [a, b])).toBe(1);
    expect(preferred("chronological", [call(a), call(a), call(a), call(a), call(a), call(b)], [a, b])).toBe(
      0,
    );
  });

  test("decides nothing where it is close", () => {
    expect(preferred("preferred-only", [call(a), call(b)], [a, b])).toBe(null);
    expect(preferred("preferred-only", [], [a, b])).toBe(null);
  });

  describe("as shares", () => {
    const tools = [a, b, "Weather.C.Forecast"];
    const calls = fc.array(
      fc.record({
        tool: fc.constantFrom(...tools, "Weather.A.Tides", "Weather.B.Pollen", "Music.D.Play"),
        parameters: fc.constant({}),
        rating: fc.constantFrom(0 as const, 1 as const, null),
      }),
      { maxLength: 20 },
    );
    const settings = fc.constantFrom("preferred-only", "rating-integrated", "chronological");

    test("sums to one, and most goes to the tool that is clearly preferred", () => {
      fc.assert(
        fc.property(settings, calls, (setting, history) => {
          const shares = leaning(setting, history, tools);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
          const best = preferred(setting, history, tools);
          if (best !== null) expect(shares.indexOf(Math.max(...shares))).toBe(best);
        }),
        { numRuns: 500 },
      );
    });

    test("is the same for all where nothing is known", () => {
      expect(leaning("chronological", [], [a, b])).toEqual([0.5, 0.5]);
    });

    test("never falls by a like, nor rises by a dislike", () => {
      const places = fc.nat(20);
      fc.assert(
        fc.property(calls, fc.nat(2), places, (history, at, place) => {
          const after = (rating: 0 | 1) => {
            const more = call(tools[at] ?? a, rating);
            const then = [...history.slice(0, place), more, ...history.slice(place)];
            return leaning("rating-integrated", then, tools)[at] ?? NaN;
          };
          const before = leaning("rating-integrated", history, tools)[at] ?? NaN;
          expect(after(1)).toBeGreaterThanOrEqual(before - 1e-9);
          expect(after(0)).toBeLessThanOrEqual(before + 1e-9);
        }),
        { numRuns: 500 },
      );
    });
  });
});
