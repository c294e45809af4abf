import { isPressed, isSingleCharacter, type KeyPress, type ShortcutId } from "../domain/shortcuts";
import type { Store } from "../store/store";

/** The page's shortcuts: which of them act, and whether the list of all is open. */
export class Keys {
  readonly #store: Pick<Store, "preference" | "setPreference">;
  #single = $state(true);
  /** Whether the list of all shortcuts is shown. */
  sheet = $state(false);

  constructor(store: Pick<Store, "preference" | "setPreference">) {
    this.#store = store;
  }

  /** Whether a single character is a shortcut on the page as a whole. */
  get single(): boolean {
    return this.#single;
  }

  set single(single: boolean) {
    this.#single = single;
    // What can't be stored is chosen again the next time.
    this.#store.setPreference("singleKeys", single).catch(() => undefined);
  }

  /** Takes what was chosen before. */
  async open(): Promise<void> {
    this.#single = (await this.#store.preference("singleKeys")) ?? true;
  }

  /** Whether a key press means a shortcut of the whole page. @param typing it goes into a field. */
  means(id: ShortcutId, press: KeyPress, typing: boolean): boolean {
    if (typing || (isSingleCharacter(id) && !this.#single)) return false;
    return isPressed(id, press);
  }
}
