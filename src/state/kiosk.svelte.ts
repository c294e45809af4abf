import {
  begin,
  look,
  nobody,
  secondsLeft,
  sign,
  type Booth,
  type BoothPhase,
  type BoothTimes,
} from "../domain/booth";

/** How often the clock is looked at, in milliseconds. */
const TICK = 250;

/** The clock of a booth; a test puts its own in place. */
export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number;
  /** Does something again and again. @returns a function that ends this. */
  every(milliseconds: number, act: () => void): () => void;
}

const browserClock: Clock = {
  now: () => performance.now(),
  every: (milliseconds, act) => {
    const timer = setInterval(act, milliseconds);
    return () => clearInterval(timer);
  },
};

interface KioskListener {
  onBegin(): void;
  /** A visitor has gone: everything is to be as before. */
  onEnd(): void;
}

/** Whether a visitor is there, by a clock that signs of life set back. */
export class Kiosk {
  readonly #times: BoothTimes;
  readonly #clock: Clock;
  readonly #listener: KioskListener;
  #booth: Booth = nobody;
  #phase = $state<BoothPhase>("attract");
  #left = $state(0);

  constructor(times: BoothTimes, listener: KioskListener, clock: Clock = browserClock) {
    this.#times = times;
    this.#clock = clock;
    this.#listener = listener;
  }

  get phase(): BoothPhase {
    return this.#phase;
  }

  /** Whole seconds until the visit ends, if nobody does anything. */
  get secondsLeft(): number {
    return this.#left;
  }

  /** Somebody wants to begin. */
  begin(): void {
    if (this.phase !== "attract") return;
    this.#become(begin(this.#clock.now()));
    this.#listener.onBegin();
  }

  /** Somebody does something. */
  sign(): void {
    this.#become(sign(this.#booth, this.#clock.now()));
  }

  /** Ends the visit now. */
  end(): void {
    if (this.phase === "attract") return;
    this.#become(nobody);
    this.#listener.onEnd();
  }

  /** Lets the clock run. @returns a function that ends this. */
  run(): () => void {
    return this.#clock.every(TICK, () => {
      const next = look(this.#booth, this.#clock.now(), this.#times);
      if (next.phase === "attract") this.end();
      else this.#become(next);
    });
  }

  #become(booth: Booth): void {
    this.#booth = booth;
    this.#phase = booth.phase;
    this.#left = secondsLeft(booth, this.#clock.now(), this.#times);
  }
}
