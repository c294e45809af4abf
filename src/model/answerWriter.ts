import type { AnswerStep } from "../domain/selection";
import { ModelFault } from "./fault";

/** How many alternatives a step tells. */
const ALTERNATIVES = 5;

/** A model that continues tokens. */
export interface TokenModel {
  /** The logits of the whole vocabulary for the token that follows these. Not to be changed. */
  logitsAfter(tokens: readonly number[]): Promise<Float32Array>;
}

/** A token that was written; `logits` is null where it was the only one allowed, and the model wasn't asked. */
export interface Written {
  token: number;
  logits: Float32Array | null;
}

export interface WriterOptions {
  model: TokenModel;
  decode: (tokens: readonly number[]) => string;
  prompt: readonly number[];
  /** The most tokens that the answer may have. */
  limit: number;
  onWritten?: (text: string) => void;
}

/**
 * Writes an answer token by token, always the likeliest of those that are allowed. Where only one is, it is written
 * unasked; the model reads such stretches at once, when it has to choose again.
 */
export class AnswerWriter {
  readonly steps: AnswerStep[] = [];
  readonly #options: WriterOptions;
  readonly #tokens: number[] = [];
  #text = "";

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** What is written so far, without the beginning of a character that isn't complete. */
  get text(): string {
    return this.#text;
  }

  get length(): number {
    return this.#tokens.length;
  }

  /**
   * @param allowed the tokens of which one is written, at least one. Of equally likely ones the first.
   * @throws ModelFault "cut-off" at the limit.
   */
  async write(allowed: readonly number[], kind: AnswerStep["kind"]): Promise<Written> {
    const { model, prompt, limit } = this.#options;
    if (this.#tokens.length >= limit) throw new ModelFault({ code: "cut-off", tokens: limit });
    const [only] = allowed;
    if (only === undefined) throw new Error("No token may follow here.");
    if (allowed.length === 1) {
      this.#append(only, { kind, probability: 1, alternatives: [] });
      return { token: only, logits: null };
    }
    const logits = await model.logitsAfter([...prompt, ...this.#tokens]);
    const [best, ...others] = likeliest(logits, allowed, 1 + ALTERNATIVES);
    if (!best) throw new Error("The model gave no logits.");
    const alternatives = others.map(({ token, probability }) => ({
      text: this.#options.decode([token]),
      probability,
    }));
    this.#append(best.token, { kind, probability: best.probability, alternatives });
    return { token: best.token, logits };
  }

  #append(token: number, step: Omit<AnswerStep, "text">): void {
    this.#tokens.push(token);
    const text = this.#options.decode(this.#tokens).replace(/\uFFFD+$/, "");
    this.steps.push({ text: text.slice(this.#text.length), ...step });
    this.#text = text;
    this.#options.onWritten?.(text);
  }
}

/** The likeliest of some tokens, the best first, with their probabilities among these. */
function likeliest(
  logits: Float32Array,
  allowed: readonly number[],
  count: number,
): { token: number; probability: number }[] {
  const best: { token: number; logit: number }[] = [];
  for (const token of allowed) {
    const logit = logits[token] ?? -Infinity;
    const last = best.at(-1);
    if (best.length === count && last && logit <= last.logit) continue;
    const rank = best.findIndex((other) => logit > other.logit);
    best.splice(rank < 0 ? best.length : rank, 0, { token, logit });
    if (best.length > count) best.pop();
  }
  const top = best[0]?.logit ?? 0;
  const sum = allowed.reduce((total, token) => total + Math.exp((logits[token] ?? -Infinity) - top), 0);
  return best.map(({ token, logit }) => ({ token, probability: Math.exp(logit - top) / sum }));
}
