import { answerGrammar } from "../domain/answerGrammar";
import type { Distribution } from "../domain/distribution";
import { writePrompt } from "../domain/prompt";
import type { Scenario } from "../domain/scenario";
import type { Reading, Selection } from "../domain/selection";
import type { AnswerForm } from "../domain/toolCall";
import type { PrepareOptions, ReadOptions, SelectOptions } from "./client";
import { sha256 } from "./download";
import { cancelled, ModelFault, toFault } from "./fault";
import type { SelectProgress } from "./protocol";
import { Remembered } from "./remembered";
import { Preparing, Resolving, type DistributionOptions, type Job } from "./resolving";

/** What a Selector asks: a ModelClient, or a test's stand-in. */
export interface SelectingModel {
  readonly identity: string;
  readonly answerForm: AnswerForm;
  select(scenario: Scenario, options: SelectOptions): Promise<Selection>;
  read(scenario: Scenario, options: ReadOptions): Promise<Reading>;
  prepare(scenario: Scenario, options: PrepareOptions): Promise<void>;
}

type OnProgress = (progress: SelectProgress) => void;

interface Task {
  scenario: Scenario;
  /** Known a moment after the call. */
  key: string | null;
  onProgress: OnProgress;
  resolve: (selection: Selection) => void;
  reject: (fault: ModelFault) => void;
}

const superseded = () => new ModelFault({ code: "superseded" });

/** The hash of all that a selection depends on. */
function keyOf({ identity, answerForm }: SelectingModel, scenario: Scenario): Promise<string> {
  // The grammar holds what the prompt leaves out: all values of an enumeration, for one.
  const all = [identity, writePrompt(scenario, answerForm), answerGrammar(scenario.candidates, answerForm)];
  return sha256(new TextEncoder().encode(JSON.stringify(all)));
}

/**
 * Runs selections on a model, one run at a time. The latest wins, always: a newer one interrupts what runs and
 * replaces what waits. Distributions are worked out in the background, first come, first served: a selection
 * interrupts them, and the interrupted run is repeated afterwards. What is finished is remembered.
 */
export class Selector {
  readonly #model: SelectingModel;
  readonly #selections: Remembered<Selection>;
  readonly #distributions: Remembered<Distribution>;
  /** The one task that somebody still wants. */
  #wanted: Task | null = null;
  /** The wanted task, while it waits for what runs. */
  #next: Task | null = null;
  #background: Job[] = [];
  /** What the model works on; after an abort nobody wants it. A background run has no key. */
  #running: { key: string | null; controller: AbortController } | null = null;
  #working = false;

  /** @param remember how many finished selections to keep, and how many distributions, which take less room. */
  constructor(
    model: SelectingModel,
    { remember = [20, 200] }: { remember?: readonly [number, number] } = {},
  ) {
    this.#model = model;
    this.#selections = new Remembered(remember[0]);
    this.#distributions = new Remembered(remember[1]);
  }

  /**
   * Selects a tool.
   * @param onProgress isn't called for a remembered selection.
   * @throws ModelFault, with kind "superseded" as soon as a newer call is made, "cancelled" after `cancel`.
   */
  select(scenario: Scenario, onProgress: OnProgress = () => {}): Promise<Selection> {
    return new Promise((resolve, reject) => {
      this.#drop(superseded());
      const task: Task = { scenario, key: null, onProgress, resolve, reject };
      this.#wanted = task;
      this.#offer(task).catch((error: unknown) => this.#settle(task, () => reject(toFault(error))));
    });
  }

  /**
   * Works out the probability of each candidate, in the background: what a selection of the same scenario already
   * found, then run after run what it left open. `Distribution.complete` says what counts as done.
   * @throws ModelFault, with kind "cancelled" after the signal or `cancel`.
   */
  distribution(scenario: Scenario, options: DistributionOptions = {}): Promise<Distribution> {
    return new Promise((resolve, reject) =>
      this.#queue(new Resolving(scenario, options, { resolve, reject }), options.signal),
    );
  }

