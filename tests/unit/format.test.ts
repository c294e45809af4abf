import { expect, test } from "vitest";
import { ago } from "../../src/views/format";

const DAY = 86_400_000;

test.each([
  [0, "today"],
  [DAY - 1, "today"],
  [1 - DAY, "today"],
  [DAY, "yesterday"],
  [13 * DAY, "13 days ago"],
  [14 * DAY, "2 weeks ago"],
  [60 * DAY, "2 months ago"],
  [800 * DAY, "2 years ago"],
  [-2 * DAY, "in 2 days"],
  [-800 * DAY, "in 2 years"],
])("a call %i ms ago was %s", (milliseconds, words) => {
  const now = Date.UTC(2026, 1, 3);
  expect(ago(now - milliseconds, now)).toBe(words);
});
