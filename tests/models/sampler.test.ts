import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ModelPage } from "./modelPage.ts";

/** Written by `python -m compile.sampler_cases`: what NumPy draws by sorting. */
const casesSchema = z.object({
  vocabulary: z.number(),
  cases: z.array(
    z.object({
      seed: z.number(),
      temperature: z.number(),
      topP: z.number(),
      uniforms: z.array(z.number()),
      tokens: z.array(z.number()),
    }),
  ),
});
const file = new URL("sampler-cases.json", import.meta.url);
const { vocabulary, cases } = casesSchema.parse(JSON.parse(readFileSync(file, "utf8")));
const tiny = fileURLToPath(new URL("../fixtures/tiny-llama", import.meta.url));

/** The same sequence as in models/compile/sampler_cases.py. */
function makeLogits(seed: number): number[] {
  let state = BigInt(seed);
  return Array.from({ length: vocabulary }, () => {
    state = (state * 1103515245n + 12345n) % 2147483648n;
    return (Number(state >> 16n) % 1024) / 64 - 8;
  });
}

describe("the sampler on the software adapter", () => {
  let page: ModelPage;
  beforeAll(async () => {
    page = await ModelPage.open(tiny);
  }, 120_000);
  afterAll(() => page.close());

  test.each(cases)("draws as NumPy does at temperature $temperature and top-p $topP", async (one) => {
    const { chosen } = await page.sample(makeLogits(one.seed), one.temperature, one.topP, one.uniforms);
    expect(chosen).toEqual(one.tokens);
  });

  test("of equal logits the first is chosen at temperature 0, whatever was drawn", async () => {
    const logits = Array.from({ length: vocabulary }, (_, at) => (at === 40 || at === 1999 ? 3 : -2));
    const { chosen } = await page.sample(logits, 1e-6, 1, [0, 0.4, 0.9999]);
    expect(chosen).toEqual([40, 40, 40]);
  });

  test("equal probabilities are drawn in the order of their ids", async () => {
    const { chosen } = await page.sample(new Array<number>(vocabulary).fill(1), 1, 1, [0, 0.25, 0.5, 0.9999]);
    expect(chosen).toEqual([0, vocabulary / 4, vocabulary / 2, vocabulary - 1]);
  });

  test("masked tokens are never drawn", async () => {
    const logits = new Array<number>(vocabulary).fill(-3.4e38);
    logits[7] = 0;
    logits[1234] = 0;
    const uniforms = Array.from({ length: 50 }, (_, at) => at / 50);
    const { chosen, probabilities } = await page.sample(logits, 1, 1, uniforms);
    expect(new Set(chosen)).toEqual(new Set([7, 1234]));
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
  });
});
