import { applyEdit, changesBetween, editBetween, inverse, type Edit, type PageState } from "../domain/edit";
import { flipped, type Flip } from "../domain/flips";
import type { PastCall, Rating } from "../domain/interaction";
import type { Setting } from "../domain/setting";
import { editWords } from "./editWords";
import type { History } from "./history.svelte";
import type { Question } from "./question.svelte";
import { UndoStack } from "./undoStack.svelte";

/** Two edits of the query as one: what was typed in between is nobody's state. */
function joinQueries(first: Edit, second: Edit): Edit | null {
  if (!first.query || !second.query) return null;
  return { ...first, query: { before: first.query.before, after: second.query.after } };
}

/**
 * All that a person can change on the page, each change undoable: it is noted as the difference that it made, so
 * that a change in another tab meanwhile stays, and an undo that would overwrite it is refused.
 */
export class Edits {
  readonly #history: History;
  readonly #question: Question;
  readonly #onRefused: (what: string) => void;
  readonly #stack = new UndoStack<Edit>(joinQueries);

  /** @param onRefused hears which edit could not be undone or redone, since what it changed was changed elsewhere. */
  constructor(history: History, question: Question, onRefused: (what: string) => void) {
    this.#history = history;
    this.#question = question;
    this.#onRefused = onRefused;
  }

  /** The state that all edits so far have led to. */
  get state(): PageState {
    const { query, setting, candidates } = this.#question;
    return { setting, query, candidates: candidates.chosen, history: this.#history.interactions };
  }

  /** What `undo` would undo, in words, or null. */
  get undoable(): string | null {
    return this.#stack.last && editWords(this.#stack.last);
  }

  /** What `redo` would make again, in words, or null. */
  get redoable(): string | null {
    return this.#stack.next && editWords(this.#stack.next);
  }

  rate(id: string, rating: Rating): void {
    this.#note(() => this.#history.rate(id, rating));
  }

  /**
   * Changes the tool, the parameters or the rating of a past call.
   * @param opened the call as it was when somebody began to edit it: what they left alone stays as it is now.
   */
  change(id: string, call: PastCall, opened: Partial<PastCall> = {}): void {
    this.#note(() => this.#history.edit(id, call, opened));
  }

  /** Adds a call as the newest one. */
  add(call: PastCall): void {
    this.#note(() => this.#history.add(call));
  }

  /** @returns a function that puts the call back, as an edit of its own; null if there was none. */
  delete(id: string): (() => void) | null {
    const { userId } = this.#history;
    const edit = this.#note(() => this.#history.delete(id));
    if (!edit) return null;
    const back = inverse(edit);
    return () => {
      if (userId !== this.#history.userId) this.#history.apply(back.interactions, userId);
      else if (this.#make(back)) this.#stack.push(back);
    };
  }

  /** Moves a call to an index among the others, oldest first. */
  move(id: string, toIndex: number): void {
    this.#note(() => this.#history.move(id, toIndex));
  }

  set query(query: string) {
    this.#note(() => (this.#question.query = query), "query");
  }

  /** Asks another query, with candidates proposed for it. */
  ask(query: string): void {
    this.#note(() => {
      this.#question.query = query;
      if (this.#question.candidates.chosen) this.#question.candidates.propose();
    });
  }

  set setting(setting: Setting) {
    this.#note(() => (this.#question.setting = setting));
  }

  addCandidate(name: string): void {
    this.#note(() => this.#question.candidates.add(name));
  }

  removeCandidate(name: string): void {
    this.#note(() => this.#question.candidates.remove(name));
  }

  /** Lets candidates be proposed for the query again. */
  proposeCandidates(): void {
    this.#note(() => this.#question.candidates.propose());
  }

  /** Makes a change that the page has found, in one edit. */
  flip(flips: readonly Flip[]): void {
    const { interactions } = this.#history;
    this.#note(() => this.#history.apply(changesBetween(interactions, flipped(interactions, flips))));
  }

  undo(): void {
    this.#stack.undo((edit) => this.#make(inverse(edit)));
  }

  redo(): void {
    this.#stack.redo((edit) => this.#make(edit));
  }

  /** Goes to another state of the same user's page in one edit. */
  restore(state: PageState): void {
    const edit = editBetween(this.state, state);
    if (edit && this.#make(edit)) this.#stack.push(edit);
  }

  /** Forgets what could be undone; for another user's history. */
  forget(): void {
    this.#stack.clear();
  }

  #note(act: () => void, kind = ""): Edit | null {
    const before = this.state;
    act();
    const edit = editBetween(before, this.state);
    if (edit) this.#stack.push(edit, kind);
    return edit;
  }

  #make(edit: Edit): boolean {
    if (!applyEdit(this.state, edit) || !this.#history.apply(edit.interactions)) {
      this.#onRefused(editWords(edit));
      return false;
    }
    const { query, setting, candidates } = edit;
    if (query) this.#question.query = query.after;
    if (setting) this.#question.setting = setting.after;
    if (candidates) this.#question.candidates.choose(candidates.after);
    return true;
  }
}
