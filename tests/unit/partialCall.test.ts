import fc from "fast-check";
import { expect, test } from "vitest";
import { writeJson, type JsonValue } from "../../src/domain/json";
import { readPartialCall } from "../../src/domain/partialCall";

test.each([
  ["", null, {}],
  ["Fit: 1 2\n", null, {}],
  ['{"tool_name": "A.B', null, {}],
  ['{"tool_name": "A.B.c", "parameters":', null, {}],
  ['{"tool_name": "A.B.c", "parameters": {', "A.B.c", {}],
  ['{"tool_name": "A.B.c", "parameters": {"city"', "A.B.c", {}],
  ['{"tool_name": "A.B.c", "parameters": {"city": ', "A.B.c", {}],
  ['{"tool_name": "A.B.c", "parameters": {"city": "Os', "A.B.c", { city: "Os" }],
  ['{"tool_name": "A.B.c", "parameters": {"city": "O\\', "A.B.c", { city: "O" }],
  ['{"tool_name": "A.B.c", "parameters": {"city": "Oslo", "days": 1', "A.B.c", { city: "Oslo", days: 1 }],
  ['{"tool_name": "A.B.c", "parameters": {"hourly": tru', "A.B.c", {}],
  ['{"tool_name": "A.B.c", "parameters": {"tags": ["a", "b', "A.B.c", { tags: ["a", "b"] }],
  ['Fit: 0\n{"tool_name": "A.B.c", "parameters": {"q": "}{"}}', "A.B.c", { q: "}{" }],
])("%s", (text, tool, parameters) => {
  expect(readPartialCall(text)).toEqual({ tool, parameters });
});

test("every beginning of a call can be read, and the whole of it as it is", () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), value, { maxKeys: 3 }), (dictionary) => {
      const parameters = { ...dictionary } as Record<string, JsonValue>;
      delete parameters["__proto__"];
      const text = writeJson({ tool_name: 'A."B".c', parameters });
      for (let end = 0; end < text.length; end++)
        expect(Object.keys(parameters)).toEqual(
          expect.arrayContaining(Object.keys(readPartialCall(text.slice(0, end)).parameters)),
        );
      expect(readPartialCall(text)).toEqual({ tool: 'A."B".c', parameters });
    }),
  );
});
