import type { CandidateGroup } from "./namePaths";

/** No shown probability is wrong by more; 0.01 is what was promised, and a little of that is for rounding. */
const TOLERANCE = 0.009;

/**
 * Whether a group need not be resolved, which would take a run that reads the whole prompt: whatever its candidates' own
 * probabilities are, shown as equal parts none of them is wrong by more than the tolerance.
 * @param count of the candidates, which share the probability.
 */
export function isNegligible(probability: number, count: number): boolean {
  return probability * (1 - 1 / count) < TOLERANCE;
}

/** How a model's answer divides among the candidates. */
export interface Distribution {
  /** The candidates that the model listed as fitting, by index; null where its answers have no list. */
  fits: number[] | null;
  /**
   * For each candidate the probability with which the list takes it, on the way that the model followed: given
   * what was listed before. For candidates after the list's last the probability that the list goes on at
   * all, which is more than their own. Null where answers have no list.
   */
  fit: number[] | null;
  /** The probabilities of the candidates given that list, the chosen one first; they sum to 1. Who isn't listed has 0. */
  groups: CandidateGroup[];
  /**
   * Whether nothing is left to resolve: each candidate stands alone, but for those of the same name, and for
   * groups each of which is negligible.
   */
  complete: boolean;
}

/**
 * Whether a candidate's `fit` is no more than a bound: all candidates after the list's last have the probability that
 * the list goes on at all, unless there is only one.
 * @param fits the list, in rising order.
 * @param count of the candidates.
 */
export function fitIsBound(fits: readonly number[], count: number, index: number): boolean {
  const last = fits.at(-1) ?? -1;
  return index > last && count - last > 2;
}

/**
 * What should be resolved next: the most probable group of several names that isn't negligible; null if nothing is
 * left.
 * @param names the candidates' names, by index.
 */
export function unresolved(
  groups: readonly CandidateGroup[],
  names: readonly string[],
): CandidateGroup | null {
  const open = groups.filter(
    ({ candidates, probability }) =>
      !isNegligible(probability, candidates.length) &&
      new Set(candidates.map((index) => names[index])).size > 1,
  );
  return open.reduce<CandidateGroup | null>(
    (best, group) => (best && best.probability >= group.probability ? best : group),
    null,
  );
}

/**
 * Puts finer groups in place of one: their probabilities are shares of its own. The first group stays the first, the
 * others follow by probability.
 */
export function refine(
  groups: readonly CandidateGroup[],
  coarse: CandidateGroup,
  finer: readonly CandidateGroup[],
): CandidateGroup[] {
  const [first, ...others] = groups.flatMap((group) =>
    group === coarse
      ? finer.map(({ candidates, probability }) => ({
          candidates,
          probability: probability * coarse.probability,
        }))
      : [group],
  );
  return first ? [first, ...others.sort((a, b) => b.probability - a.probability)] : [];
}
