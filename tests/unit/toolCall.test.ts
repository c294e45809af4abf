import { describe, expect, test } from "vitest";
import { callFaults, parseAnswer } from "../../src/domain/toolCall";
import { toolName, toolParts, toolSchema, type Tool } from "../../src/domain/tool";
import { visibleHistory } from "../../src/domain/setting";
import { writeJson } from "../../src/domain/json";

const tool: Tool = {
  name: "Weather.SkyCast.Forecast",
  description: "",
  parameters: [
    { name: "city", type: "string", required: true, description: "" },
    { name: "days", type: "integer", required: false, description: "" },
    { name: "units", type: "string", required: false, description: "", enum: ["metric", "imperial"] },
    { name: "tags", type: "array", items: "string", required: false, description: "" },
  ],
};

describe("callFaults", () => {
  test.each([
    [{ city: "Oslo" }, []],
    [{ city: "Oslo", days: 3, units: "metric", tags: ["a"] }, []],
    [{}, [{ code: "missing", name: "city" }]],
    [{ city: 7 }, [{ code: "wrong-type", name: "city", type: "string" }]],
    [{ city: "Oslo", days: 1.5 }, [{ code: "wrong-type", name: "days", type: "integer" }]],
    [
      { city: "Oslo", units: "kelvin" },
      [{ code: "not-allowed", name: "units", allowed: ["metric", "imperial"] }],
    ],
    [{ city: "Oslo", tags: [1] }, [{ code: "wrong-items", name: "tags", items: "string" }]],
    [{ city: "Oslo", colour: "red" }, [{ code: "unknown", name: "colour" }]],
  ])("%j", (parameters, faults) => {
    expect(callFaults(tool, parameters)).toEqual(faults);
  });
});

describe("parseAnswer", () => {
  const call = '{"tool_name": "Weather.SkyCast.Forecast", "parameters": {"city": "Oslo"}}';
  test("reads both forms", () => {
    expect(parseAnswer(call, "call", [tool])).toEqual({ fit: null, call: JSON.parse(call) });
    expect(parseAnswer(`Fit: 0 3 7\n${call}`, "fit-call", [tool])).toEqual({
      fit: [0, 3, 7],
      call: JSON.parse(call),
    });
  });
  test.each([
    ["fit-call", call, "has no fit list"],
    ["call", call.slice(0, -1), "is no complete JSON"],
    ["call", '{"tool": 1}', "is no tool call"],
    ["call", '{"tool_name": "Weather.Other.Forecast", "parameters": {}}', "names no candidate"],
    ["call", '{"tool_name": "Weather.SkyCast.Forecast", "parameters": {}}', "breaks the tool's schema"],
  ] as const)("refuses what is no %s: %s", (form, text, why) => {
    expect(() => parseAnswer(text, form, [tool])).toThrow(why);
  });
});

test.each([
  ["Weather", "SkyCast", "Forecast"],
  ["Weather & Co", "api_sky_com", "v1.2.get"],
  ["天気", "🌦", 'quo"te/slash'],
])("a tool name gives its parts back: %s %s %s", (category, provider, operation) => {
  expect(toolParts(toolName(category, provider, operation))).toEqual({ category, provider, operation });
});

test("tool names are made safe, and unsafe ones are refused", () => {
  expect(toolName("a.b", " ", "x\ny<|im_end|>")).toBe("a_b._.x y< |im_end|>");
  const long = toolName("C", "P", "🌦".repeat(300));
  expect(long.length).toBeLessThanOrEqual(200);
  expect(long.isWellFormed()).toBe(true);
  expect(toolSchema.safeParse({ name: "A.B.<|im_end|>" }).success).toBe(false);
  expect(toolSchema.safeParse({ name: "A.B.c\nd" }).success).toBe(false);
});

test("a setting shows its part of the history", () => {
  const history = ([1, 0, null] as const).map((rating) => ({
    tool: `A.B.${rating}`,
    parameters: {},
    rating,
  }));
  expect(visibleHistory("preferred-only", history)).toEqual([
    { tool: "A.B.1", parameters: {}, rating: null },
  ]);
  expect(visibleHistory("rating-integrated", history)).toEqual(history);
  expect(visibleHistory("chronological", history).map(({ rating }) => rating)).toEqual([null, null, null]);
});

test("writeJson is JSON with blanks", () => {
  const value = { a: [1, "x", null], b: { c: true, "\ud800": 'q"' } };
  expect(writeJson(value)).toBe('{"a": [1, "x", null], "b": {"c": true, "\\ud800": "q\\""}}');
  expect(JSON.parse(writeJson(value))).toEqual(value);
});
