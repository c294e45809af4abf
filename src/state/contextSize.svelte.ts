import { ModelFault } from "../model";

/** Tokens: for the bundled model a query, ten tools of the catalogue and a call take up to 1,121. */
const LEAST = 1152;
/** A size that fits a question is rounded up to a multiple of this, so that the next one fits, too. */
const STEP = 128;

/** How many tokens a model is loaded to read, prompt and answer together: all it can, or fewer, which takes less memory. */
export class ContextSize {
  readonly #full: () => number;
  #chosen = $state<number | null>(null);
  #needed = $state<number | null>(null);

  /** @param full how many the model can read. */
  constructor(full: () => number) {
    this.#full = full;
  }

  get tokens(): number {
    return this.#chosen ?? this.#full();
  }

  /** Half of it, but no less than what is of use; null if that isn't smaller. */
  get smaller(): number | null {
    const smaller = Math.max(LEAST, Math.floor(this.tokens / 2));
    return smaller < this.tokens ? smaller : null;
  }

  /** A size that holds what was asked last; null if the present one does, and if none does. */
  get fitting(): number | null {
    const full = this.#full();
    if (this.#needed === null || this.#needed > full || this.tokens >= full) return null;
    return Math.min(full, Math.ceil(this.#needed / STEP) * STEP);
  }

  choose(tokens: number): void {
    this.#chosen = tokens;
    this.#needed = null;
  }

  /** Hears why a question failed. */
  note(error: unknown): void {
    const said = error instanceof ModelFault ? error.said : null;
    this.#needed = said?.code === "prompt-too-long" ? said.needed : null;
  }
}
