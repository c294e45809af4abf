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

/** A question and its candidates with several histories, so that a trainer reads the question only once. */
export const playsSchema = z.object({
  id,
  query,
  candidates,
  fits,
  function: fn,
  tags,
  plays: z.array(z.object({ setting, history, answer })).min(1),
});
export type Plays = z.infer<typeof playsSchema>;

/** The single samples of a question. */
export function playSamples({ plays, ...shared }: Plays): KnownSample[] {
  return plays.map((one, at) => ({ ...shared, ...one, id: `${shared.id}/${at + 1}`, plan: "" }));
}
