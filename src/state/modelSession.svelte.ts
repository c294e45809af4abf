import {
  isWanted,
  toFault,
  type FaultKind,
  type GpuReport,
  type LoadProgress,
  type LocatedModel,
  type ModelFault,
  type ModelManifest,
} from "../model";
import { Attempts } from "./attempts";
import { ContextSize } from "./contextSize.svelte";
import { ModelRoom } from "./modelRoom.svelte";
import type { ModelConnection, ModelSource } from "./modelSource";
import type { Select } from "./selecting.svelte";
import type { Distribute, Prepare } from "./study.svelte";
import { trustQuestion, type Trust, type TrustQuestion } from "./trust";

export type { LoadProgress, ModelManifest } from "../model";

/**
 * `looking`: nothing is known yet. `unsupported`: this browser can't run it. `asking`: it comes from another origin, and
 * nobody has allowed its program. `absent`: it can be loaded. `elsewhere`: another tab has the graphics device.
 * `failed`: see `fault`; it can be tried again.
 */
export type ModelStatus =
  "looking" | "unsupported" | "asking" | "absent" | "elsewhere" | "loading" | "ready" | "failed";

/** Losses after which loading again is likely to help. */
const PASSING: readonly FaultKind[] = ["device-lost", "worker"];
/** Losses that may come from too little memory. */
const MEMORY: readonly FaultKind[] = ["device-lost", "out-of-memory", "worker"];
const RECOVERIES = 2;
const RECOVERY_WINDOW = 10 * 60_000;

/** The model of this page: what it is, whether it can run here, and how far its loading is. */
export class ModelSession {
  readonly room: ModelRoom;
  readonly #source: ModelSource;
  readonly #trust: Trust;
  readonly #recoveries = new Attempts(RECOVERIES, RECOVERY_WINDOW);
  readonly #context = new ContextSize(() => this.#model?.manifest.contextWindow ?? 0);
  #status = $state<ModelStatus>("looking");
  #model = $state.raw<LocatedModel | null>(null);
  #gpu = $state.raw<GpuReport | null>(null);
  #question = $state.raw<TrustQuestion | null>(null);
  #progress = $state.raw<LoadProgress | null>(null);
  #fault = $state.raw<ModelFault | null>(null);
  #asks = $state.raw<{ select: Select; distribute: Distribute; prepare: Prepare } | null>(null);
  #recovering = $state.raw<ModelFault | null>(null);
  #connection: ModelConnection | null = null;
  #abort = new AbortController();
  #waiting = new AbortController();
  #loading: Promise<void> = Promise.resolve();

