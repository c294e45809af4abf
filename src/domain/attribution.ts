import type { CandidateGroup } from "./namePaths";
import { toolParts } from "./tool";

/** Beyond this a probability counts as certain: log-odds of 0 and 1 are infinite. */
const EDGE = 1e-4;
/** Less log-odds than this is no more than rounding on the device. */
export const NOTHING = 0.01;

/** ln(p / (1 - p)), with p kept away from 0 and 1. */
export function logOdds(probability: number): number {
  const kept = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(kept / (1 - kept));
}

/**
 * The probability that a tool's provider is chosen: of all candidates of that provider together. Of a group that
 * nobody told apart, each candidate counts the same.
 * @param names of the candidates, by index.
 */
export function providerProbability(
  groups: readonly CandidateGroup[],
  names: readonly string[],
  tool: string,
): number {
  const parts = groups.map(({ candidates, probability }) => {
    const own = candidates.filter((candidate) => sameProvider(names[candidate] ?? "", tool));
    return (probability * own.length) / Math.max(1, candidates.length);
  });
  return Math.min(
    1,
    parts.reduce((sum, part) => sum + part, 0),
  );
}

/** Whether two tools are of one provider, perhaps in different categories. */
export function sameProvider(one: string, other: string): boolean {
  const provider = (name: string) => toolParts(name).provider || name;
  return provider(one) === provider(other);
}

/** What one interaction did for the choice. */
export interface Attribution {
  /** The interaction's id. */
  id: string;
  /** Log-odds of the chosen provider with the interaction, less those without it: above 0 it spoke for it. */
  weight: number;
}

/** What one interaction did, from the chosen provider's probability with all of the history and without this one. */
export function attribution(id: string, all: number, without: number): Attribution {
  return { id, weight: logOdds(all) - logOdds(without) };
}

/** Attributions in two lists, the strongest first; what did nothing is in neither. */
export function forAndAgainst(attributions: readonly Attribution[]): {
  spokeFor: Attribution[];
  spokeAgainst: Attribution[];
} {
  const sorted = attributions.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    spokeFor: sorted.filter(({ weight }) => weight > NOTHING),
    spokeAgainst: sorted.filter(({ weight }) => weight < -NOTHING),
  };
}
