import { untrack } from "svelte";
import { holds, needsModel } from "../domain/condition";
import { editsBefore, tourScene, tourSteps, type TourStep } from "../domain/tour";
import type { Store } from "../store/store";
import { words } from "../words/words.svelte";
import type { App } from "./app.svelte";
import { guestOf, perform, Stage } from "./stage.svelte";

/** The tour of the page. Where somebody is in it is kept, so that they can go on another time. */
export class Tour {
  readonly #app: App;
  readonly #store: Pick<Store, "preference" | "setPreference">;
  #stage = $state.raw<Stage | null>(null);
  #at = $state(0);
  #done = $state(false);
  #kept = $state(0);
  #endEffects: () => void = () => undefined;

  constructor(app: App, store: Pick<Store, "preference" | "setPreference">) {
    this.#app = app;
    this.#store = store;
  }

  /** Where the tour is now; null while nobody takes it. */
  get step(): TourStep | null {
    return this.#stage ? (tourSteps[this.#at] ?? null) : null;
  }

  /** The place of the step, from 1. */
  get number(): number {
    return this.#at + 1;
  }

  /** How many steps there are. */
  get length(): number {
    return tourSteps.length;
  }

  /** What the step asks for has been done. */
  get done(): boolean {
    return this.#done;
  }

  /** The step needs a model, and none is ready. */
  get waits(): boolean {
    const check = this.step?.check;
    return Boolean(check && needsModel(check)) && this.#app.model.status !== "ready";
  }

  /** The place, from 1, where somebody left the tour; 0 if it was never begun, or is finished. */
  get kept(): number {
    return this.#kept;
  }

  /** Finds out whether somebody has left the tour on its way. */
  async look(): Promise<void> {
    const kept = await this.#store.preference("tour").catch(() => undefined);
    this.#kept = kept && kept > 0 && kept < tourSteps.length ? kept + 1 : 0;
  }

  /** Begins the tour, or goes on with it. What its earlier steps ask for is done then. @param number of the step, from 1. */
  async start(number = 1): Promise<void> {
    this.#end();
    const at = Math.max(0, Math.min(number - 1, tourSteps.length - 1));
    const stage = await Stage.set(this.#app, { ...guestOf(tourScene), ...words().tour.person });
    for (const edit of editsBefore(at)) perform(this.#app, edit);
    this.#stage = stage;
    this.#go(at);
    this.#endEffects = $effect.root(() => {
      $effect(() => {
        const check = this.step?.check;
        const met = Boolean(check && holds(check, stage.course));
        untrack(() => this.#note(met));
      });
      $effect(() => {
        if (!stage.shown) untrack(() => this.#end());
      });
    });
  }

  /** The next step, whether this one is done or not; after the last, the end. */
  async next(): Promise<void> {
    if (this.#at + 1 < tourSteps.length) this.#go(this.#at + 1);
    else await this.leave();
  }

  back(): void {
    if (this.#at > 0) this.#go(this.#at - 1);
  }

  /** Does what the step asks for. */
  show(): void {
    for (const edit of this.step?.edits ?? []) perform(this.#app, edit);
  }

  /** Ends the tour: the page is as it was before. */
  async leave(): Promise<void> {
    this.#end();
    await this.#app.leave();
  }

  #go(at: number): void {
    [this.#at, this.#done] = [at, false];
    const last = at === tourSteps.length - 1;
    // A comfort: if it can't be stored, the tour begins anew.
    this.#store.setPreference("tour", last ? 0 : at).catch(() => undefined);
    this.#kept = last || at === 0 ? 0 : at + 1;
  }

  #note(met: boolean): void {
    if (!met || this.#done) return;
    this.#done = true;
    this.#app.toasts.announce(words().tour.doneSaid);
  }

  #end(): void {
    this.#endEffects();
    this.#stage?.end();
    this.#endEffects = () => undefined;
    this.#stage = null;
  }
}
