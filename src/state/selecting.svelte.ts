import type { Scenario } from "../domain/scenario";
import type { Selection } from "../domain/selection";
import type { SelectProgress } from "../model";
import { faultWords } from "./faultWords";

export type SelectingStatus = "idle" | "waiting-for-model" | "reading" | "writing" | "done" | "error";

/** Hears how far a run is. */
export type OnProgress = (progress: SelectProgress) => void;

/**
 * Asks a loaded model; another model is another function. A newer question ends the older one, unless both turn
 * out to be the same.
 */
export type Select = (scenario: Scenario, onProgress: OnProgress) => Promise<Selection>;

/** A finished run, and what was asked. */
export interface Result {
  scenario: Scenario;
  selection: Selection;
}

/** What is known of a run that is under way. */
export interface Underway {
  scenario: Scenario;
  progress: SelectProgress;
}

/**
 * Keeps the selection up with the latest scenario: a short pause collects keystrokes, a newer scenario replaces the
 * older one, and a reply that comes late can't win. What was selected last stays until something newer is there.
 */
export class Selecting {
  readonly #pause: number;
  #status = $state<SelectingStatus>("idle");
  #result = $state.raw<Result | null>(null);
  #previousTool = $state<string | null>(null);
  #fault = $state.raw<unknown>(null);
  #startedAt = $state<number | null>(null);
  #runs = $state(0);
  #underway = $state.raw<Underway | null>(null);

  #wanted: { scenario: Scenario; select: Select; key: string } | null = null;
  #finished: { select: Select; key: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;

  /** @param pause milliseconds between an edit and the run that it starts. */
  constructor(pause = 80) {
    this.#pause = pause;
  }

  get status(): SelectingStatus {
    return this.#status;
  }

  /** What was selected last; of an older scenario while `fresh` is false. */
  get result(): Result | null {
    return this.#result;
  }

  /** What is known of the current run: the chosen tool long before its parameters are written. */
  get underway(): Underway | null {
    return this.#underway;
  }

  /** The result belongs to what the page shows now. */
  get fresh(): boolean {
    return this.#status === "done";
  }

  /** The tool that was selected before the current one, if it was another. */
  get previousTool(): string | null {
    return this.#previousTool;
  }

  get fault(): string | null {
    return this.#fault === null ? null : faultWords(this.#fault);
  }

  /** When the current run began (`performance.now`), or null while none is under way. */
  get startedAt(): number | null {
    return this.#startedAt;
  }

  /** How many runs have come to their end. */
  get runs(): number {
    return this.#runs;
  }

  /**
   * Says what should be selected now. Null for a scenario with nothing to ask, null for a missing model.
   * Call it with every edit: what is already running or selected isn't run again.
   */
  want(scenario: Scenario | null, select: Select | null): void {
    if (!scenario || !select) {
      this.#stop();
      this.#status = scenario ? "waiting-for-model" : "idle";
      return;
    }
    const key = JSON.stringify(scenario);
    if (this.#wanted?.key === key && this.#wanted.select === select) return;
    this.#stop();
    this.#wanted = { scenario, select, key };
    if (this.#finished?.key === key && this.#finished.select === select) {
      this.#status = "done";
      return;
    }
    this.#status = "reading";
    this.#startedAt = performance.now();
    this.#timer = setTimeout(() => void this.#run(scenario, select, key), this.#pause);
  }

  /** Runs the same scenario again, after a fault. */
  retry(): void {
    const wanted = this.#wanted;
    this.#stop();
    this.#finished = null;
    if (wanted) this.want(wanted.scenario, wanted.select);
  }

  /** Forgets what was selected and for whom; the next scenario is the first one. */
  forget(): void {
    this.#stop();
    this.#finished = null;
    this.#result = null;
    this.#previousTool = null;
    this.#status = "idle";
    // They would pile up for as long as the page is open.
    performance.clearMarks("selection-run");
  }

  /** Ends what is under way; for a page that goes away. */
  stop(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#latest += 1;
    this.#wanted = null;
    this.#startedAt = null;
    this.#underway = null;
    this.#fault = null;
  }

  async #run(scenario: Scenario, select: Select, key: string): Promise<void> {
    const run = ++this.#latest;
    // Seen by tests, which measure how soon a run follows its edit.
    performance.mark("selection-run");
    try {
      const selection = await select(scenario, (progress) => {
        if (run !== this.#latest) return;
        this.#status = progress.phase === "prefill" ? "reading" : "writing";
        this.#underway = { scenario, progress };
      });
      if (run !== this.#latest) return;
      const before = this.#result?.selection.answer.call.tool_name ?? null;
      this.#previousTool = before === selection.answer.call.tool_name ? null : before;
      this.#result = { scenario, selection };
      this.#finished = { select, key };
      this.#runs += 1;
      this.#status = "done";
    } catch (error) {
      if (run !== this.#latest) return;
      this.#fault = error;
      this.#status = "error";
    }
    this.#startedAt = null;
    this.#underway = null;
  }
}
