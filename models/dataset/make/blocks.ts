import { z } from "zod";
import { joinTexts, promptTexts } from "../../../src/domain/prompt.ts";
import type { Scenario } from "../../../src/domain/scenario.ts";
import type { AnswerForm } from "../../../src/domain/toolCall.ts";

export const promptOrders = [
  "candidates-history-query",
  "history-candidates-query",
  "history-query-candidates",
  "query-candidates-history",
] as const;
/** The order of a prompt's blocks; the first one is the app's. */
export const promptOrderSchema = z.enum(promptOrders).default("candidates-history-query");
export type PromptOrder = z.infer<typeof promptOrderSchema>;

/** The user's message of the app's prompt with its blocks in another order; in the app's order it is the app's text. */
export function orderedMessage(scenario: Scenario, form: AnswerForm, order: PromptOrder): string {
  const parts = promptTexts(scenario, form).user;
  const afterCandidates = parts.findLastIndex(({ kind }) => kind === "candidate") + 1;
  const blocks = {
    candidates: joinTexts(parts.slice(0, afterCandidates)),
    history: joinTexts(parts.slice(afterCandidates, -1)),
    query: joinTexts(parts.slice(-1)),
  };
  const names = order.split("-") as (keyof typeof blocks)[];
  return names.map((name) => blocks[name].replace(/\n$/, "")).join("\n");
}
