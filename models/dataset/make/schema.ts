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
