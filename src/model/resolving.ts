import { refine, unresolved, type Distribution } from "../domain/distribution";
import type { Scenario } from "../domain/scenario";
import type { Selection } from "../domain/selection";
import type { ReadOptions } from "./client";
import { cancelled, ModelFault } from "./fault";
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

/** A distribution that is being worked out, run by run. */
export class Resolving {
  readonly scenario: Scenario;
  readonly #options: DistributionOptions;
  readonly #settle: { resolve: (distribution: Distribution) => void; reject: (fault: ModelFault) => void };
  #known: Distribution | null = null;

  constructor(
    scenario: Scenario,
    options: DistributionOptions,
    settle: { resolve: (distribution: Distribution) => void; reject: (fault: ModelFault) => void },
  ) {
    this.scenario = scenario;
    this.#options = options;
    this.#settle = settle;
  }

  get signal(): AbortSignal | undefined {
    return this.#options.signal;
  }

  /** What is known so far. */
  get known(): Distribution | null {
    return this.#known;
  }

  /** Takes over what is known; nobody hears of it once the work was ended. */
  learn(distribution: Distribution): void {
    this.#known = distribution;
    if (this.signal?.aborted) return;
    this.#options.onUpdate?.(distribution);
    if (distribution.complete) this.#settle.resolve(distribution);
  }

  fail(fault: ModelFault): void {
    this.#settle.reject(fault);
  }

  /** The next run: the whole scenario first, then group after group. Changes nothing if it fails. */
  async advance(model: SelectingModel, signal: AbortSignal): Promise<void> {
    const known = this.#known;
    if (known?.complete) return;
    const group = known && unresolved(known.groups, namesOf(this.scenario));
    const given: ReadOptions =
      known && group ? { among: group.candidates, ...(known.fits ? { fits: known.fits } : {}) } : {};
    const { fits, fit, groups } = await model.read(this.scenario, { signal, ...given });
    if (signal.aborted) throw cancelled();
    const next =
      known && group ? { ...known, groups: refine(known.groups, group, groups) } : { fits, fit, groups };
    this.learn({ ...next, complete: unresolved(next.groups, namesOf(this.scenario)) === null });
  }
}
