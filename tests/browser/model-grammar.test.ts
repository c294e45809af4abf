/** The answer grammar in the very xgrammar that web-llm carries, without a graphics device. */
import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { answerGrammar, callLead } from "../../src/domain/answerGrammar";
import { toolSchema, type Tool } from "../../src/domain/tool";
import { parseAnswer, type Answer, type AnswerForm } from "../../src/domain/toolCall";
import { AnswerGuide } from "../../src/model/answerGuide";
import { Tokens } from "../../src/model/tokens";
import { loadXgrammar, vocabularyOf } from "./modelXgrammar";

type Library = Awaited<ReturnType<typeof loadXgrammar>>;
type Compiler = Awaited<ReturnType<Library["GrammarCompiler"]["createGrammarCompiler"]>>;
type Matcher = Awaited<ReturnType<Library["GrammarMatcher"]["createGrammarMatcher"]>>;

const STOP = 2;
let library: Library;
let compiler: Compiler;
let tokens: Tokens;
let tokenizer: Tokenizer;
let texts: string[];

beforeAll(async () => {
  const json: unknown = await (await fetch("/tests/fixtures/tiny-llama/tokenizer.json")).json();
  tokens = new Tokens(json as object);
  tokenizer = new Tokenizer(json as object, {});
  texts = vocabularyOf(json as Parameters<typeof vocabularyOf>[0]);
  library = await loadXgrammar();
  const info = await library.TokenizerInfo.createTokenizerInfo(texts, "byte_level", false, texts.length, [
    STOP,
  ]);
  compiler = await library.GrammarCompiler.createGrammarCompiler(info);
});

type Shape = Partial<Tool["parameters"][number]>;
const tool = (name: string, parameters: Shape[] = [{}]): Tool =>
  toolSchema.parse({
    name,
    parameters: parameters.map((one) => ({ name: "city", type: "string", required: true, ...one })),
  });

async function matcher(candidates: readonly Tool[], form: AnswerForm): Promise<Matcher> {
  const grammar = await compiler.compileGrammar(answerGrammar(candidates, form));
  return library.GrammarMatcher.createGrammarMatcher(grammar);
}

async function accepts(candidates: readonly Tool[], form: AnswerForm, text: string): Promise<boolean> {
  const own = await matcher(candidates, form);
  const accepted = [...tokens.encode(text), STOP].every((token) => own.acceptToken(token));
  own.dispose();
  return accepted;
}

/** Decodes as web-llm does, with a random model: grammar mask, then guide, then the most probable token. */
async function decode(
  candidates: readonly Tool[],
  form: AnswerForm,
  seed: number,
  limit = 900,
): Promise<string> {
  const guide = new AnswerGuide(tokens.guide);
  guide.plan({ paths: candidates.map((one) => tokens.encode(callLead(one))), form });
  const own = await matcher(candidates, form);
  const written: number[] = [];
  let state = seed + 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  while (written.length < limit) {
    const mask = await own.getNextTokenBitmask();
    const logits = new Float32Array(texts.length).map((_, token) => {
      const logit = 10 * random();
      return ((mask[token >> 5] ?? 0) >> (token & 31)) & 1 ? logit : -3.4e38;
    });
    guide.processLogits(logits);
    const token = logits.reduce((best, logit, at) => (logit > (logits[best] ?? -Infinity) ? at : best), 0);
    guide.processSampledToken(token);
    if (!own.acceptToken(token)) throw new Error(`the grammar refused ${texts[token]}`);
    if (token === STOP) break;
    written.push(token);
  }
  own.dispose();
  const sum = (guide.groups ?? []).reduce((total, { probability }) => total + probability, 0);
  expect(sum).toBeCloseTo(1, 5);
  return tokenizer.decode(written, { clean_up_tokenization_spaces: false });
}

const odd: Tool[] = [
  tool('Odd."Quoted" \\back/slash\\.x'),
  tool("Odd.Emoji 😀👩‍👩‍👧.Ünï"),
  tool("Odd.שלום עולם.مرحبا"),
  tool(`L.${"long".repeat(49)}`),
  tool("A.B.C"),
  tool("A.B.CD"),
  tool("A.B.C", [{ name: "of the second of this name" }]),
  tool("..."),
  tool("{}{}", [{ name: 'q"u\\o', enum: ['a"b', "c\\d", "x\ny", 3, "ü", "\u2028", "\ud800"] }]),
  tool("A.B.E", [
    { name: "n", type: "integer" },
    { name: "o", type: "number", required: false },
    { name: "b", type: "boolean", required: false },
    { name: "l", type: "array", items: "integer", required: false },
    { name: "ob", type: "object", required: false },
  ]),
];
const [quoted, , , , , , , , choice, typed] = odd.map(callLead);

