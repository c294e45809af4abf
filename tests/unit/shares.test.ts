import { expect, test } from "vitest";
import { shares } from "../../src/domain/shares";
import { suggestQueries } from "../../src/domain/suggestions";
import type { Tool } from "../../src/domain/tool";

test("candidates of a group have its probability together; those of no group have none", () => {
  const groups = [
    { candidates: [2], probability: 0.7 },
    { candidates: [0, 3], probability: 0.3 },
  ];
  expect(shares(groups, 4)).toEqual([
    { probability: 0.3, together: 2, chosen: false },
    undefined,
    { probability: 0.7, together: 1, chosen: true },
    { probability: 0.3, together: 2, chosen: false },
  ]);
});

test("suggests first what the history can tell something about", () => {
  const functions = ["jokes", "weather", "maps", "films"].map((id) => ({
    id,
    title: id,
    category: "C",
    queries: [`${id}?`, "another"],
    words: [],
  }));
  const tool = (name: string, id: string): Tool => ({ name, description: "", parameters: [], function: id });
  const tools = [tool("a", "weather"), tool("b", "weather"), tool("m", "maps")];
  const called = ["m", "m", "m", "a", "b", "gone"].map((name) => ({
    tool: name,
    parameters: {},
    rating: null,
  }));
  const suggested = suggestQueries(functions, tools, called);
  expect(suggested.map(({ query }) => query)).toEqual(["weather?", "maps?", "jokes?", "films?"]);
});
