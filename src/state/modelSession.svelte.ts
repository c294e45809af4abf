import {
  isWanted,
  modelBytes,
  toFault,
  type GpuReport,
  type LoadProgress,
  type LocatedModel,
  type ModelFault,
  type ModelManifest,
  type Stored,
} from "../model";
import type { ModelConnection, ModelSource } from "./modelSource";
import type { Select } from "./selecting.svelte";

export type { LoadPhase, LoadProgress, ModelManifest } from "../model";

/**
 * `looking`: nothing is known yet. `unsupported`: this browser can't run it. `absent`: it can be loaded.
 * `failed`: see `fault`; it can be tried again.
 */
export type ModelStatus = "looking" | "unsupported" | "absent" | "loading" | "ready" | "failed";

/** The model of this page: what it is, whether it can run here, and how far its loading is. */
export class ModelSession {
  readonly #source: ModelSource;
  #status = $state<ModelStatus>("looking");
  #model = $state.raw<LocatedModel | null>(null);
  #gpu = $state.raw<GpuReport | null>(null);
  #stored = $state.raw<Stored | null>(null);
  #progress = $state.raw<LoadProgress | null>(null);
  #fault = $state.raw<ModelFault | null>(null);
  #select = $state.raw<Select | null>(null);
  #connection: ModelConnection | null = null;
  #abort = new AbortController();
  #loading: Promise<void> = Promise.resolve();

  constructor(source: ModelSource) {
    this.#source = source;
  }

  get status(): ModelStatus {
    return this.#status;
  }

  get manifest(): ModelManifest | null {
    return this.#model?.manifest ?? null;
  }

  /** The URL that the model comes from. */
  get folder(): string | null {
    return this.#model?.folder ?? null;
  }

  /** Bytes of all files of the model. */
  get size(): number {
    return this.#model ? modelBytes(this.#model.manifest) : 0;
  }

  get gpu(): GpuReport | null {
    return this.#gpu;
  }

  /** What of the model is stored in this browser. */
  get stored(): Stored | null {
    return this.#stored;
  }

  get progress(): LoadProgress | null {
    return this.#progress;
  }

  get fault(): ModelFault | null {
    return this.#fault;
  }

  /** Asks the loaded model; null while there is none. */
  get select(): Select | null {
    return this.#select;
  }

  /** Finds out what model there is and whether it can run here. Loads it if it is stored already, or if asked to. */
  async look(loadAnyway: boolean): Promise<void> {
    this.#status = "looking";
    this.#fault = null;
    try {
      const model = await this.#source.find();
      this.#model = model;
      [this.#gpu, this.#stored] = await Promise.all([
        this.#source.probe(model),
        this.#source.stored(model).catch(() => null),
      ]);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#status = this.#gpu.ok ? "absent" : "unsupported";
    if (this.#gpu.ok && (loadAnyway || this.#stored?.complete)) await this.load();
  }

  /** Downloads what is missing and loads the model. After a failure it goes on where it stopped. */
  async load(): Promise<void> {
    const model = this.#model;
    if (!model || !this.#gpu) return this.look(true);
    if (this.#status === "loading" || this.#status === "ready" || !this.#gpu.ok) return;
    this.#loading = this.#load(model);
    await this.#loading;
  }

  /** Stops loading. What is complete of the download stays for the next time. */
  cancel(): void {
    this.#abort.abort();
  }

  /** Unloads the model and deletes its files from this browser. */
  async delete(): Promise<void> {
    const model = this.#model;
    if (!model) return;
    this.#abort.abort();
    this.#select = null;
    this.#connection?.close();
    await this.#loading;
    try {
      await this.#source.remove(model);
      this.#status = this.#gpu?.ok ? "absent" : "unsupported";
      this.#fault = null;
    } catch (error) {
      this.#fail(error);
    }
    await this.#measure(model);
  }

  async #load(model: LocatedModel): Promise<void> {
    this.#status = "loading";
    this.#fault = null;
    this.#progress = null;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const connection = this.#connection ?? this.#source.connect(model);
    this.#connection = connection;
    connection.onLost = (fault) => this.#fail(fault);
    try {
      await connection.load({
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) this.#progress = progress;
        },
      });
      this.#status = "ready";
      // A function of its own for each loading, so that a model loaded anew is asked anew.
      this.#select = (scenario, onPhase) => connection.select(scenario, onPhase);
    } catch (error) {
      if (signal.aborted || isWanted(error)) this.#status = "absent";
      else this.#fail(error);
    }
    this.#progress = null;
    await this.#measure(model);
  }

  async #measure(model: LocatedModel): Promise<void> {
    this.#stored = await this.#source.stored(model).catch(() => null);
  }

  #fail(error: unknown): void {
    this.#select = null;
    this.#fault = toFault(error);
    this.#status = "failed";
  }
}
