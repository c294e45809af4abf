import type { Setting } from "../domain/setting";

/** What the settings are called on the page, and a line on each. */
export const settingWords: Record<Setting, { words: string; line: string }> = {
  "preferred-only": {
    words: "Liked only",
    line: "The model sees only the calls that were liked. What was disliked stays hidden from it.",
  },
  "rating-integrated": {
    words: "With ratings",
    line: "The model sees every call, each with its rating: liked, disliked, or not rated.",
  },
  chronological: {
    words: "In order",
    line: "The model sees every call in order but no ratings: what was called later should count more.",
  },
};
