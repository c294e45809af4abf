import { untrack } from "svelte";
import type { Attribution } from "../domain/attribution";
import { previewFlip, type Flip } from "../domain/flips";
import type { Interaction } from "../domain/interaction";
import type { Explanation } from "../domain/pageSwitches";
import type { Setting } from "../domain/setting";
import { Pace } from "./pace.svelte";
import {
  attribute,
  placeOf,
  readFlipped,
  readRanking,
  readSettings,
  readWithoutHistory,
  searchFlip,
  seenBy,
  type Attributed,
  type FlipSearched,
  type Read,
  type Subject,
} from "./studies";
import { Study, type Distribute, type Prepare } from "./study.svelte";

export type { Explanation } from "../domain/pageSwitches";

/** So many milliseconds the pointer rests on a call before that means something. */
const REST = 150;

/** All that explains a selection. Each study runs only while it is wanted, and ends with the next edit. */
export class Explaining {
  readonly pace = new Pace();
  readonly ranking = new Study<Subject, Read>(readRanking, this.pace, { keep: true });
  readonly withoutHistory = new Study<Subject, Read>(readWithoutHistory, this.pace, { keep: true });
  readonly why = new Study<Subject, Attributed>(attribute, this.pace, { keep: true });
  readonly settings = new Study<Subject, ReadonlyMap<Setting, Read>>(readSettings, this.pace);
  readonly flip = new Study<Subject, FlipSearched>(
    (subject, run) => searchFlip(subject, this.attributions ?? [], run),
    this.pace,
  );
  readonly preview = new Study<{ subject: Subject; flip: Flip }, Read>(readFlipped, this.pace);

  /** Which explanation is open; null closes them. Only that one makes the model work. */
  open = $state<Explanation | null>(null);
  /** Whether the bars are compared with those of an empty history. */
  comparing = $state(false);
  readonly #subject: () => Subject | null;
  readonly #distribute: () => Distribute | null;
  readonly #prepare: () => Prepare | null;
  #searched = $state.raw<Subject | null>(null);
  #previewed = $state.raw<Interaction | null>(null);
  #pointed = $state.raw<string | null>(null);
  #weights = $derived(new Map((this.attributions ?? []).map(({ id, weight }) => [id, weight])));
  #flipped = $derived.by(() => {
    const subject = this.#subject();
    const previewed = this.#previewed;
    return subject && previewed && { subject, flip: previewFlip(subject.scenario.setting, previewed) };
  });

  /** @param subject what is selected now; null while something newer is asked. */
  constructor(
    subject: () => Subject | null,
    distribute: () => Distribute | null,
    prepare: () => Prepare | null,
  ) {
    this.#subject = subject;
    this.#distribute = distribute;
    this.#prepare = prepare;
  }

  /** What is explained now. */
  get subject(): Subject | null {
    return this.#subject();
  }

  /** The interactions that the model saw for what is selected now, oldest first. */
  get seen(): readonly Interaction[] {
    const subject = this.#subject();
    return subject ? seenBy(subject) : [];
  }

  /** What each interaction did for what is selected now, as far as it is known; null if nobody asked. */
  get attributions(): readonly Attribution[] | null {
    const found = this.why.found;
    return found && found.subject === this.#subject() ? found.attributions : null;
  }

  /** What one interaction did, in log-odds; undefined while nobody asked or it isn't known yet. */
  weightOf(id: string): number | undefined {
    return this.#weights.get(id);
  }

  /** The call whose rating is flipped in the preview, or null. */
  get previewed(): Interaction | null {
    return this.#previewed;
  }

  /** What the preview changes; null while there is none, or while the selection isn't there yet. */
  get previewedFlip(): Flip | null {
    return this.#flipped?.flip ?? null;
  }

  /** Shows what would be selected if this call were rated the other way. Nothing is changed. */
  startPreview(interaction: Interaction): void {
    this.#previewed = interaction;
  }

  endPreview(): void {
    this.#previewed = null;
  }

  /** The pointer or the focus is on this call: the next edit may well be of it, or a preview. */
  point({ id }: Interaction): void {
    this.#pointed = id;
  }

  /** Looks for the smallest change that flips the choice. */
  searchFlip(): void {
    this.#searched = this.#subject();
  }

  endSearch(): void {
    this.#searched = null;
  }

  /** Closes all that is open. */
  close(): void {
    this.open = null;
    this.comparing = false;
    this.endPreview();
    this.endSearch();
  }

  /** Keeps the studies up with the page. @returns a function that ends this. */
  begin(): () => void {
    const endEffects = $effect.root(() => {
      this.#keepUp(this.ranking, () => this.#subject());
      this.#keepUp(this.withoutHistory, () => (this.comparing ? this.#subject() : null));
      this.#keepUp(this.why, () => (this.open === "why" ? this.#subject() : null));
      this.#keepUp(this.settings, () => (this.open === "settings" ? this.#subject() : null));
      this.#keepUp(this.flip, () =>
        this.open === "what-if" && this.#searched === this.#subject() ? this.#searched : null,
      );
      this.#keepUp(this.preview, () => this.#flipped);
      $effect(() => this.#readAhead());
    });
    return () => {
      endEffects();
      for (const study of this.#studies) study.want(null, null);
    };
  }

  get #studies() {
    return [this.ranking, this.withoutHistory, this.why, this.settings, this.flip, this.preview];
  }

  /**
   * While there is nothing else to do, the model makes a start on the next edit: of the call that was pointed at last,
   * or else of the newest. @returns a function that ends this.
   */
  #readAhead(): (() => void) | undefined {
    const [subject, prepare, pointed] = [this.#subject(), this.#prepare(), this.#pointed];
    const busy = this.#studies.some(({ status }) => status === "running");
    if (!subject || !prepare || busy || this.ranking.status !== "done") return;
    const controller = new AbortController();
    const { signal } = controller;
    const edited = pointed === null ? null : placeOf(subject, pointed);
    // Nobody waits for it: if it fails, the next selection will tell.
    const timer = setTimeout(() => void prepare(subject.scenario, { signal, edited }).catch(() => {}), REST);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }

  #keepUp<Wanted, Found>(study: Study<Wanted, Found>, wanted: () => Wanted | null): void {
    $effect(() => {
      const [subject, distribute] = [wanted(), this.#distribute()];
      untrack(() => study.want(subject, distribute));
    });
  }
}
