import { hash } from "./random.ts";
import type { Split, TrainingFunction } from "./types.ts";

/**
 * The wordings that a split may use: of each eight, one is for validation, two for the test and five for training.
 * Where the count starts differs by list, so that lists which end alike don't give their last lines to one split.
 */
export function wordingsOf(all: readonly string[], split: Split): string[] {
  const offset = hash(all.join("\n")) % 8;
  const part = (at: number): Split => (at % 8 === 5 ? "validation" : at % 4 === 3 ? "test" : "train");
  return all.filter((_, at) => part(at + offset) === split);
}

/** The wordings of a function that a split may use. */
export function asksOf({ asks, trainingOnly }: TrainingFunction, split: Split): readonly string[] {
  return trainingOnly ? asks : wordingsOf(asks, split);
}

/** The descriptions of a function that a split may use. */
export function descriptionsOf(
  { descriptions, trainingOnly }: TrainingFunction,
  split: Split,
): readonly string[] {
  return trainingOnly ? descriptions : wordingsOf(descriptions, split);
}
