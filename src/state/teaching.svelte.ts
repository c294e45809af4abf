import { LESSON_ID } from "../domain/webAddress";
import type { Store } from "../store/store";
import type { App } from "./app.svelte";
import type { Lessons } from "./lessons.svelte";
import type { Tour } from "./tour.svelte";

/** Lessons and the tour. Most visitors come without: their code is loaded when it's wanted. */
export class Teaching {
  readonly #app: App;
  readonly #store: Store;
  #lessons = $state.raw<Lessons | null>(null);
  #tour = $state.raw<Tour | null>(null);
  /** Whether the list of lessons is open. */
  browsing = $state(false);

  constructor(app: App, store: Store) {
    this.#app = app;
    this.#store = store;
  }

  /** Null until somebody wanted them. */
  get lessons(): Lessons | null {
    return this.#lessons;
  }

  /** Null until somebody wanted it. */
  get tour(): Tour | null {
    return this.#tour;
  }

  /** Shows what there is to learn. */
  async browse(): Promise<void> {
    const { lessons, tour } = await this.#load();
    await Promise.all([lessons.browse(), tour.look()]);
    this.browsing = true;
  }

  /**
   * Begins the lesson that an address names: the id of one that comes with the page, or where it lies. What can't begin
   * by itself shows in the list of lessons, with the reason or a question.
   */
  async start(choice: string): Promise<void> {
    const { lessons } = await this.#load();
    await lessons.browse();
    this.browsing = !(await (LESSON_ID.test(choice) ? lessons.start(choice) : lessons.visit(choice)));
  }

  /** Ends and closes all of it. */
  async leave(): Promise<void> {
    this.browsing = false;
    await this.#lessons?.leave();
    await this.#tour?.leave();
  }

  async #load(): Promise<{ lessons: Lessons; tour: Tour }> {
    const [{ Lessons }, { Tour }] = await Promise.all([import("./lessons.svelte"), import("./tour.svelte")]);
    this.#lessons ??= new Lessons(this.#app, this.#store);
    this.#tour ??= new Tour(this.#app, this.#store);
    return { lessons: this.#lessons, tour: this.#tour };
  }
}
