import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../../src/domain/json";
import { parameterOf, readValue, valueText } from "../../src/domain/parameterText";
import type { Parameter, ParameterType } from "../../src/domain/tool";

const parameter = (type: ParameterType, more: Partial<Parameter> = {}): Parameter => ({
  name: "p",
  type,
  required: false,
  description: "",
  ...more,
});

test.each<[Parameter, string, JsonValue]>([
  [parameter("string"), " 12 ", " 12 "],
  [parameter("integer"), " 12 ", 12],
  [parameter("number"), "-2.5e3", -2500],
  [parameter("boolean"), "true", true],
  [parameter("array"), "a, b", ["a", "b"]],
  [parameter("array"), '["a, b"]', ["a, b"]],
  [parameter("array", { items: "integer" }), "1, 2", [1, 2]],
  [parameter("object"), '{"a": 1}', { a: 1 }],
  [parameter("string", { enum: ["x", 2] }), "2", 2],
])("reads %j from %j", (given, text, value) => expect(readValue(given, text)).toEqual({ value }));

test.each<[Parameter, string]>([
  [parameter("integer"), "1.5"],
  [parameter("integer"), "0x10"],
  [parameter("number"), "Infinity"],
  [parameter("boolean"), "yes"],
  [parameter("array", { items: "integer" }), "1, b"],
  [parameter("array"), "[1"],
  [parameter("object"), "[1]"],
  [parameter("object"), "null"],
  [parameter("string", { enum: ["x"] }), "y"],
])("finds a fault with %j in %j", (given, text) =>
  expect(readValue(given, text)).toEqual({ fault: expect.objectContaining({ code: expect.any(String) }) }),
);

test("an empty field is no value", () =>
  expect(readValue(parameter("string"), "  ")).toEqual({ empty: true }));

test("what is shown for a value is read as the same value", () => {
  const values = fc.oneof(
    fc.string().filter((text) => text.trim() !== ""),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.array(fc.string(), { minLength: 1 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      fc.string(),
    ),
  );
  fc.assert(
    fc.property(values, (value) => {
      expect(readValue(parameterOf("p", value), valueText(value))).toEqual({ value });
    }),
  );
});
