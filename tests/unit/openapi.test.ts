import { describe, expect, it } from "vitest";
import {
  findOperation,
  isOpenApi,
  listOperations,
  openApiTools,
  readOperation,
} from "../../src/domain/openapi";
import { firstSentences, plainText } from "../../src/domain/plainText";
import { toolSchema, type Parameter, type Tool } from "../../src/domain/tool";

/** A document with one operation. */
function withOperation(operation: object, rest: object = {}): Record<string, unknown> {
  return { openapi: "3.0.0", info: { title: "Test" }, paths: { "/x": { get: operation } }, ...rest };
}

function parametersOf(operation: object, rest: object = {}): Parameter[] {
  const [tool] = openApiTools(withOperation(operation, rest), "file").tools;
  return tool?.parameters ?? [];
}

function query(name: string, schema: object, more: object = {}): object {
  return { name, in: "query", schema, ...more };
}

describe("isOpenApi", () => {
  it.each([
    [{ openapi: "3.0.3" }, true],
    [{ openapi: "3.1.0" }, true],
    [{ swagger: "2.0" }, true],
    [{ swagger: 2 }, true],
    [{ openapi: 3.1 }, true],
    [{ openapi: "4.0" }, false],
    [{ swagger: "1.2" }, false],
    [{}, false],
    [[], false],
    [null, false],
    ["openapi: 3", false],
  ])("%j: %s", (document, expected) => {
    expect(isOpenApi(document)).toBe(expected);
  });
});

