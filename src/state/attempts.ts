/** Allows something a few times in a while: what keeps failing must not be tried for ever. */
export class Attempts {
  readonly #most: number;
  readonly #window: number;
  readonly #now: () => number;
  #times: number[] = [];

  /** @param window milliseconds after which an attempt no longer counts. */
  constructor(most: number, window: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#window = window;
    this.#now = now;
  }

  /** Counts one more attempt; false if there were enough. */
  allow(): boolean {
    const now = this.#now();
    this.#times = this.#times.filter((time) => time > now - this.#window);
    if (this.#times.length >= this.#most) return false;
    this.#times.push(now);
    return true;
  }
}
