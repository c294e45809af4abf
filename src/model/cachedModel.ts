import { MLCEngine, type AppConfig, type LogitProcessor } from "@mlc-ai/web-llm";
import type { TokenModel } from "./answerWriter";
import { cancelled } from "./fault";

/** So many tokens are read before anybody can interrupt: few enough for a slow device, enough for a fast one. */
const CHUNK = 128;

/** Asked and told while a model reads. */
export interface ReadHooks {
  /** Asked before each chunk of tokens. */
  interrupted: () => boolean;
  /** Hears how many of the tokens are read. */
  onRead?: (tokens: number) => void;
}

type OnProgress = (phase: "load" | "compile", fraction: number) => void;

/**
 * One key/value cache of web-llm, with a model of its own, and the tokens that it holds. As a logit processor in
 * web-llm's sense it gets hold of the logits; the sample that web-llm takes of them is not looked at.
 */
class KvCache implements LogitProcessor {
  readonly #id: string;
  readonly #engine: MLCEngine;
  #held: number[] = [];
  #logits: Float32Array | null = null;

  private constructor(id: string, appConfig: AppConfig, onProgress: OnProgress) {
    this.#id = id;
    this.#engine = new MLCEngine({
      appConfig,
      logLevel: "WARN",
      logitProcessorRegistry: new Map([[id, this]]),
      // The phase is only in the text: first weights, then shaders.
      initProgressCallback: ({ progress, text }) =>
        onProgress(/shader|finish/i.test(text) ? "compile" : "load", progress),
    });
  }

  static async load(id: string, appConfig: AppConfig, onProgress: OnProgress): Promise<KvCache> {
    const cache = new KvCache(id, appConfig, onProgress);
    await cache.#engine.reload(id, { temperature: 0, top_p: 0.01 });
    return cache;
  }

  /** How many tokens it holds. */
  get length(): number {
    return this.#held.length;
  }

  /** What follows the tokens that it holds. */
  get logits(): Float32Array | null {
    return this.#logits;
  }

  /** Whether it holds a beginning of these tokens; if it holds all of them, it also knows what follows. */
  begins(tokens: readonly number[]): boolean {
    const whole = this.length === tokens.length;
    return (
      (whole ? this.#logits !== null : this.length < tokens.length) &&
      this.#held.every((token, at) => token === tokens[at])
    );
  }

  async append(tokens: readonly number[]): Promise<void> {
    const held = this.#held;
    // Whatever fails on the way: what the cache holds then is not known.
    this.#held = [NaN];
    await this.#engine.forwardTokensAndSample([...tokens], tokens.length > 1, this.#id);
    this.#held = [...held, ...tokens];
  }

  async clear(): Promise<void> {
    await this.#engine.resetChat(false, this.#id);
    this.#held = [];
  }

  processLogits(logits: Float32Array): Float32Array {
    this.#logits = logits.slice();
    return logits;
  }

  processSampledToken(): void {}

  resetState(): void {
    this.#logits = null;
  }
}

/**
 * A model in web-llm as what it is: tokens in, logits out. web-llm can only append to a key/value cache or clear it.
 * So what one holds is kept as long as it is the beginning of what comes next; and where several were asked for, a
 * beginning that two runs share is read into each of them ahead of time.
 */
export class CachedModel implements TokenModel {
  /** The one that was used last comes last. */
  #caches: KvCache[];
  #hooks: ReadHooks = { interrupted: () => false };
  #computed = 0;

  private constructor(caches: KvCache[]) {
    this.#caches = caches;
  }

  /**
   * Loads a model of which all files are stored.
   * @param count of its key/value caches; a device that has no room for all of them gets fewer.
   * @param onProgress hears the phase and how much of it is done, 0 to 1.
   */
  static async load(
    id: string,
    appConfig: AppConfig,
    count: number,
    onProgress: OnProgress,
  ): Promise<CachedModel> {
    const caches = [await KvCache.load(id, appConfig, onProgress)];
    while (caches.length < count) {
      const more = await KvCache.load(id, appConfig, () => {}).catch(() => null);
      if (!more) break;
      caches.push(more);
    }
    return new CachedModel(caches);
  }

  /** Tokens computed since the hooks were set. */
  get computed(): number {
    return this.#computed;
  }

  /** Says who is asked and told from now on. */
  attend(hooks: ReadHooks): void {
    this.#hooks = hooks;
    this.#computed = 0;
  }

  /** @throws ModelFault "cancelled" between two chunks. */
  async logitsAfter(tokens: readonly number[]): Promise<Float32Array> {
    const [oldest] = this.#caches;
    const best = this.#caches
      .filter((cache) => cache.begins(tokens))
      .reduce<KvCache | undefined>(
        (one, other) => (one && one.length >= other.length ? one : other),
        undefined,
      );
    const cache = best ?? oldest;
    if (!cache) throw new Error("The model isn't loaded.");
    this.#caches = [...this.#caches.filter((other) => other !== cache), cache];
    return this.#read(cache, tokens);
  }

  /**
   * Reads what several runs will begin with, once for each of them.
   * @throws ModelFault "cancelled" between two chunks.
   */
  async prepare(tokens: readonly number[]): Promise<void> {
    for (const cache of this.#caches) await this.#read(cache, tokens);
  }

  async #read(cache: KvCache, tokens: readonly number[]): Promise<Float32Array> {
    const { interrupted, onRead } = this.#hooks;
    if (!cache.begins(tokens)) await cache.clear();
    while (cache.length < tokens.length) {
      if (interrupted()) throw cancelled();
      const chunk = tokens.slice(cache.length, cache.length + CHUNK);
      await cache.append(chunk);
      this.#computed += chunk.length;
      onRead?.(cache.length);
    }
    if (interrupted()) throw cancelled();
    if (!cache.logits) throw new Error("The model gave no logits.");
    return cache.logits;
  }
}
