import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnswerWriter, type TokenModel } from "../../src/model/answerWriter";
import { copyFitList, writeFitList } from "../../src/model/fitList";
import type { Matcher } from "../../src/model/grammar";
import { decide } from "../../src/model/naming";
import { writeParameters } from "../../src/model/parameters";
import { decode, encoder, madeUpModel } from "./madeUpModel";

const writerOf = (model: TokenModel, limit = 1000) =>
  new AnswerWriter({ model, decode, prompt: [1, 2, 3], limit });
const id = (letter: string) => encoder.encode(letter)[0] ?? -1;
const fixed = (logits: Record<string, number>): TokenModel => ({
  logitsAfter: () => {
    const all = new Float32Array(100);
    for (const [letter, logit] of Object.entries(logits)) all[id(letter)] = logit;
    return Promise.resolve(all);
  },
});

describe("AnswerWriter", () => {
  test("writes the likeliest of the allowed tokens and tells its probability and the others'", async () => {
    const writer = writerOf(fixed({ a: Math.log(6), b: Math.log(3), c: 9, z: 0 }));
    const { token } = await writer.write([id("z"), id("b"), id("a")], "name");
    expect(token).toBe(id("a"));
    expect(writer.steps).toEqual([
      {
        text: "a",
        kind: "name",
        probability: expect.closeTo(0.6),
        alternatives: [
          { text: "b", probability: expect.closeTo(0.3) },
          { text: "z", probability: expect.closeTo(0.1) },
        ],
      },
    ]);
  });

  test("of equally likely ones the first", async () => {
    expect((await writerOf(fixed({})).write([7, 3, 9], "name")).token).toBe(7);
  });

  test("doesn't ask the model where only one token is allowed", async () => {
    const model = madeUpModel(1);
    const writer = writerOf(model);
    expect(await writer.write([id("q")], "fit")).toEqual({ token: id("q"), logits: null });
    expect(model.asked).toBe(0);
    expect(writer.steps).toEqual([{ text: "q", kind: "fit", probability: 1, alternatives: [] }]);
  });

  test("tells at most five alternatives, the best first, and they are the best", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 80 }),
        async (logits) => {
          const writer = writerOf({ logitsAfter: () => Promise.resolve(Float32Array.from(logits)) });
          await writer.write(
            logits.map((_, token) => token),
            "parameters",
          );
          const [step] = writer.steps;
          const told = [
            step?.probability ?? 0,
            ...(step?.alternatives ?? []).map(({ probability }) => probability),
          ];
          expect(told).toHaveLength(Math.min(6, logits.length));
          const weights = [...Float32Array.from(logits)].map(Math.exp);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const best = weights.sort((a, b) => b - a).slice(0, told.length);
          told.forEach((probability, at) => expect(probability).toBeCloseTo((best[at] ?? 0) / sum, 6));
        },
      ),
    );
  });

  test("chooses among a vocabulary that is larger than a call's arguments may be", async () => {
    const logits = new Float32Array(300_000);
    logits[250_000] = 20;
    const writer = writerOf({ logitsAfter: () => Promise.resolve(logits) });
    const { token } = await writer.write([...logits.keys()], "parameters");
    expect(token).toBe(250_000);
    expect(writer.steps[0]?.alternatives).toHaveLength(5);
  });

  test("a character of several tokens comes with the last of them", async () => {
    const bytes = new TextEncoder().encode("a😀é");
    const writer = new AnswerWriter({
      model: fixed({}),
      decode: (tokens) => new TextDecoder().decode(Uint8Array.from(tokens)),
      prompt: [],
      limit: 100,
    });
    for (const byte of bytes) await writer.write([byte], "parameters");
    expect(writer.steps.map(({ text }) => text)).toEqual(["a", "", "", "", "😀", "", "é"]);
    expect(writer.text).toBe("a😀é");
  });

  test("ends at its limit", async () => {
    const writer = writerOf(fixed({}), 2);
    await writer.write([1], "name");
    await writer.write([1], "name");
    await expect(writer.write([1], "name")).rejects.toMatchObject({ kind: "cut-off" });
  });
});

