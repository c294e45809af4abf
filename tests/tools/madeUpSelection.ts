import type { Distribution } from "../../src/domain/distribution";
import type { Scenario } from "../../src/domain/scenario";
import type { Selection } from "../../src/domain/selection";
import type { SelectProgress } from "../../src/model";
import type { ModelConnection, ModelSource } from "../../src/state/modelSource";

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

/** A model that is stored already and answers as told; by taste, unless told otherwise. */
export function madeUpModels(answers: Partial<ModelConnection>): ModelSource {
  return {
    lock: { take: () => Promise.resolve(true), free: () => Promise.resolve(), release: () => undefined },
    foreign: () => false,
    free: () => Promise.resolve(null),
    find: () =>
      Promise.resolve({
        folder: "https://example.org/",
        manifest: { files: [], name: "Made up", kind: "base" } as never,
      }),
    probe: () => Promise.resolve({ ok: true, reason: null, adapter: null, lacking: [] }),
    stored: () => Promise.resolve({ bytes: 0, total: 0, complete: true }),
    remove: () => Promise.resolve(),
    connect: () => ({
      onLost: null,
      load: () => Promise.resolve(),
      close: () => undefined,
      select: (scenario) => Promise.resolve(tasteSelection(scenario)),
      distribution: (scenario) => Promise.resolve(madeUpDistribution(taste(scenario))),
      prepare: () => Promise.resolve(),
      ...answers,
    }),
  };
}

/** What a model of taste selects. */
export function tasteSelection(scenario: Scenario): Selection {
  const { groups } = madeUpDistribution(taste(scenario));
  const chosen = scenario.candidates[groups[0]?.candidates[0] ?? 0];
  const call = { tool_name: chosen?.name ?? "", parameters: { city: "Oslo" } };
  return madeUpSelection(scenario, { answer: { fit: null, call }, groups, text: JSON.stringify(call) });
}
