import { fitIsBound } from "../domain/distribution";
import type { CandidateGroup } from "../domain/namePaths";
import type { Scenario } from "../domain/scenario";
import { probabilities, shares, type Share } from "../domain/shares";
import type { Explaining } from "./explaining.svelte";
import type { Selecting } from "./selecting.svelte";

/** All that is known about one candidate. */
export interface Bar {
  share: Share;
  /** The model listed it as fitting the request; undefined if it makes no such list. */
  fits: boolean | undefined;
  /** How likely the list takes it; undefined if there is none. */
  fit: number | undefined;
  /** `fit` is only known to be no more than that. */
  fitAtMost: boolean;
  /** Its probability with an empty history, while that is compared. */
  without: number | undefined;
}

/** Where the bars come from. */
interface Source {
  scenario: Scenario;
  groups: readonly CandidateGroup[];
  fits: readonly number[] | null;
  fit: readonly number[] | null;
}

/**
 * The candidates' bars: of the preview, of the run under way as soon as the name is decided, of the whole
 * distribution, or of what was selected last.
 */
export class Bars {
  readonly #selecting: Pick<Selecting, "result" | "underway">;
  readonly #explaining: Explaining;
  #source = $derived.by(() => this.#preview() ?? this.#underway() ?? this.#settled());
  #without = $derived.by(() => this.#withoutHistory());
  #bars = $derived.by(() => {
    const bars = new Map<string, Bar>();
    if (!this.#source) return bars;
    const { scenario, groups, fits, fit } = this.#source;
    const all = shares(groups, scenario.candidates.length);
    scenario.candidates.forEach(({ name }, index) => {
      const share = all[index];
      if (share)
        bars.set(name, {
          share,
          fits: fits?.includes(index),
          fit: fit?.[index],
          fitAtMost: fits !== null && fitIsBound(fits, scenario.candidates.length, index),
          without: this.#without?.get(name),
        });
    });
    return bars;
  });

  constructor(selecting: Pick<Selecting, "result" | "underway">, explaining: Explaining) {
    this.#selecting = selecting;
    this.#explaining = explaining;
  }

  /** What is known about a candidate, or undefined. */
  of(name: string): Bar | undefined {
    return this.#bars.get(name);
  }

  /** Whether any model's answers list what fits. */
  get listsFits(): boolean {
    return Boolean(this.#source?.fits);
  }

  /** The bars show what would be, not what is. */
  get previewing(): boolean {
    return this.#preview() !== null;
  }

  /** The tool that is most likely by what is shown. */
  get chosen(): string | null {
    const first = this.#source?.groups[0]?.candidates;
    return first?.length === 1 ? (this.#source?.scenario.candidates[first[0] ?? -1]?.name ?? null) : null;
  }

  #preview(): Source | null {
    const { previewed, preview } = this.#explaining;
    if (!previewed || !preview.found) return null;
    return { scenario: preview.found.scenario, ...preview.found.distribution };
  }

  #underway(): Source | null {
    const { underway } = this.#selecting;
    if (!underway?.progress.groups) return null;
    return { scenario: underway.scenario, ...underway.progress, groups: underway.progress.groups };
  }

  #settled(): Source | null {
    const { result } = this.#selecting;
    if (!result) return null;
    const { scenario, selection } = result;
    const { found } = this.#explaining.ranking;
    // What was read in the background belongs to one selection, and is finer than it.
    if (found && found.scenario === scenario) return { scenario, ...found.distribution };
    return { scenario, groups: selection.groups, fits: selection.answer.fit, fit: selection.fit };
  }

  #withoutHistory(): Map<string, number> | null {
    const { comparing, withoutHistory } = this.#explaining;
    if (!comparing || !withoutHistory.found || !this.#source) return null;
    const { scenario, distribution } = withoutHistory.found;
    const now = this.#source.scenario;
    const question = ({ query, setting, candidates }: Scenario) =>
      JSON.stringify([query, setting, candidates.map(({ name }) => name)]);
    if (question(scenario) !== question(now)) return null;
    const each = probabilities(distribution.groups, scenario.candidates.length);
    return new Map(scenario.candidates.map(({ name }, index) => [name, each[index] ?? 0]));
  }
}
