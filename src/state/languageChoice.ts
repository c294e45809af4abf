import type { Store } from "../store/store";
import { speak } from "../words/words.svelte";

/**
 * The tags of the languages that somebody may want, the most wanted first: of the address (`?lang=de`), of an earlier
 * choice, and of the browser.
 */
export function wantedLanguages(
  search: string,
  chosen: string | undefined,
  browser: readonly string[],
): string[] {
  const inAddress = new URLSearchParams(search).get("lang");
  return [...(inAddress ? [inAddress] : []), ...(chosen ? [chosen] : []), ...browser];
}

/** The user's choice of the language that the page speaks; kept as a preference. */
export class LanguageChoice {
  readonly #store: Pick<Store, "preference" | "setPreference">;
  readonly #onFault: (error: unknown) => void;

  /** @param onFault hears that the choice could not be kept, or its words not be loaded. */
  constructor(store: Pick<Store, "preference" | "setPreference">, onFault: (error: unknown) => void) {
    this.#store = store;
    this.#onFault = onFault;
  }

  /** Speaks what the address, the stored choice or the browser wants. */
  async open(): Promise<void> {
    const chosen = await this.#store.preference("language");
    await speak(wantedLanguages(location.search, chosen, navigator.languages)).catch(this.#onFault);
  }

  /** Speaks another language from now on. It leaves the address, which would win over the choice after a reload. */
  choose(tag: string): void {
    speak([tag]).catch(this.#onFault);
    const address = new URL(location.href);
    if (address.searchParams.has("lang")) {
      address.searchParams.delete("lang");
      history.replaceState(history.state, "", address);
    }
    this.#store.setPreference("language", tag).catch(this.#onFault);
  }
}
