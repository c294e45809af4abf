import type { CandidateGroup } from "../domain/namePaths";
import type { Scenario } from "../domain/scenario";
import type { Selection } from "../domain/selection";
import type { AnswerForm } from "../domain/toolCall";
import type { FaultReport } from "./fault";

/** How far a selection is. */
export interface SelectProgress {
  phase: "prefill" | "decode";
  /** The answer so far. */
  text: string;
  /** The candidates' probabilities, as soon as the name is decided. */
  groups: CandidateGroup[] | null;
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
  | { type: "interrupt"; request: number };

/** What the worker says. */
export type FromWorker =
  | { type: "started" }
  | { type: "loading"; request: number; phase: "load" | "compile"; fraction: number }
  | { type: "loaded"; request: number }
  | { type: "selecting"; request: number; progress: SelectProgress }
  | { type: "selected"; request: number; selection: Selection }
  | { type: "failed"; request: number; fault: FaultReport }
  | { type: "lost"; fault: FaultReport };
