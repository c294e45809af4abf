import { beforeAll, describe, expect, test } from "vitest";
import { callFaults } from "../../src/domain/toolCall";
import { promptParameters, writePrompt } from "../../src/domain/prompt";
import { sampleSchema } from "../../src/domain/scenario";
import { settingSchema } from "../../src/domain/setting";
import { toolParts } from "../../src/domain/tool";
import { buildSmall } from "../../models/dataset/make/dataset";
import { nameKey } from "../../models/dataset/make/names";
import { preferred } from "../../models/dataset/make/preference";
import { orderedMessage, promptOrders } from "../../models/dataset/make/blocks";
import {
  knownSampleSchema,
  packSamples,
  packSchema,
  type KnownSample,
  type Pack,
} from "../../models/dataset/make/schema";
import { trainingPrompts } from "../../models/dataset/make/trainingPrompt";
import { checksums, type Files } from "../../models/dataset/make/write";
import {
  injections,
  oddNames,
  trainingInjections,
  unusualNames,
} from "../../models/dataset/tables/robustness";
import kept from "../../models/dataset/checksums.json";

let files: Files = {};
let sets = new Map<string, KnownSample[]>();
let packs: Pack[] = [];

beforeAll(() => {
  files = buildSmall("1");
  const { "train-packs.jsonl": packed = "", ...plain } = files;
  const entries = (text: string): unknown[] =>
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
  const read = (text: string): KnownSample[] => entries(text).map((entry) => knownSampleSchema.parse(entry));
  packs = entries(packed).map((entry) => packSchema.parse(entry));
  sets = new Map(Object.entries(plain).map(([name, text]) => [name, read(text)]));
  sets.set("train-packs.jsonl", packs.flatMap(packSamples));
});

const set = (name: string): KnownSample[] => sets.get(name) ?? [];
const all = (): KnownSample[] => [...sets.values()].flat();
const goldOf = (sample: KnownSample) =>
  sample.candidates.find(({ name }) => name === sample.answer.tool_name);

function providers(samples: readonly KnownSample[]): Set<string> {
  const names = samples.flatMap(({ history, candidates }) => [
    ...history.map(({ tool }) => tool),
    ...candidates.map(({ name }) => name),
  ]);
  return new Set(names.map((name) => nameKey(toolParts(name).provider)));
}

describe("the samples of the dataset", () => {
  test("come in all files, settings in equal parts", () => {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        "train.jsonl",
        "validation.jsonl",
        "test.jsonl",
        "test-twins.jsonl",
        "handwritten.jsonl",
      ]),
    );
    expect(set("handwritten.jsonl").length).toBeGreaterThanOrEqual(150);
    const counts = settingSchema.options.map(
      (setting) => set("test.jsonl").filter((sample) => sample.setting === setting).length,
    );
    expect(new Set(counts).size).toBe(1);
  });

  test("are samples for readers of the plain format, too", () => {
    for (const sample of all()) expect(sampleSchema.safeParse(sample).success, sample.id).toBe(true);
  });

  test("have a gold call that the tool's schema allows, in declared order, and that a prompt shows", () => {
    for (const sample of all()) {
      const gold = goldOf(sample);
      if (!gold) throw new Error(`${sample.id} calls no candidate`);
      expect(callFaults(gold, sample.answer.parameters), sample.id).toEqual([]);
      const shown = promptParameters(gold).map(({ name }) => name);
      const called = Object.keys(sample.answer.parameters);
      expect(
        shown.filter((name) => called.includes(name)),
        sample.id,
      ).toEqual(called);
      for (const value of Object.values(sample.answer.parameters).flat())
        if (typeof value === "string") expect(value.length, sample.id).toBeLessThanOrEqual(96);
    }
  });

  test("prefer one of two to five fitting candidates, clearly", () => {
    for (const name of ["test.jsonl", "test-twins.jsonl", "validation.jsonl", "handwritten.jsonl"])
      for (const sample of set(name)) {
        const names = sample.fits.map((at) => sample.candidates[at]?.name ?? "");
        expect(names.length).toBeGreaterThanOrEqual(2);
        expect(names.length).toBeLessThanOrEqual(5);
        const best = preferred(sample.setting, sample.history, names);
        expect(best === null ? null : names[best], sample.id).toBe(sample.answer.tool_name);
      }
  });

  test("hold ten candidates of different names in the test, and histories of 4 to 20 calls but for edited ones", () => {
    for (const { id, candidates, history, tags } of set("test.jsonl")) {
      expect(new Set(candidates.map(({ name }) => name)).size, id).toBe(10);
      if (tags.every((tag) => !["single", "one provider", "forty", "all disliked"].includes(tag))) {
        expect(history.length, id).toBeGreaterThanOrEqual(4);
        expect(history.length, id).toBeLessThanOrEqual(20);
      }
    }
  });

  test("show ratings only in the rating-integrated setting", () => {
    for (const { id, setting, history } of all())
      if (setting !== "rating-integrated")
        expect(
          history.every(({ rating }) => rating === null),
          id,
        ).toBe(true);
  });

  test("have prompts of about 600 tokens at most, in the middle", () => {
    const lengths = set("train.jsonl")
      .map((sample) => writePrompt(sample, "fit-call").reduce((sum, { content }) => sum + content.length, 0))
      .sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThan(2400);
  });
});

