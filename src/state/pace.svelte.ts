/** Quicker than this (milliseconds), an answer was remembered and says nothing about a run. */
const REMEMBERED_MS = 30;
/** How much the newest run counts for the estimate. */
const WEIGHT = 0.4;

/** How long a run in the background takes here, by what the last ones took. */
export class Pace {
  #milliseconds = $state<number | null>(null);

  /** Takes what one run took. */
  note(milliseconds: number): void {
    if (milliseconds < REMEMBERED_MS) return;
    const before = this.#milliseconds;
    this.#milliseconds = before === null ? milliseconds : before + WEIGHT * (milliseconds - before);
  }

  /** Milliseconds that so many runs may take, or null before the first. */
  estimate(runs: number): number | null {
    return this.#milliseconds === null ? null : runs * this.#milliseconds;
  }
}
