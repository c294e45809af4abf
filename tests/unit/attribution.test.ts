import fc from "fast-check";
import { expect, test } from "vitest";
import {
  attribution,
  forAndAgainst,
  logOdds,
  providerProbability,
  sameProvider,
} from "../../src/domain/attribution";

test("log-odds are 0 at a half, symmetric, rising, and finite at the ends", () => {
  expect(logOdds(0.5)).toBeCloseTo(0, 12);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
      expect(logOdds(p)).toBeCloseTo(-logOdds(1 - p), 9);
      expect(Number.isFinite(logOdds(p))).toBe(true);
      expect(logOdds(Math.min(1, p + 0.01))).toBeGreaterThanOrEqual(logOdds(p));
    }),
  );
  expect(logOdds(0.9)).toBeCloseTo(Math.log(9), 9);
});

test("a provider's probability is that of all its candidates, in whatever category", () => {
  const names = ["Maps.TomTom.Geocode", "Places.TomTom.Search", "Maps.Here.Geocode"];
  const groups = [
    { candidates: [0], probability: 0.5 },
    { candidates: [2], probability: 0.3 },
    { candidates: [1], probability: 0.2 },
  ];
  expect(providerProbability(groups, names, "Maps.TomTom.Geocode")).toBeCloseTo(0.7, 12);
  expect(providerProbability(groups, names, "Maps.Here.Geocode")).toBeCloseTo(0.3, 12);
  const unresolved = [{ candidates: [0, 1, 2], probability: 1 }];
  expect(providerProbability(unresolved, names, "Maps.Here.Geocode")).toBeCloseTo(1 / 3, 12);
});

test("tools without a provider are only of the same one as themselves", () => {
  expect(sameProvider("search", "search")).toBe(true);
  expect(sameProvider("search", "find")).toBe(false);
});

test("what raised the odds spoke for it, what lowered them against it, the strongest first", () => {
  const all = [
    attribution("little", 0.5, 0.45),
    attribution("nothing", 0.5, 0.5),
    attribution("much", 0.5, 0.1),
    attribution("against", 0.5, 0.8),
  ];
  const { spokeFor, spokeAgainst } = forAndAgainst(all);
  expect(spokeFor.map(({ id }) => id)).toEqual(["much", "little"]);
  expect(spokeAgainst.map(({ id }) => id)).toEqual(["against"]);
  expect(spokeFor[0]?.weight).toBeCloseTo(Math.log(9), 9);
});
