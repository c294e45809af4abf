import type { Tool } from "../../src/domain/tool";

/** Three providers of one function, for tests that need no real tools. */
export const tools: Tool[] = ["One", "Two", "Three"].map((provider) => ({
  name: `Weather.${provider}.Forecast`,
  description: "Weather forecast",
  parameters: [{ name: "city", type: "string", required: true, description: "" }],
  function: "weather",
}));

/** A catalogue of just these. */
export const catalogue = {
  version: 1 as const,
  functions: [
    { id: "weather", title: "Weather", category: "Weather", queries: ["Weather in Oslo?"], words: [] },
  ],
  tools,
};
