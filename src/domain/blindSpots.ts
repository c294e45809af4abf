import type { Interaction } from "./interaction";
import { isVisible, type Setting } from "./setting";

/** What of a history a setting keeps from the model. */
export interface BlindSpots {
  /** Calls that are not shown, by their rating. */
  liked: number;
  disliked: number;
  unrated: number;
  /** Calls that are shown without the rating that they have. */
  ratings: number;
  /** Calls that are shown at all. */
  shown: number;
}

/** What of a history (oldest first) a setting keeps from the model. @param dropped the oldest calls that had no room. */
export function blindSpots(setting: Setting, history: readonly Interaction[], dropped = 0): BlindSpots {
  const allowed = history.filter((one) => isVisible(setting, one));
  const shown = allowed.slice(dropped);
  const hidden = history.filter((one) => !shown.includes(one));
  const withRating = (rating: Interaction["rating"]) => hidden.filter((one) => one.rating === rating).length;
  return {
    liked: withRating(1),
    disliked: withRating(0),
    unrated: withRating(null),
    // Among liked calls only, a rating says nothing that the heading doesn't.
    ratings: setting === "chronological" ? shown.filter(({ rating }) => rating !== null).length : 0,
    shown: shown.length,
  };
}

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** The parts of a list with commas and one "and". */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/** A sentence on what the model could not see. */
export function blindSpotWords({ liked, disliked, unrated, ratings, shown }: BlindSpots): string {
  const hidden = [
    ...(disliked > 0 ? [counted(disliked, "disliked call")] : []),
    ...(unrated > 0 ? [counted(unrated, "unrated call")] : []),
    ...(liked > 0 ? [counted(liked, "liked call")] : []),
  ];
  const count = liked + disliked + unrated;
  const seen = `${counted(shown, "call")} ${shown === 1 ? "is" : "are"} shown`;
  if (count > 0) {
    const also = ratings > 0 ? `, and so are the ratings of ${ratings}` : "";
    return `${capital(listed(hidden))} ${count === 1 ? "is" : "are"} invisible here${also}.`;
  }
  if (ratings > 0)
    return `${capital(seen)}, but ${ratings === 1 ? "one rating is" : `${ratings} ratings are`} invisible here.`;
  return shown === 0 ? "There was nothing to see." : "Nothing is invisible here.";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
