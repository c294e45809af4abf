import { deleteStored, modelBytes, storedModels, verifyStored, type StoredModel } from "../model";
import { words } from "../words/words.svelte";
import { faultWords } from "./faultWords";

/** A model, or a part of one, that is stored in this browser. */
export interface ShelfModel {
  /** Names this version of this model. */
  base: string;
  name: string;
  version: string;
  /** Where it came from. */
  folder: string;
  bytes: number;
  /** Bytes of the whole model, or null if it isn't known any more what the whole is. */
  total: number | null;
  /** When it was first stored, in milliseconds since 1970, if that is known. */
  since: number | null;
}

/** `checking`, or the names of the files that were wrong or missing. */
export type ShelfCheck = "checking" | readonly string[];

const shown = ({ base, folder, version, model, bytes, since }: StoredModel): ShelfModel => ({
  base,
  folder,
  version,
  bytes,
  since,
  name: model?.manifest.name ?? words().storage.unknownFiles,
  total: model && modelBytes(model.manifest),
});

/** All models that this browser has stored for the page, of all versions. */
export class ModelShelf {
  #stored = $state.raw<readonly StoredModel[] | null>(null);
  #checks = $state.raw<ReadonlyMap<string, ShelfCheck>>(new Map());
  #fault = $state.raw<unknown>(null);

  /** Null until `look` has ended. */
  get models(): ShelfModel[] | null {
    return this.#stored?.map(shown) ?? null;
  }

  /** Why the last wish could not be fulfilled, in words. */
  get fault(): string | null {
    return this.#fault === null ? null : faultWords(this.#fault);
  }

  checkOf(base: string): ShelfCheck | undefined {
    return this.#checks.get(base);
  }

  async look(): Promise<void> {
    await this.#try(async () => {
      this.#stored = await storedModels();
    });
  }

  /** Hashes all files anew; wrong ones are deleted and named. */
  async verify(base: string): Promise<void> {
    const model = this.#stored?.find((one) => one.base === base)?.model;
    if (!model || this.checkOf(base) === "checking") return;
    this.#note(base, "checking");
    await this.#try(async () => this.#note(base, await verifyStored(model)));
    if (this.checkOf(base) === "checking") this.#note(base);
    await this.look();
  }

  async delete(base: string): Promise<void> {
    await this.#try(() => deleteStored(base));
    this.#note(base);
    await this.look();
  }

  #note(base: string, check?: ShelfCheck): void {
    const others = [...this.#checks].filter(([known]) => known !== base);
    this.#checks = new Map(check ? [...others, [base, check]] : others);
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.#fault = null;
    try {
      await act();
    } catch (error) {
      this.#fault = error;
    }
  }
}
