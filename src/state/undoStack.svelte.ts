/** How many steps can be undone. */
const MAX_STEPS = 200;
/** Edits of one kind that follow each other so quickly (milliseconds) are undone together: a word, not a letter. */
const JOIN_MS = 1500;

interface Step<Edit> {
  edit: Edit;
  kind: string;
  time: number;
}

/** Which edits can be undone and redone. It makes none of them itself. */
export class UndoStack<Edit> {
  readonly #join: (first: Edit, second: Edit) => Edit | null;
  #done = $state.raw<readonly Step<Edit>[]>([]);
  #undone = $state.raw<readonly Step<Edit>[]>([]);

  /** @param join one edit in place of two that follow each other, or null if they can't be one. */
  constructor(join: (first: Edit, second: Edit) => Edit | null) {
    this.#join = join;
  }

  /** What undo would undo. */
  get last(): Edit | null {
    return this.#done.at(-1)?.edit ?? null;
  }

  /** What redo would make again. */
  get next(): Edit | null {
    return this.#undone.at(-1)?.edit ?? null;
  }

  /** Notes an edit. @param kind edits of one kind may be joined; an empty kind is never. */
  push(edit: Edit, kind = "", time = Date.now()): void {
    const before = this.#done.at(-1);
    const joins =
      kind !== "" && before?.kind === kind && this.#undone.length === 0 && time - before.time < JOIN_MS;
    const joined = joins ? this.#join(before.edit, edit) : null;
    this.#done = joined
      ? [...this.#done.slice(0, -1), { edit: joined, kind, time }]
      : [...this.#done, { edit, kind, time }].slice(-MAX_STEPS);
    this.#undone = [];
  }

  /** Takes the last edit back, if `make` can undo it; an edit that can't be undone any more is forgotten. */
  undo(make: (edit: Edit) => boolean): void {
    const step = this.#done.at(-1);
    if (!step) return;
    this.#done = this.#done.slice(0, -1);
    if (make(step.edit)) this.#undone = [...this.#undone, { ...step, kind: "" }];
  }

  /** Makes the edit again that was undone last, if `make` can. */
  redo(make: (edit: Edit) => boolean): void {
    const step = this.#undone.at(-1);
    if (!step) return;
    this.#undone = this.#undone.slice(0, -1);
    if (make(step.edit)) this.#done = [...this.#done, step];
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }
}
