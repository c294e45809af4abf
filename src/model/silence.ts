const TICK = 5_000;

/**
 * Tells of a long silence. Only time that the page was awake for counts: after the computer slept or the browser froze
 * the tab, whoever is waited for gets the time again.
 */
export class SilenceWatch {
  readonly #limit: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #quiet = 0;
  #ticked = performance.now();

  /** @param limit milliseconds without `heard` after which `onSilence` is called, once. */
  constructor(limit: number, onSilence: () => void) {
    this.#limit = limit;
    const tick = Math.min(TICK, limit / 4);
    this.#timer = setInterval(() => {
      const now = performance.now();
      this.#quiet += Math.min(now - this.#ticked, 2 * tick);
      this.#ticked = now;
      if (this.#quiet < this.#limit) return;
      this.end();
      onSilence();
    }, tick);
  }

  /** Something came: the silence begins anew. */
  heard(): void {
    this.#quiet = 0;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
