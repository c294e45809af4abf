/** The answer grammar in the xgrammar that the worker uses, without a graphics device. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { answerGrammar, callLead, parametersGrammar } from "../../src/domain/answerGrammar";
import { toolSchema, type Tool } from "../../src/domain/tool";
import { parseAnswer, type Answer, type AnswerForm } from "../../src/domain/toolCall";
import { AnswerWriter } from "../../src/model/answerWriter";
import { chatConfigSchema } from "../../src/model/chatText";
import { Grammars } from "../../src/model/grammar";
import { decide } from "../../src/model/naming";
import { writeParameters } from "../../src/model/parameters";
import { Tokens } from "../../src/model/tokens";

let tokens: Tokens;
let grammars: Grammars;
/** Numbers that no token has. */
const SPARE = 50;

beforeAll(async () => {
  const read = async (file: string): Promise<unknown> =>
    (await fetch(`/tests/fixtures/tiny-llama/${file}`)).json();
  tokens = new Tokens((await read("tokenizer.json")) as object);
  const config = chatConfigSchema.parse(await read("mlc-chat-config.json"));
  grammars = await Grammars.open(tokens, { ...config, vocab_size: tokens.vocabulary.length + SPARE });
});

type Shape = Partial<Tool["parameters"][number]>;
const tool = (name: string, parameters: Shape[] = [{}]): Tool =>
  toolSchema.parse({
    name,
    parameters: parameters.map((one) => ({ name: "city", type: "string", required: true, ...one })),
  });

/** Whether a text is a whole sentence of the grammar. */
async function accepts(grammar: string, text: string): Promise<boolean> {
  const matcher = await grammars.match(grammar);
  try {
    for (const token of tokens.encode(text)) matcher.accept(token);
    return (await matcher.allowed()).length === 0;
  } catch {
    return false;
  } finally {
    matcher.dispose();
  }
}

/** What a random model answers, by the engine's own parts. */
async function decode(candidates: readonly Tool[], form: AnswerForm, seed: number): Promise<string> {
  let state = seed + 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const writer = new AnswerWriter({
    model: {
      logitsAfter: () =>
        Promise.resolve(new Float32Array(tokens.vocabulary.length + SPARE).map(() => 10 * random())),
    },
    decode: (written) => tokens.decode(written),
    prompt: [],
    limit: 900,
  });
  const paths = candidates.map((one) => tokens.encode(callLead(one)));
  const { groups, rest } = await decide(writer, tokens, paths, form, {});
  expect(groups.reduce((total, { probability }) => total + probability, 0)).toBeCloseTo(1, 5);
  for (const token of rest) await writer.write([token], "name");
  const named = candidates[groups[0]?.candidates[0] ?? -1];
  if (!named) throw new Error("nothing was named");
  const matcher = await grammars.match(parametersGrammar(named));
  await writeParameters(writer, matcher, tokens, "weather in Oslo");
  matcher.dispose();
  expect(writer.steps.map(({ text }) => text).join("")).toBe(writer.text);
  return writer.text;
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
    expect(await accepts(answerGrammar(odd, "call"), text)).toBe(right);
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
    expect(await accepts(answerGrammar(odd, "fit-call"), `${fit}${quoted} {"city": "a"}}`)).toBe(right);
  });

  test("a tool without parameters", async () => {
    const bare = tool("A.B.N", []);
    expect(await accepts(answerGrammar([bare], "call"), `${callLead(bare)} {}}`)).toBe(true);
    expect(await accepts(parametersGrammar(bare), " {}}")).toBe(true);
    expect(await accepts(parametersGrammar(bare), " {}")).toBe(false);
  });

  test("compiles ten candidates with many parameters fast", async () => {
    const many = Array.from({ length: 10 }, (_, index) =>
      tool(
        `Category.Provider${index}.operation`,
        Array.from({ length: 12 }, (_, at) => ({ name: `parameter${at}`, required: at < 9 })),
      ),
    );
    const started = performance.now();
    (await grammars.match(answerGrammar(many, "fit-call"))).dispose();
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe("fit list, name and parameters together", () => {
  test.for(["call", "fit-call"] as const)(
    "write an answer about odd names, whatever the model: %s",
    async (form) => {
      const named = new Set<string>();
      for (let seed = 0; seed < 60; seed++) {
        const text = await decode(odd, form, seed);
        const answer: Answer = parseAnswer(text, form, odd);
        expect(await accepts(answerGrammar(odd, form), text)).toBe(true);
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
