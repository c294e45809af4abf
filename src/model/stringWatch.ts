/** Follows the text of a JSON value piece by piece: which string is open, and how long it goes on. */
export class StringWatch {
  /** What the open objects and lists are waiting for. */
  readonly #places: ("key" | "value" | "item")[] = [];
  /** What the open string holds, as it is written. */
  #text: string | null = null;
  #escaped = false;
  #pieces = 0;

  /** How many pieces the open string has got, not counting the one that opened it; 0 outside of strings. */
  get length(): number {
    return this.#pieces;
  }

  /** Whether a quote would end a string here. */
  get closable(): boolean {
    return this.#text !== null && !this.#escaped;
  }

  /** What the open string holds, as it is written; null where none is open or it is a key. */
  get value(): string | null {
    return this.#places.at(-1) === "key" ? null : this.#text;
  }

  read(piece: string): void {
    let open = this.#text !== null;
    for (const character of piece) {
      if (this.#text === null) this.#readOutside(character);
      else if (character === '"' && !this.#escaped) {
        this.#text = null;
        // A string that begins in this piece starts to count with the next.
        open = false;
      } else {
        this.#escaped = character === "\\" && !this.#escaped;
        this.#text += character;
      }
    }
    this.#pieces = this.#text !== null && open ? this.#pieces + 1 : 0;
  }

  #readOutside(character: string): void {
    const last = this.#places.length - 1;
    if (character === '"') this.#text = "";
    else if (character === "{") this.#places.push("key");
    else if (character === "[") this.#places.push("item");
    else if (character === "}" || character === "]") this.#places.pop();
    else if (character === ":") this.#places[last] = "value";
    else if (character === "," && this.#places[last] === "value") this.#places[last] = "key";
  }
}
