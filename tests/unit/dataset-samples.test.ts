import { beforeAll, describe, expect, test } from "vitest";
import { callFaults } from "../../src/domain/toolCall";
import { promptParameters, writePrompt } from "../../src/domain/prompt";
import { sampleSchema } from "../../src/domain/scenario";
import { settingSchema } from "../../src/domain/setting";
import { toolParts } from "../../src/domain/tool";
import { buildSmall } from "../../models/dataset/make/dataset";
import { nameKey } from "../../models/dataset/make/names";
import { preferred } from "../../models/dataset/make/preference";
import { knownSampleSchema, type KnownSample } from "../../models/dataset/make/schema";
import { checksums, type Files } from "../../models/dataset/make/write";
import kept from "../../models/dataset/checksums.json";

let files: Files = {};
let sets = new Map<string, KnownSample[]>();

beforeAll(() => {
  files = buildSmall("1");
  const read = (text: string): KnownSample[] =>
    text
      .trim()
      .split("\n")
      .map((line) => knownSampleSchema.parse(JSON.parse(line)));
  sets = new Map(Object.entries(files).map(([name, text]) => [name, read(text)]));
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

describe("the splits", () => {
  test("share no provider between training and test or validation", () => {
    const trained = providers(set("train.jsonl"));
    for (const [name, samples] of sets) {
      if (name === "train.jsonl") continue;
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
