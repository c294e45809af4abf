import { answerGrammar } from "../domain/answerGrammar";
import { writePrompt } from "../domain/prompt";
import type { Scenario } from "../domain/scenario";
import type { Selection } from "../domain/selection";
import type { AnswerForm } from "../domain/toolCall";
import type { SelectOptions } from "./client";
import { sha256 } from "./download";
import { cancelled, ModelFault, toFault } from "./fault";
import type { SelectProgress } from "./protocol";

/** What a Selector asks: a ModelClient, or a test's stand-in. */
export interface SelectingModel {
  readonly identity: string;
  readonly answerForm: AnswerForm;
  select(scenario: Scenario, options: SelectOptions): Promise<Selection>;
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

const superseded = () => new ModelFault("superseded", "A newer selection took its place.");

/** The hash of all that a selection depends on. */
function keyOf({ identity, answerForm }: SelectingModel, scenario: Scenario): Promise<string> {
  // The grammar holds what the prompt leaves out: all values of an enumeration, for one.
  const all = [identity, writePrompt(scenario, answerForm), answerGrammar(scenario.candidates, answerForm)];
  return sha256(new TextEncoder().encode(JSON.stringify(all)));
}

/**
 * Runs selections on a model, one at a time. The latest wins, always: a newer one interrupts what runs and replaces
 * what waits. Finished selections are remembered.
 */
export class Selector {
  readonly #model: SelectingModel;
  readonly #limit: number;
  /** The most recently used last. */
  readonly #remembered = new Map<string, Selection>();
  /** The one task that somebody still wants. */
  #wanted: Task | null = null;
  /** The wanted task, while it waits for what runs. */
  #next: Task | null = null;
  /** What the model works on; after an abort nobody wants it. */
  #running: { key: string; controller: AbortController } | null = null;

  /** @param remember how many finished selections to keep. */
  constructor(model: SelectingModel, { remember = 200 }: { remember?: number } = {}) {
    this.#model = model;
    this.#limit = remember;
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

  /** Ends what runs and what waits. */
  cancel(): void {
    this.#drop(cancelled());
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
  }

  async #offer(task: Task): Promise<void> {
    const key = await keyOf(this.#model, task.scenario);
    if (task !== this.#wanted) return;
    task.key = key;
    const running = this.#running;
    // Whoever changes something and changes it back gets the run that is still under way.
    if (running?.key === key && !running.controller.signal.aborted) return;
    running?.controller.abort();
    const known = this.#recall(key);
    if (known) {
      this.#settle(task, () => task.resolve(known));
      return;
    }
    this.#next = task;
    if (!running) void this.#work();
  }

  async #work(): Promise<void> {
    for (let task = this.#next; task?.key; task = this.#next) {
      this.#next = null;
      await this.#run(task.scenario, task.key);
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
      this.#remember(key, selection);
      end((task) => task.resolve(selection));
    } catch (error) {
      end((task) => task.reject(toFault(error)));
    } finally {
      this.#running = null;
    }
  }

  #recall(key: string): Selection | null {
    const known = this.#remembered.get(key);
    if (!known) return null;
    this.#remembered.delete(key);
    this.#remembered.set(key, known);
    return known;
  }

  #remember(key: string, selection: Selection): void {
    this.#remembered.set(key, selection);
    for (const oldest of this.#remembered.keys()) {
      if (this.#remembered.size <= this.#limit) break;
      this.#remembered.delete(oldest);
    }
  }
}
