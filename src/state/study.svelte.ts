import type { Distribution } from "../domain/distribution";
import type { Scenario } from "../domain/scenario";
import { faultWords } from "./faultWords";
import type { Pace } from "./pace.svelte";

/** Reads the whole distribution of a scenario in the background; another model is another function. */
export type Distribute = (
  scenario: Scenario,
  options: { signal: AbortSignal; onUpdate?: (distribution: Distribution) => void },
) => Promise<Distribution>;

/** Lets a loaded model read ahead what an edit of one interaction, by its index, leaves as it is: by default the newest. */
export type Prepare = (
  scenario: Scenario,
  options: { signal: AbortSignal; edited?: number | null },
) => Promise<void>;

export type StudyStatus = "off" | "running" | "done" | "error";

/** What a study's work can do while it is wanted; after that, `ask` throws. */
export interface Run<Found> {
  /** Asks the model, once what was asked before is answered. */
  ask(scenario: Scenario, onUpdate?: (distribution: Distribution) => void): Promise<Distribution>;
  /** Shows what is known by now. */
  tell(found: Found): void;
  /** Says how much of the work is done. */
  progress(done: number, total: number): void;
}

/**
 * A piece of work in the background that many runs of the model belong to: it is wanted for a subject, and another
 * subject (an edit, for one) or none ends it. The model's side remembers what it has answered, so that the same work
 * for an earlier subject is soon done.
 */
export class Study<Subject, Found> {
  readonly #work: (subject: Subject, run: Run<Found>) => Promise<void>;
  readonly #pace: Pace;
  readonly #keep: boolean;
  #status = $state<StudyStatus>("off");
  #found = $state.raw<Found | null>(null);
  #progress = $state.raw<{ done: number; total: number } | null>(null);
  #fault = $state.raw<unknown>(null);
  #abort: AbortController | null = null;
  #wanted: { subject: Subject; distribute: Distribute } | null = null;

  /**
   * @param pace hears what each run took.
   * @param keep what was found stays until something newer is; it should say then what it belongs to.
   */
  constructor(
    work: (subject: Subject, run: Run<Found>) => Promise<void>,
    pace: Pace,
    { keep = false }: { keep?: boolean } = {},
  ) {
    this.#work = work;
    this.#pace = pace;
    this.#keep = keep;
  }

  get status(): StudyStatus {
    return this.#status;
  }

  /** What is known by now about the wanted subject (or, if it is kept, about the one before). */
  get found(): Found | null {
    return this.#found;
  }

  /** How many of the steps are done, or null before the work knows. */
  get progress(): { done: number; total: number } | null {
    return this.#progress;
  }

  get fault(): string | null {
    return this.#fault === null ? null : faultWords(this.#fault);
  }

  /** Begins the work for a subject; null ends it. The same subject again changes nothing. */
  want(subject: Subject | null, distribute: Distribute | null): void {
    const wanted = this.#wanted;
    if (subject === (wanted?.subject ?? null) && (!subject || distribute === wanted?.distribute)) return;
    this.#abort?.abort();
    this.#abort = null;
    if (!this.#keep) this.#found = null;
    this.#progress = null;
    this.#fault = null;
    this.#wanted = subject && distribute && { subject, distribute };
    this.#status = this.#wanted ? "running" : "off";
    if (this.#wanted) void this.#run(this.#wanted.subject, this.#wanted.distribute);
  }

  async #run(subject: Subject, distribute: Distribute): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    const run: Run<Found> = {
      ask: async (scenario, onUpdate) => {
        signal.throwIfAborted();
        const began = performance.now();
        const distribution = await distribute(scenario, {
          signal,
          onUpdate: (update) => {
            if (!signal.aborted) onUpdate?.(update);
          },
        });
        signal.throwIfAborted();
        this.#pace.note(performance.now() - began);
        return distribution;
      },
      tell: (found) => {
        if (!signal.aborted) this.#found = found;
      },
      progress: (done, total) => {
        if (!signal.aborted) this.#progress = { done, total };
      },
    };
    try {
      await this.#work(subject, run);
      if (!signal.aborted) this.#status = "done";
    } catch (error) {
      if (signal.aborted) return;
      this.#fault = error;
      this.#status = "error";
    }
  }
}
