import type { Attribution } from "./attribution";
import type { Interaction, Rating } from "./interaction";
import { visibleHistory, type Setting } from "./setting";

/** A change of one interaction that somebody could make: another rating, or none of it at all. */
export type Flip = { id: string; to: { rating: Rating } | "removed" };

/** What a history is with some flips made. */
export function flipped(history: readonly Interaction[], flips: readonly Flip[]): Interaction[] {
  const byId = new Map(flips.map(({ id, to }) => [id, to]));
  return history.flatMap((one) => {
    const to = byId.get(one.id);
    if (to === "removed") return [];
    return to ? [{ ...one, rating: to.rating }] : [one];
  });
}

/** The rating that says the opposite; of an unrated call it is a like. */
export function oppositeRating(rating: Rating): Rating {
  return rating === 1 ? 0 : 1;
}

/** The flip that a preview shows: the opposite rating, or the call taken away where ratings can't be seen. */
export function previewFlip(setting: Setting, { id, rating }: Interaction): Flip {
  return setting === "chronological" ? { id, to: "removed" } : { id, to: { rating: oppositeRating(rating) } };
}

/** What a model makes of a history. */
export interface Outcome {
  /** The name of the tool that is most likely. */
  tool: string;
  /** Log-odds of the provider that was chosen at first. */
  logOdds: number;
}

/** The change that was found, and what is chosen then. */
export interface FoundFlip {
  flips: Flip[];
  tool: string;
}

export interface FlipSearch {
  setting: Setting;
  history: readonly Interaction[];
  /** What is chosen now. */
  now: Outcome;
  /** What each interaction did, as far as it is known: the search begins with those that spoke for the choice. */
  attributions: readonly Attribution[];
  /** The most histories to try. */
  bound: number;
  /** Asks the model about a changed history. Throws to end the search. */
  ask: (history: Interaction[]) => Promise<Outcome>;
  /** Hears how many were tried. */
  onTried?: (tried: number) => void;
}

/** Of the bound, this part is for single changes; the rest is for pairs of them. */
const SINGLE_SHARE = 2 / 3;

/** All single flips that change what the model sees, those of the interactions that spoke most for the choice first. */
export function singleFlips({
  setting,
  history,
  attributions,
}: Pick<FlipSearch, "setting" | "history" | "attributions">): Flip[] {
  const weight = new Map(attributions.map((one) => [one.id, one.weight]));
  const seen = JSON.stringify(visibleHistory(setting, history));
  const known = new Set([seen]);
  return history
    .toReversed()
    .toSorted((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0))
    .flatMap(({ id, rating }): Flip[] => [
      { id, to: { rating: oppositeRating(rating) } },
      { id, to: "removed" },
    ])
    .filter((flip) => {
      const changed = JSON.stringify(visibleHistory(setting, flipped(history, [flip])));
      return !known.has(changed) && known.add(changed);
    });
}

/**
 * Looks for the smallest change of the history after which another tool is chosen: single flips first, then pairs of
 * those that moved the choice most.
 * @returns null if none was found within the bound, which doesn't mean that there is none.
 */
export async function findFlip(search: FlipSearch): Promise<FoundFlip | null> {
  const { history, now, bound, ask, onTried } = search;
  const singles = singleFlips(search);
  const moved: { flip: Flip; by: number }[] = [];
  let tried = 0;
  const attempt = async (flips: Flip[]): Promise<Outcome> => {
    const outcome = await ask(flipped(history, flips));
    tried += 1;
    onTried?.(tried);
    return outcome;
  };
  for (const flip of singles.slice(0, Math.max(1, Math.ceil(bound * SINGLE_SHARE)))) {
    const { tool, logOdds } = await attempt([flip]);
    if (tool !== now.tool) return { flips: [flip], tool };
    moved.push({ flip, by: logOdds - now.logOdds });
  }
  for (const pair of pairs(moved).slice(0, bound - tried)) {
    const { tool } = await attempt(pair);
    if (tool !== now.tool) return { flips: pair, tool };
  }
  return null;
}

/** Pairs of flips of different interactions, those first that together moved the choice furthest away. */
function pairs(moved: readonly { flip: Flip; by: number }[]): Flip[][] {
  return moved
    .flatMap((one, at) =>
      moved.slice(at + 1).flatMap((other) => (one.flip.id === other.flip.id ? [] : [{ one, other }])),
    )
    .toSorted((a, b) => a.one.by + a.other.by - (b.one.by + b.other.by))
    .map(({ one, other }) => [one.flip, other.flip]);
}
