import { fits, modelBytes, type LocatedModel, type Stored } from "../model";
import type { ModelSource } from "./modelSource";

/** How much of a model is stored in this browser, and whether there is room for the rest. */
export class ModelRoom {
  readonly #source: Pick<ModelSource, "stored" | "free">;
  readonly #model: () => LocatedModel | null;
  #stored = $state.raw<Stored | null>(null);
  #free = $state<number | null>(null);

  /** @param model whose files are meant; null while that isn't known. */
  constructor(source: Pick<ModelSource, "stored" | "free">, model: () => LocatedModel | null) {
    this.#source = source;
    this.#model = model;
  }

  /** Bytes of all files of the model. */
  get size(): number {
    const model = this.#model();
    return model ? modelBytes(model.manifest) : 0;
  }

  /** What of the model is stored in this browser; null before `measure`, and where the browser doesn't tell. */
  get stored(): Stored | null {
    return this.#stored;
  }

  /** Bytes that are still to be downloaded. */
  get missing(): number {
    return Math.max(0, this.size - (this.#stored?.bytes ?? 0));
  }

  /** Bytes that the browser would still store for this page, or null if it doesn't tell. */
  get free(): number | null {
    return this.#free;
  }

  /** Whether there is room for what is missing, as far as the browser tells. */
  get enough(): boolean {
    return fits(this.missing, this.#free);
  }

  /** Looks how much is stored, perhaps again, after somebody has changed it. */
  async measure(): Promise<void> {
    const model = this.#model();
    if (!model) return;
    [this.#stored, this.#free] = await Promise.all([
      this.#source.stored(model).catch(() => null),
      this.#source.free(),
    ]);
  }
}
