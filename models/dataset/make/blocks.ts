import { z } from "zod";
import { joinTexts, promptTexts } from "../../../src/domain/prompt.ts";
import type { Scenario } from "../../../src/domain/scenario.ts";
import type { AnswerForm } from "../../../src/domain/toolCall.ts";

export const promptOrders = [
  "query-candidates-history",
  "candidates-history-query",
  "history-candidates-query",
  "query-history-candidates",
] as const;
/** The order of a prompt's blocks; the first one is the app's. */
export const promptOrderSchema = z.enum(promptOrders).default(promptOrders[0]);
export type PromptOrder = z.infer<typeof promptOrderSchema>;

/** The user's message of the app's prompt with its blocks in another order; in the app's order it is the app's text. */
export function orderedMessage(scenario: Scenario, form: AnswerForm, order: PromptOrder): string {
  const parts = promptTexts(scenario, form).user;
  const afterCandidates = parts.findLastIndex(({ kind }) => kind === "candidate") + 1;
  const blocks = {
    query: joinTexts(parts.slice(0, 1)),
    candidates: joinTexts(parts.slice(1, afterCandidates)),
    history: joinTexts(parts.slice(afterCandidates)),
  };
  const names = order.split("-") as (keyof typeof blocks)[];
  return names.map((name) => blocks[name].replace(/\n$/, "")).join("\n");
}