describe("parameters", () => {
  it.each<[string, object, Partial<Parameter>]>([
    ["a string", { type: "string" }, { type: "string" }],
    ["no type", {}, { type: "string" }],
    ["an unknown type", { type: "file" }, { type: "string" }],
    ["an integer with a default", { type: "integer", default: 5 }, { type: "integer", default: 5 }],
    ["a default of the wrong type", { type: "integer", default: "5" }, { type: "integer" }],
    ["an enum", { type: "string", enum: ["a", "b", "a", null] }, { type: "string", enum: ["a", "b"] }],
    ["an enum without a type", { enum: [1, 2] }, { type: "number", enum: [1, 2] }],
    ["an array", { type: "array", items: { type: "integer" } }, { type: "array", items: "integer" }],
    ["a nullable type of 3.1", { type: ["null", "boolean"] }, { type: "boolean" }],
    ["one of several", { oneOf: [{}, { type: "number" }] }, { type: "number" }],
    ["all of several", { allOf: [{ type: "string" }, { enum: ["x"] }] }, { type: "string", enum: ["x"] }],
  ])("reads %s", (_, schema, expected) => {
    const [parameter] = parametersOf({ parameters: [query("p", schema)] });
    expect(parameter).toEqual({ name: "p", required: false, description: "", ...expected });
  });

  it("drops an enum that is too long to forbid what it lacks", () => {
    const values = Array.from({ length: 101 }, (_, at) => `v${at}`);
    expect(
      parametersOf({ parameters: [query("p", { type: "string", enum: values })] })[0]?.enum,
    ).toBeUndefined();
  });

  it("takes a path's parameters along and lets the operation replace them", () => {
    const document = {
      openapi: "3.0.0",
      paths: {
        "/x/{id}": {
          parameters: [
            { name: "id", in: "path", schema: { type: "string" } },
            query("lang", { type: "string" }),
          ],
          get: {
            parameters: [
              query("lang", { type: "string", enum: ["de"] }),
              query("limit", { type: "integer" }),
            ],
          },
        },
      },
    };
    const [tool] = openApiTools(document, "file").tools;
    expect(tool?.parameters.map(({ name, required }) => [name, required])).toEqual([
      ["id", true],
      ["lang", false],
      ["limit", false],
    ]);
    expect(tool?.parameters[1]?.enum).toEqual(["de"]);
  });

  it("leaves out keys, tokens and headers that only carry the call", () => {
    const names = [
      query("api_key", { type: "string" }),
      query("k", { type: "string" }),
      query("key", { type: "string" }, { description: "Your API key" }),
      query("key", { type: "string" }, { description: "The key of the song" }),
      { name: "X-Session-Token", in: "header", schema: {} },
      { name: "Accept", in: "header", schema: {} },
      { name: "X-Units", in: "header", schema: {} },
      { name: "session", in: "cookie", schema: {} },
    ];
    const security = { components: { securitySchemes: { a: { type: "apiKey", in: "query", name: "k" } } } };
    expect(parametersOf({ parameters: names }, security).map(({ name }) => name)).toEqual(["key", "X-Units"]);
  });

  it("flattens the properties of a JSON body, without those that only come back", () => {
    const body = {
      requestBody: {
        content: {
          "text/plain": { schema: { type: "string" } },
          "application/json": {
            schema: {
              required: ["to"],
              properties: {
                to: { type: "string", description: "Who" },
                tags: { type: "array", items: { type: "string" } },
                extra: { type: "object", properties: { deep: { type: "string" } } },
                id: { type: "string", readOnly: true },
              },
            },
          },
        },
      },
    };
    expect(parametersOf(body)).toEqual([
      { name: "to", type: "string", required: true, description: "Who" },
      { name: "tags", type: "array", items: "string", required: false, description: "" },
      { name: "extra", type: "object", required: false, description: "" },
    ]);
  });

  it("merges the parts of a body", () => {
    const rest = {
      components: {
        schemas: {
          Base: { type: "object", required: ["a"], properties: { a: { type: "string" } } },
          Full: {
            allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { b: { type: "integer" } } }],
          },
        },
      },
    };
    const body = { content: { "application/json": { schema: { $ref: "#/components/schemas/Full" } } } };
    expect(parametersOf({ requestBody: body }, rest).map(({ name, required }) => [name, required])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  it("takes a body that is a list as one parameter", () => {
    const body = {
      content: { "application/json": { schema: { type: "array", items: { type: "string" } } } },
    };
    expect(parametersOf({ requestBody: body })).toEqual([
      { name: "body", type: "array", items: "string", required: false, description: "" },
    ]);
  });

  it("reads Swagger 2: types beside the name, body and form", () => {
    const document = {
      swagger: "2.0",
      info: { title: "Old" },
      securityDefinitions: { k: { type: "apiKey", in: "query", name: "appcode" } },
      definitions: { Pet: { type: "object", required: ["name"], properties: { name: { type: "string" } } } },
      paths: {
        "/pets": {
          post: {
            operationId: "addPet",
            parameters: [
              { name: "appcode", in: "query", type: "string" },
              { name: "size", in: "query", type: "string", enum: ["s", "m"], default: "s" },
              { name: "ids", in: "query", type: "array", items: { type: "integer" } },
              { name: "pet", in: "body", schema: { $ref: "#/definitions/Pet" } },
              { name: "photo", in: "formData", type: "file", required: true },
            ],
          },
        },
      },
    };
    expect(openApiTools(document, "file").tools).toEqual<Tool[]>([
      {
        name: "Imported.Old.addPet",
        description: "",
        source: "imported",
        parameters: [
          { name: "size", type: "string", required: false, description: "", enum: ["s", "m"], default: "s" },
          { name: "ids", type: "array", items: "integer", required: false, description: "" },
          { name: "name", type: "string", required: true, description: "" },
          { name: "photo", type: "string", required: true, description: "" },
        ],
      },
    ]);
  });
});

describe("references", () => {
  it("never leave the document, and say so", () => {
    const remote = {
      parameters: [{ $ref: "https://evil.example/p.json#/x" }],
      requestBody: { $ref: "other.yaml#/y" },
    };
    const { tools, notes } = openApiTools(withOperation(remote), "file");
    expect(tools[0]?.parameters).toEqual([]);
    expect(notes).toContainEqual({
      code: "remote-reference",
      reference: expect.stringContaining("evil.example"),
    });
  });

  it("end where they go round in circles", () => {
    const rest = {
      components: {
        schemas: {
          A: { $ref: "#/components/schemas/B" },
          B: { $ref: "#/components/schemas/A" },
          Self: {
            allOf: [{ $ref: "#/components/schemas/Self" }],
            properties: { s: { $ref: "#/components/schemas/Self" } },
          },
        },
      },
    };
    const body = (name: string) => ({
      requestBody: { content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } },
    });
    expect(parametersOf(body("A"), rest)).toEqual([]);
    expect(parametersOf(body("Self"), rest).map(({ name }) => name)).toEqual(["s"]);
  });

  it("lead to nothing without harm", () => {
    const { notes } = openApiTools(
      withOperation({ parameters: [{ $ref: "#/components/nowhere/x" }] }),
      "file",
    );
    expect(notes).toEqual([{ code: "dangling-reference", reference: "#/components/nowhere/x" }]);
  });

  it("read escaped names and indices", () => {
    const rest = { "a/b~c": [query("found", { type: "string" })] };
    expect(parametersOf({ parameters: [{ $ref: "#/a~1b~0c/0" }] }, rest).map(({ name }) => name)).toEqual([
      "found",
    ]);
  });

  it("don't reach into prototypes", () => {
    expect(
      parametersOf({ parameters: [{ $ref: "#/constructor/prototype" }, { $ref: "#/__proto__" }] }),
    ).toEqual([]);
  });
});

