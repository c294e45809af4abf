import { nextTask } from "../domain/nextTask";

/** A page that comes piece by piece, each in a task of its own, so that it answers in between. */
export class Pieces {
  readonly #all: number;
  #count = $state(0);

  /** @param all how many pieces come one by one; with 0 everything is there at once. */
  constructor(all: number) {
    this.#all = all;
    this.#count = all === 0 ? Infinity : 0;
  }

  /** How many are there; Infinity in the end. */
  get count(): number {
    return this.#count;
  }

  async come(): Promise<void> {
    for (; this.#count < this.#all; this.#count += 1) await nextTask();
    this.#count = Infinity;
  }
}
