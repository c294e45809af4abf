import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NamePaths } from "../../src/domain/namePaths";

/** Distinct token paths, none a prefix of another: each ends with a token that occurs nowhere else. */
const paths = fc
  .uniqueArray(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }), {
    minLength: 1,
    maxLength: 10,
    selector: (path) => path.join(),
  })
  .map((all) => all.map((path) => [...path, 9]));

/** Logits that depend on what was written before, as a model's do. */
const logitsAfter = (written: readonly number[], seed: number): number[] =>
  Array.from(
    { length: 10 },
    (_, token) => 3 * Math.sin(seed + token * 7.3 + written.reduce((sum, one) => sum * 5 + one, 1)),
  );

/** The probability of one path under the distribution over all paths' continuations, token by token. */
function bruteForce(all: readonly number[][], path: readonly number[], seed: number): number {
  let probability = 1;
  for (let at = 0; at < path.length; at++) {
    const written = path.slice(0, at);
    const next = new Set(
      all.filter((other) => other.slice(0, at).join() === written.join()).map((other) => other[at]),
    );
    const logits = logitsAfter(written, seed);
    const weight = (token: number | undefined) => (token === undefined ? 0 : Math.exp(logits[token] ?? 0));
    probability *= weight(path[at]) / [...next].reduce<number>((sum, token) => sum + weight(token), 0);
  }
  return probability;
}

describe("NamePaths", () => {
  test("probabilities sum to 1 and equal those of whole paths", () => {
    fc.assert(
      fc.property(paths, fc.nat(1000), fc.nat(9), (all, seed, pick) => {
        const taken = all[pick % all.length] ?? [];
        const names = new NamePaths(all);
        taken.forEach((token, at) => {
          expect(names.branches().map((branch) => branch.token)).toContain(token);
          names.follow(logitsAfter(taken.slice(0, at), seed), token);
        });
        expect(names.branches()).toEqual([]);
        const groups = names.groups();
        expect(groups.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
        expect(groups.flatMap(({ candidates }) => candidates).sort((a, b) => a - b)).toEqual(
          all.map((_, index) => index),
        );
        const whole = all.map((path) => bruteForce(all, path, seed));
        expect(groups[0]?.candidates).toEqual([all.indexOf(taken)]);
        for (const { candidates, probability } of groups)
          expect(probability).toBeCloseTo(
            candidates.reduce((sum, index) => sum + (whole[index] ?? 0), 0),
            9,
          );
      }),
    );
  });

  test("equal names stay together", () => {
    const names = new NamePaths([
      [1, 2],
      [1, 2],
      [1, 3],
    ]);
    names.follow([0, 0, 0, 0], 1);
    names.follow([0, 0, Math.log(3), 0], 2);
    expect(names.groups()).toEqual([
      { candidates: [0, 1], probability: expect.closeTo(0.75) },
      { candidates: [2], probability: expect.closeTo(0.25) },
    ]);
  });

  test("a token off the paths is refused", () => {
    expect(() => new NamePaths([[1]]).follow([0, 0, 0], 2)).toThrow("continues no candidate");
  });
});