describe("names", () => {
  it.each([
    [{ operationId: "getForecast", summary: "Forecast" }, "getForecast"],
    [{ operationId: "58d8bcb7a9e6240e200cff24", summary: "All airports" }, "All airports"],
    [{ operationId: "", summary: "" }, "GET /x"],
    [{ operationId: 7 }, "GET /x"],
  ])("%j is called %s", (operation, label) => {
    expect(openApiTools(withOperation(operation), "file").tools[0]?.name).toBe(`Imported.Test.${label}`);
  });

  it("take the category of a directory and the file's name for a missing title", () => {
    const info = { "x-apisguru-categories": ["media"] };
    expect(openApiTools(withOperation({}, { info }), "my file").tools[0]?.name).toBe("Media.my file.GET /x");
  });
});

describe("weird documents", () => {
  it.each<[string, Record<string, unknown>]>([
    ["no paths", { openapi: "3.0.0" }],
    ["paths as a list", { openapi: "3.0.0", paths: [1, 2] }],
    ["a path of null", { openapi: "3.0.0", paths: { "/a": null } }],
    ["an operation of text", { openapi: "3.0.0", paths: { "/a": { get: "yes" } } }],
  ])("give no tools: %s", (_, document) => {
    expect(openApiTools(document, "file").tools).toEqual([]);
  });

  it("give valid tools where fields have wrong types", () => {
    const odd = withOperation({
      summary: { en: "?" },
      parameters: [
        null,
        5,
        "x",
        {},
        { name: 3, in: "query" },
        { name: "ok", in: 7, required: "yes", schema: [] },
      ],
      requestBody: { content: { "application/json": { schema: { properties: ["a"], required: "a" } } } },
    });
    const { tools } = openApiTools(odd, "file");
    expect(tools.map(({ parameters }) => parameters.map(({ name }) => name))).toEqual([["ok"]]);
    tools.forEach((tool) => toolSchema.parse(tool));
  });

  it("stop at some thousands of operations, and say so", () => {
    const paths = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`/${at}`, { get: {} }]));
    const { tools, notes } = openApiTools({ openapi: "3.0.0", paths }, "file");
    expect(tools).toHaveLength(5000);
    expect(notes).toEqual([{ code: "many-operations", most: 5000 }]);
  });

  it("keep required parameters where there are too many", () => {
    const many = Array.from({ length: 150 }, (_, at) => query(`p${at}`, {}, { required: at === 149 }));
    const parameters = parametersOf({ parameters: many });
    expect(parameters).toHaveLength(100);
    expect(parameters.at(-1)?.name).toBe("p149");
  });

  it("finds one operation without reading the others", () => {
    const document = withOperation({ operationId: "findMe" });
    const ref = findOperation(document, "GET /x");
    expect(ref && readOperation(document, ref).id).toBe("findMe");
    expect(findOperation(document, "POST /x")).toBeNull();
    expect(listOperations(document)).toHaveLength(1);
  });
});

