import { z } from "zod";
import { refine, unresolved } from "../../src/domain/distribution";
import type { CandidateGroup } from "../../src/domain/namePaths";
import { probabilities } from "../../src/domain/shares";
import { scenarioSchema, type Scenario } from "../../src/domain/scenario";
import type { Reading } from "../../src/domain/selection";
import { answerFormSchema } from "../../src/domain/toolCall";

const caseSchema = z.object({
  id: z.string(),
  form: answerFormSchema,
  fits: z.array(z.number()).nullable(),
  scenario: scenarioSchema,
  promptTokens: z.number(),
  probabilities: z.array(z.number()),
});
export type DistributionCase = z.infer<typeof caseSchema>;

/** What `python -m compile.distribution` writes. */
export const distributionReferenceSchema = z.object({
  version: z.string(),
  cases: z.array(caseSchema).min(1),
});

interface Reader {
  read(scenario: Scenario, given: { fits?: number[]; among?: number[] }): Promise<Reading>;
}

/** Every candidate's probability given the case's own fit list, by as many readings as it takes. */
export async function resolveAll(
  model: Reader,
  { scenario, fits }: DistributionCase,
): Promise<{ groups: CandidateGroup[]; runs: number }> {
  const names = scenario.candidates.map(({ name }) => name);
  const given = fits ? { fits } : {};
  let { groups } = await model.read(scenario, given);
  let runs = 1;
  for (let open = unresolved(groups, names); open; open = unresolved(groups, names)) {
    const finer = await model.read(scenario, { ...given, among: open.candidates });
    groups = refine(groups, open, finer.groups);
    runs += 1;
  }
  return { groups, runs };
}

/** The largest difference of a candidate's probability, as the page shows it in the end, from that by brute force. */
export function worstDifference(groups: readonly CandidateGroup[], exact: readonly number[]): number {
  const shown = probabilities(groups, exact.length);
  return Math.max(...exact.map((probability, index) => Math.abs((shown[index] ?? NaN) - probability)));
}
