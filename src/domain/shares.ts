import type { CandidateGroup } from "./namePaths";

/** What a selection says about one candidate: its probability, or that of the group it can't be told from. */
export interface Share {
  probability: number;
  /** How many candidates have this probability together; 1 for a candidate of its own. */
  together: number;
  chosen: boolean;
}

/** The share of each candidate, by index; the first group holds the chosen one. */
export function shares(groups: readonly CandidateGroup[], count: number): (Share | undefined)[] {
  const result = new Array<Share | undefined>(count).fill(undefined);
  groups.forEach(({ candidates, probability }, rank) => {
    for (const candidate of candidates)
      result[candidate] = { probability, together: candidates.length, chosen: rank === 0 };
  });
  return result;
}

/** The probability of each candidate, by index; of a group that nobody told apart, each has the same part. */
export function probabilities(groups: readonly CandidateGroup[], count: number): number[] {
  return shares(groups, count).map((share) => (share ? share.probability / share.together : 0));
}
