import { NamePaths, type CandidateGroup } from "../domain/namePaths";
import type { AnswerForm } from "../domain/toolCall";
import { StringWatch } from "./stringWatch";

/** Finite, so that dividing by a temperature near zero stays finite too; web-llm's grammar mask writes less. */
const FORBIDDEN = -1e30;

/** A weak model may go on for ever inside a string, which the grammar doesn't bound. */
const STRING_TOKENS = 48;
/** After so many tokens of parameters every string ends as soon as it can. */
export const PARAMETER_TOKENS = 240;

/** What a guide has to know of the vocabulary. */
export interface GuideTokens {
  /** Tokens whose text ends with a line break: one of these ends the fit list. */
  endingLine: ReadonlySet<number>;
  /** Tokens with a line break and something after it: these would start the name before its path begins. */
  crossingLine: readonly number[];
  /** Tokens that begin with a quote. */
  quote: readonly number[];
  /** The text of a token; only its quotes and backslashes matter. */
  text(token: number): string;
}

/** The tokens of each candidate's lead, and the form of the answer. */
export interface GuidePlan {
  paths: readonly (readonly number[])[];
  form: AnswerForm;
}

/**
 * Keeps an answer on the token paths of the candidates' names, and reads the candidates' probabilities there. It
 * is a logit processor in web-llm's sense: it sees the logits of the whole vocabulary after the grammar's mask.
 * Before and after the names it lets the grammar alone rule.
 */
export class AnswerGuide {
  readonly #tokens: GuideTokens;
  #plan: GuidePlan | null = null;
  #stage: "fit" | "name" | "free" = "free";
  #names: NamePaths | null = null;
  #logits: Float32Array | null = null;
  #strings = new StringWatch();
  #parameterTokens = 0;

  constructor(tokens: GuideTokens) {
    this.#tokens = tokens;
  }

  /** Sets what the next answer is about; null frees all answers. */
  plan(plan: GuidePlan | null): void {
    this.#plan = plan;
    this.resetState();
  }

  /** Where the answer is: in the fit list, in the name, or after it. */
  get stage(): "fit" | "name" | "free" {
    return this.#stage;
  }

  /** The candidates' probabilities, once the name is complete. */
  get groups(): CandidateGroup[] | null {
    return this.#stage === "free" && this.#names ? this.#names.groups() : null;
  }

  /** web-llm calls this before each answer. */
  resetState(): void {
    this.#names = this.#plan && new NamePaths(this.#plan.paths);
    this.#stage = this.#plan ? (this.#plan.form === "call" ? "name" : "fit") : "free";
    this.#logits = null;
    this.#strings = new StringWatch();
    this.#parameterTokens = 0;
  }

  /**
   * Forbids what leaves the paths. Changes the array in place.
   * @throws Error if the grammar forbids all that the paths allow.
   */
  processLogits(logits: Float32Array): Float32Array {
    if (this.#stage === "fit") for (const token of this.#tokens.crossingLine) logits[token] = FORBIDDEN;
    else if (this.#stage === "name" && this.#names) {
      const next = this.#names.branches().map(({ token }) => token);
      if (!keepOnly(logits, next))
        throw new Error("The grammar forbids every token that continues a candidate's name.");
      this.#logits = logits;
    } else if (this.#plan && this.#strings.closable) {
      const limit = this.#parameterTokens < PARAMETER_TOKENS ? STRING_TOKENS : 1;
      // Where the grammar allows no quote (within an enumeration's value) the string goes on.
      if (this.#strings.length >= limit) keepOnly(logits, this.#tokens.quote);
    }
    return logits;
  }

  processSampledToken(token: number): void {
    if (this.#stage === "fit" && this.#tokens.endingLine.has(token)) this.#stage = "name";
    else if (this.#stage === "name" && this.#names && this.#logits) {
      this.#names.follow(this.#logits, token);
      this.#logits = null;
      if (this.#names.branches().length === 0) this.#stage = "free";
    } else if (this.#stage === "free") {
      this.#strings.read(this.#tokens.text(token));
      this.#parameterTokens += 1;
    }
  }
}

/** Forbids all but these tokens. Changes nothing and returns false, if all of these are forbidden already. */
function keepOnly(logits: Float32Array, tokens: readonly number[]): boolean {
  const kept = tokens.map((token) => [token, logits[token] ?? FORBIDDEN] as const);
  if (!kept.some(([, logit]) => logit > FORBIDDEN)) return false;
  logits.fill(FORBIDDEN);
  for (const [token, logit] of kept) logits[token] = Math.max(logit, FORBIDDEN);
  return true;
}