describe("the fit list", () => {
  test("is ascending, and its probabilities are those of taking or skipping each candidate in turn", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 10 }), async (seed, count) => {
        const model = madeUpModel(seed);
        const writer = writerOf(model);
        const { fits, fit } = await writeFitList(writer, encoder, count);
        expect(writer.text).toBe(`Fit:${fits.map((index) => ` ${index}`).join("")}\n`);
        expect(fits).toEqual([...new Set(fits)].sort((a, b) => a - b));
        expect(fits.length).toBeGreaterThan(0);
        expect(fit.every((probability) => probability >= 0 && probability <= 1)).toBe(true);
        for (const [rank, index] of fits.entries()) {
          // A blank first, or the end of the line; then the number.
          const before = [
            1,
            2,
            3,
            ...encoder.encode(
              `Fit:${fits
                .slice(0, rank)
                .map((one) => ` ${one}`)
                .join("")}`,
            ),
          ];
          const [atBlank, atNumber] = [
            await model.logitsAfter(before),
            await model.logitsAfter([...before, id(" ")]),
          ];
          const weight = (logits: Float32Array, letter: string) => Math.exp(logits[id(letter)] ?? NaN);
          const blank =
            rank === 0 ? 1 : weight(atBlank, " ") / (weight(atBlank, " ") + weight(atBlank, "\n"));
          const from = (fits[rank - 1] ?? -1) + 1;
          const later = Array.from({ length: count - index }, (_, at) =>
            weight(atNumber, String(index + at)),
          );
          const all = Array.from({ length: count - from }, (_, at) => weight(atNumber, String(from + at)));
          const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
          const own = (blank * (later[0] ?? 0)) / sum(all);
          const left = (blank * sum(later)) / sum(all) + (1 - blank);
          expect(fit[index]).toBeCloseTo(own / left, 5);
        }
      }),
    );
  });

  test("takes the first that is likely enough, and the likeliest where none is", async () => {
    const writerFor = (numbers: Record<string, number>, end = 0) =>
      writerOf(fixed({ " ": Math.log(1 - end), "\n": Math.log(end), ...numbers }));
    const listed = async (numbers: Record<string, number>, end?: number) =>
      (await writeFitList(writerFor(numbers, end), encoder, 4)).fits;
    const log = (...shares: number[]) =>
      Object.fromEntries(shares.map((share, index) => [String(index), Math.log(share)]));
    // Of what is left after 0 and 1 with 5 % each, 2 has a little more than a tenth; then 3 is all that is left.
    expect(await listed(log(0.05, 0.05, 0.095, 0.805), 0.5)).toEqual([2, 3]);
    expect(await listed(log(0.05, 0.05, 0.085, 0.815), 0.5)).toEqual([3]);
    // The list goes on with 8 %.
    expect(await listed(log(0.3, 0.3, 0.2, 0.2), 0.92)).toEqual([0]);
    // It goes on with 15 %, half of that for each of two: too little for 1, which is the likeliest all the same; then enough for 3.
    expect(await listed(log(0.4, 0.3, 0.001, 0.3), 0.85)).toEqual([0, 1, 3]);
  });

  test("is copied without a question where it is given", async () => {
    const model = madeUpModel(3);
    const writer = writerOf(model);
    await copyFitList(writer, encoder, [0, 4]);
    expect(writer.text).toBe("Fit: 0 4\n");
    expect(model.asked).toBe(0);
  });
});

describe("naming", () => {
  test("stops where the name is decided, and knows how it goes on", async () => {
    const paths = ["abcx", "abdx", "xyzx"].map(encoder.encode);
    const writer = writerOf(fixed({ a: 5, d: 5 }));
    const { groups, rest } = await decide(writer, encoder, paths, "call", {});
    expect(writer.text).toBe("abd");
    expect(decode(rest)).toBe("x");
    expect(groups.map(({ candidates }) => candidates)).toEqual([[1], [2], [0]]);
  });

  test("asks only where some candidates' names part", async () => {
    const paths = ["abcx", "abdx", "xyzx"].map(encoder.encode);
    const model = madeUpModel(5);
    const { groups } = await decide(writerOf(model), encoder, paths, "call", { among: [0, 1] });
    expect(model.asked).toBe(1);
    expect(groups.flatMap(({ candidates }) => candidates).sort()).toEqual([0, 1]);
    expect((await decide(writerOf(model), encoder, paths, "call", { among: [2] })).groups).toEqual([
      { candidates: [2], probability: 1 },
    ]);
    expect(model.asked).toBe(1);
  });

  test("names nothing that the list doesn't hold, and who is alone in it without a question", async () => {
    const paths = ["abcx", "abdx", "xyzx"].map(encoder.encode);
    const liking = fixed({ x: 9 });
    const { groups } = await decide(writerOf(liking), encoder, paths, "fit-call", { fits: [0, 1] });
    expect(groups.slice(0, 2)).toEqual([0, 1].map((one) => ({ candidates: [one], probability: 0.5 })));
    expect(groups.slice(2)).toEqual([{ candidates: [2], probability: 0 }]);
    const model = madeUpModel(4);
    const alone = await decide(writerOf(model), encoder, paths, "fit-call", { fits: [1] });
    expect(alone.groups.map(({ probability }) => probability)).toEqual([1, 0, 0]);
    expect(model.asked).toBe(0);
    // The answer can only mean the first of two of one name, even where the second is listed.
    const twice = ["abcx", "xyzx", "abcx"].map(encoder.encode);
    const { groups: both } = await decide(writerOf(model), encoder, twice, "fit-call", { fits: [2] });
    expect(both[0]).toEqual({ candidates: [0, 2], probability: 1 });
  });
});

