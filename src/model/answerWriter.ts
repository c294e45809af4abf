import type { AnswerStep } from "../domain/selection";
import { softmax } from "../domain/namePaths";
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
   * @param pick says which of them, by their probabilities in order, where it isn't to be the likeliest.
   * @throws ModelFault "cut-off" at the limit.
   */
  async write(
    allowed: readonly number[],
    kind: AnswerStep["kind"],
    pick?: (probabilities: readonly number[]) => number,
  ): Promise<Written> {
    const { model, prompt, limit } = this.#options;
    if (this.#tokens.length >= limit) throw new ModelFault({ code: "cut-off", tokens: limit });
    const [only] = allowed;
    if (only === undefined) throw new Error("No token may follow here.");
    if (allowed.length === 1) {
      this.#append(only, { kind, probability: 1, alternatives: [] });
      return { token: only, logits: null };
    }
    const logits = await model.logitsAfter([...prompt, ...this.#tokens]);
    const known = softmax(allowed.map((token) => logits[token] ?? -Infinity));
    const best = largest(known, 1 + ALTERNATIVES);
    const taken = pick?.(known) ?? best[0] ?? -1;
    const [token, probability] = [allowed[taken], known[taken]];
    if (token === undefined || probability === undefined) throw new Error("The model gave no logits.");
    const others = best.filter((index) => index !== taken).slice(0, ALTERNATIVES);
    const alternatives = others.map((index) => ({
      text: this.#options.decode([allowed[index] ?? -1]),
      probability: known[index] ?? 0,
    }));
    this.#append(token, { kind, probability, alternatives });
    return { token, logits };
  }

  #append(token: number, step: Omit<AnswerStep, "text">): void {
    this.#tokens.push(token);
    const text = this.#options.decode(this.#tokens).replace(/\uFFFD+$/, "");
    this.steps.push({ text: text.slice(this.#text.length), ...step });
    this.#text = text;
    this.#options.onWritten?.(text);
  }
}

/** The indices of the largest values, largest first; of equal ones the first. */
function largest(values: readonly number[], count: number): number[] {
  const best: number[] = [];
  values.forEach((value, index) => {
    const last = best.at(-1);
    if (best.length === count && last !== undefined && value <= (values[last] ?? 0)) return;
    const rank = best.findIndex((other) => value > (values[other] ?? 0));
    best.splice(rank < 0 ? best.length : rank, 0, index);
    if (best.length > count) best.pop();
  });
  return best;
}
