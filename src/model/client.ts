import type { Scenario } from "../domain/scenario";
import type { Reading, Selection } from "../domain/selection";
import type { AnswerForm } from "../domain/toolCall";
import { deliver, type Delivered } from "./delivery";
import { cancelled, ModelFault, toFault, type Trouble } from "./fault";
import { modelBytes, type LocatedModel } from "./manifest";
import type { OnLoadProgress } from "./progress";
import type { FromWorker, ReadingGiven, SelectProgress, ToWorker } from "./protocol";
import { SilenceWatch } from "./silence";

/** Without a sign of life for so long, the worker counts as dead. Generous: software rendering is slow. */
const START_MS = 60_000;
const LOAD_MS = 300_000;
const SELECT_MS = 600_000;

export interface ClientOptions {
  answerForm?: AnswerForm;
  contextWindow?: number;
}

export interface LoadOptions {
  signal?: AbortSignal;
  onProgress?: OnLoadProgress;
}

export interface SelectOptions {
  /** Interrupts between two tokens, and every hundred or so tokens while the prompt is read. */
  signal?: AbortSignal;
  onProgress?: (progress: SelectProgress) => void;
  /** The most tokens that the answer may have; by default what prompt and context leave, within reason. */
  maxTokens?: number;
}

export interface ReadOptions extends ReadingGiven {
  /** Interrupts as in `SelectOptions`. */
  signal?: AbortSignal;
}

export interface PrepareOptions {
  /** Interrupts as in `SelectOptions`. */
  signal?: AbortSignal;
  /** The interaction that is about to be edited, by its index in the scenario's history; by default the newest. */
  edited?: number | null;
}

type WithoutNumber<Message> = Message extends unknown ? Omit<Message, "request"> : never;

/** A copy by way of JSON: a scenario may be a reactive proxy, which can't be cloned to a worker. */
const plain = (scenario: Scenario): Scenario => JSON.parse(JSON.stringify(scenario)) as Scenario;

const unexpected = () => new ModelFault({ code: "worker-confused" });

/** A question to the worker that has no final answer yet. */
interface Pending {
  hear: (message: FromWorker) => void;
  fail: (fault: ModelFault) => void;
}

/** The number under which the worker's own start is waited for. */
const START = 0;

/** The page's side of the worker in which a model runs. */
export class ModelClient {
  readonly model: LocatedModel;
  /** How the model answers: as its manifest says, unless overridden. */
  readonly answerForm: AnswerForm;
  /** Tokens of prompt and answer together: as the manifest says, or fewer, which takes less memory. */
  readonly contextWindow: number;
  /** Hears that the device or the worker was lost while ready. `load` may be called again. */
  onLost: ((fault: ModelFault) => void) | null = null;

  #worker: Worker | null = null;
  #loading: AbortController | null = null;
  #ready = false;
  #requests = START;
  readonly #pending = new Map<number, Pending>();

  constructor(model: LocatedModel, { answerForm, contextWindow }: ClientOptions = {}) {
    this.model = model;
    this.contextWindow = contextWindow ?? model.manifest.contextWindow;
    this.answerForm = answerForm ?? model.manifest.answerForm;
  }

  /** Whether it can select. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Tells this model's selections from another's: id, version and form of the answer. */
  get identity(): string {
    const { id, version } = this.model.manifest;
    return `${id}@${version} ${this.answerForm}`;
  }

