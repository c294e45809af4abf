import { z } from "zod";

export const promptOrders = [
  "history-candidates-query",
  "candidates-history-query",
  "history-query-candidates",
  "query-candidates-history",
] as const;
/** The order of a prompt's blocks; the first one is the app's. */
export const promptOrderSchema = z.enum(promptOrders).default("history-candidates-query");
export type PromptOrder = z.infer<typeof promptOrderSchema>;

/** The parts of the app's prompt, without line ends around them. */
export type PromptBlocks = Record<"history" | "candidates" | "query", string>;

/** Takes the text of a prompt apart. @throws Error if it is not of the app's form. */
export function promptBlocks(text: string): PromptBlocks {
  const lines = text.split("\n");
  const tools = lines.indexOf("Tools:");
  const query = lines.at(-1) ?? "";
  if (tools < 0 || !query.startsWith("Query:")) throw new Error("The prompt is not of the app's form");
  return {
    history: lines.slice(0, tools).join("\n"),
    candidates: lines.slice(tools, -1).join("\n"),
    query,
  };
}

/** Puts the blocks together in another order; in the app's order this gives the app's text. */
export function joinBlocks(blocks: PromptBlocks, order: PromptOrder): string {
  const names = order.split("-") as (keyof PromptBlocks)[];
  return names.map((name) => blocks[name]).join("\n");
}
