import type { CandidateGroup } from "./namePaths";
import type { Answer } from "./toolCall";

/** What a model selected for a scenario, and what it took. */
export interface Selection {
  answer: Answer;
  /** The answer as the model wrote it. */
  text: string;
  /** The probabilities of the candidates, the chosen one first. */
  groups: CandidateGroup[];
  /** How many of the oldest interactions did not fit into the context. */
  dropped: number;
  tokens: { prompt: number; answer: number };
  milliseconds: { prefill: number; decode: number; total: number };
}

/** The probability of the chosen candidate. */
export function certainty({ groups }: Selection): number {
  return groups[0]?.probability ?? 0;
}