  /**
   * Downloads what is missing, checks everything, and loads the model onto the graphics device. May be called
   * again after any failure or loss. Aborting the signal ends it in every phase, with nothing left running.
   * @throws ModelFault
   */
  async load({ signal, onProgress = () => {} }: LoadOptions = {}): Promise<void> {
    this.close();
    const own = new AbortController();
    this.#loading = own;
    const either = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
    const stop = () => this.#end(cancelled());
    either.addEventListener("abort", stop);
    try {
      const delivered = await deliver(this.model, { signal: either, onProgress });
      if (either.aborted) throw cancelled();
      await this.#loadWorker(delivered, onProgress);
    } catch (error) {
      const fault = toFault(error);
      // Another load may have begun meanwhile; its worker isn't this one's to end.
      if (this.#loading === own) this.#end(fault);
      throw fault;
    } finally {
      either.removeEventListener("abort", stop);
    }
  }

  async #loadWorker({ base, library }: Delivered, onProgress: OnLoadProgress): Promise<void> {
    const { manifest } = this.model;
    const total = modelBytes(manifest);
    const tell = (phase: "load" | "compile" | "ready", fraction: number) =>
      onProgress({ phase, fraction, bytes: total, total, bytesPerSecond: null, secondsLeft: null });
    tell("load", 0);
    await this.#start();
    const { files, id } = manifest;
    const paths = files.map(({ path }) => path);
    const request = ++this.#requests;
    await this.#ask(
      { type: "load", request, id, base, paths, library, contextWindow: this.contextWindow },
      LOAD_MS,
      (message) => {
        if (message.type === "loading") tell(message.phase, message.fraction);
      },
    );
    this.#ready = true;
    tell("ready", 1);
  }

  /**
   * Lets the model select a tool. One at a time: `Selector` takes care of that.
   * @throws ModelFault
   */
  async select(
    scenario: Scenario,
    { signal, onProgress, maxTokens }: SelectOptions = {},
  ): Promise<Selection> {
    const reply = await this.#request(
      { type: "select", scenario: plain(scenario), form: this.answerForm, maxTokens: maxTokens ?? null },
      signal,
      (message) => {
        if (message.type === "selecting") onProgress?.(message.progress);
      },
    );
    if (reply.type !== "selected") throw unexpected();
    return reply.selection;
  }

  /**
   * Lets the model answer only as far as its name is decided. One at a time, as `select`.
   * @throws ModelFault
   */
  async read(scenario: Scenario, { signal, ...given }: ReadOptions = {}): Promise<Reading> {
    const reply = await this.#request(
      { type: "read", scenario: plain(scenario), form: this.answerForm, given },
      signal,
    );
    if (reply.type !== "read") throw unexpected();
    return reply.reading;
  }

  /**
   * Lets the model read ahead what an edit of one interaction leaves as it is: the answer to such an edit begins
   * sooner. Until another scenario is read; one at a time, as `select`.
   * @throws ModelFault
   */
  async prepare(scenario: Scenario, { signal, edited = null }: PrepareOptions = {}): Promise<void> {
    const reply = await this.#request(
      { type: "prepare", scenario: plain(scenario), form: this.answerForm, edited },
      signal,
    );
    if (reply.type !== "prepared") throw unexpected();
  }

  /** Stops everything and frees the device. */
  close(): void {
    this.#loading?.abort();
    this.#loading = null;
    this.#end(cancelled());
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  async #start(): Promise<void> {
    // The worker holds a lock of its name as long as it lives.
    const name = `model-${crypto.randomUUID()}`;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name });
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (worker !== this.#worker) return;
      if (data.type === "lost") this.#lose(new ModelFault(data.fault));
      else this.#pending.get(data.type === "started" ? START : data.request)?.hear(data);
    };
    const died = (trouble: Trouble) => {
      if (worker === this.#worker) this.#lose(new ModelFault(trouble));
    };
    worker.onerror = ({ message: why }) => {
      const { kind, said } = toFault(why);
      if (kind === "out-of-memory") died(said);
      else died(why ? { code: "worker-stopped", why } : { code: "worker-unloadable" });
    };
    worker.onmessageerror = () => died({ code: "worker-unreadable" });
    await this.#wait(START, START_MS, () => {});
    // A killed worker sends no event, but the browser gives its lock to the next in line.
    navigator.locks
      .request(name, () => died({ code: "worker-ended" }))
      .catch(() => {
        // No locks here: silence will tell.
      });
  }

  /** Asks the loaded model; the signal interrupts it. */
  async #request(
    question: WithoutNumber<Extract<ToWorker, { type: "select" | "read" | "prepare" }>>,
    signal: AbortSignal | undefined,
    onMessage: (message: FromWorker) => void = () => {},
  ): Promise<FromWorker> {
    if (!this.#ready) throw new ModelFault({ code: "not-loaded" });
    if (signal?.aborted) throw cancelled();
    const request = ++this.#requests;
    const worker = this.#worker;
    const interrupt = () => this.#post({ type: "interrupt", request });
    signal?.addEventListener("abort", interrupt);
    try {
      return await this.#ask({ ...question, request }, SELECT_MS, onMessage);
    } catch (error) {
      const fault = toFault(error);
      // The engine is of no use any more, even if it only said so in its answer.
      const useless = fault.kind === "device-lost" || fault.kind === "out-of-memory";
      if (useless && worker === this.#worker) this.#lose(fault);
      throw fault;
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  }

  /** Sends a question and waits for its final answer. */
  #ask(message: ToWorker, silence: number, onMessage: (message: FromWorker) => void): Promise<FromWorker> {
    const reply = this.#wait(message.request, silence, onMessage);
    this.#post(message);
    return reply;
  }

  /** @param silence milliseconds without any message after which the worker counts as dead. */
  #wait(request: number, silence: number, onMessage: (message: FromWorker) => void): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      const dead = () => this.#lose(new ModelFault({ code: "worker-silent", seconds: silence / 1000 }));
      const watch = new SilenceWatch(silence, dead);
      const settle = (act: () => void) => {
        watch.end();
        this.#pending.delete(request);
        act();
      };
      const hear = (message: FromWorker) => {
        if (message.type === "loading" || message.type === "selecting" || message.type === "reading") {
          watch.heard();
          onMessage(message);
        } else if (message.type === "failed" || message.type === "lost") {
          const fault = new ModelFault(message.fault);
          settle(() => reject(fault));
        } else settle(() => resolve(message));
      };
      this.#pending.set(request, { hear, fail: (fault) => settle(() => reject(fault)) });
    });
  }

  #lose(fault: ModelFault): void {
    const wasReady = this.#ready;
    this.#end(fault);
    if (wasReady) this.onLost?.(fault);
  }

  /** Ends the worker, and every question to it with this fault. */
  #end(fault: ModelFault): void {
    this.#ready = false;
    this.#worker?.terminate();
    this.#worker = null;
    for (const { fail } of [...this.#pending.values()]) fail(fault);
  }
}