  constructor(source: ModelSource, trust: Trust) {
    this.#source = source;
    this.#trust = trust;
    this.room = new ModelRoom(source, () => this.#model);
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

  /** Tokens of prompt and answer together, as it is or will be loaded. */
  get contextWindow(): number {
    return this.#context.tokens;
  }

  get gpu(): GpuReport | null {
    return this.#gpu;
  }

  /** What has to be answered while `asking`. */
  get question(): TrustQuestion | null {
    return this.#question;
  }

  get progress(): LoadProgress | null {
    return this.#progress;
  }

  get fault(): ModelFault | null {
    return this.#fault;
  }

  /** Why the model is being loaded again by itself, or null. */
  get recovering(): ModelFault | null {
    return this.#recovering;
  }

  /** A context window, in tokens, that takes less memory; offered after a failure that may come from too little. */
  get smallerContext(): number | null {
    const memory = this.#status === "failed" && this.#fault && MEMORY.includes(this.#fault.kind);
    return memory ? this.#context.smaller : null;
  }

  /** A context window, in tokens, that holds what was asked last; offered where a smaller one was loaded, which doesn't. */
  get fittingContext(): number | null {
    return this.#status === "ready" ? this.#context.fitting : null;
  }

  /** Asks the loaded model; null while there is none. */
  get select(): Select | null {
    return this.#asks?.select ?? null;
  }

  /** Reads the loaded model's whole distribution, in the background; null while there is none. */
  get distribute(): Distribute | null {
    return this.#asks?.distribute ?? null;
  }

  /** Lets the loaded model read ahead; null while there is none. */
  get prepare(): Prepare | null {
    return this.#asks?.prepare ?? null;
  }

  /** Finds out what model there is and whether it can run here. Loads it if it is stored already, or if asked to. */
  async look(loadAnyway: boolean): Promise<void> {
    this.#status = "looking";
    this.#fault = null;
    try {
      const model = await this.#source.find();
      this.#model = model;
      this.#connection?.close();
      this.#connection = null;
      this.#gpu = await this.#source.probe(model);
      this.#question = this.#source.foreign(model) ? await trustQuestion(this.#trust, model) : null;
      await this.room.measure();
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (!this.#gpu.ok) this.#rest("unsupported");
    else if (this.#question) this.#rest("asking");
    else {
      this.#status = "absent";
      if (loadAnyway || this.room.stored?.complete) await this.load();
    }
  }

  /** Lets the program of this model run, now and later, as long as it stays the same; and loads it. */
  async allow(): Promise<void> {
    const [model, question] = [this.#model, this.#question];
    if (this.#status !== "asking" || !model || !question) return;
    await this.#trust.allow(model.folder, question.sha256);
    this.#question = null;
    this.#status = "absent";
    await this.load();
  }

  /** Downloads what is missing and loads the model. After a failure it goes on where it stopped. */
  async load(): Promise<void> {
    const model = this.#model;
    if (!model || !this.#gpu) return this.look(true);
    if (!["absent", "failed", "elsewhere"].includes(this.#status)) return;
    this.#loading = this.#load(model, false);
    await this.#loading;
  }

  /** Loads the model here; the tab that has it now gives way. */
  async takeOver(): Promise<void> {
    const model = this.#model;
    if (!model || this.#status !== "elsewhere") return;
    this.#loading = this.#load(model, true);
    await this.#loading;
  }

  /** Loads the model so that it reads less, which takes less memory. */
  async loadSmaller(): Promise<void> {
    await this.#loadWith(this.smallerContext);
  }

  /** Loads the model so that it can read what was asked last. */
  async loadFitting(): Promise<void> {
    await this.#loadWith(this.fittingContext);
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
    this.#waiting.abort();
    this.#asks = null;
    this.#connection?.close();
    await this.#loading;
    try {
      await this.#source.remove(model);
      this.#rest(this.#gpu?.ok ? "absent" : "unsupported");
      this.#fault = null;
    } catch (error) {
      this.#fail(error);
    }
    await this.room.measure();
  }

  async #loadWith(context: number | null): Promise<void> {
    const model = this.#model;
    if (context === null || !model) return;
    this.#context.choose(context);
    this.#asks = null;
    this.#connection?.close();
    this.#connection = null;
    this.#loading = this.#load(model, false);
    await this.#loading;
  }

  async #load(model: LocatedModel, steal: boolean): Promise<void> {
    this.#status = "loading";
    this.#fault = null;
    this.#progress = null;
    this.#waiting.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const { lock } = this.#source;
    try {
      if (!(await lock.take(steal, () => this.#giveWay()))) {
        this.#wait();
        return;
      }
      await this.#connect(model, signal);
    } catch (error) {
      // Unless another tab took the device meanwhile.
      if (this.status === "loading") {
        if (signal.aborted || isWanted(error)) this.#rest("absent");
        else await this.#recover(error);
      }
    }
    await this.room.measure();
  }

  async #connect(model: LocatedModel, signal: AbortSignal): Promise<void> {
    const connection = this.#connection ?? this.#source.connect(model, this.contextWindow);
    this.#connection = connection;
    connection.onLost = (fault) => void this.#recover(fault);
    await connection.load({
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) this.#progress = progress;
      },
    });
    this.#status = "ready";
    this.#recovering = null;
    this.#progress = null;
    // Functions of their own for each loading, so that a model loaded anew is asked anew.
    this.#asks = {
      select: (scenario, onProgress) =>
        connection.select(scenario, onProgress).catch((error: unknown) => {
          this.#context.note(error);
          throw error;
        }),
      distribute: (scenario, options) => connection.distribution(scenario, options),
      prepare: (scenario, options) => connection.prepare(scenario, options),
    };
  }

  /** Loads again by itself what a passing trouble ended; what keeps failing waits for the user. */
  async #recover(error: unknown): Promise<void> {
    const [fault, model] = [toFault(error), this.#model];
    this.#asks = null;
    const again = PASSING.includes(fault.kind) || (fault.kind === "wrong-file" && (await this.#outdated()));
    if (!model || !again || !this.#recoveries.allow()) {
      this.#fail(fault);
      return;
    }
    this.#recovering = fault;
    if (fault.kind === "wrong-file") await this.look(true);
    else await this.#load(model, false);
  }

  /** Whether the model has changed where it comes from: then its files don't match what was known of it. */
  async #outdated(): Promise<boolean> {
    const now = await this.#source.find().catch(() => null);
    return now !== null && JSON.stringify(now.manifest) !== JSON.stringify(this.manifest);
  }

  /** Another tab has taken the device. */
  #giveWay(): void {
    this.#asks = null;
    this.#wait();
    this.#abort.abort();
    this.#connection?.close();
  }

  /** Waits until no other tab has the device; what is stored is loaded then. */
  #wait(): void {
    this.#status = "elsewhere";
    this.#progress = null;
    this.#waiting = new AbortController();
    this.#source.lock
      .free(this.#waiting.signal)
      .then(async () => {
        await this.room.measure();
        if (this.#status !== "elsewhere") return;
        if (this.room.stored?.complete) await this.load();
        else this.#status = "absent";
      })
      .catch(() => {
        // Nobody waits any more.
      });
  }

  #fail(error: unknown): void {
    this.#fault = toFault(error);
    this.#rest("failed");
  }

  /** Ends with no model loaded: the device is free for other tabs. */
  #rest(status: "unsupported" | "asking" | "absent" | "failed"): void {
    this.#source.lock.release();
    this.#asks = null;
    this.#recovering = null;
    this.#progress = null;
    this.#status = status;
  }
}
