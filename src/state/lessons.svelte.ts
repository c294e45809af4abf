import { untrack } from "svelte";
import { holds, needsFirst, needsModel, type Choice } from "../domain/condition";
import type { Lesson, LessonIndex } from "../domain/lesson";
import { foreignOrigin, webAddress } from "../domain/webAddress";
import type { Store } from "../store/store";
import {
  bundledLesson,
  lessonFromAddress,
  lessonFromFile,
  lessonIndex,
  TeachingError,
  type TeachingFault,
} from "../store/teachingFiles";
import { words } from "../words/words.svelte";
import type { App } from "./app.svelte";
import { guestOf, perform, Stage } from "./stage.svelte";

/** The lessons: which there are, and the one that is being taken. It is done once, and stays so. */
export class Lessons {
  readonly #app: App;
  readonly #store: Pick<Store, "preference" | "setPreference">;
  #index = $state.raw<LessonIndex["lessons"]>([]);
  #finished = $state.raw<ReadonlySet<string>>(new Set());
  #lesson = $state.raw<Lesson | null>(null);
  #stage = $state.raw<Stage | null>(null);
  #ticks = $state.raw<readonly boolean[]>([]);
  #done = $state(false);
  #revealed = $state(false);
  #shown = $state(0);
  #fault = $state.raw<TeachingFault | null>(null);
  #question = $state<string | null>(null);
  #endEffects: () => void = () => undefined;
  #wanted = 0;

  constructor(app: App, store: Pick<Store, "preference" | "setPreference">) {
    this.#app = app;
    this.#store = store;
  }

  /** The lessons that come with the page, in their order. */
  get list(): LessonIndex["lessons"] {
    return this.#index;
  }

  /** The ids of the lessons that were done in this browser. */
  get finished(): ReadonlySet<string> {
    return this.#finished;
  }

  /** The lesson that is being taken, or null. */
  get lesson(): Lesson | null {
    return this.#lesson;
  }

  /** Which of the lesson's steps are done. */
  get ticks(): readonly boolean[] {
    return this.#ticks;
  }

  /** The lesson is done: all of its steps are, and its check held at least once. */
  get done(): boolean {
    return this.#done;
  }

  /** The explanation may be read: the lesson is done, or somebody asked for it. */
  get explained(): boolean {
    return this.#done || this.#revealed;
  }

  /** What was chosen when the lesson began; null while that isn't known. */
  get first(): Choice | null {
    return this.#stage?.course.first ?? null;
  }

