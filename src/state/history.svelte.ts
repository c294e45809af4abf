import { changedHistory, type InteractionChange } from "../domain/edit";
import { changedFields, type Interaction, type PastCall, type Rating } from "../domain/interaction";
import { inOrder, move } from "../store/order";
import { words } from "../words/words.svelte";
import { faultWords } from "./faultWords";

/** The part of the store that a history needs. */
export interface HistoryStore {
  history(userId: string): Promise<Interaction[]>;
  putInteraction(interaction: Interaction): Promise<unknown>;
  changeInteraction(before: Interaction, after: Interaction): Promise<unknown>;
  deleteInteraction(id: string, userId: string): Promise<unknown>;
  moveInteraction(userId: string, id: string, toIndex: number): Promise<unknown>;
  changeInteractions(userId: string, changes: readonly InteractionChange[]): Promise<unknown>;
}

/**
 * The history of one mock user. An edit shows at once and is written in the order it was made; it counts as
 * saved only after the store's commit. A failed write is told and the history is read back as it is stored.
 */
export class History {
  readonly #store: HistoryStore;
  #userId = "";
  #wanted = "";
  #interactions = $state.raw<Interaction[]>([]);
  #unsaved = $state(0);
  #fault = $state.raw<unknown>(null);
  #writes: Promise<void> = Promise.resolve();
  #reads = 0;
  #failed = false;

  constructor(store: HistoryStore) {
    this.#store = store;
  }

  /** Whose history is shown. */
  get userId(): string {
    return this.#userId;
  }

  /** Oldest first, as the model reads it. */
  get interactions(): readonly Interaction[] {
    return this.#interactions;
  }

  /** True after every edit has been committed. */
  get saved(): boolean {
    return this.#unsaved === 0;
  }

  /** Why the last write failed, in words, or null. */
  get fault(): string | null {
    return this.#fault === null ? null : words().storage.unsavedChange(faultWords(this.#fault));
  }

  /** Shows a user's history, once the edits of the one before are committed. */
  async open(userId: string): Promise<void> {
    this.#wanted = userId;
    const read = ++this.#reads;
    let stored: Interaction[];
    do {
      await this.#writes;
      stored = await this.#store.history(userId);
      if (read !== this.#reads) return;
    } while (!this.saved); // Edited meanwhile: what was read is older than what is shown.
    if (userId !== this.#userId) this.#fault = null;
    this.#userId = userId;
    this.#interactions = stored;
  }

  /** Reads what is stored; used when another tab has changed it. */
  refresh(): Promise<void> {
    return this.open(this.#wanted);
  }

  rate(id: string, rating: Rating): void {
    this.#change(id, { rating });
  }

  /**
   * Changes the tool, the parameters or the rating of a past call.
   * @param opened the call as it was when somebody began to edit it: what they left alone stays as it is now.
   */
  edit(id: string, call: Partial<PastCall>, opened: Partial<PastCall> = {}): void {
    this.#change(id, changedFields(opened, call));
  }

  /** Adds a call as the newest one. */
  add({ tool, parameters, rating }: PastCall): Interaction {
    const position = (this.#interactions.at(-1)?.position ?? 0) + 1;
    const interaction = {
      tool,
      parameters,
      rating,
      id: crypto.randomUUID(),
      userId: this.#userId,
      time: Date.now(),
      position,
    };
    this.#write([...this.#interactions, interaction], () => this.#store.putInteraction(interaction));
    return interaction;
  }

  delete(id: string): void {
    const userId = this.#userId;
    if (!this.#find(id)) return;
    this.#write(
      this.#interactions.filter((one) => one.id !== id),
      () => this.#store.deleteInteraction(id, userId),
    );
  }

  /** Moves an interaction to an index among the others, oldest first. */
  move(id: string, toIndex: number): void {
    const from = this.#interactions.findIndex((one) => one.id === id);
    const to = Math.max(0, Math.min(toIndex, this.#interactions.length - 1));
    if (from < 0 || from === to) return;
    // The store will give the same positions: a call that is added meanwhile must come after them.
    const positions = new Map(move(this.#interactions, id, to)?.map((one) => [one.id, one.position]));
    const userId = this.#userId;
    this.#write(
      inOrder(this.#interactions.map((one) => ({ ...one, position: positions.get(one.id) ?? one.position }))),
      () => this.#store.moveInteraction(userId, id, to),
    );
  }

  /**
   * Makes changes, all of them or none; for undo and redo.
   * @param userId whose history is meant, which need not be shown any more.
   * @returns false if the history isn't as the changes expect it, so that nothing was changed.
   */
  apply(changes: readonly InteractionChange[], userId = this.#userId): boolean {
    const shown = userId === this.#userId ? changedHistory(this.#interactions, changes) : this.#interactions;
    if (!shown) return false;
    if (changes.length > 0) this.#write(shown, () => this.#store.changeInteractions(userId, changes));
    return true;
  }

  /** Resolves when every edit made so far is committed, or has failed. */
  settled(): Promise<void> {
    return this.#writes;
  }

  #change(id: string, change: Partial<PastCall>): void {
    const before = this.#find(id);
    if (!before) return;
    const changed = { ...before, ...change };
    this.#write(
      this.#interactions.map((one) => (one.id === id ? changed : one)),
      () => this.#store.changeInteraction(before, changed),
    );
  }

  #find(id: string): Interaction | undefined {
    return this.#interactions.find((one) => one.id === id);
  }

  #write(shown: Interaction[], commit: () => Promise<unknown>): void {
    this.#interactions = shown;
    this.#unsaved += 1;
    this.#writes = this.#writes.then(commit).then(
      () => this.#settle(null),
      (error: unknown) => this.#settle(error),
    );
  }

  /** Ends one write. What is shown is read back once the last one has ended, if any has failed. */
  async #settle(failure: unknown): Promise<void> {
    this.#unsaved -= 1;
    if (failure !== null) this.#fault = failure;
    this.#failed ||= failure !== null;
    if (this.#unsaved > 0) return;
    const readBack = this.#failed;
    this.#failed = false;
    if (!readBack) {
      this.#fault = null;
      return;
    }
    try {
      this.#interactions = await this.#store.history(this.#userId);
    } catch {
      // The store is gone altogether: what is shown stays, and the fault says that it isn't saved.
    }
  }
}
