import { readFileSync } from "node:fs";
import { z } from "zod";
import type { ModelPage } from "./modelPage.ts";

const stepSchema = z.object({ greedy: z.number(), margin: z.number(), logits: z.string() });
const caseSchema = z.object({
  prompt: z.string(),
  promptTokens: z.number(),
  forced: z.array(z.number()),
  steps: z.array(stepSchema),
});

/** What `python -m compile.reference` writes. */
const referenceSchema = z.object({ version: z.string(), stride: z.number(), cases: z.array(caseSchema) });
export type Reference = z.infer<typeof referenceSchema>;

export function readReference(file: string | URL): Reference {
  return referenceSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

function decode(base64: string): Float32Array {
  const bytes = Buffer.from(base64, "base64");
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** The largest absolute difference of two rows of logits. @throws Error if the lengths differ. */
export function largestDifference(ours: string, theirs: string): number {
  const [a, b] = [decode(ours), decode(theirs)];
  if (a.length !== b.length) throw new Error(`${a.length} logits instead of ${b.length}`);
  return a.reduce((largest, value, at) => Math.max(largest, Math.abs(value - (b[at] ?? NaN))), 0);
}

export interface Comparison {
  promptTokens: { ours: number; reference: number };
  /** For each step: prefill first, then the decode steps. */
  differences: number[];
  sameGreedy: boolean;
}

/** Runs one case in the browser, forcing the reference's tokens, and compares every step. */
export async function compare(
  page: ModelPage,
  { prompt, promptTokens, forced, steps }: Reference["cases"][number],
  stride: number,
): Promise<Comparison> {
  const ours = await page.logits(prompt, forced, stride);
  if (ours.steps.length !== steps.length)
    throw new Error(`${ours.steps.length} steps instead of ${steps.length}`);
  const pairs = steps.map((step, at) => ({ step, own: ours.steps[at] ?? { greedy: -1, logits: "" } }));
  return {
    promptTokens: { ours: ours.promptTokens, reference: promptTokens },
    differences: pairs.map(({ step, own }) => largestDifference(own.logits, step.logits)),
    sameGreedy: pairs.every(({ step, own }) => own.greedy === step.greedy),
  };
}
