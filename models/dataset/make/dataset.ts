import { makePairs } from "./files.ts";
import type { RealTool } from "./openapi.ts";
import { Random } from "./random.ts";
import type { KnownSample } from "./schema.ts";
import { buildWorlds } from "./world.ts";
import { toLines, type Files } from "./write.ts";

export interface Recipe {
  seed: string;
  real: readonly RealTool[];
  /** Real questions by id. */
  questions: ReadonlyMap<string, string>;
  /** Makes everything smaller by this factor. */
  scale?: number;
}

const SIZES = { train: 9600, validation: 300, test: 1200 };
/** How many of the training samples come with their twin. */
const TWINS_IN_TRAINING = 0.3;

/** All files of the dataset. */
export function buildDataset({ seed, real, scale = 1 }: Recipe): Files {
  const worlds = buildWorlds(real, seed, Math.max(scale, 0.25));
  const size = (count: number): number => 3 * Math.round((count * scale) / 3);
  const random = new Random(`${seed}/twins`);
  const train = makePairs(worlds.train, size(SIZES.train), seed).flatMap(([sample, twin]): KnownSample[] =>
    random.chance(TWINS_IN_TRAINING) && sample.history.length > 0 ? [sample, twin] : [sample],
  );
  const validation = makePairs(worlds.validation, size(SIZES.validation), seed);
  const test = makePairs(worlds.test, size(SIZES.test), seed);
  return {
    "train.jsonl": toLines(train),
    "validation.jsonl": toLines(validation.map(([sample]) => sample)),
    "test.jsonl": toLines(test.map(([sample]) => sample)),
    "test-twins.jsonl": toLines(test.map(([, twin]) => twin)),
  };
}
