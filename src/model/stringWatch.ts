/** Follows the text of a JSON value piece by piece, and counts how long an open string goes on. */
export class StringWatch {
  #inside = false;
  #escaped = false;
  #pieces = 0;

  /** How many pieces the open string has got, not counting the one that opened it; 0 outside of strings. */
  get length(): number {
    return this.#pieces;
  }

  /** Whether a quote would end a string here. */
  get closable(): boolean {
    return this.#inside && !this.#escaped;
  }

  read(piece: string): void {
    let open = this.#inside;
    for (const character of piece) {
      if (this.#escaped) this.#escaped = false;
      else if (character === '"') {
        this.#inside = !this.#inside;
        // A string that begins in this piece starts to count with the next.
        open = false;
      } else if (character === "\\") this.#escaped = this.#inside;
    }
    this.#pieces = this.#inside && open ? this.#pieces + 1 : 0;
  }
}
