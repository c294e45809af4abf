import { z } from "zod";
import { parametersGrammar } from "../domain/answerGrammar";
import type { Scenario } from "../domain/scenario";
import type { Reading, Selection, TokenCounts } from "../domain/selection";
import { parseAnswer, type AnswerForm } from "../domain/toolCall";
import { AnswerWriter } from "./answerWriter";
import { CachedModel } from "./cachedModel";
import { chatConfigSchema, type ChatConfig } from "./chatText";
import { ModelFault } from "./fault";
import { countParts, fitPrompt, lastingTokens, type FittedPrompt } from "./fitting";
import { Grammars } from "./grammar";
import { CHAT_CONFIG, TENSOR_CACHE, TOKENIZER } from "./manifest";
import { decide } from "./naming";
import { writeParameters } from "./parameters";
import type { SelectProgress, ToWorker } from "./protocol";
import { CONFIG_CACHE, MODEL_CACHE } from "./storage";
import { Tokens } from "./tokens";

type LoadMessage = Extract<ToWorker, { type: "load" }>;
type SelectMessage = Extract<ToWorker, { type: "select" }>;
type ReadMessage = Extract<ToWorker, { type: "read" }>;
type PrepareMessage = Extract<ToWorker, { type: "prepare" }>;

interface SelectHooks {
  /** Asked between two tokens, and between two chunks of the prompt. */
  interrupted: () => boolean;
  onProgress: (progress: SelectProgress) => void;
}

/**
 * Key/value caches, each with the weights beside it: one for a selection, and one for the run after it that resolves
 * what it left open. Who has a smaller context for want of memory gets one alone.
 */
const CACHES = 2;

const tensorCacheSchema = z.object({ records: z.array(z.object({ dataPath: z.string() })) });

async function readStored(cache: string, base: string, path: string): Promise<unknown> {
  const response = await (await caches.open(cache)).match(new URL(path, base).href);
  if (!response) throw new ModelFault({ code: "file-gone", file: path });
  return response.json();
}

/** A loaded model that answers, in the worker. One request at a time. */
export class Engine {
  readonly #model: CachedModel;
  readonly #grammars: Grammars;
  readonly #tokens: Tokens;
  readonly #config: ChatConfig;
  readonly #contextWindow: number;

  private constructor(
    model: CachedModel,
    grammars: Grammars,
    tokens: Tokens,
    config: ChatConfig,
    contextWindow: number,
  ) {
    this.#model = model;
    this.#grammars = grammars;
    this.#tokens = tokens;
    this.#config = config;
    this.#contextWindow = contextWindow;
  }

  /**
   * Loads a model of which all files are in the caches, verified.
   * @param onProgress hears the phase and how much of it is done, 0 to 1.
   */
  static async load(
    { id, base, paths, library, contextWindow }: LoadMessage,
    onProgress: (phase: "load" | "compile", fraction: number) => void,
  ): Promise<Engine> {
    const config = chatConfigSchema.parse(await readStored(CONFIG_CACHE, base, CHAT_CONFIG));
    const { records } = tensorCacheSchema.parse(await readStored(MODEL_CACHE, base, TENSOR_CACHE));
    const stranger = records.find(({ dataPath }) => !paths.includes(dataPath));
    // web-llm would download it by itself, unchecked.
    if (stranger) throw new ModelFault({ code: "unlisted-file", file: stranger.dataPath, by: TENSOR_CACHE });
    const tokens = new Tokens(
      z.record(z.string(), z.unknown()).parse(await readStored(MODEL_CACHE, base, TOKENIZER)),
    );
    const grammars = await Grammars.open(tokens, config);
    const wasm = URL.createObjectURL(library);
    const overrides = { context_window_size: contextWindow };
    try {
      const model = await CachedModel.load(
        id,
        {
          cacheBackend: "cache",
          model_list: [{ model: base, model_id: id, model_lib: wasm, overrides }],
        },
        contextWindow < config.context_window_size ? 1 : CACHES,
        onProgress,
      );
      return new Engine(model, grammars, tokens, config, contextWindow);
    } finally {
      URL.revokeObjectURL(wasm);
    }
  }