describe("the grammar", () => {
  test.for([
    [`${typed} {"n": 3}}`, true],
    [`${typed} {"n": -12, "o": 1.5, "b": true, "l": [1, 2], "ob": {"a": "b", "c": 1}}}`, true],
    [`${typed} {"n": 3, "b": true}}`, true],
    [`${typed} {"n": 3, "ob": {}}}`, true],
    [`${typed} {"n": 03}}`, false],
    [`${typed} {"n": 3.5}}`, false],
    [`${typed} {"n": "3"}}`, false],
    [`${typed} {}}`, false],
    [`${typed} {"o": 1}}`, false],
    [`${typed} {"b": true, "n": 3}}`, false],
    [`${typed} {"n": 3, "n": 3}}`, false],
    [`${typed} {"n": 3, "l": ["a"]}}`, false],
    [`${typed} {"n": 3, "l": []}}`, false],
    [`${typed} {"n": 3}`, false],
    [`${typed} {"n": 3}}}`, false],
    [`${typed} {"n": 3, "x": 1}}`, false],
    [`${choice} {"q\\"u\\\\o": "a\\"b"}}`, true],
    [`${choice} {"q\\"u\\\\o": "x\\ny"}}`, true],
    [`${choice} {"q\\"u\\\\o": "\u2028"}}`, true],
    [`${choice} {"q\\"u\\\\o": "\\ud800"}}`, true],
    [`${choice} {"q\\"u\\\\o": 3}}`, true],
    [`${choice} {"q\\"u\\\\o": "zz"}}`, false],
    [`${quoted} {"city": "a\\"b\\\\ 😀 \\n"}}`, true],
    [`${quoted} {"city": ""}}`, false],
    [`${quoted} {"city": "a\nb"}}`, false],
    [`${quoted?.replace("Odd", "Even")} {"city": "a"}}`, false],
    [`${callLead(tool("A.B.C"))} {"of the second of this name": "a"}}`, false],
  ] as const)("%s: %s", async ([text, right]) => {
    expect(await accepts(odd, "call", text)).toBe(right);
  });

  test.for([
    ["Fit: 0 2 9\n", true],
    ["Fit: 9\n", true],
    ["Fit: 0 1 2 3 4 5 6 7 8 9\n", true],
    ["Fit: 2 0\n", false],
    ["Fit: 1 1\n", false],
    ["Fit: 10\n", false],
    ["Fit:\n", false],
    ["", false],
    ["Fit: 1 ", false],
  ] as const)("%j before a call: %s", async ([fit, right]) => {
    expect(await accepts(odd, "fit-call", `${fit}${quoted} {"city": "a"}}`)).toBe(right);
  });

  test("a tool without parameters", async () => {
    const bare = tool("A.B.N", []);
    expect(await accepts([bare], "call", `${callLead(bare)} {}}`)).toBe(true);
  });

  test("compiles ten candidates with many parameters fast", async () => {
    const many = Array.from({ length: 10 }, (_, index) =>
      tool(
        `Category.Provider${index}.operation`,
        Array.from({ length: 12 }, (_, at) => ({ name: `parameter${at}`, required: at < 9 })),
      ),
    );
    const started = performance.now();
    (await matcher(many, "fit-call")).dispose();
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe("grammar and guide together", () => {
  test.for(["call", "fit-call"] as const)(
    "write an answer about odd names, whatever the model: %s",
    async (form) => {
      const named = new Set<string>();
      for (let seed = 0; seed < 60; seed++) {
        const answer: Answer = parseAnswer(await decode(odd, form, seed), form, odd);
        named.add(answer.call.tool_name);
        expect(answer.fit === null).toBe(form === "call");
      }
      expect(named.size).toBeGreaterThan(5);
    },
  );

  test("one candidate", async () => {
    const only = [tool("A.B.C")];
    expect(parseAnswer(await decode(only, "call", 1), "call", only).call.tool_name).toBe("A.B.C");
    expect(parseAnswer(await decode(only, "fit-call", 1), "fit-call", only).fit).toEqual([0]);
  });

  test("any tools", async () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    const parameter = fc.record({
      name,
      type: fc.constantFrom("string", "integer", "number", "boolean", "array", "object"),
      required: fc.boolean(),
      enum: fc.option(
        fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.integer()), { minLength: 1, maxLength: 4 }),
        {
          nil: undefined,
        },
      ),
    });
    const parameters = fc.uniqueArray(parameter, { maxLength: 5, selector: (one) => one.name });
    const candidate = fc
      .record({ name, parameters })
      .map((raw) => toolSchema.safeParse(raw).data)
      .filter((parsed) => parsed !== undefined);
    await fc.assert(
      fc.asyncProperty(
        fc.array(candidate, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("call" as const, "fit-call" as const),
        fc.nat(1e6),
        async (candidates, form, seed) => {
          parseAnswer(await decode(candidates, form, seed), form, candidates);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
