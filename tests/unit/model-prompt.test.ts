import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callLead } from "../../src/domain/answerGrammar";
import { writePrompt } from "../../src/domain/prompt";
import type { Scenario } from "../../src/domain/scenario";
import { toolSchema } from "../../src/domain/tool";
import { chatConfigSchema, chatPieces, guardMessages, prefixTokens } from "../../src/model/chatText";
import { fitPrompt } from "../../src/model/fitting";
import { Tokens } from "../../src/model/tokens";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/tiny-llama/${name}`, import.meta.url), "utf8"));
const config = chatConfigSchema.parse(read("mlc-chat-config.json"));
const tokens = new Tokens(read("tokenizer.json") as object);
const tokenizer = new Tokenizer(read("tokenizer.json") as object, {});

const tool = (name: string) => toolSchema.parse({ name, description: "Tells it." });
const call = (index: number) => ({
  tool: "Weather.SkyCast.Forecast",
  parameters: { city: `Oslo ${index}` },
  rating: 1 as const,
});
const scenario = (calls: number, more: Partial<Scenario> = {}): Scenario => ({
  setting: "rating-integrated",
  query: "Will it rain?",
  history: Array.from({ length: calls }, (_, index) => call(index)),
  candidates: [tool("A.B.C"), tool("A.B.D")],
  ...more,
});

describe("the chat text", () => {
  test("of the project's own template", () => {
    const messages = writePrompt(scenario(1), "call");
    const [system, user] = messages.map(({ content }) => content);
    expect(chatPieces(config, messages).join("")).toBe(
      `<|im_start|>system\n${system}<|im_end|>\n<|im_start|>user\n${user}<|im_end|>\n<|im_start|>assistant\n`,
    );
    expect(prefixTokens(config)).toBe(0);
    expect(guardMessages(config, messages)).toEqual(messages);
  });

  test("a foreign template can't mangle a text", () => {
    const text = "costs $& and $1 and $$, {function_string} {user_message}";
    const shape = "[INST] {user_message}{function_string} [/INST]";
    const foreign = {
      ...config,
      conv_config: { role_templates: { user: shape }, system_prefix_token_ids: [1, 2] },
    };
    const [, guarded] = guardMessages(foreign, [
      { role: "system", content: "s" },
      { role: "user", content: text },
    ]);
    // What web-llm does with it.
    const filled = shape.replace("{user_message}", guarded?.content ?? "").replace("{function_string}", "");
    expect(filled).toBe("[INST] costs $& and $1 and $$, {function string} {user_message} [/INST]");
    expect(chatPieces(foreign, [{ role: "user", content: text }]).join("")).toContain(filled);
    expect(prefixTokens(foreign)).toBe(2);
  });
});

describe("tokens", () => {
  test("a lead's tokens spell the lead", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (text) => {
        const parsed = toolSchema.safeParse({ name: text });
        fc.pre(parsed.success);
        const lead = callLead(tool(text));
        const ids = tokens.encode(lead);
        expect(tokenizer.decode(ids, { clean_up_tokenization_spaces: false })).toBe(lead);
        // What follows begins a token of its own, so the path is what a model writes.
        expect(tokens.encode(`${lead} {`).slice(0, ids.length)).toEqual(ids);
      }),
    );
  });

  test("a line break ends the fit list on its own", () => {
    const fit = tokens.encode("Fit: 0 3\n");
    expect(tokens.encode('Fit: 0 3\n{"tool_name": "').slice(0, fit.length)).toEqual(fit);
    expect(tokens.guide.endingLine.has(fit.at(-1) ?? -1)).toBe(true);
    expect(tokens.guide.crossingLine.some((token) => fit.includes(token))).toBe(false);
  });

  test("quotes are known", () => {
    for (const token of tokens.encode('"abc"}}')) {
      const text = tokens.guide.text(token);
      expect(tokens.guide.quote.includes(token)).toBe(text.startsWith('"'));
    }
  });
});

describe("fitting", () => {
  const length = (messages: { role: "system" | "user"; content: string }[]) =>
    chatPieces(config, messages).reduce((sum, piece) => sum + tokens.encode(piece).length, 0);

  test("a short history stays whole", async () => {
    const fitted = await fitPrompt(tokens, config, 2048, scenario(5), "call");
    expect(fitted.dropped).toBe(0);
    expect(fitted.messages).toEqual(writePrompt(scenario(5), "call"));
  });

  test.for(["call", "fit-call"] as const)(
    "a long one loses its oldest calls, and no more than needed (%s)",
    async (form) => {
      const long = scenario(400);
      const { dropped, messages, answerTokens } = await fitPrompt(tokens, config, 2048, long, form);
      expect(dropped).toBeGreaterThan(0);
      expect(dropped).toBeLessThan(400);
      const kept = { ...long, history: long.history.slice(dropped) };
      expect(messages).toEqual(writePrompt(kept, form));
      expect(length(messages) + answerTokens).toBeLessThanOrEqual(2048);
      expect(answerTokens).toBeGreaterThan(240);
      const oneMore = await fitPrompt(tokens, config, 2048, kept, form);
      expect(oneMore.dropped).toBe(0);
      const tooMany = { ...long, history: long.history.slice(dropped - 1) };
      expect((await fitPrompt(tokens, config, 2048, tooMany, form)).dropped).toBe(1);
    },
  );

  test("ten thousand calls take no longer than what fits", async () => {
    const started = performance.now();
    const { dropped } = await fitPrompt(tokens, config, 2048, scenario(10_000), "call");
    expect(dropped).toBeGreaterThan(9800);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("candidates that alone are too long are refused", async () => {
    const long = scenario(3, {
      candidates: Array.from({ length: 10 }, (_, index) => tool(`${index}${"🦙".repeat(90)}`)),
    });
    await expect(fitPrompt(tokens, config, 2048, long, "call")).rejects.toMatchObject({
      kind: "prompt-too-long",
    });
  });
});
