import type { Tool } from "../../../src/domain/tool.ts";
import { makeAllPlays, makePairs, makeRealPairs } from "./files.ts";
import { handwrittenProviders, makeHandwritten } from "./handwritten.ts";
import { nameKey } from "./names.ts";
import type { RealTool } from "./openapi.ts";
import { Random } from "./random.ts";
import { robustnessSets } from "./robustness.ts";
import type { Pair } from "./sample.ts";
import type { KnownSample } from "./schema.ts";
import { buildWorlds, type World } from "./world.ts";
import { toLines, type Files } from "./write.ts";

export interface Recipe {
  seed: string;
  bundled: readonly Tool[];
  real: readonly RealTool[];
  /** Real questions by id. */
  questions: ReadonlyMap<string, string>;
  /** Makes everything but the hand-written files smaller by this factor. */
  scale?: number;
}

const SIZES = { train: 9000, plays: 9000, validation: 300, test: 1200 };
/** How many of the training samples come with their twin. */
const TWINS_IN_TRAINING = 0.3;
/** How many of those that can be turned round come turned round as well. */
const TURNED_IN_TRAINING = 0.4;

/** Keys of all names of providers in the worlds, and of the hand-written ones. */
function providerKeys(worlds: readonly World[]): Set<string> {
  const names = worlds.flatMap(({ known, others }) => [...known, ...others].map(({ provider }) => provider));
  return new Set([...names, ...handwrittenProviders].map(nameKey).filter((key) => key !== ""));
}

/** A small dataset without documents of others, whose checksums a test compares in seconds. */
export function buildSmall(seed: string): Files {
  return buildDataset({ seed, bundled: [], real: [], questions: new Map(), scale: 0.02 });
}

/** All files of the dataset. The real questions take places of others in the test, so that its size stays. */
export function buildDataset({ seed, bundled, real, questions, scale = 1 }: Recipe): Files {
  const worlds = buildWorlds({
    bundled,
    real,
    reserved: handwrittenProviders,
    seed,
    scale: Math.max(scale, 0.25),
  });
  const size = (count: number): number => 3 * Math.round((count * scale) / 3);
  const random = new Random(`${seed}/twins`);
  const train = [
    ...makePairs(worlds.train, size(SIZES.train), seed),
    ...makeRealPairs(worlds.train, questions, seed),
  ].flatMap(([sample, twin, ...turned]): KnownSample[] => [
    sample,
    ...(random.chance(TWINS_IN_TRAINING) && sample.history.length > 0 ? [twin] : []),
    ...turned.filter(() => random.chance(TURNED_IN_TRAINING)),
  ]);
  const taken = providerKeys([worlds.validation, worlds.test]);
  const plays = makeAllPlays(worlds.train, size(SIZES.plays), taken, seed);
  const validation = makePairs(worlds.validation, size(SIZES.validation), seed);
  const asked = makeRealPairs(worlds.test, questions, seed);
  const balanced = asked.length % 3 === 0 ? asked : [];
  const test = [...makePairs(worlds.test, size(SIZES.test) - balanced.length, seed), ...balanced];
  const handwritten = makeHandwritten(seed);
  const samples = (pairs: readonly Pair[]): string => toLines(pairs.map(([sample]) => sample));
  const twins = (pairs: readonly Pair[]): string => toLines(pairs.map(([, twin]) => twin));
  const sets = robustnessSets(
    worlds.test,
    test.map(([sample]) => sample),
    seed,
    scale,
  );
  return {
    "train.jsonl": toLines(train),
    "train-plays.jsonl": toLines(plays),
    "validation.jsonl": samples(validation),
    "test.jsonl": samples(test),
    "test-twins.jsonl": twins(test),
    "handwritten.jsonl": samples(handwritten),
    "handwritten-twins.jsonl": twins(handwritten),
    ...Object.fromEntries(
      Object.entries(sets).map(([name, entries]) => [`robustness/${name}.jsonl`, toLines(entries)]),
    ),
  };
}
