import { z } from "zod";
import { jsonValueSchema } from "./json";
import { MAX_NAME_LENGTH } from "./tool";

/** 1 liked, 0 disliked, null unrated. */
export const ratingSchema = z.union([z.literal(1), z.literal(0), z.null()], "expected 1, 0 or null");
export type Rating = z.infer<typeof ratingSchema>;

/** The parameters of one call, by name. */
export const callParametersSchema = z.record(z.string().max(MAX_NAME_LENGTH), jsonValueSchema);
export type CallParameters = z.infer<typeof callParametersSchema>;

/** One past call of a tool by a user. This is all that a model sees of it. */
export const pastCallSchema = z.object({
  tool: z.string().min(1).max(MAX_NAME_LENGTH),
  parameters: callParametersSchema,
  rating: ratingSchema,
});
export type PastCall = z.infer<typeof pastCallSchema>;

/** Those fields of `after` that differ from `before`. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const differs = (field: keyof T) => JSON.stringify(after[field]) !== JSON.stringify(before[field]);
  const fields = Object.keys(after) as (keyof T)[];
  return Object.fromEntries(fields.filter(differs).map((field) => [field, after[field]])) as Partial<T>;
}

/** The latest moment that a date can hold; times before 1970 are below 0. */
const MAX_TIME = 8.64e15;

/** A past call as the store keeps it. `time` is milliseconds since 1970; `position` orders a history. */
export const interactionSchema = pastCallSchema.extend({
  id: z.string().min(1).max(100),
  userId: z.string().min(1).max(100),
  time: z.number().min(-MAX_TIME).max(MAX_TIME),
  position: z.number(),
});
export type Interaction = z.infer<typeof interactionSchema>;

/** A mock user: a name and a portrait in words. The history is kept beside it. */
export const mockUserSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  portrait: z.string().max(1000),
});
export type MockUser = z.infer<typeof mockUserSchema>;
