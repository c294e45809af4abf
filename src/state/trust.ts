import { libraryHash, type LocatedModel } from "../model";
import type { Store } from "../store/store";

/**
 * Remembers which programs of models from other origins may run: for a model's folder the SHA-256 of the library that
 * the user allowed.
 */
export interface Trust {
  allowed(folder: string): Promise<string | undefined>;
  allow(folder: string, sha256: string): Promise<void>;
}

/** What the user is asked before a program from another origin runs. */
export interface TrustQuestion {
  origin: string;
  /** Of the library, in hexadecimal digits. */
  sha256: string;
  /** Another program from the same folder was allowed before. */
  changed: boolean;
}

/** What has to be asked before a model's program runs; null if it was allowed before. */
export async function trustQuestion(trust: Trust, model: LocatedModel): Promise<TrustQuestion | null> {
  const sha256 = libraryHash(model.manifest);
  const allowed = await trust.allowed(model.folder);
  if (allowed === sha256) return null;
  return { origin: new URL(model.folder).origin, sha256, changed: allowed !== undefined };
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
