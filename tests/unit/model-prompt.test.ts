import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callLead } from "../../src/domain/answerGrammar";
import { joinTexts, promptTexts, writePrompt, type PromptTexts } from "../../src/domain/prompt";
import type { PromptText } from "../../src/domain/promptParts";
import type { Scenario } from "../../src/domain/scenario";
import { toolSchema } from "../../src/domain/tool";
import type { AnswerForm } from "../../src/domain/toolCall";
import { chatConfigSchema, chatPieces, prefixTokens, stopTokens } from "../../src/model/chatText";
import { ModelFault } from "../../src/model/fault";
import { countParts, fitPrompt, lastingTokens } from "../../src/model/fitting";
import { Tokens } from "../../src/model/tokens";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/tiny-llama/${name}`, import.meta.url), "utf8"));
const config = chatConfigSchema.parse(read("mlc-chat-config.json"));
const tokens = new Tokens(read("tokenizer.json") as object);

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

const textOf = (prompt: PromptTexts, of = config) => chatPieces(of, prompt).map(joinTexts).join("");

describe("the chat text", () => {
  test("of the project's own template", () => {
    const [system, user] = writePrompt(scenario(1), "call").map(({ content }) => content);
    expect(textOf(promptTexts(scenario(1), "call"))).toBe(
      `<|im_start|>system\n${system}<|im_end|>\n<|im_start|>user\n${user}<|im_end|>\n<|im_start|>assistant\n`,
    );
    expect(prefixTokens(config)).toEqual([]);
    expect(stopTokens(config)).toEqual([2, 0]);
  });

  test("a foreign template can't mangle a text", () => {
    const text = "costs $& and $1 and $$, {function_string} {user_message} {system_message}";
    const foreign = {
      ...config,
      conv_config: {
        role_templates: { user: "[INST] {user_message}{function_string} [/INST]" },
        system_prefix_token_ids: [1, 2],
      },
    };
    const part = (kind: "instruction" | "query"): PromptText => ({ kind, text, index: null });
    expect(textOf({ system: [part("instruction")], user: [part("query")] }, foreign)).toBe(
      `<|im_start|>system\n${text}<|im_end|>\n<|im_start|>user\n[INST] ${text} [/INST]<|im_end|>\n<|im_start|>assistant\n`,
    );
    expect(prefixTokens(foreign)).toEqual([1, 2]);
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
        expect(tokens.decode(ids)).toBe(lead);
        // What follows begins a token of its own, so the path is what a model writes.
        expect(tokens.encode(`${lead} {`).slice(0, ids.length)).toEqual(ids);
      }),
    );
  });

  test("a fit list's tokens are those of its items, and the line break ends it", () => {
    const text = "Fit: 0 3 9\n";
    const fit = tokens.encode(text);
    expect(tokens.encode(`${text}{"tool_name": "`).slice(0, fit.length)).toEqual(fit);
    expect(["Fit:", " 0", " 3", " 9", "\n"].flatMap((piece) => tokens.encode(piece))).toEqual(fit);
  });

  test("quotes and special tokens are known", () => {
    for (const token of tokens.encode('"abc"}}'))
      expect(tokens.quote.has(token)).toBe(tokens.decode([token]).startsWith('"'));
    for (const token of tokens.encode("<|im_start|>")) expect(tokens.special.has(token)).toBe(true);
    for (const token of tokens.encode("Oslo")) expect(tokens.special.has(token)).toBe(false);
  });
});

