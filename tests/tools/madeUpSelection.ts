import type { Distribution } from "../../src/domain/distribution";
import type { Scenario } from "../../src/domain/scenario";
import type { Selection } from "../../src/domain/selection";
import type { SelectProgress } from "../../src/model";

/** A selection of the first candidate, with changes. */
export function madeUpSelection(scenario: Scenario, changes: Partial<Selection> = {}): Selection {
  return {
    answer: { fit: null, call: { tool_name: scenario.candidates[0]?.name ?? "", parameters: {} } },
    text: "",
    groups: [{ candidates: scenario.candidates.map((_, index) => index), probability: 1 }],
    fit: null,
    steps: [],
    prompt: [],
    dropped: 0,
    tokens: { prompt: 1, answer: 1, forward: 2 },
    milliseconds: { prefill: 1, decode: 1, total: 2 },
    ...changes,
  };
}

/** What a run tells of itself at first, with changes. */
export function madeUpProgress(changes: Partial<SelectProgress> = {}): SelectProgress {
  return {
    phase: "prefill",
    read: 0,
    text: "",
    groups: null,
    chosen: null,
    fits: null,
    fit: null,
    ...changes,
  };
}

/** A complete distribution with these probabilities, by candidate. */
export function madeUpDistribution(probabilities: readonly number[]): Distribution {
  const groups = probabilities
    .map((probability, index) => ({ candidates: [index], probability }))
    .toSorted((a, b) => b.probability - a.probability);
  return { fits: null, fit: null, groups, complete: true };
}

/**
 * A model of taste: each call of a candidate's provider weighs for it if it was liked, against it if disliked.
 * @returns a probability for each candidate.
 */
export function taste({ candidates, history }: Scenario): number[] {
  const weights = candidates.map(({ name }) =>
    Math.exp(
      history
        .filter(({ tool }) => tool.split(".")[1] === name.split(".")[1])
        .reduce((sum, { rating }) => sum + (rating === 1 ? 1 : rating === 0 ? -1 : 0.1), 0),
    ),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
