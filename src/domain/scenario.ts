import { z } from "zod";
import { pastCallSchema } from "./interaction";
import { settingSchema } from "./setting";
import { toolSchema } from "./tool";
import { toolCallSchema } from "./toolCall";

export const MAX_CANDIDATES = 10;
export const MAX_QUERY_LENGTH = 1000;

/** What the model is asked: a query, the candidates, and the history as a setting shows it, oldest first. */
export const scenarioSchema = z.object({
  setting: settingSchema,
  query: z.string().max(MAX_QUERY_LENGTH),
  history: z.array(pastCallSchema),
  candidates: z.array(toolSchema).min(1).max(MAX_CANDIDATES),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A benchmark sample: one JSON object a line, what dataset builders write and evaluators read. */
export const sampleSchema = scenarioSchema.extend({ id: z.string(), answer: toolCallSchema });
