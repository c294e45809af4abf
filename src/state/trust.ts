import type { Store } from "../store/store";

/**
 * Remembers which programs of models from other origins may run: for a model's folder the SHA-256 of the library that
 * the user allowed.
 */
export interface Trust {
  allowed(folder: string): Promise<string | undefined>;
  allow(folder: string, sha256: string): Promise<void>;
}

/** Trust among the page's settings. */
export class StoredTrust implements Trust {
  readonly #store: Pick<Store, "preference" | "setPreference">;

  constructor(store: Pick<Store, "preference" | "setPreference">) {
    this.#store = store;
  }

  async allowed(folder: string): Promise<string | undefined> {
    return new Map(await this.#store.preference("trusted")).get(folder);
  }

  async allow(folder: string, sha256: string): Promise<void> {
    const others = (await this.#store.preference("trusted")) ?? [];
    const kept = others.filter(([known]) => known !== folder);
    await this.#store.setPreference("trusted", [...kept, [folder, sha256]]);
  }
}