  /**
   * Lets the model answer.
   * @throws ModelFault
   */
  async select(
    { scenario, form, maxTokens }: SelectMessage,
    { interrupted, onProgress }: SelectHooks,
  ): Promise<Selection> {
    const started = performance.now();
    const prompt = await this.#fit(scenario, form);
    const time: { prefilled: number | null } = { prefilled: null };
    let progress: SelectProgress = {
      phase: "prefill",
      read: 0,
      text: "",
      groups: null,
      chosen: null,
      fits: null,
      fit: null,
    };
    const tell = (news: Partial<SelectProgress>) => {
      progress = { ...progress, ...news };
      onProgress(progress);
    };
    tell({});
    this.#model.attend({
      interrupted,
      onRead: (count) => {
        if (count < prompt.tokens.length) tell({ read: count / prompt.tokens.length });
      },
    });
    const limit = Math.min(prompt.answerTokens, maxTokens ?? Infinity);
    const writer = this.#writer(prompt, limit, (text) => {
      // The first words may be the only ones possible: then the model hasn't read the prompt for them.
      if (this.#model.computed > 0) time.prefilled ??= performance.now();
      tell(time.prefilled === null ? { text } : { phase: "decode", read: 1, text });
    });
    const { rest, ...decision } = await decide(writer, this.#tokens, prompt.paths, form, {});
    const chosen = decision.groups[0]?.candidates[0] ?? 0;
    const tool = scenario.candidates[chosen];
    if (!tool) throw new Error("The model named no candidate.");
    tell({ ...decision, chosen });
    for (const token of rest) await writer.write([token], "name");
    const matcher = await this.#grammars.match(parametersGrammar(tool));
    try {
      await writeParameters(writer, matcher, this.#tokens, scenario.query);
    } finally {
      matcher.dispose();
    }
    const ended = performance.now();
    const decoding = time.prefilled ?? ended;
    return {
      answer: parseAnswer(writer.text, form, scenario.candidates),
      text: writer.text,
      groups: decision.groups,
      fit: decision.fit,
      steps: writer.steps,
      prompt: countParts(this.#tokens, this.#config, prompt),
      dropped: prompt.dropped,
      tokens: this.#counts(prompt, writer),
      milliseconds: { prefill: decoding - started, decode: ended - decoding, total: ended - started },
    };
  }

  /**
   * Lets the model answer as far as its name is decided.
   * @throws ModelFault
   */
  async read(
    { scenario, form, given }: ReadMessage,
    interrupted: () => boolean,
    onRead: (fraction: number) => void,
  ): Promise<Reading> {
    const started = performance.now();
    const prompt = await this.#fit(scenario, form);
    this.#model.attend({ interrupted, onRead: (count) => onRead(Math.min(1, count / prompt.tokens.length)) });
    const writer = this.#writer(prompt, prompt.answerTokens);
    const { fits, fit, groups } = await decide(writer, this.#tokens, prompt.paths, form, given);
    const tokens = this.#counts(prompt, writer);
    return { fits, fit, groups, tokens, milliseconds: performance.now() - started };
  }

  /**
   * Reads what will be the same after an edit of one interaction, so that the answer to such an edit has only the rest
   * to read.
   * @throws ModelFault
   */
  async prepare(
    { scenario, form, edited }: PrepareMessage,
    interrupted: () => boolean,
    onRead: (fraction: number) => void,
  ): Promise<void> {
    const prompt = await this.#fit(scenario, form);
    const count = lastingTokens(countParts(this.#tokens, this.#config, prompt), edited);
    this.#model.attend({ interrupted, onRead: (read) => onRead(Math.min(1, read / count)) });
    await this.#model.prepare(prompt.tokens.slice(0, count));
  }

  #fit(scenario: Scenario, form: AnswerForm): Promise<FittedPrompt> {
    return fitPrompt(this.#tokens, this.#config, this.#contextWindow, scenario, form);
  }

  #writer(prompt: FittedPrompt, limit: number, onWritten?: (text: string) => void): AnswerWriter {
    const decode = (tokens: readonly number[]) => this.#tokens.decode(tokens);
    return new AnswerWriter({ model: this.#model, decode, prompt: prompt.tokens, limit, onWritten });
  }

  #counts(prompt: FittedPrompt, writer: AnswerWriter): TokenCounts {
    return { prompt: prompt.tokens.length, answer: writer.length, forward: this.#model.computed };
  }
}
