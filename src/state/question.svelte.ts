import type { Interaction } from "../domain/interaction";
import type { Scenario } from "../domain/scenario";
import { visibleHistory, type Setting } from "../domain/setting";
import type { Tool } from "../domain/tool";
import type { Preference, PreferenceKey } from "../store/tables";
import { Candidates } from "./candidates.svelte";
import type { Toolbox } from "./toolbox.svelte";

const FIRST_SETTING: Setting = "rating-integrated";

/** The part of the store that keeps what is asked. */
export interface QuestionStore {
  preference<Key extends PreferenceKey>(key: Key): Promise<Preference<Key> | undefined>;
  setPreference<Key extends PreferenceKey>(key: Key, value: Preference<Key>): Promise<void>;
}

/** What is asked now: a query, the candidates for it, and how the history is shown. Kept as preferences. */
export class Question {
  readonly candidates: Candidates;
  readonly #store: QuestionStore;
  readonly #onFault: (error: unknown) => void;
  #userId = "";
  #query = $state("");
  #setting = $state<Setting>(FIRST_SETTING);

  /** @param onFault hears that a preference could not be kept. */
  constructor(
    store: QuestionStore,
    toolbox: Toolbox,
    history: () => readonly Interaction[],
    onFault: (error: unknown) => void,
  ) {
    this.#store = store;
    this.#onFault = onFault;
    this.candidates = new Candidates(
      toolbox,
      () => ({ query: this.#query, history: history() }),
      (names) => this.#keep(`candidates:${this.#userId}`, [...names]),
    );
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#keep(`query:${this.#userId}`, query);
  }

  get setting(): Setting {
    return this.#setting;
  }

  set setting(setting: Setting) {
    this.#setting = setting;
    this.#keep("setting", setting);
  }

  /** Takes what was stored for a user. @param proposed a query for one who has asked nothing yet. */
  async open(userId: string, proposed: string): Promise<void> {
    this.#userId = userId;
    this.#setting = (await this.#store.preference("setting")) ?? FIRST_SETTING;
    this.#query = (await this.#store.preference(`query:${userId}`)) ?? proposed;
    this.candidates.restore((await this.#store.preference(`candidates:${userId}`)) ?? []);
  }

  /** Asks the same for another user, so that one sees what the history does to it. */
  handTo(userId: string): void {
    this.#userId = userId;
    this.query = this.#query;
    this.#keep(`candidates:${userId}`, [...(this.candidates.chosen ?? [])]);
  }

  /** What the model is asked with a history, or null if there is nothing to ask. */
  scenario(history: readonly Interaction[], setting = this.#setting): Scenario | null {
    const query = this.#query.trim();
    const candidates: Tool[] = [...this.candidates.tools];
    if (query === "" || candidates.length === 0) return null;
    return { setting, query, history: visibleHistory(setting, history), candidates };
  }

  /** Preferences are small comforts: one that can't be stored is told, but stops nothing. */
  #keep<Key extends PreferenceKey>(key: Key, value: Preference<Key>): void {
    this.#store.setPreference(key, value).catch(this.#onFault);
  }
}
