/** The stations of loading, in their order. Shards that are already there make "download" short or absent. */
export type LoadPhase = "check" | "download" | "load" | "compile" | "ready";

/** How far loading is. */
export interface LoadProgress {
  phase: LoadPhase;
  /** How much of this phase is done, 0 to 1. */
  fraction: number;
  /** Bytes of the model's files that are here, of all files together. */
  bytes: number;
  total: number;
  /** While downloading, after the first second; null otherwise. */
  bytesPerSecond: number | null;
  secondsLeft: number | null;
}

export type OnLoadProgress = (progress: LoadProgress) => void;

const WINDOW = 5000;
const INTERVAL = 100;

/**
 * Measures a download: speed over the last seconds, time left, and reports not too often.
 * Pure but for the clock, which a test replaces.
 */
export class DownloadMeter {
  readonly #total: number;
  readonly #now: () => number;
  readonly #report: OnLoadProgress;
  #bytes: number;
  #samples: { time: number; bytes: number }[] = [];
  #reported = -Infinity;

  /** @param bytes of `total` that were there before. */
  constructor(
    bytes: number,
    total: number,
    report: OnLoadProgress,
    now: () => number = () => performance.now(),
  ) {
    this.#bytes = bytes;
    this.#total = total;
    this.#report = report;
    this.#now = now;
    this.#samples.push({ time: now(), bytes });
    this.#tell(true);
  }

  /** Counts bytes that arrived; negative, when a file turned out wrong and starts again. */
  add(bytes: number): void {
    this.#bytes += bytes;
    // A wrong file must not show as negative speed: measure afresh.
    if (bytes < 0) this.#samples = [];
    const time = this.#now();
    this.#samples.push({ time, bytes: this.#bytes });
    while (this.#samples.length > 2 && (this.#samples[0]?.time ?? time) < time - WINDOW)
      this.#samples.shift();
    this.#tell(this.#bytes >= this.#total);
  }

  #tell(always: boolean): void {
    const time = this.#now();
    if (!always && time - this.#reported < INTERVAL) return;
    this.#reported = time;
    const first = this.#samples[0] ?? { time, bytes: this.#bytes };
    const seconds = (time - first.time) / 1000;
    const speed = seconds >= 1 ? (this.#bytes - first.bytes) / seconds : null;
    this.#report({
      phase: "download",
      fraction: this.#bytes / this.#total,
      bytes: this.#bytes,
      total: this.#total,
      bytesPerSecond: speed,
      secondsLeft: speed ? (this.#total - this.#bytes) / speed : null,
    });
  }
}
