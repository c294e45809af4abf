import type { MockUser } from "../domain/interaction";
import { madeHistory, type Answer } from "../domain/makeUser";
import type { Store } from "../store/store";

const DAY = 24 * 60 * 60 * 1000;
/** The most characters of a name, as the domain has it. */
export const MAX_PERSON_NAME = 100;
export const MAX_PORTRAIT = 1000;

/** The part of the store that keeps users. */
type PeopleStore = Pick<Store, "users" | "addUser" | "removeUser" | "restoreUser" | "history">;

/** Makes, renames, duplicates and deletes users. Whoever shows them reads them again afterwards. */
export class People {
  readonly #store: PeopleStore;
  readonly #now: () => number;

  constructor(store: PeopleStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Makes a user with the history that answers to the either-or questions tell of.
   * @param answers in the order of the questions; null for a skipped one.
   * @returns the new user's id.
   * @throws StoreError if the name is empty or too long.
   */
  async make(who: Omit<MockUser, "id">, answers: readonly Answer[]): Promise<string> {
    const id = crypto.randomUUID();
    const calls = madeHistory(answers);
    const now = this.#now();
    const history = calls.map((call, at) => ({
      ...call,
      id: crypto.randomUUID(),
      userId: id,
      // One a day up to yesterday, so that the page can tell them apart.
      time: now - (calls.length - at) * DAY,
      position: at + 1,
    }));
    await this.#store.addUser({ ...who, id }, history);
    return id;
  }

  /**
   * Changes a user's name and portrait.
   * @throws StoreError if the name is empty or too long.
   */
  async rename(user: MockUser): Promise<void> {
    await this.#store.addUser(user);
  }

  /**
   * Makes another user with the same history.
   * @returns the new user's id, or null if the user to copy is gone.
   */
  async duplicate(userId: string, name: string): Promise<string | null> {
    const user = (await this.#store.users()).find((one) => one.id === userId);
    if (!user) return null;
    const id = crypto.randomUUID();
    const history = await this.#store.history(userId);
    await this.#store.addUser(
      { ...user, id, name },
      history.map((one) => ({ ...one, id: crypto.randomUUID(), userId: id })),
    );
    return id;
  }

  /** Deletes a user with the history. @returns what puts both back, or null if the user was gone. */
  async delete(userId: string): Promise<(() => Promise<void>) | null> {
    const removed = await this.#store.removeUser(userId);
    return removed && (() => this.#store.restoreUser(removed));
  }
}
