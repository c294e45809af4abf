/** With this probability a token that copies is taken. */
const ENOUGH = 0.02;
/** What stands for a character of which bytes are missing. */
const INCOMPLETE = "\uFFFD";
/** What a string holds, as it is written, before the quote that ends it. */
const UP_TO_QUOTE = /^(?:[^"\\]|\\.)*\\?/s;

/**
 * The query as what values are copied from. A small model garbles words that it only has to repeat ("Mumbai" for
 * "Montreal"). So within a string value a token that goes on with a passage of the query is taken before a likelier one that
 * doesn't, if it is likely enough itself.
 */
export class Copying {
  readonly #query: string;

  constructor(query: string) {
    this.#query = JSON.stringify(query).slice(1, -1);
  }

  /**
   * Which of some tokens is written.
   * @param value what the open string holds, as it is written; null outside of a string value.
   * @param text of a token, by its place.
   */
  pick(probabilities: readonly number[], value: string | null, text: (at: number) => string): number {
    const likeliest = (most: number, at: number) =>
      (probabilities[at] ?? 0) > (probabilities[most] ?? 0) ? at : most;
    const places = [...probabilities.keys()];
    const best = places.reduce(likeliest, 0);
    if (value === null || text(best).includes(INCOMPLETE)) return best;
    const copying = places
      .filter((at) => (probabilities[at] ?? 0) >= ENOUGH)
      .filter((at) => this.#holds(value, text(at)));
    return copying.reduce(likeliest, copying[0] ?? best);
  }

  /** Whether a piece goes on with a passage of which the value is the beginning, or ends it where a word ends. */
  #holds(value: string, piece: string): boolean {
    const [whole = ""] = UP_TO_QUOTE.exec(value + piece) ?? [];
    const closed = whole.length < value.length + piece.length;
    if (whole === "" || (closed && whole.endsWith(" "))) return false;
    for (let begin = this.#query.indexOf(whole); begin >= 0; begin = this.#query.indexOf(whole, begin + 1))
      if (this.#border(begin) && (!closed || this.#border(begin + whole.length))) return true;
    return false;
  }

  /** Whether no word goes on across this place. */
  #border(at: number): boolean {
    const isWord = (index: number) => /[\p{L}\p{N}]/u.test(this.#query.charAt(index));
    return !(at > 0 && at < this.#query.length && isWord(at - 1) && isWord(at));
  }
}
