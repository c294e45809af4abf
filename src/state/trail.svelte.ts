import { editBetween, type PageState } from "../domain/edit";
import { certainty, type Selection } from "../domain/selection";
import { words } from "../words/words.svelte";
import { editWords } from "./editWords";

/** How many selections the trail shows. */
const LENGTH = 12;

/** One selection of the past: what led to it, what it was, and the state that it belongs to. */
export interface Step {
  id: number;
  /** The edits since the step before, in the words of the language that is shown. */
  readonly edit: string;
  tool: string;
  /** How likely the tool was. */
  probability: number;
  userId: string;
  state: PageState;
}

/** The last selections, and how one came from one to the next. */
export class Trail {
  #steps = $state.raw<readonly Step[]>([]);
  #last = 0;

  /** Oldest first. */
  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** Notes a selection. One for the same state as the last isn't a step. */
  note(userId: string, userName: string, state: PageState, selection: Selection): void {
    const before = this.#steps.at(-1);
    const edit = before && editBetween(before.state, state);
    if (before && !edit) return;
    const switched = before && before.userId !== userId;
    const step: Step = {
      id: ++this.#last,
      get edit() {
        const { edits } = words();
        if (switched) return edits.switched(userName);
        return edit ? editWords(edit) : edits.began;
      },
      tool: selection.answer.call.tool_name,
      probability: certainty(selection),
      userId,
      state,
    };
    this.#steps = [...this.#steps, step].slice(-LENGTH);
  }

  /** Forgets the steps of a user who has gone. */
  drop(userId: string): void {
    this.#steps = this.#steps.filter((step) => step.userId !== userId);
  }

  clear(): void {
    this.#steps = [];
  }
}
