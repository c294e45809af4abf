import type { CandidateGroup } from "./namePaths";
import type { PromptPart } from "./promptParts";
import type { Answer } from "./toolCall";

/** A token that the mask allowed, and its probability under the mask. */
export interface TokenChoice {
  text: string;
  probability: number;
}

/** One token of an answer. */
export interface AnswerStep extends TokenChoice {
  /** Which part of the answer it belongs to. */
  kind: "fit" | "name" | "parameters";
  /** The likeliest others that the mask allowed, at most five; empty where the token was the only one allowed. */
  alternatives: TokenChoice[];
}

/** How many tokens a run took. */
export interface TokenCounts {
  prompt: number;
  answer: number;
  /** How many of all these the model computed; the others lay in its cache, or ended the answer. */
  forward: number;
}

/** What a model selected for a scenario, and what it took. */
export interface Selection {
  answer: Answer;
  /** The answer as the model wrote it. */
  text: string;
  /** The probabilities of the candidates, the chosen one first. */
  groups: CandidateGroup[];
  /** For each candidate how likely the fit list takes it: see `Distribution`. Null where answers have no list. */
  fit: number[] | null;
  /**
   * The answer token by token; the texts joined are `text`. A character may take several tokens: the last of them
   * has it, the others are empty.
   */
  steps: AnswerStep[];
  /** The prompt in parts. */
  prompt: PromptPart[];
  /** How many of the oldest interactions did not fit into the context. */
  dropped: number;
  tokens: TokenCounts;
  /** `prefill` is the time to the first token. */
  milliseconds: { prefill: number; decode: number; total: number };
}

/** The probability of the chosen candidate. */
export function certainty({ groups }: Pick<Selection, "groups">): number {
  return groups[0]?.probability ?? 0;
}

/** A run that ended as soon as the name was decided. */
export interface Reading {
  /** The candidates that the model listed as fitting, or was given as such; null where answers have no list. */
  fits: number[] | null;
  /** As in `Selection`; null as well where the list was given. */
  fit: number[] | null;
  /** The probabilities of the candidates among which the name was sought, the likeliest way first; they sum to 1. */
  groups: CandidateGroup[];
  tokens: TokenCounts;
  milliseconds: number;
}