describe("descriptions", () => {
  it.each([
    ["<p>Creates a <b>PaymentIntent</b>&nbsp;object.</p>", "Creates a PaymentIntent object."],
    ["See the [guide](https://example.org/x) for **more** `code`.", "See the guide for more code."],
    ["## Overview\n\nLists all\n* pets\n* owners", "Lists all pets owners"],
    ["### Only a heading", "Only a heading"],
    ["a < b and b > c", "a < b and b > c"],
    ["one\u0000two\u2028three \ud800", "one two three \ufffd"],
    ["_Geocoding_ turns *any* snake_case_name", "Geocoding turns any snake_case_name"],
  ])("%j reads %j", (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it("end with a sentence", () => {
    const text = `First sentence here, long enough. Second one. ${"Filler words follow ".repeat(30)}`;
    expect(firstSentences(text, 60)).toBe("First sentence here, long enough. Second one.");
    expect(firstSentences("word ".repeat(100), 20)).toBe("word word word word…");
  });

  it("join summary and description without saying a thing twice", () => {
    const describe = (summary: string, description: string) =>
      openApiTools(withOperation({ summary, description }), "file").tools[0]?.description;
    expect(describe("Send an SMS", "You can post many.")).toBe("Send an SMS. You can post many.");
    expect(describe("Send an SMS.", "Send an SMS to anyone.")).toBe("Send an SMS to anyone.");
    expect(describe("Returns data - by city.", "Returns data")).toBe("Returns data - by city.");
    expect(describe("Search", "Use the following structure:")).toBe("Search");
  });

  it("take no time on hostile text", () => {
    const start = performance.now();
    plainText("<".repeat(50_000) + "[".repeat(50_000) + "*_".repeat(50_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("the shape of a response", () => {
  const read = (operation: object, rest: object = {}) => {
    const document = { openapi: "3.0.0", paths: { "/a": { get: operation } }, ...rest };
    const ref = findOperation(document, "GET /a");
    if (!ref) throw new Error("The operation is there.");
    return readOperation(document, ref).response;
  };
  const json = (schema: object) => ({ responses: { 200: { content: { "application/json": { schema } } } } });

  it("holds kinds of values, lists and names, with references followed", () => {
    const schema = {
      type: "object",
      properties: {
        days: { type: "array", items: { $ref: "#/components/schemas/Day" } },
        link: { type: "string", format: "uri" },
        total: { type: "integer" },
      },
    };
    const Day = {
      allOf: [
        { type: "object", properties: { date: { type: "string", format: "date" } } },
        { properties: { rain: { type: "boolean" } } },
      ],
    };
    expect(read(json(schema), { components: { schemas: { Day } } })).toEqual({
      days: [{ date: "date", rain: "boolean" }],
      link: "uri",
      total: "integer",
    });
  });

  it("is that of Swagger 2 as well, of the first success or the default", () => {
    const schema = { type: "object", properties: { ok: { type: "boolean" } } };
    expect(read({ responses: { 404: { schema: { type: "string" } }, 201: { schema } } })).toEqual({
      ok: "boolean",
    });
    expect(read({ responses: { default: { schema } } })).toEqual({ ok: "boolean" });
  });

  it("is missing where the document has none that could be shown", () => {
    expect(read({})).toBeUndefined();
    expect(read({ responses: { 204: { description: "Nothing" } } })).toBeUndefined();
    expect(read(json({ type: "object" }))).toBeUndefined();
    expect(
      read({ responses: { 200: { content: { "image/png": { schema: { type: "string" } } } } } }),
    ).toBeUndefined();
  });

  it("is cut to a few levels and names, also where schemas lead back to themselves", () => {
    const Node = {
      type: "object",
      properties: Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [
          `p${at}`,
          at === 0 ? { $ref: "#/components/schemas/Node" } : { type: "string" },
        ]),
      ),
    };
    const shape = read(json({ $ref: "#/components/schemas/Node" }), { components: { schemas: { Node } } });
    expect(toolSchema.parse({ name: "A.B.c", response: shape }).response).toEqual(shape);
    expect(Object.keys(shape ?? {})).toHaveLength(8);
  });

  it("goes with an imported tool", () => {
    const { tools } = openApiTools(
      {
        openapi: "3.0.0",
        info: { title: "Sky" },
        paths: { "/a": { get: json({ type: "array", items: { type: "string" } }) } },
      },
      "Sky",
    );
    expect(tools[0]?.response).toEqual(["string"]);
  });
});
