import { MLCEngine, type AppConfig } from "@mlc-ai/web-llm";
import { z } from "zod";
import { answerGrammar } from "../domain/answerGrammar";
import type { Selection } from "../domain/selection";
import { parseAnswer } from "../domain/toolCall";
import { AnswerGuide } from "./answerGuide";
import { chatConfigSchema, type ChatConfig } from "./chatText";
import { cancelled, ModelFault } from "./fault";
import { fitPrompt } from "./fitting";
import { CHAT_CONFIG, TENSOR_CACHE, TOKENIZER } from "./manifest";
import type { SelectProgress, ToWorker } from "./protocol";
import { CONFIG_CACHE, MODEL_CACHE } from "./storage";
import { Tokens } from "./tokens";

type LoadMessage = Extract<ToWorker, { type: "load" }>;
type SelectMessage = Extract<ToWorker, { type: "select" }>;

interface SelectHooks {
  /** Asked between two tokens. */
  interrupted: () => boolean;
  onProgress: (progress: SelectProgress) => void;
}

const tensorCacheSchema = z.object({ records: z.array(z.object({ dataPath: z.string() })) });

async function readStored(cache: string, base: string, path: string): Promise<unknown> {
  const response = await (await caches.open(cache)).match(new URL(path, base).href);
  if (!response) throw new ModelFault("no-storage", `The browser threw ${path} away. Load the model again.`);
  return response.json();
}

/** A model in web-llm, in the worker: the only file that knows the library. */
export class Engine {
  readonly #engine: MLCEngine;
  readonly #guide: AnswerGuide;
  readonly #tokens: Tokens;
  readonly #config: ChatConfig;
  readonly #contextWindow: number;

  private constructor(
    engine: MLCEngine,
    guide: AnswerGuide,
    tokens: Tokens,
    config: ChatConfig,
    contextWindow: number,
  ) {
    this.#engine = engine;
    this.#guide = guide;
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
    if (stranger)
      throw new ModelFault(
        "not-a-model",
        `${TENSOR_CACHE} asks for ${stranger.dataPath}, which model.json doesn't list.`,
      );
    const tokens = new Tokens(
      z.record(z.string(), z.unknown()).parse(await readStored(MODEL_CACHE, base, TOKENIZER)),
    );
    const guide = new AnswerGuide(tokens.guide);
    const wasm = URL.createObjectURL(library);
    const appConfig: AppConfig = {
      cacheBackend: "cache",
      model_list: [
        { model: base, model_id: id, model_lib: wasm, overrides: { context_window_size: contextWindow } },
      ],
    };
    const engine = new MLCEngine({
      appConfig,
      logLevel: "WARN",
      logitProcessorRegistry: new Map([[id, guide]]),
      // The phase is only in the text: first weights, then shaders.
      initProgressCallback: ({ progress, text }) =>
        onProgress(/shader|finish/i.test(text) ? "compile" : "load", progress),
    });
    try {
      await engine.reload(id);
    } finally {
      URL.revokeObjectURL(wasm);
    }
    return new Engine(engine, guide, tokens, config, contextWindow);
  }

  /**
   * Lets the model answer. One at a time.
   * @throws ModelFault
   */
  async select(
    { scenario, form, maxTokens }: SelectMessage,
    { interrupted, onProgress }: SelectHooks,
  ): Promise<Selection> {
    const started = performance.now();
    onProgress({ phase: "prefill", text: "", groups: null });
    const prompt = await fitPrompt(this.#tokens, this.#config, this.#contextWindow, scenario, form);
    this.#guide.plan({ paths: prompt.paths, form });
    const chunks = await this.#engine.chat.completions.create({
      messages: prompt.messages,
      temperature: 0,
      // Greedy even between equal logits.
      top_p: 0.01,
      max_tokens: Math.min(prompt.answerTokens, maxTokens ?? Infinity),
      stream: true,
      stream_options: { include_usage: true },
      response_format: { type: "grammar", grammar: answerGrammar(scenario.candidates, form) },
    });
    let text = "";
    let prefilled: number | null = null;
    let finish: string | null = null;
    const tokens = { prompt: 0, answer: 0 };
    // Leaving the loop ends the generation and frees the engine for the next.
    for await (const { choices, usage } of chunks) {
      if (interrupted()) throw cancelled();
      prefilled ??= performance.now();
      const [choice] = choices;
      text += choice?.delta.content ?? "";
      finish = choice?.finish_reason ?? finish;
      if (usage) [tokens.prompt, tokens.answer] = [usage.prompt_tokens, usage.completion_tokens];
      else onProgress({ phase: "decode", text, groups: this.#guide.groups });
    }
    const ended = performance.now();
    if (finish === "length")
      throw new ModelFault(
        "cut-off",
        `The answer was not finished after ${tokens.answer} tokens. Ask more simply, or take candidates with fewer parameters.`,
      );
    const decodeStart = prefilled ?? ended;
    return {
      answer: parseAnswer(text, form, scenario.candidates),
      text,
      groups: this.#guide.groups ?? [],
      dropped: prompt.dropped,
      tokens,
      milliseconds: { prefill: decodeStart - started, decode: ended - decodeStart, total: ended - started },
    };
  }
}
