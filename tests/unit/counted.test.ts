import { describe, expect, test } from "vitest";
import {
  countedSchema,
  countOne,
  csvOf,
  dateOf,
  MAX_DAYS,
  totalOf,
  type Counted,
} from "../../src/domain/counted";

const noon = (day: number) => new Date(2026, 10, day, 12).getTime();

describe("what a booth counts", () => {
  test("is counted by local day, and summed", () => {
    let days: Counted = {};
    for (const [what, day] of [
      ["visits", 22],
      ["selections", 22],
      ["selections", 22],
      ["selections", 21],
    ] as const)
      days = countOne(days, what, noon(day));
    expect(days).toEqual({
      "2026-11-21": { visits: 0, selections: 1 },
      "2026-11-22": { visits: 1, selections: 2 },
    });
    expect(Object.keys(days)).toEqual(["2026-11-21", "2026-11-22"]);
    expect(totalOf(days)).toEqual({ visits: 1, selections: 3 });
    expect(totalOf({})).toEqual({ visits: 0, selections: 0 });
    expect(csvOf(days)).toBe("date,visits,selections\r\n2026-11-21,0,1\r\n2026-11-22,1,2\r\n");
    expect(dateOf(new Date(2026, 0, 3, 23, 59).getTime())).toBe("2026-01-03");
  });

  test("forgets the oldest days, so that it stays small for ever", () => {
    let days: Counted = Object.fromEntries(
      Array.from({ length: MAX_DAYS }, (_, day) => [dateOf(noon(day)), { visits: 1, selections: 0 }]),
    );
    for (const day of [MAX_DAYS, MAX_DAYS + 1]) days = countOne(days, "visits", noon(day));
    expect(Object.keys(days)).toHaveLength(MAX_DAYS);
    expect([Object.keys(days)[0], Object.keys(days).at(-1)]).toEqual(
      [2, MAX_DAYS + 1].map((day) => dateOf(noon(day))),
    );
    expect(countedSchema.parse(days)).toEqual(days);
  });

  test("is refused where it is no count", () => {
    for (const wrong of [
      { "22.11.2026": { visits: 1, selections: 1 } },
      { "2026-11-22": { visits: -1, selections: 1 } },
      { "2026-11-22": { visits: 1 } },
      { "2026-11-22": 3 },
    ])
      expect(countedSchema.safeParse(wrong).success).toBe(false);
  });
});
