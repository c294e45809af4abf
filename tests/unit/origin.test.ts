import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../../src/domain/json";
import { origins, type Origin } from "../../src/domain/origin";
import type { Tool } from "../../src/domain/tool";

const tool: Tool = {
  name: "Weather.Sky.Forecast",
  description: "",
  parameters: [
    { name: "city", type: "string", required: true, description: "" },
    { name: "days", type: "integer", required: false, description: "", default: 3 },
    { name: "units", type: "string", required: false, description: "", default: "metric" },
    { name: "hourly", type: "boolean", required: false, description: "", default: false },
    { name: "tags", type: "array", items: "string", required: false, description: "" },
  ],
};
const history = [
  {
    tool: "Weather.Other.Daily",
    parameters: { place: "Tromsø", days: 9, hourly: true, tags: ["snow", "wind"] },
    rating: null,
  },
];
const query = "Will it rain in “New York” for five days? Show 1,000 hPa and the wind";

test.each<[string, JsonValue, Origin]>([
  ["city", "New York", "query"],
  ["city", "NEW YORK", "query"],
  ["city", "'new york'", "query"],
  ["city", "York New", "own"],
  ["city", "New York, New York, New York", "own"],
  ["city", "Tromsø", "history"],
  ["city", "tromsø", "history"],
  ["city", "Paris", "own"],
  ["days", 5, "query"],
  ["days", "5", "query"],
  ["days", 1000, "query"],
  ["days", 3, "default"],
  ["days", 9, "history"],
  ["days", 4, "own"],
  ["units", "metric", "default"],
  ["units", "imperial", "own"],
  ["hourly", false, "default"],
  ["hourly", true, "history"],
  ["tags", ["rain", "wind"], "query"],
  ["tags", ["rain", "snow"], "history"],
  ["tags", ["rain", "hail"], "own"],
  ["tags", [], "own"],
  ["unknown", "rain", "query"],
])("%s = %j is %s", (name, value, origin) => {
  expect(origins(tool, { [name]: value }, query, history).get(name)).toBe(origin);
});

test("a number of the history counts only under its own name", () => {
  expect(origins(tool, { other: 9 }, query, history).get("other")).toBe("own");
});

test("any words that stand together in the query come from it", () => {
  const words = query.replace(/[“”?,]/g, "").split(" ");
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.integer({ min: 1, max: 4 }), (start, length) => {
      const value = words.slice(start, start + length).join(" ");
      expect(origins(tool, { city: value.toUpperCase() }, query, []).get("city")).toBe("query");
    }),
  );
});

test("every value has an origin, whatever it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, text) => {
      const found = origins(undefined, { any: value as JsonValue }, text, history).get("any");
      expect(["query", "history", "default", "own"]).toContain(found);
    }),
  );
});
