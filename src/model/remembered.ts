/** A map that forgets what was used longest ago. */
export class Remembered<Value> {
  readonly #limit: number;
  /** The most recently used last. */
  readonly #values = new Map<string, Value>();

  /** @param limit how many values it keeps. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#limit) break;
      this.#values.delete(oldest);
    }
  }
}
