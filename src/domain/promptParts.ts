/**
 * What a stretch of the text that a model reads is: `frame` belongs to the chat template, `heading` to the lines
 * between the blocks, the others say it themselves.
 */
export type PromptPartKind = "instruction" | "heading" | "interaction" | "candidate" | "query" | "frame";

/** A stretch of the prompt, before tokens are counted. */
export interface PromptText {
  kind: PromptPartKind;
  text: string;
  /** Of the interaction in the scenario's history, or of the candidate; null for all else. */
  index: number | null;
}

/** A stretch of the prompt. The texts of all parts, joined, are exactly what the model read. */
export interface PromptPart extends PromptText {
  /** How many of the prompt's tokens begin in it. */
  tokens: number;
}
