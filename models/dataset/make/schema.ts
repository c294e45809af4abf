import { z } from "zod";
import { sampleSchema } from "../../../src/domain/scenario.ts";

/**
 * A sample with what is known about it. Readers of the plain format pass over the further fields.
 * `fits`: the candidates (by index, rising) that do what is asked. `tags`: what is special about query or history.
 */
export const knownSampleSchema = sampleSchema.extend({
  fits: z.array(z.number().int().nonnegative()),
  function: z.string().default(""),
  plan: z.string().default(""),
  tags: z.array(z.string()).default([]),
});
export type KnownSample = z.infer<typeof knownSampleSchema>;

const { id, setting, history, candidates, query, fits, answer, function: fn, tags } = knownSampleSchema.shape;

/** Questions that share setting, history and candidates, so that a trainer reads those only once. */
export const packSchema = z.object({
  id,
  setting,
  history,
  candidates,
  questions: z.array(z.object({ query, fits, answer, function: fn, tags })).min(1),
});
export type Pack = z.infer<typeof packSchema>;

/** The single samples of a pack. */
export function packSamples({ questions, ...shared }: Pack): KnownSample[] {
  return questions.map((question, at) => ({
    ...shared,
    ...question,
    id: `${shared.id}/${at + 1}`,
    plan: "",
  }));
}
