import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFault } from "../../src/store/jsonFault";

describe("jsonFault", () => {
  it.each([
    ['{"a": 1,}', 1, 9],
    ['{"a": x}', 1, 7],
    ['{\n "a": 1\n "b": 2\n}', 3, 2],
    ['{"a": [1, 2}', 1, 12],
    ['{"a": "no end', 1, 7],
    ["", 1, 1],
    ["[1, 2", 1, 6],
    ['{"a": 01}', 1, 7],
    ['{"a": 1} x', 1, 10],
    ["{'a': 1}", 1, 2],
    ['{"a"\r\n:\r\n}', 3, 1],
    ['["\\x"]', 1, 2],
  ])("%j breaks at line %i, column %i", (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFault(text)).toMatchObject({ line, column });
  });

  it("finds nothing in JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        expect(jsonFault(JSON.stringify(value, null, indent))).toBeNull();
      }),
    );
  });

  it("agrees with JSON.parse on damaged JSON", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom("", "}", ",", '"', "x", "0"),
        (value, at, put) => {
          const text = JSON.stringify(value);
          const damaged = text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1);
          const parses = (() => {
            try {
              JSON.parse(damaged);
              return true;
            } catch {
              return false;
            }
          })();
          expect(jsonFault(damaged) === null).toBe(parses);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("stands any nesting", () => {
    expect(jsonFault("[".repeat(200_000) + "]".repeat(200_000))).toBeNull();
    expect(jsonFault("[".repeat(200_000))).toMatchObject({ line: 1, column: 200_001 });
  });
});
