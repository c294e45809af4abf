import { countOne, csvOf, totalOf, type Counted, type DayCount } from "../domain/counted";
import type { Store } from "../store/store";

/** Counts visits and selections by day, and keeps them on this device alone. */
export class Counter {
  readonly #store: Pick<Store, "preference" | "setPreference">;
  readonly #now: () => number;
  #days = $state.raw<Counted>({});

  constructor(store: Pick<Store, "preference" | "setPreference">, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  get days(): Counted {
    return this.#days;
  }

  get total(): DayCount {
    return totalOf(this.#days);
  }

  /** Takes what was counted before. */
  async open(): Promise<void> {
    this.#days = (await this.#store.preference("counted")) ?? {};
  }

  count(what: keyof DayCount): void {
    this.#days = countOne(this.#days, what, this.#now());
    // A count that can't be stored now is stored with the next one.
    this.#store.setPreference("counted", this.#days).catch(() => undefined);
  }

  /** The days as a file. */
  export(form: "csv" | "json"): { fileName: string; text: string; type: string } {
    const fileName = `petoolllama-live-counts.${form}`;
    if (form === "csv") return { fileName, text: csvOf(this.#days), type: "text/csv" };
    return { fileName, text: `${JSON.stringify(this.#days, null, 1)}\n`, type: "application/json" };
  }
}
