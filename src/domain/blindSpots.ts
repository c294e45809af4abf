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