describe("fitting", () => {
  const expected = (given: Scenario, form: AnswerForm) =>
    chatPieces(config, promptTexts(given, form)).flatMap((piece) => tokens.encode(joinTexts(piece)));

  test("a short history stays whole", async () => {
    const fitted = await fitPrompt(tokens, config, 2048, scenario(5), "call");
    expect(fitted.dropped).toBe(0);
    expect(fitted.tokens).toEqual(expected(scenario(5), "call"));
  });

  test.for(["call", "fit-call"] as const)(
    "a long one loses its oldest calls, and no more than needed (%s)",
    async (form) => {
      const long = scenario(400);
      const fitted = await fitPrompt(tokens, config, 2048, long, form);
      const { dropped } = fitted;
      expect(dropped).toBeGreaterThan(0);
      expect(dropped).toBeLessThan(400);
      const kept = { ...long, history: long.history.slice(dropped) };
      expect(fitted.tokens).toEqual(expected(kept, form));
      expect(fitted.tokens.length + fitted.answerTokens).toBeLessThanOrEqual(2048);
      expect(fitted.answerTokens).toBeGreaterThan(240);
      const oneMore = await fitPrompt(tokens, config, 2048, kept, form);
      expect(oneMore.dropped).toBe(0);
      const tooMany = { ...long, history: long.history.slice(dropped - 1) };
      expect((await fitPrompt(tokens, config, 2048, tooMany, form)).dropped).toBe(1);
      const calls = countParts(tokens, config, fitted).filter(({ kind }) => kind === "interaction");
      expect(calls.map(({ index }) => index)).toEqual(kept.history.map((_, at) => at + dropped));
    },
  );

  test("the parts make the whole text, and their tokens the whole prompt", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(" a ", "\u2028", "<|im_end|>", "1 2", ""),
    );
    await fc.assert(
      fc.asyncProperty(text, text, fc.nat(4), async (query, city, calls) => {
        const given = scenario(calls, { query });
        const odd = {
          ...given,
          history: [...given.history, { tool: "A.B.C", parameters: { city }, rating: 0 as const }],
        };
        const fitted = await fitPrompt(tokens, config, 2048, odd, "fit-call");
        const parts = countParts(tokens, config, fitted);
        expect(joinTexts(parts)).toBe(textOf(promptTexts(odd, "fit-call")));
        expect(parts.reduce((sum, part) => sum + part.tokens, 0)).toBe(fitted.tokens.length);
        expect(parts.filter(({ kind }) => kind === "interaction")).toHaveLength(calls + 1);
        expect(parts.every((part) => part.tokens > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.for([0, 1, 5])("what lasts of %i calls is all that stands before the newest line", async (calls) => {
    const now = scenario(calls, { query: "Will it rain in Oslo?" });
    const { tokens: prompt, ...fitted } = await fitPrompt(tokens, config, 2048, now, "call");
    const lasting = prompt.slice(0, lastingTokens(countParts(tokens, config, fitted)));
    const lines = textOf(promptTexts(now, "call")).split("\n");
    const newest = lines.findLastIndex((line) => line.endsWith(")<|im_end|>"));
    expect(tokens.decode(lasting)).toBe(lines.slice(0, newest).join("\n"));
    // Rated, followed by another, or deleted: that much is the same.
    const before = now.history.slice(0, -1);
    for (const history of [
      [...before, { ...call(9), rating: 0 as const }],
      [...now.history, call(9)],
      before,
    ]) {
      const edited = await fitPrompt(tokens, config, 2048, { ...now, history }, "call");
      expect(edited.tokens.slice(0, lasting.length)).toEqual(lasting);
    }
  });

  test("what lasts of an edit of any call is all that stands before its line", async () => {
    const now = scenario(8);
    const fitted = await fitPrompt(tokens, config, 2048, now, "call");
    const parts = countParts(tokens, config, fitted);
    for (const [at, one] of now.history.entries()) {
      const lasting = fitted.tokens.slice(0, lastingTokens(parts, at));
      expect(tokens.decode(lasting)).toMatch(at === 0 ? /unrated\):$/ : new RegExp(`Oslo ${at - 1}\\)$`));
      for (const history of [
        now.history.with(at, { ...one, rating: 0 }),
        now.history.toSpliced(at, 1),
        now.history.toSpliced(at, 0, call(9)),
      ]) {
        const edited = await fitPrompt(tokens, config, 2048, { ...now, history }, "call");
        expect(edited.tokens.slice(0, lasting.length)).toEqual(lasting);
      }
    }
    expect(lastingTokens(parts, 99)).toBe(lastingTokens(parts));
    // The oldest calls of a long history are left out, and the others keep their numbers.
    const long = await fitPrompt(tokens, config, 2048, scenario(200), "call");
    expect(long.dropped).toBeGreaterThan(0);
    const lasting = lastingTokens(countParts(tokens, config, long), 190);
    expect(tokens.decode(long.tokens.slice(0, lasting))).toMatch(/Oslo 189\)$/);
  });

  test("a token across parts counts where it begins, and numbers before the text with the first part", () => {
    // Two characters a token, whatever they are.
    const pairs = { encode: (text: string) => (text.match(/..?/gs) ?? []).map(() => 1) };
    const part = (text: string, index: number): PromptText => ({ kind: "interaction", text, index });
    const foreign = { ...config, conv_config: { system_prefix_token_ids: [1, 2] } };
    const pieces = [[part("abc", 0), part("d", 1), part("ef", 2)]];
    const counted = countParts(pairs, foreign, { pieces, dropped: 10 });
    expect(counted.map(({ tokens: count }) => count)).toEqual([4, 0, 1]);
    expect(counted.map(({ index }) => index)).toEqual([10, 11, 12]);
  });

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

  test("how many tokens a refused one takes is told, and just so many are enough", async () => {
    const given = scenario(3, {
      candidates: Array.from({ length: 10 }, (_, index) => tool(`A.B.C${index}`)),
    });
    const refusal: unknown = await fitPrompt(tokens, config, 300, given, "fit-call").catch(
      (error: unknown) => error,
    );
    if (!(refusal instanceof ModelFault) || refusal.said.code !== "prompt-too-long") throw refusal;
    const needed = refusal.said.needed ?? 0;
    expect((await fitPrompt(tokens, config, needed, given, "fit-call")).dropped).toBe(3);
    await expect(fitPrompt(tokens, config, needed - 1, given, "fit-call")).rejects.toThrow(String(needed));
  });
});