describe("the packs for training", () => {
  test("hold four to sixteen questions each, in all settings, for which different tools are preferred", () => {
    for (const { id, questions } of packs) {
      expect(questions.length, id).toBeGreaterThanOrEqual(4);
      expect(questions.length, id).toBeLessThanOrEqual(16);
      expect(new Set(questions.map(({ query }) => query)).size, id).toBe(questions.length);
    }
    for (const setting of settingSchema.options)
      expect(packs.filter((pack) => pack.setting === setting).length / packs.length).toBeGreaterThan(0.25);
    const several = packs.filter(
      ({ questions }) => new Set(questions.map(({ answer }) => answer.tool_name)).size > 1,
    );
    expect(several.length / packs.length).toBeGreaterThan(0.75);
  });

  test("prefer the answer clearly where several candidates fit, unless the history is empty", () => {
    for (const { id, setting, history, candidates, fits, answer, tags } of set("train-packs.jsonl")) {
      const names = fits.map((at) => candidates[at]?.name ?? "");
      expect(names, id).toContain(answer.tool_name);
      expect(new Set(candidates.map(({ name }) => name)).size, id).toBe(candidates.length);
      if (names.length === 1 || history.length === 0) {
        expect(tags, id).toContain(names.length === 1 ? "only fit" : "empty");
        continue;
      }
      const best = preferred(setting, history, names);
      expect(best === null ? null : names[best], id).toBe(answer.tool_name);
    }
  });

  test("come with twins that have the same questions and candidates, and other answers", () => {
    const twins = packs.filter(({ id }) => id.endsWith("~twin"));
    expect(twins.length).toBeGreaterThan(5);
    for (const twin of twins) {
      const pack = packs.find(({ id }) => `${id}~twin` === twin.id);
      expect(twin.candidates).toEqual(pack?.candidates);
      const answers = new Map(pack?.questions.map(({ query, answer }) => [query, answer.tool_name]));
      for (const { query, fits, answer } of twin.questions)
        if (fits.length === 1) expect(answers.get(query)).toBe(answer.tool_name);
        else {
          expect(answers.has(query)).toBe(true);
          expect(answers.get(query)).not.toBe(answer.tool_name);
        }
    }
  });

  test("hold descriptions that ask to be chosen, tools without one, and unusual names", () => {
    for (const tag of ["injected", "undescribed", "renamed"])
      expect(
        packs.some(({ questions }) => questions.every(({ tags }) => tags.includes(tag))),
        tag,
      ).toBe(true);
  });

  test("use none of the texts and names of the robustness sets", () => {
    const texts = injections.map((text) => text.toLowerCase());
    for (const text of trainingInjections) expect(texts).not.toContain(text.toLowerCase());
    expect(unusualNames.filter((name) => oddNames.includes(name))).toEqual([]);
  });

  test("are read as the app's own prompts: the prefix and a query", () => {
    for (const pack of packs) {
      const [line] = trainingPrompts(pack, "fit-call", promptOrders[0]) as [
        { messages: { content: string }[]; questions: { query: string; gold: number }[] },
      ];
      packSamples(pack).forEach((sample, at) => {
        const [, whole] = writePrompt(sample, "fit-call");
        const question = line.questions[at];
        expect((line.messages[1]?.content ?? "") + (question?.query ?? "")).toBe(whole?.content);
        expect(pack.candidates[question?.gold ?? -1]?.name).toBe(sample.answer.tool_name);
      });
    }
  });

  test("can be read without the history, for what fits alone", () => {
    for (const pack of packs.slice(0, 50)) {
      const [line] = trainingPrompts(pack, "fit-call", promptOrders[0], { lesson: "fit" }) as [
        { messages: { content: string }[]; questions: { answer: string; open: boolean }[] },
      ];
      expect(line.messages[1]?.content).toMatch(/\n\(none\)\n$/);
      expect(line.questions.map(({ answer, open }) => [answer, open])).toEqual(
        pack.questions.map(({ fits }) => [`Fit: ${fits.join(" ")}\n`, true]),
      );
      expect(() => trainingPrompts(pack, "call", promptOrders[0], { lesson: "fit" })).toThrow();
    }
  });

  test("can be read in other orders of the prompt's blocks", () => {
    const [sample] = set("train-packs.jsonl");
    if (!sample) throw new Error("no packs");
    const text = writePrompt(sample, "call")[1]?.content ?? "";
    expect(orderedMessage(sample, "call", "candidates-history-query")).toBe(text);
    const lines = text.split("\n");
    const tools = sample.candidates.length + 1;
    expect(orderedMessage(sample, "call", "query-candidates-history").split("\n")).toEqual([
      ...lines.slice(-1),
      ...lines.slice(0, tools),
      ...lines.slice(tools, -1),
    ]);
    const [pack] = packs;
    for (const order of promptOrders)
      expect(pack && trainingPrompts(pack, "call", order)).toHaveLength(
        order.endsWith("query") ? 1 : (pack?.questions.length ?? 0),
      );
  });
});

