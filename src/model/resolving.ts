import { refine, unresolved, type Distribution } from "../domain/distribution";
import type { Scenario } from "../domain/scenario";
import type { Selection } from "../domain/selection";
import type { ModelFault } from "./fault";
import type { SelectingModel } from "./selector";

export interface DistributionOptions {
  /** Ends the work; the promise is rejected with kind "cancelled". */
  signal?: AbortSignal;
  /** Hears each state of the distribution, the last one too. */
  onUpdate?: (distribution: Distribution) => void;
}

const namesOf = ({ candidates }: Scenario): string[] => candidates.map(({ name }) => name);

/** What a finished selection already says about the distribution. */
export function fromSelection(scenario: Scenario, { answer, fit, groups }: Selection): Distribution {
  return { fits: answer.fit, fit, groups, complete: unresolved(groups, namesOf(scenario)) === null };
}

/** Work that waits for its turn. */
export interface Job {
  readonly scenario: Scenario;
  /**
   * One run. Changes nothing if it fails.
   * @returns whether the work is done.
   */
  advance(model: SelectingModel, memory: JobMemory, signal: AbortSignal): Promise<boolean>;
  fail(fault: ModelFault): void;
}

/** What is remembered about the scenario of a job. */
export interface JobMemory {
  selection: Selection | undefined;
  distribution: Distribution | undefined;
}

interface Settle<Result> {
  resolve: (result: Result) => void;
  reject: (fault: ModelFault) => void;
}

/** A distribution that is being worked out, run by run. */
export class Resolving implements Job {
  readonly scenario: Scenario;
  readonly #options: DistributionOptions;
  readonly #settle: Settle<Distribution>;
  #known: Distribution | null = null;

  constructor(scenario: Scenario, options: DistributionOptions, settle: Settle<Distribution>) {
    this.scenario = scenario;
    this.#options = options;
    this.#settle = settle;
  }

  /** The whole scenario first, unless something is remembered of it; then group after group. */
  async advance(model: SelectingModel, memory: JobMemory, signal: AbortSignal): Promise<boolean> {
    this.#learn(
      memory.distribution ??
        (!this.#known && memory.selection
          ? fromSelection(this.scenario, memory.selection)
          : await this.#read(model, signal)),
    );
    return this.#known?.complete === true;
  }

  /** What is known in the end. */
  get result(): Distribution | null {
    return this.#known;
  }

  fail(fault: ModelFault): void {
    this.#settle.reject(fault);
  }

  async #read(model: SelectingModel, signal: AbortSignal): Promise<Distribution> {
    const known = this.#known;
    const names = namesOf(this.scenario);
    const group = known && unresolved(known.groups, names);
    const given = group ? { among: group.candidates, ...(known.fits ? { fits: known.fits } : {}) } : {};
    const { fits, fit, groups } = await model.read(this.scenario, { signal, ...given });
    const next = group ? { ...known, groups: refine(known.groups, group, groups) } : { fits, fit, groups };
    return { ...next, complete: unresolved(next.groups, names) === null };
  }

  /** Nobody hears of it once the work was ended. */
  #learn(distribution: Distribution): void {
    const { signal, onUpdate } = this.#options;
    if (signal?.aborted) return;
    this.#known = distribution;
    onUpdate?.(distribution);
    if (distribution.complete) this.#settle.resolve(distribution);
  }
}

/** Reading ahead. */
export class Preparing implements Job {
  readonly scenario: Scenario;
  readonly #edited: number | null;
  readonly #settle: Settle<void>;

  constructor(scenario: Scenario, edited: number | null, settle: Settle<void>) {
    this.scenario = scenario;
    this.#edited = edited;
    this.#settle = settle;
  }

  async advance(model: SelectingModel, _memory: JobMemory, signal: AbortSignal): Promise<boolean> {
    await model.prepare(this.scenario, { signal, edited: this.#edited });
    this.#settle.resolve();
    return true;
  }

  fail(fault: ModelFault): void {
    this.#settle.reject(fault);
  }
}
