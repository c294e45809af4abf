import { expect, test } from "vitest";
import type { Tool } from "../../src/domain/tool";
import { CallDraft } from "../../src/state/callDraft.svelte";

const tools: Tool[] = [
  {
    name: "Weather.Sky.Forecast",
    description: "",
    parameters: [
      { name: "days", type: "integer", required: false, description: "" },
      { name: "city", type: "string", required: true, description: "" },
      { name: "units", type: "string", required: false, description: "", enum: ["metric", "imperial"] },
    ],
  },
  {
    name: "Weather.Rain.Now",
    description: "",
    parameters: [{ name: "city", type: "string", required: true, description: "" }],
  },
];
const find = (name: string) => tools.find((tool) => tool.name === name);
const draftOf = (parameters: Record<string, string | number>, tool = "Weather.Sky.Forecast") =>
  new CallDraft(find, { tool, parameters, rating: 1 });
const names = (draft: CallDraft) => draft.fields.map(({ parameter }) => parameter.name);

test("shows required parameters first, and gives back what it got", () => {
  const draft = draftOf({ city: "Oslo", days: 3 });
  expect(names(draft)).toEqual(["city", "days", "units"]);
  expect(draft.call).toEqual({
    tool: "Weather.Sky.Forecast",
    parameters: { city: "Oslo", days: 3 },
    rating: 1,
  });
});

test("tells what is wrong in words, and gives no call meanwhile", () => {
  const draft = draftOf({ city: "Oslo" });
  const fault = (name: string) =>
    draft.fields.map((field) => (field.parameter.name === name ? draft.fault(field) : null)).find(Boolean);
  draft.write("days", "three");
  expect(fault("days")).toMatch(/"days" must be a whole number/);
  draft.write("units", "kelvin");
  expect(fault("units")).toMatch(/one of metric, imperial/);
  draft.write("city", " ");
  expect(fault("city")).toBe('"city" is required');
  expect(draft.call).toBeNull();
});

test("another tool keeps the texts of the parameters that it has as well", () => {
  const draft = draftOf({ city: "Oslo", days: 3 });
  draft.toolName = "Weather.Rain.Now";
  expect(draft.call).toEqual({ tool: "Weather.Rain.Now", parameters: { city: "Oslo" }, rating: 1 });
});

test("a parameter that the tool doesn't have is a fault until it is removed", () => {
  const draft = draftOf({ city: "Oslo", mood: "fine" });
  expect(draft.call).toBeNull();
  draft.remove("mood");
  expect(draft.call?.parameters).toEqual({ city: "Oslo" });
});

test("a call of a tool that is gone can still be edited", () => {
  const draft = draftOf({ depth: 2, lake: "Mjøsa" }, "Gone.Tool.x");
  expect(names(draft)).toEqual(["depth", "lake"]);
  draft.write("depth", "2.5");
  expect(draft.call?.parameters).toEqual({ depth: 2.5, lake: "Mjøsa" });
});
