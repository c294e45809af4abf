import { Random } from "./random.ts";
import type { Plays } from "./schema.ts";

/**
 * A question with few candidates and short histories: what a model learns first, in a third of the time.
 * @param candidates how many are kept at most, unless more of them do what is asked.
 * @param calls how long a history may be.
 * @returns null if fewer than two histories are that short.
 */
export function shorter(made: Plays, candidates: number, calls: number): Plays | null {
  const plays = made.plays.filter(({ history }) => history.length <= calls);
  if (plays.length < 2) return null;
  // Which wrong candidates stay is by chance: the first ones would push what fits to the end.
  const wrong = made.candidates.flatMap((_, at) => (made.fits.includes(at) ? [] : [at]));
  const more = new Random(made.id).sample(wrong, Math.max(0, candidates - made.fits.length));
  const kept = [...made.fits, ...more].sort((a, b) => a - b);
  return {
    ...made,
    plays,
    candidates: kept.flatMap((at) => made.candidates.slice(at, at + 1)),
    fits: made.fits.map((at) => kept.indexOf(at)),
  };
}
