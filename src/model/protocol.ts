import type { CandidateGroup } from "../domain/namePaths";
import type { Scenario } from "../domain/scenario";
import type { Reading, Selection } from "../domain/selection";
import type { AnswerForm } from "../domain/toolCall";
import type { Trouble } from "./fault";

/** How far a selection is. */
export interface SelectProgress {
  phase: "prefill" | "decode";
  /** How much of the prompt is read, 0 to 1. */
  read: number;
  /** The answer so far. */
  text: string;
  /** The candidates' probabilities, as soon as the name is decided, which is before it is written. */
  groups: CandidateGroup[] | null;
  /** The index of the chosen candidate, as soon as it is decided. */
  chosen: number | null;
  /** The candidates that were listed as fitting, as soon as the list is complete; null where answers have none. */
  fits: number[] | null;
  /** How likely the list takes each candidate, as soon as it is complete. */
  fit: number[] | null;
}

/** What a reading may be given. */
export interface ReadingGiven {
  /** The fit list, ascending, instead of the model's own. Only for models whose answers have one. */
  fits?: readonly number[];
  /** The name must be one of these candidates', which the list holds. By default of all that it holds. */
  among?: readonly number[];
}

/** What the page asks of the worker. `request` numbers are never used twice. */
export type ToWorker =
  | {
      type: "load";
      request: number;
      id: string;
      /** The virtual folder under which the verified files lie in the caches that web-llm reads. */
      base: string;
      /** The names of the verified files; anything else must not be asked for. */
      paths: string[];
      library: Blob;
      contextWindow: number;
    }
  | { type: "select"; request: number; scenario: Scenario; form: AnswerForm; maxTokens: number | null }
  | { type: "read"; request: number; scenario: Scenario; form: AnswerForm; given: ReadingGiven }
  | { type: "prepare"; request: number; scenario: Scenario; form: AnswerForm; edited: number | null }
  | { type: "interrupt"; request: number };

/** What the worker says. */
export type FromWorker =
  | { type: "started" }
  | { type: "loading"; request: number; phase: "load" | "compile"; fraction: number }
  | { type: "loaded"; request: number }
  | { type: "selecting"; request: number; progress: SelectProgress }
  | { type: "selected"; request: number; selection: Selection }
  /** A sign of life of a reading or a preparation: how much of the prompt is read, 0 to 1. */
  | { type: "reading"; request: number; fraction: number }
  | { type: "read"; request: number; reading: Reading }
  | { type: "prepared"; request: number }
  | { type: "failed"; request: number; fault: Trouble }
  | { type: "lost"; fault: Trouble };
