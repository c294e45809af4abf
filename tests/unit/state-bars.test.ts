import { describe, expect, test } from "vitest";
import { fitIsBound } from "../../src/domain/distribution";
import type { Scenario } from "../../src/domain/scenario";
import { Bars } from "../../src/state/bars.svelte";
import type { Explaining } from "../../src/state/explaining.svelte";
import type { Selecting } from "../../src/state/selecting.svelte";
import { madeUpDistribution, madeUpProgress, madeUpSelection } from "../tools/madeUpSelection";

const scenario: Scenario = {
  setting: "rating-integrated",
  query: "Weather?",
  history: [],
  candidates: ["One", "Two", "Three", "Four", "Five"].map((provider) => ({
    name: `Weather.${provider}.Forecast`,
    description: "",
    parameters: [],
  })),
};
const name = (index: number) => scenario.candidates[index]?.name ?? "";
const { groups } = madeUpDistribution([0.1, 0.7, 0.1, 0.06, 0.04]);
const call = { tool_name: name(1), parameters: {} };
const fit = [0.2, 0.9, 0.8, 0.3, 0.3];
const listing = madeUpSelection(scenario, { answer: { fit: [1, 2], call }, fit, groups });

/** What the classes around it say, as far as bars ask. */
function bars(
  selecting: Partial<Pick<Selecting, "result" | "underway">>,
  explaining: { [Key in keyof Explaining]?: unknown } = {},
): Bars {
  const around = { result: null, underway: null, ...selecting };
  const study = { found: null };
  const explained = {
    previewed: null,
    preview: study,
    ranking: study,
    comparing: false,
    withoutHistory: study,
    ...explaining,
  };
  return new Bars(around, explained as unknown as Explaining);
}

const layers = (shown: Bars) =>
  scenario.candidates.map((_, index) => {
    const bar = shown.of(name(index));
    return [bar?.share.probability, bar?.fits, bar?.fit, bar?.fitAtMost];
  });

const both = [
  [0.1, false, 0.2, false],
  [0.7, true, 0.9, false],
  [0.1, true, 0.8, false],
  [0.06, false, 0.3, true],
  [0.04, false, 0.3, true],
];

describe("the two layers of a candidate", () => {
  test("stand in what was selected, in a run under way, in the whole ranking and in a preview", () => {
    expect(layers(bars({ result: { scenario, selection: listing } }))).toEqual(both);
    const progress = madeUpProgress({ groups, fits: [1, 2], fit, chosen: 1 });
    expect(layers(bars({ underway: { scenario, progress } }))).toEqual(both);
    const found = { scenario, distribution: { fits: [1, 2], fit, groups, complete: true } };
    const coarse = madeUpSelection(scenario, { answer: { fit: [1, 2], call }, fit });
    const settled = { result: { scenario, selection: coarse } };
    expect(layers(bars(settled, { ranking: { found } }))).toEqual(both);
    expect(layers(bars(settled, { previewed: {}, preview: { found } }))).toEqual(both);
  });

  test("are one where a model lists nothing", () => {
    const shown = bars({ result: { scenario, selection: madeUpSelection(scenario, { groups }) } });
    expect(shown.listsFits).toBe(false);
    expect(layers(shown)[1]).toEqual([0.7, undefined, undefined, false]);
    expect(bars({ result: { scenario, selection: listing } }).listsFits).toBe(true);
  });

  test("a candidate that the list leaves out may still be the one that is chosen", () => {
    const selection = { ...listing, answer: { fit: [0], call } };
    const bar = bars({ result: { scenario, selection } }).of(name(1));
    expect(bar).toMatchObject({ fits: false, share: { chosen: true, probability: 0.7 } });
  });
});

test("how likely a list takes one is a bound only where several follow its last", () => {
  expect([0, 1, 2, 3].map((index) => fitIsBound([1], 4, index))).toEqual([false, false, true, true]);
  expect([0, 1, 2, 3].map((index) => fitIsBound([0, 2], 4, index))).toEqual([false, false, false, false]);
});
