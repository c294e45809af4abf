import { expect, test } from "vitest";
import { blindSpots } from "../../src/domain/blindSpots";
import type { Interaction, Rating } from "../../src/domain/interaction";
import type { Setting } from "../../src/domain/setting";
import { words } from "../../src/words/words.svelte";

const history = (...ratings: Rating[]): Interaction[] =>
  ratings.map((rating, at) => ({
    tool: "A.B.c",
    parameters: {},
    rating,
    id: `${at}`,
    userId: "mia",
    time: 0,
    position: at,
  }));

test.each<[Setting, Rating[], number, string]>([
  [
    "preferred-only",
    [1, 0, null, 0, null, null],
    0,
    "2 disliked calls and 3 unrated calls are invisible here.",
  ],
  ["preferred-only", [1, 0], 0, "1 disliked call is invisible here."],
  ["preferred-only", [1, 1], 0, "Nothing is invisible here."],
  ["rating-integrated", [1, 0, null], 0, "Nothing is invisible here."],
  ["rating-integrated", [], 0, "There was nothing to see."],
  ["rating-integrated", [1, 0, null], 2, "1 disliked call and 1 liked call are invisible here."],
  ["chronological", [1, 0, null], 0, "3 calls are shown, but 2 ratings are invisible here."],
  ["chronological", [null, 1], 0, "2 calls are shown, but one rating is invisible here."],
  ["chronological", [1, 0, 0], 1, "1 liked call is invisible here, and so are the ratings of 2."],
  ["chronological", [null], 0, "Nothing is invisible here."],
])("%s of %j without the %i oldest: %s", (setting, ratings, dropped, said) => {
  expect(words().blindSpots(blindSpots(setting, history(...ratings), dropped))).toBe(said);
});
