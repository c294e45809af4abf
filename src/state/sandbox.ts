import type { Interaction, MockUser } from "../domain/interaction";
import type { Setting } from "../domain/setting";
import type { Tool } from "../domain/tool";
import type { InteractionChange } from "../domain/edit";
import { Store } from "../store/store";
import type { Preference, PreferenceKey } from "../store/tables";
import type { HistoryStore } from "./history.svelte";
import type { QuestionStore } from "./question.svelte";

/** A made-up person of a lesson or a tour, and what they ask. */
export interface Guest {
  name: string;
  portrait: string;
  /** Oldest first. */
  history: readonly Omit<Interaction, "userId" | "position">[];
  query: string;
  /** Names of tools; null lets the page propose some. */
  candidates: readonly string[] | null;
  setting: Setting;
  /** Tools that nobody else has. */
  tools: readonly Tool[];
}

const GUEST = "guest:";

/**
 * Stands between the page and its store, so that lessons change nothing there: a guest's history and questions are kept
 * in memory, and go with the page. All else goes through. Which of the two is meant is told by the user's id; the setting,
 * which is nobody's, belongs to the guest while there is one.
 */
export class Sandbox implements HistoryStore, QuestionStore {
  readonly #store: HistoryStore & QuestionStore;
  #memory: Store | null = null;
  #guest: MockUser | null = null;
  #count = 0;

  constructor(store: HistoryStore & QuestionStore) {
    this.#store = store;
  }

  /** Takes a guest in. The one before is forgotten. */
  async admit({ name, portrait, history, query, candidates, setting }: Guest): Promise<MockUser> {
    this.#memory ??= await Store.inMemory();
    if (this.#guest) await this.#memory.removeUser(this.#guest.id);
    const id = `${GUEST}${++this.#count}`;
    const guest = { id, name, portrait };
    await this.#memory.addUser(
      guest,
      history.map((call, at) => ({ ...call, userId: id, position: at + 1 })),
    );
    await this.#memory.setPreference("setting", setting);
    await this.#memory.setPreference(`query:${id}`, query);
    await this.#memory.setPreference(`candidates:${id}`, [...(candidates ?? [])]);
    this.#guest = guest;
    return guest;
  }

  /** From now on there is no guest any more. */
  async dismiss(): Promise<void> {
    const guest = this.#guest;
    this.#guest = null;
    if (guest) await this.#memory?.removeUser(guest.id);
  }

  history(userId: string): Promise<Interaction[]> {
    return this.#of(userId).history(userId);
  }

  async putInteraction(interaction: Interaction): Promise<unknown> {
    return this.#of(interaction.userId).putInteraction(interaction);
  }

  changeInteraction(before: Interaction, after: Interaction): Promise<unknown> {
    return this.#of(before.userId).changeInteraction(before, after);
  }

  deleteInteraction(id: string, userId: string): Promise<unknown> {
    return this.#of(userId).deleteInteraction(id, userId);
  }

  moveInteraction(userId: string, id: string, toIndex: number): Promise<unknown> {
    return this.#of(userId).moveInteraction(userId, id, toIndex);
  }

  async changeInteractions(userId: string, changes: readonly InteractionChange[]): Promise<unknown> {
    // A late undo of what a guest did who has left: there is nobody to undo it for.
    if (isGuest(userId) && userId !== this.#guest?.id) return undefined;
    return this.#of(userId).changeInteractions(userId, changes);
  }

  preference<Key extends PreferenceKey>(key: Key): Promise<Preference<Key> | undefined> {
    return this.#ofKey(key).preference(key);
  }

  setPreference<Key extends PreferenceKey>(key: Key, value: Preference<Key>): Promise<void> {
    return this.#ofKey(key).setPreference(key, value);
  }

  #of(userId: string): HistoryStore & QuestionStore {
    return isGuest(userId) && this.#memory ? this.#memory : this.#store;
  }

  #ofKey(key: PreferenceKey): HistoryStore & QuestionStore {
    if (key === "setting") return this.#of(this.#guest?.id ?? "");
    return this.#of(key.slice(key.indexOf(":") + 1));
  }
}

function isGuest(userId: string): boolean {
  return userId.startsWith(GUEST);
}
