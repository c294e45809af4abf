import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../../src/domain/json";
import { mockResponse } from "../../src/domain/mockResponse";
import { responseShapeSchema, type ResponseShape } from "../../src/domain/responseShape";

const call = { tool_name: "Weather.Sky.Forecast", parameters: { city: "Oslo", days: 5 } };

const leaf = fc.constantFrom<ResponseShape>(
  "string",
  "integer",
  "number",
  "boolean",
  "date",
  "date-time",
  "uri",
  "email",
);
const name = fc.constantFrom("city", "lat", "id", "title", "created_at", "url", "price", "days", "status");
const shape = fc.letrec<{ shape: ResponseShape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie("shape").map((inner): ResponseShape => [inner]),
    fc.dictionary(name, tie("shape"), { minKeys: 1, maxKeys: 4 }).map((object) => ({ ...object })),
  ),
})).shape;

/** Whether a value is what a shape says. */
function fits(value: JsonValue, wanted: ResponseShape): boolean {
  if (Array.isArray(wanted)) {
    const [inner] = wanted;
    return Array.isArray(value) && value.length > 0 && value.every((entry) => inner && fits(entry, inner));
  }
  if (typeof wanted === "object")
    return (
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(wanted).every(([key, inner]) => fits(value[key] ?? null, inner))
    );
  if (wanted === "integer") return Number.isInteger(value);
  if (wanted === "number" || wanted === "boolean") return typeof value === wanted;
  return typeof value === "string";
}

test("a mock response has the shape of the document, and is the same for the same call", () => {
  fc.assert(
    fc.property(shape, (wanted) => {
      const mock = mockResponse(call, wanted);
      expect(fits(mock, wanted)).toBe(true);
      expect(mockResponse(call, wanted)).toEqual(mock);
    }),
  );
});

test("another call gets other values, and what was asked is repeated", () => {
  const wanted: ResponseShape = { city: "string", days: "integer", temperature: "number" };
  const mock = mockResponse(call, wanted);
  expect(mock).toMatchObject({ city: "Oslo", days: 5 });
  const other = mockResponse({ ...call, parameters: { city: "Porto" } }, wanted);
  expect(other).not.toEqual(mock);
});

test("numbers stay in the range that their names mean", () => {
  const place = mockResponse(call, { lat: "number", longitude: "number", humidity: "integer" }) as Record<
    string,
    number
  >;
  expect(Math.abs(place["lat"] ?? 99)).toBeLessThanOrEqual(90);
  expect(Math.abs(place["longitude"] ?? 999)).toBeLessThanOrEqual(180);
  expect(place["humidity"]).toBeGreaterThanOrEqual(0);
});

test("shapes beyond the bounds are refused: depth, breadth, unknown kinds", () => {
  const nested = (depth: number): unknown => (depth === 0 ? "string" : { inner: nested(depth - 1) });
  expect(responseShapeSchema.safeParse(nested(4)).success).toBe(true);
  expect(responseShapeSchema.safeParse(nested(5)).success).toBe(false);
  expect(responseShapeSchema.safeParse(nested(3000)).success).toBe(false);
  const broad = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`p${at}`, "string"]));
  expect(responseShapeSchema.safeParse(broad).success).toBe(false);
  expect(responseShapeSchema.safeParse("function").success).toBe(false);
  expect(responseShapeSchema.safeParse([]).success).toBe(false);
});