  /**
   * Reads ahead, in the background too, what an edit of one interaction of the scenario leaves as it is: see
   * `ModelClient.prepare`. Worth while when nothing else is left to do.
   * @throws ModelFault, with kind "cancelled" after the signal or `cancel`.
   */
  prepare(scenario: Scenario, { signal, edited = null }: PrepareOptions = {}): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#queue(new Preparing(scenario, edited, { resolve, reject }), signal),
    );
  }

  #queue(job: Job, signal: AbortSignal | undefined): void {
    if (signal?.aborted) {
      job.fail(cancelled());
      return;
    }
    const end = () => {
      if (this.#background[0] === job && this.#running?.key === null) this.#running.controller.abort();
      this.#dismiss(job, cancelled());
    };
    signal?.addEventListener("abort", end, { once: true });
    this.#background.push(job);
    void this.#work();
  }

  /** Ends what runs and what waits. */
  cancel(): void {
    this.#drop(cancelled());
    for (const job of [...this.#background]) this.#dismiss(job, cancelled());
    this.#running?.controller.abort();
  }

  #drop(fault: ModelFault): void {
    this.#next = null;
    const task = this.#wanted;
    if (task) this.#settle(task, () => task.reject(fault));
  }

  /** Lets a task end, if it is still wanted. */
  #settle(task: Task, end: () => void): void {
    if (task !== this.#wanted) return;
    this.#wanted = null;
    end();
    void this.#work();
  }

  #dismiss(job: Job, fault: ModelFault): void {
    this.#background = this.#background.filter((other) => other !== job);
    job.fail(fault);
  }

  async #offer(task: Task): Promise<void> {
    const key = await keyOf(this.#model, task.scenario);
    if (task !== this.#wanted) return;
    task.key = key;
    const running = this.#running;
    // Whoever changes something and changes it back gets the run that is still under way.
    if (running?.key === key && !running.controller.signal.aborted) return;
    const known = this.#selections.get(key);
    // A remembered selection need not interrupt what runs in the background.
    if (!known || running?.key !== null) running?.controller.abort();
    if (known) {
      this.#settle(task, () => task.resolve(known));
      return;
    }
    this.#next = task;
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (;;) {
        const task = this.#next;
        const [job] = this.#background;
        if (task?.key) {
          this.#next = null;
          await this.#run(task.scenario, task.key);
        } else if (job && !this.#wanted) await this.#advance(job);
        else break;
      }
    } finally {
      this.#working = false;
    }
  }

  async #run(scenario: Scenario, key: string): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#running = { key, controller };
    /** Whoever wants this run's result by now: not always the task that began it. */
    const wanted = () => (!signal.aborted && this.#wanted?.key === key ? this.#wanted : null);
    const end = (act: (task: Task) => void) => {
      const task = wanted();
      if (task) this.#settle(task, () => act(task));
    };
    try {
      const onProgress: OnProgress = (progress) => wanted()?.onProgress(progress);
      const selection = await this.#model.select(scenario, { signal, onProgress });
      this.#selections.set(key, selection);
      end((task) => task.resolve(selection));
    } catch (error) {
      end((task) => task.reject(toFault(error)));
    } finally {
      this.#running = null;
    }
  }

  /** One run of background work; what a selection interrupted stays the first in line. */
  async #advance(job: Job): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#running = { key: null, controller };
    try {
      const key = await keyOf(this.#model, job.scenario);
      if (signal.aborted) return;
      const memory = { selection: this.#selections.get(key), distribution: this.#distributions.get(key) };
      if (!(await job.advance(this.#model, memory, signal))) return;
      if (job instanceof Resolving && job.result) this.#distributions.set(key, job.result);
      this.#background = this.#background.filter((other) => other !== job);
    } catch (error) {
      if (!signal.aborted) this.#dismiss(job, toFault(error));
    } finally {
      this.#running = null;
    }
  }
}
