import type { PastCall } from "../domain/interaction";
import { MAX_CANDIDATES } from "../domain/scenario";
import type { Tool } from "../domain/tool";
import type { Toolbox } from "./toolbox.svelte";

/** What candidates are proposed for. */
export interface Asked {
  query: string;
  history: readonly PastCall[];
}

/** The candidates for the query: proposed, until somebody changes them by hand. */
export class Candidates {
  readonly #toolbox: Toolbox;
  readonly #asked: () => Asked;
  readonly #onEdit: (names: readonly string[]) => void;
  #byHand = $state.raw<readonly string[] | null>(null);
  #query = $derived.by(() => this.#asked().query);
  #ranked = $derived.by(() => this.#toolbox.rank(this.#query));
  #tools = $derived.by(() => {
    if (this.#byHand) return this.#byHand.flatMap((name) => this.#toolbox.find(name) ?? []);
    return this.#toolbox.propose(this.#query, this.#ranked, this.#asked().history);
  });

  /** @param onEdit hears the names chosen by hand, to store them; none when they are proposed again. */
  constructor(toolbox: Toolbox, asked: () => Asked, onEdit: (names: readonly string[]) => void) {
    this.#toolbox = toolbox;
    this.#asked = asked;
    this.#onEdit = onEdit;
  }

  get tools(): readonly Tool[] {
    return this.#tools;
  }

  /** Names that somebody has chosen by hand; they stay when the query changes. Null while tools are proposed. */
  get chosen(): readonly string[] | null {
    return this.#byHand;
  }

  get full(): boolean {
    return this.#tools.length >= MAX_CANDIDATES;
  }

  /** Takes what was stored; no names mean that candidates are proposed. */
  restore(names: readonly string[]): void {
    this.#byHand = names.length > 0 ? names : null;
  }

  add(name: string): void {
    if (!this.full && !this.#names.includes(name)) this.choose([...this.#names, name]);
  }

  remove(name: string): void {
    this.choose(this.#names.filter((one) => one !== name));
  }

  /** Proposes candidates for the query again. */
  propose(): void {
    this.choose(null);
  }

  /** Takes these tools; null proposes candidates for the query. */
  choose(names: readonly string[] | null): void {
    this.#byHand = names;
    this.#onEdit(names ?? []);
  }

  get #names(): string[] {
    return this.#tools.map(({ name }) => name);
  }
}
