import { growingPause } from "../domain/booth";

/** The browser's timers, or a test's. */
export interface Timers {
  set(act: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

const browserTimers: Timers = {
  set: (act, milliseconds) => setTimeout(act, milliseconds),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** Does something that may fail again and again for as long as it is needed, after pauses that grow. */
export class Insisting {
  readonly #act: (attempt: number) => unknown;
  readonly #timers: Timers;
  #needed = false;
  #acting = false;
  #attempts = 0;
  #timer: unknown = null;

  /** @param act gets how often it was done before without success; what it throws counts as no success. */
  constructor(act: (attempt: number) => unknown, timers: Timers = browserTimers) {
    this.#act = act;
    this.#timers = timers;
  }

  /** Says whether it is needed now. To say the same again changes nothing. */
  need(needed: boolean): void {
    this.#needed = needed;
    if (needed) this.#plan();
    else this.#clear();
  }

  /** It has helped for good: the next trouble is a new one, and the pauses are short again. */
  worked(): void {
    this.#attempts = 0;
  }

  #plan(): void {
    if (this.#timer !== null || this.#acting) return;
    this.#timer = this.#timers.set(() => void this.#try(), growingPause(this.#attempts));
  }

  async #try(): Promise<void> {
    this.#timer = null;
    this.#acting = true;
    try {
      await this.#act(this.#attempts++);
    } catch {
      // It is tried again.
    }
    this.#acting = false;
    if (this.#needed) this.#plan();
  }

  #clear(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
  }
}