  /** The lesson compares with a first choice, which isn't there yet: an edit would come too early. */
  get early(): boolean {
    const checks = [...(this.#lesson?.steps ?? []), ...(this.#lesson ? [this.#lesson] : [])];
    return !this.first && checks.some(({ check }) => needsFirst(check));
  }

  /** The lesson needs a model, and none is ready. */
  get waits(): boolean {
    return Boolean(this.#lesson && needsModel(this.#lesson.check)) && this.#app.model.status !== "ready";
  }

  /** Why the last lesson that was wanted didn't begin. */
  get fault(): TeachingFault | null {
    return this.#fault;
  }

  /** An address on another site, whose lesson is only fetched after `agree`; null while there is none. */
  get question(): string | null {
    return this.#question;
  }

  /** The id of the bundled lesson after this one, or null. */
  get next(): string | null {
    const at = this.#index.findIndex(({ id }) => id === this.#lesson?.id);
    return at < 0 ? null : (this.#index[at + 1]?.id ?? null);
  }

  /** Finds out which lessons there are. */
  async browse(): Promise<void> {
    this.#finished = new Set(await this.#store.preference("lessons").catch(() => undefined));
    if (this.#index.length > 0) return;
    await this.#try(async () => {
      this.#index = (await lessonIndex()).lessons;
    });
  }

  /** Begins a lesson that comes with the page. */
  start(id: string): Promise<boolean> {
    return this.#begin(id, () => bundledLesson(id));
  }

  /** Begins the lesson of a file. */
  read(file: File): Promise<boolean> {
    return this.#begin(file.name, () => lessonFromFile(file));
  }

  /**
   * Begins the lesson at an address on this site; of one elsewhere it asks first.
   * @returns whether it has begun.
   */
  async visit(address: string): Promise<boolean> {
    const url = webAddress(address, location.href);
    this.#question = null;
    this.#fault = url ? null : { code: "no-address", name: address };
    if (!url) return false;
    if (url.origin === location.origin) return this.#begin(url.href, () => lessonFromAddress(url.href));
    this.#question = url.href;
    return false;
  }

  /** Whether the page may connect to where the question's lesson lies; else it has to be opened anew, by `lessonLink`. */
  get reachable(): boolean {
    const wanted = new URLSearchParams(location.search).get("lesson");
    return foreignOrigin(this.#question, location.href) === foreignOrigin(wanted, location.href);
  }

  /** Fetches the lesson that was asked about, once. */
  agree(): Promise<boolean> {
    const address = this.#question;
    this.#question = null;
    return address === null ? Promise.resolve(false) : this.#begin(address, () => lessonFromAddress(address));
  }

  refuse(): void {
    this.#question = null;
  }

  /** Begins the same lesson again. */
  async restart(): Promise<void> {
    const lesson = this.#lesson;
    if (lesson) await this.#begin(lesson.id, () => Promise.resolve(lesson));
  }

  /** How many of the edits that solve the lesson are still to be shown. */
  get left(): number {
    return (this.#lesson?.demo.length ?? 0) - this.#shown;
  }

  /** Makes the next edit that solves the lesson. */
  show(): void {
    const edit = this.#lesson?.demo[this.#shown];
    if (!edit) return;
    this.#shown += 1;
    perform(this.#app, edit);
  }

  /** Shows the explanation to those who would rather read it. */
  reveal(): void {
    this.#revealed = true;
  }

  /** Ends the lesson: the page is as it was before. */
  async leave(): Promise<void> {
    // One that is still on its way doesn't begin any more.
    this.#wanted += 1;
    this.#end();
    await this.#app.leave();
  }

  async #begin(name: string, load: () => Promise<Lesson>): Promise<boolean> {
    const wanted = ++this.#wanted;
    return this.#try(async () => {
      const lesson = await load();
      this.#checkTools(name, lesson);
      if (wanted !== this.#wanted) return;
      this.#end();
      const stage = await Stage.set(this.#app, guestOf(lesson.setup));
      if (wanted !== this.#wanted) {
        stage.end();
        return;
      }
      [this.#lesson, this.#stage] = [lesson, stage];
      this.#ticks = lesson.steps.map(() => false);
      this.#endEffects = $effect.root(() => {
        $effect(() => {
          const { course } = stage;
          const met = [...lesson.steps, lesson].map(({ check }) => holds(check, course));
          untrack(() => this.#note(met));
        });
        $effect(() => {
          if (!stage.shown) untrack(() => this.#end());
        });
      });
    });
  }

  /** A tool that a lesson names must be one of its own, or of the page. */
  #checkTools(name: string, { setup }: Lesson): void {
    const own = new Set(setup.tools.map((tool) => tool.name));
    const at = (setup.candidates ?? []).findIndex((tool) => !own.has(tool) && !this.#app.toolbox.find(tool));
    const tool = setup.candidates?.[at];
    if (tool !== undefined)
      throw new TeachingError({ code: "no-tool", name, path: `setup.candidates[${at}]`, tool });
  }

  #note(met: readonly boolean[]): void {
    const ticks = this.#ticks.map((ticked, at) => ticked || met[at] === true);
    if (ticks.some((ticked, at) => ticked !== this.#ticks[at])) {
      this.#ticks = ticks;
      const count = ticks.filter(Boolean).length;
      this.#app.toasts.announce(words().lessons.stepDone(count, ticks.length));
    }
    if (this.#done || met.at(-1) !== true || !ticks.every(Boolean)) return;
    this.#done = true;
    this.#app.toasts.announce(words().lessons.doneSaid);
    if (this.#lesson) this.#finish(this.#lesson.id);
  }

  #finish(id: string): void {
    this.#finished = new Set([...this.#finished, id]);
    // A tick in a list: if it can't be stored, nothing is lost.
    this.#store.setPreference("lessons", [...this.#finished].slice(-100)).catch(() => undefined);
  }

  #end(): void {
    this.#endEffects();
    this.#stage?.end();
    this.#endEffects = () => undefined;
    [this.#lesson, this.#stage, this.#done, this.#revealed] = [null, null, false, false];
    [this.#ticks, this.#shown] = [[], 0];
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    this.#fault = null;
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof TeachingError)) throw error;
      this.#fault = error.said;
      return false;
    }
  }
}
