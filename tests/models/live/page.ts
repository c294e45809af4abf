/** Runs in Chromium: the app's own model side, for commands that measure it; and web-llm as it is, to compare with. */
import { MLCEngine } from "@mlc-ai/web-llm";
import { unresolved } from "../../../src/domain/distribution";
import { writePrompt } from "../../../src/domain/prompt";
import type { Scenario } from "../../../src/domain/scenario";
import type { TokenCounts } from "../../../src/domain/selection";
import type { AnswerForm, ToolCall } from "../../../src/domain/toolCall";
import { loadManifest, ModelClient, Selector } from "../../../src/model";
import { resolveAll, type DistributionCase } from "../distributionReference";

let client: ModelClient | null = null;
let selector: Selector | null = null;
let plain: MLCEngine | null = null;

function loaded(): ModelClient {
  if (!client) throw new Error("No model is loaded.");
  return client;
}

async function timed<Result>(act: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> {
  const started = performance.now();
  const result = await act();
  return { result, milliseconds: performance.now() - started };
}

const live = {
  /** @param folder the URL of a model's folder. */
  async load(folder: string, form: AnswerForm | null): Promise<string> {
    const model = await loadManifest(new URL(folder, location.href).href);
    client = new ModelClient(model, form ? { answerForm: form } : {});
    selector = new Selector(client);
    await client.load();
    return model.manifest.version;
  },

  close(): void {
    client?.close();
    client = null;
  },

  resolve: (one: DistributionCase) => resolveAll(loaded(), one),

  /** @returns the tokens that it took. */
  select: async (scenario: Scenario): Promise<TokenCounts> => {
    if (!selector) throw new Error("No model is loaded.");
    return (await selector.select(scenario)).tokens;
  },

  /** The app's selection, and the milliseconds that it took. */
  answer: async (scenario: Scenario): Promise<{ call: ToolCall; milliseconds: number }> => {
    if (!selector) throw new Error("No model is loaded.");
    const { answer, milliseconds } = await selector.select(scenario);
    return { call: answer.call, milliseconds: milliseconds.total };
  },

  prepare: async ({ scenario, edited }: { scenario: Scenario; edited: number | null }): Promise<void> => {
    await selector?.prepare(scenario, { edited });
  },

  /**
   * From an edit to the complete distribution, as the page does it: a selection, then what it left open. If that is
   * nothing, the distribution is complete, and shown, before the parameters are written.
   */
  refresh: async (scenario: Scenario) => {
    if (!selector) throw new Error("No model is loaded.");
    const names = scenario.candidates.map(({ name }) => name);
    const started = performance.now();
    let [complete, runs] = [NaN, 0];
    const { tokens } = await selector.select(scenario, ({ groups }) => {
      if (Number.isNaN(complete) && groups && !unresolved(groups, names)) complete = performance.now();
    });
    const selected = performance.now();
    await selector.distribution(scenario, { onUpdate: () => (runs += 1) });
    if (Number.isNaN(complete)) complete = performance.now();
    return { tokens, runs, milliseconds: complete - started, selected: selected - started };
  },

  async loadPlain(folder: string): Promise<void> {
    const url = new URL(folder, location.href).href;
    plain = new MLCEngine({
      appConfig: { model_list: [{ model: url, model_id: "plain", model_lib: `${url}lib.wasm` }] },
      logLevel: "WARN",
    });
    await plain.reload("plain");
    // The first run of all builds its programs; that isn't what is compared.
    await plain.chat.completions.create({ messages: [{ role: "user", content: "Hello" }], max_tokens: 3 });
  },

  async closePlain(): Promise<void> {
    await plain?.unload();
    plain = null;
  },

  /** The plain way: one chat completion that writes the JSON freely, which is then parsed. */
  plain: (scenario: Scenario) =>
    timed(async () => {
      if (!plain) throw new Error("No engine is loaded.");
      await plain.resetChat();
      const { choices, usage } = await plain.chat.completions.create({
        messages: writePrompt(scenario, loaded().answerForm),
        temperature: 0,
        max_tokens: 256,
      });
      const text = choices[0]?.message.content ?? "";
      let parsed = true;
      try {
        JSON.parse(text.slice(text.indexOf("{")));
      } catch {
        parsed = false;
      }
      return { text, parsed, tokens: usage?.completion_tokens ?? 0 };
    }),

  /** Bytes of JavaScript objects in page and worker, after garbage was collected. */
  async heap(): Promise<number> {
    if (!("measureUserAgentSpecificMemory" in performance))
      throw new Error("This browser can't measure memory.");
    const measure = performance.measureUserAgentSpecificMemory as () => Promise<{ bytes: number }>;
    return (await measure.call(performance)).bytes;
  },
};

/** What is asked with a scenario or a case; as text, because their types are too deep for Playwright. */
const questions = {
  resolve: live.resolve,
  select: live.select,
  answer: live.answer,
  prepare: live.prepare,
  refresh: live.refresh,
  plain: live.plain,
};
export type Questions = typeof questions;

async function ask(name: keyof Questions, about: string): Promise<string> {
  return JSON.stringify((await questions[name](JSON.parse(about) as never)) ?? null);
}

declare global {
  interface Window {
    live: Pick<typeof live, "load" | "close" | "loadPlain" | "closePlain" | "heap"> & { ask: typeof ask };
  }
}
window.live = { ...live, ask };
