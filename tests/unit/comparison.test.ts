import { expect, test } from "vitest";
import { differenceOf } from "../../src/domain/comparison";

const names = ["A", "B", "C"];

test("two histories that lead to different tools", () => {
  const sides = [
    { tool: "A", each: [0.7, 0.2, 0.1] },
    { tool: "B", each: [0.1, 0.6, 0.3] },
  ] as const;
  const { sameTool, shares, largest } = differenceOf(names, sides);
  expect([sameTool, shares, largest.tool]).toEqual([false, [0.7, 0.6], "A"]);
  expect(largest.by).toBeCloseTo(0.6, 10);
});

test("two histories that lead to the same tool, one of them surer", () => {
  const sides = [
    { tool: "C", each: [0, 0, 1] },
    { tool: "C", each: [0.25, 0.25, 0.5] },
  ] as const;
  expect(differenceOf(names, sides)).toEqual({
    sameTool: true,
    shares: [1, 0.5],
    largest: { tool: "C", by: 0.5 },
  });
});

test("no difference at all, and nothing to compare", () => {
  const side = { tool: "A", each: [1, 0, 0] };
  expect(differenceOf(names, [side, side]).largest.by).toBe(0);
  expect(differenceOf([], [side, side]).largest).toEqual({ tool: "", by: 0 });
});
