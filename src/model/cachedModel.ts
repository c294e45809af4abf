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

/**
 * A model in web-llm as what it is: tokens in, logits out. What web-llm's key/value cache holds is kept as long as it
 * is the beginning of what comes next; web-llm can only append to it or clear it. As a logit processor in web-llm's
 * sense it gets hold of the logits; the sample that web-llm takes of them is not looked at.
 */
export class CachedModel implements TokenModel, LogitProcessor {
  readonly #id: string;
  #engine: MLCEngine | null = null;
  #held: number[] = [];
  #logits: Float32Array | null = null;
  #hooks: ReadHooks = { interrupted: () => false };
  #computed = 0;

  private constructor(id: string) {
    this.#id = id;
  }

  /**
   * Loads a model of which all files are in the caches.
   * @param onProgress hears the phase and how much of it is done, 0 to 1.
   */
  static async load(
    id: string,
    appConfig: AppConfig,
    onProgress: (phase: "load" | "compile", fraction: number) => void,
  ): Promise<CachedModel> {
    const model = new CachedModel(id);
    const engine = new MLCEngine({
      appConfig,
      logLevel: "WARN",
      logitProcessorRegistry: new Map([[id, model]]),
      // The phase is only in the text: first weights, then shaders.
      initProgressCallback: ({ progress, text }) =>
        onProgress(/shader|finish/i.test(text) ? "compile" : "load", progress),
    });
    await engine.reload(id, { temperature: 0, top_p: 0.01 });
    model.#engine = engine;
    return model;
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
    const engine = this.#engine;
    if (!engine) throw new Error("The model isn't loaded.");
    const { interrupted, onRead } = this.#hooks;
    const known = this.#logits !== null && tokens.length === this.#held.length;
    if (
      !this.#held.every((token, at) => token === tokens[at]) ||
      (tokens.length <= this.#held.length && !known)
    )
      await this.#clear(engine);
    while (this.#held.length < tokens.length) {
      if (interrupted()) throw cancelled();
      const held = this.#held;
      const chunk = tokens.slice(held.length, held.length + CHUNK);
      // Whatever fails on the way: what the cache holds then is not known.
      this.#held = [NaN];
      await engine.forwardTokensAndSample(chunk, chunk.length > 1, this.#id);
      this.#held = [...held, ...chunk];
      this.#computed += chunk.length;
      onRead?.(this.#held.length);
    }
    if (interrupted()) throw cancelled();
    if (!this.#logits) throw new Error("The model gave no logits.");
    return this.#logits;
  }

  async #clear(engine: MLCEngine): Promise<void> {
    await engine.resetChat(false, this.#id);
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