describe("the splits", () => {
  test("share no provider between training and test or validation", () => {
    const trained = providers([...set("train.jsonl"), ...set("train-packs.jsonl")]);
    // Names without letters and digits.
    trained.delete("");
    for (const [name, samples] of sets) {
      if (name.startsWith("train")) continue;
      if (name.includes("renamed")) continue;
      expect(
        [...providers(samples)].filter((provider) => trained.has(provider)),
        name,
      ).toEqual([]);
    }
  });

  test("pair each test sample with a twin that differs in history and answer alone", () => {
    for (const [name, twins] of [
      ["test.jsonl", "test-twins.jsonl"],
      ["handwritten.jsonl", "handwritten-twins.jsonl"],
    ] as const) {
      expect(set(twins).map(({ id }) => id)).toEqual(set(name).map(({ id }) => `${id}~twin`));
      set(name).forEach((sample, at) => {
        const twin = set(twins)[at];
        const { id, setting, query, candidates, fits } = sample;
        expect(twin).toMatchObject({ id: `${id}~twin`, setting, query, candidates, fits });
        expect(twin?.history).not.toEqual(sample.history);
        expect(twin?.answer.tool_name).not.toBe(sample.answer.tool_name);
      });
    }
  });
});

describe("the files", () => {
  test("are the same for the same seed, and others for another", () => {
    expect(checksums(buildSmall("1"))).toEqual(checksums(files));
    expect(checksums(buildSmall("2"))["train.jsonl"]).not.toBe(checksums(files)["train.jsonl"]);
  });

  test("have the checksums that are kept", () => {
    expect(checksums(files)).toEqual(kept.small);
  });
});