describe("parameters", () => {
  const tokens = { quote: new Set([id('"')]), decode };
  /** Allows these letters, as long as the text has fewer than `length`. */
  const allowing = (allowed: string, length: number, text: string[] = []): Matcher => ({
    allowed: () => Promise.resolve(text.length < length ? encoder.encode(allowed) : []),
    accept: (token) => void text.push(decode([token])),
    dispose: () => {},
  });
  const logits = fixed({ a: 9, '"': 1 });

  test("a string that goes on and on is ended, where the grammar lets it", async () => {
    const writer = writerOf(logits);
    await writer.write([id("{")], "name");
    const opening = writerOf(fixed({ '"': 9 }));
    await writeParameters(opening, allowing('"', 1), tokens, "");
    expect(opening.text).toBe('"');
    const text: string[] = [];
    let step = 0;
    const matcher: Matcher = {
      allowed: () =>
        Promise.resolve(step === 0 ? encoder.encode('"') : step < 60 ? encoder.encode('ab"') : []),
      accept: (token) => {
        text.push(decode([token]));
        step = text.filter((letter) => letter === '"').length === 2 ? 60 : step + 1;
      },
      dispose: () => {},
    };
    await writeParameters(writerOf(logits), matcher, tokens, "");
    expect(text.join("")).toBe(`"${"a".repeat(48)}"`);
  });

  test("values are rather copied from the query, keys are not", async () => {
    const text: string[] = [];
    /** {"…":"…"} with any letters, as long as a string has fewer than four. */
    const next: Record<string, string> = { "": "{", "{": '"', ":": '"' };
    const matcher: Matcher = {
      allowed: () => {
        const all = text.join("");
        const closed = /^\{"\w+"$/.test(all) ? ":" : /"\w+"$/.test(all) ? "}" : null;
        const within = /\w{3}$/.test(all) ? '"' : /"$/.test(all) ? "ag" : 'ag"';
        return Promise.resolve(
          encoder.encode(all.endsWith("}") ? "" : (closed ?? next[all.slice(-1)] ?? within)),
        );
      },
      accept: (token) => void text.push(decode([token])),
      dispose: () => {},
    };
    const writer = writerOf(fixed({ a: Math.log(0.6), g: Math.log(0.2), '"': Math.log(0.2) }));
    await writeParameters(writer, matcher, tokens, "garage, gag");
    expect(writer.text).toBe('{"aaa":"gag"}');
  });

  test("where it doesn't, the string goes on", async () => {
    const text: string[] = [];
    const matcher = allowing('"', 1, text);
    await writeParameters(writerOf(logits), matcher, tokens, "");
    const long: Matcher = {
      allowed: () => Promise.resolve(text.length < 80 ? encoder.encode("ab") : []),
      accept: (token) => void text.push(decode([token])),
      dispose: () => {},
    };
    await writeParameters(writerOf(logits), long, tokens, "");
    expect(text.join("")).toBe(`"${"a".repeat(79)}`);
  });

  test("after many tokens every string ends at once", async () => {
    const writer = writerOf(logits);
    let count = 0;
    const matcher: Matcher = {
      allowed: () => {
        if (count < 240) return Promise.resolve(encoder.encode("12"));
        if (count === 240) return Promise.resolve(encoder.encode('"'));
        return Promise.resolve(count < 250 && !writer.text.endsWith('a"') ? encoder.encode('a"') : []);
      },
      accept: () => void (count += 1),
      dispose: () => {},
    };
    await writeParameters(writer, matcher, tokens, "");
    expect(writer.text.slice(240)).toBe('"a"');
  });
});
