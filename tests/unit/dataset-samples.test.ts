import { beforeAll, describe, expect, test } from "vitest";
import { callLead } from "../../src/domain/answerGrammar";
import { answerFormSchema, callFaults } from "../../src/domain/toolCall";
import { promptParameters, writePrompt } from "../../src/domain/prompt";
import { sampleSchema } from "../../src/domain/scenario";
import { settingSchema } from "../../src/domain/setting";
import { toolParts } from "../../src/domain/tool";
import { buildSmall } from "../../models/dataset/make/dataset";
import { nameKey } from "../../models/dataset/make/names";
import { leaning, preferred } from "../../models/dataset/make/preference";
import { orderedMessage, promptOrders } from "../../models/dataset/make/blocks";
import {
  knownSampleSchema,
  playSamples,
  playsSchema,
  type KnownSample,
  type Plays,
} from "../../models/dataset/make/schema";
import { drill } from "../../models/dataset/make/drill";
import { shorter } from "../../models/dataset/make/shorter";
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
let plays: Plays[] = [];

beforeAll(() => {
  files = buildSmall("1");
  const { "train-plays.jsonl": played = "", ...plain } = files;
  const entries = (text: string): unknown[] =>
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
  const read = (text: string): KnownSample[] => entries(text).map((entry) => knownSampleSchema.parse(entry));
  plays = entries(played).map((entry) => playsSchema.parse(entry));
  sets = new Map(Object.entries(plain).map(([name, text]) => [name, read(text)]));
  sets.set("train-plays.jsonl", plays.flatMap(playSamples));
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

describe("the plays for training", () => {
  const answers = ({ plays: own }: Plays) => new Set(own.map(({ answer }) => answer.tool_name));

  test("hold a question with three histories, of which two at least prefer different tools", () => {
    expect(new Set(plays.map(({ id }) => id)).size).toBe(plays.length);
    for (const made of plays) {
      const { id, query, candidates, fits, plays: own } = made;
      expect(query.trim(), id).not.toBe("");
      expect(candidates.length, id).toBeGreaterThanOrEqual(3);
      expect(candidates.length, id).toBeLessThanOrEqual(10);
      expect(new Set(candidates.map(({ name }) => name)).size, id).toBe(candidates.length);
      expect(fits.length, id).toBeGreaterThanOrEqual(2);
      expect(fits.length, id).toBeLessThanOrEqual(5);
      expect(
        fits.every((at, place) => at < candidates.length && at > (fits[place - 1] ?? -1)),
        id,
      ).toBe(true);
      expect(own, id).toHaveLength(3);
      expect(answers(made).size, id).toBeGreaterThanOrEqual(2);
    }
    const three = plays.filter(({ fits }) => fits.length > 2);
    expect(three.filter((made) => answers(made).size === 3).length / three.length).toBeGreaterThan(0.75);
  });

  test("come in all settings", () => {
    const samples = set("train-plays.jsonl");
    // Not in equal parts: some settings' histories are clear oftener, and two of them can be turned round.
    for (const setting of settingSchema.options) {
      const share = samples.filter((sample) => sample.setting === setting).length / samples.length;
      expect(share, setting).toBeGreaterThan(0.22);
      expect(share, setting).toBeLessThan(0.45);
    }
  });

  test("prefer the answer clearly, unless the history is empty or likes only candidates that don't fit", () => {
    const samples = set("train-plays.jsonl");
    const silent = { empty: 0, elsewhere: 0 };
    for (const { id, setting, history, candidates, fits, answer } of samples) {
      const names = fits.map((at) => candidates[at]?.name ?? "");
      expect(names, id).toContain(answer.tool_name);
      const providers = names.map((name) => toolParts(name).provider);
      const best = preferred(setting, history, names);
      if (history.length === 0) silent.empty += 1;
      else if (history.some(({ tool }) => providers.includes(toolParts(tool).provider)))
        expect(best === null ? null : names[best], id).toBe(answer.tool_name);
      else {
        silent.elsewhere += 1;
        expect(best, id).toBeNull();
        for (const { tool, rating } of history) {
          expect(candidates.map(({ name }) => name)).toContain(tool);
          expect(rating, id).not.toBe(0);
        }
      }
    }
    expect(Math.min(silent.empty, silent.elsewhere)).toBeGreaterThan(0);
    expect(silent.empty / samples.length).toBeLessThan(0.06);
    expect(silent.elsewhere / samples.length).toBeLessThan(0.15);
  });

  test("have histories of 4 to 20 calls, but for edited ones", () => {
    const lengths = set("train-plays.jsonl").map(({ history }) => history.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
    const usual = lengths.filter((length) => length >= 4 && length <= 20);
    expect(usual.length / lengths.length).toBeGreaterThan(0.85);
  });

  test("fill the same call by the same tool, whatever the history", () => {
    for (const { id, plays: own } of plays)
      for (const { answer } of own)
        for (const other of own)
          if (other.answer.tool_name === answer.tool_name) expect(other.answer, id).toEqual(answer);
  });

  test("hold descriptions that ask to be chosen, tools without one, and unusual names", () => {
    const tagged = (tag: string): Plays[] => plays.filter(({ tags }) => tags.includes(tag));
    for (const tag of ["injected", "undescribed", "renamed"])
      expect(tagged(tag).length, tag).toBeGreaterThan(0);
    const asks = ({ candidates }: Plays): number =>
      candidates.filter(({ description }) => trainingInjections.some((text) => description.includes(text)))
        .length;
    for (const made of plays) expect(asks(made), made.id).toBe(made.tags.includes("injected") ? 1 : 0);
    for (const { id, candidates } of tagged("undescribed"))
      expect(
        candidates.some(({ description }) => description === ""),
        id,
      ).toBe(true);
  });

  test("use none of the texts and names of the robustness sets", () => {
    const texts = injections.map((text) => text.toLowerCase());
    for (const text of trainingInjections) expect(texts).not.toContain(text.toLowerCase());
    expect(unusualNames.filter((name) => oddNames.includes(name))).toEqual([]);
  });

  interface Line {
    messages: { role: string; content: string }[];
    leads: string[];
    fits: number[];
    plays: {
      setting: string;
      rest: string;
      gold: number;
      answer: string;
      lead?: string;
      moments?: { calls: number; shares: number[] }[];
      others?: string[];
    }[];
  }

  test.each(answerFormSchema.options)("are read as the app's own prompts, answers as %s", (form) => {
    for (const made of plays) {
      const [line, ...more] = trainingPrompts(made, form, promptOrders[0]) as [Line, ...unknown[]];
      expect(more).toEqual([]);
      expect(line.fits).toEqual(made.fits);
      expect(line.leads).toEqual(made.candidates.map(callLead));
      expect(line.plays).toHaveLength(made.plays.length);
      const [system, user] = line.messages;
      expect(user?.content).toMatch(/^Query: .*\n$/s);
      playSamples(made).forEach((sample, at) => {
        const own = line.plays[at];
        expect([system, { role: "user", content: `${user?.content ?? ""}${own?.rest ?? ""}` }]).toEqual(
          writePrompt(sample, form),
        );
        expect(own?.rest).toMatch(/^History of /);
        expect(own?.setting).toBe(sample.setting);
        expect(made.candidates[own?.gold ?? -1]?.name).toBe(sample.answer.tool_name);
        const lines = own?.answer.split("\n") ?? [];
        expect(JSON.parse(lines.pop() ?? "")).toEqual(sample.answer);
        expect(lines).toEqual(form === "call" ? [] : [`Fit: ${made.fits.join(" ")}`]);
      });
    }
  });

  test("can be asked about earlier moments of a history, at which another tool may have been preferred", () => {
    let [all, changed] = [0, 0];
    for (const made of plays) {
      const [line] = trainingPrompts(made, "fit-call", promptOrders[0], { moments: 3 }) as [Line];
      playSamples(made).forEach((sample, at) => {
        const { moments = [], lead, gold = -1, rest = "" } = line.plays[at] ?? {};
        expect(moments.length).toBeLessThanOrEqual(3);
        expect(lead).toBe(`Fit: ${sample.fits.join(" ")}\n`);
        for (const { calls, shares } of moments) {
          const then = { ...sample, history: sample.history.slice(0, calls) };
          expect(calls).toBeLessThan(sample.history.length);
          expect(
            rest
              .split("\n")
              .slice(0, calls + 1)
              .join("\n"),
          ).toBe(writePrompt(then, "fit-call")[1]?.content.slice(line.messages[1]?.content.length));
          const names = sample.fits.map((fit) => sample.candidates[fit]?.name ?? "");
          expect(shares).toEqual(leaning(sample.setting, then.history, names));
          all++;
          if (sample.fits[shares.indexOf(Math.max(...shares))] !== gold) changed++;
        }
      });
    }
    expect(changed / all).toBeGreaterThan(0.2);
  });

  test("say how the other fitting tools would be called", () => {
    let others = 0;
    for (const made of plays) {
      const options = { histories: 1, moments: 1 };
      const [line] = trainingPrompts(made, "fit-call", promptOrders[0], options) as [Line];
      expect(line.plays).toHaveLength(1);
      const samples = playSamples(made);
      const [sample] = samples;
      const [own] = line.plays;
      if (!sample || !own) throw new Error("no play");
      const called = own.others?.map((answer): unknown => JSON.parse(answer.split("\n")[1] ?? "")) ?? [];
      const tools = new Set(samples.map(({ answer }) => answer.tool_name));
      expect(called).toHaveLength(tools.size - 1);
      for (const call of called) {
        expect(call).not.toMatchObject({ tool_name: sample.answer.tool_name });
        expect(samples.map(({ answer }) => answer)).toContainEqual(call);
        others++;
      }
    }
    expect(others).toBeGreaterThan(plays.length / 2);
  });

  test("can be read in other orders of the prompt's blocks, each history for itself", () => {
    const [made] = plays;
    const [sample] = set("train-plays.jsonl");
    if (!made || !sample) throw new Error("no plays");
    const text = writePrompt(sample, "call")[1]?.content ?? "";
    expect(promptOrders[0]).toBe("query-candidates-history");
    expect(orderedMessage(sample, "call", promptOrders[0])).toBe(text);
    const lines = text.split("\n");
    const tools = sample.candidates.length + 1;
    const blocks = {
      query: lines.slice(0, 1),
      candidates: lines.slice(1, 1 + tools),
      history: lines.slice(1 + tools),
    };
    expect(blocks.query[0]).toMatch(/^Query: /);
    expect(blocks.history).toHaveLength(1 + Math.max(1, sample.history.length));
    for (const order of promptOrders) {
      const expected = order.split("-").flatMap((name) => blocks[name as keyof typeof blocks]);
      expect(orderedMessage(sample, "call", order).split("\n")).toEqual(expected);
    }
    for (const order of promptOrders.slice(1)) {
      const contents = (trainingPrompts(made, "call", order) as Line[]).map(
        ({ messages }) => messages[1]?.content,
      );
      expect(contents).toEqual(playSamples(made).map((own) => orderedMessage(own, "call", order)));
    }
  });

  test("can be shown without its history, and the same answer is right", () => {
    const [sample] = set("test.jsonl");
    if (!sample) throw new Error("no sample");
    const [line] = trainingPrompts(sample, "fit-call", promptOrders[0], { withoutHistory: true });
    const [whole] = trainingPrompts(sample, "fit-call", promptOrders[0]) as object[];
    const messages = writePrompt({ ...sample, history: [] }, "fit-call");
    expect(line).toEqual({ ...whole, messages });
    expect(line).toMatchObject({ free: false });
  });

  test("can be made shorter: few candidates, short histories, the same answers", () => {
    const short = plays.flatMap((made) => shorter(made, 5, 8) ?? []);
    expect(short.length).toBeGreaterThan(10);
    for (const few of short) {
      const made = plays.find(({ id }) => id === few.id);
      if (!made) throw new Error(few.id);
      const names = ({ candidates, fits }: Plays) => fits.map((at) => candidates[at]?.name);
      expect(few.candidates.length, few.id).toBe(Math.min(5, made.candidates.length));
      expect(few.candidates).toEqual(made.candidates.filter((tool) => few.candidates.includes(tool)));
      expect(names(few)).toEqual(names(made));
      expect(few.plays).toEqual(made.plays.filter(({ history }) => history.length <= 8));
    }
    const long = plays.filter(({ id }) => short.every((few) => few.id !== id));
    for (const { id, plays: own } of long)
      expect(own.filter(({ history }) => history.length <= 8).length, id).toBeLessThan(2);
    // What fits is never left out.
    for (const made of plays) expect(shorter(made, 1, 40)?.candidates).toHaveLength(made.fits.length);
  });

  test("can be made exercises, with histories that speak of little but what fits", () => {
    const drills = plays.flatMap((made) => drill(made, 3) ?? []);
    expect(drills.length).toBeGreaterThan(plays.length * 0.9);
    let [direct, all] = [0, 0];
    for (const made of drills) {
      expect(made.candidates.length).toBeLessThanOrEqual(made.fits.length + 2);
      const names = made.fits.map((at) => made.candidates[at]?.name ?? "");
      for (const { setting, history, answer } of made.plays) {
        const shares = leaning(setting, history, names);
        expect(answer.tool_name).toBe(names[shares.indexOf(Math.max(...shares))]);
        expect(setting === "rating-integrated" || history.every(({ rating }) => rating === null)).toBe(true);
        all += history.length;
        direct += history.filter(({ tool }) => names.includes(tool)).length;
      }
    }
    expect(direct / all).toBeGreaterThan(0.6);
  });
});

describe("the splits", () => {
  test("share no provider between training and test or validation", () => {
    const trained = providers([...set("train.jsonl"), ...set("train-plays.jsonl")]);
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
