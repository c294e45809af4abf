import { describe, expect, it } from "vitest";
import { buildCatalogue } from "../../models/dataset/catalogue";
import { ToolSearch } from "../../src/store/toolSearch";
import type { Tool } from "../../src/domain/tool";
import { heldOutQuestions, knownQuestions } from "./everydayQuestions";

const { tools, functions } = buildCatalogue();
const search = new ToolSearch(tools, functions);

describe("search in everyday words", () => {
  it("is tried with at least 40 questions that are no example queries", () => {
    expect(heldOutQuestions.length).toBeGreaterThanOrEqual(40);
    const examples = new Set(functions.flatMap(({ queries }) => queries));
    const ids = new Set(functions.map(({ id }) => id));
    const all = [...knownQuestions, ...heldOutQuestions];
    expect(all.filter(([question, id]) => examples.has(question) || !ids.has(id))).toEqual([]);
    expect(new Set(all.map(([question]) => question)).size).toBe(all.length);
  });

  it.each([
    ["known", knownQuestions, 0.97],
    ["new", heldOutQuestions, 0.85],
  ])("finds what %s questions mean", (_, questions, least) => {
    const missed = questions.flatMap(([question, id]) => {
      const found = search.rank(question)[0]?.function;
      return found === id ? [] : [`${question} -> ${found ?? "nothing"} instead of ${id}`];
    });
    expect(1 - missed.length / questions.length, missed.join("\n")).toBeGreaterThanOrEqual(least);
  });

  it("finds the function of every example query but a few", () => {
    const missed = functions.flatMap(({ id, queries }) =>
      queries.filter((query) => search.rank(query)[0]?.function !== id),
    );
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(3);
  });
});

describe("ToolSearch", () => {
  const imported: Tool[] = [
    {
      name: "Garden.Plotly.waterBeds",
      description: "Turns on the sprinklers of a garden bed.",
      parameters: [],
    },
    { name: "Garden.Plotly.waterBeds", description: "The same again.", parameters: [] },
    { name: "", description: "", parameters: [] },
  ];

  it("ranks alike if it was read bit by bit", async () => {
    const gradual = await ToolSearch.gradually(tools, functions);
    for (const [question] of heldOutQuestions) expect(gradual.rank(question)).toEqual(search.rank(question));
  });

  it("finds imported tools by their own words", () => {
    const mixed = new ToolSearch([...tools, ...imported], functions);
    expect(mixed.rank("turn on the garden sprinklers")[0]?.name).toBe("Garden.Plotly.waterBeds");
  });

  it.each(["", "   ", "???", "the of and", "\ud800", "🙂", "x".repeat(5000)])(
    "stands the query %j",
    (query) => {
      expect(Array.isArray(search.rank(query))).toBe(true);
    },
  );

  it("works without tools and functions", () => {
    expect(new ToolSearch([], []).rank("weather")).toEqual([]);
    expect(new ToolSearch(imported, []).rank("sprinkler")).toHaveLength(1);
  });
});
