import type { Random } from "./random.ts";
import type { Split, ValueSource } from "./types.ts";

const HELD_OUT = 5;

/**
 * The values that a split may use: each fifth entry of a pool is kept from training, and the other splits draw
 * half of their values from those.
 */
export function valueSource(random: Random, split: Split): ValueSource {
  const heldOut = (at: number): boolean => at % HELD_OUT === HELD_OUT - 1;
  return {
    int: (low, high) => random.int(low, high),
    chance: (probability) => random.chance(probability),
    pick: (items) => random.pick(items),
    pool: (items) => {
      const kept = split === "train" ? false : random.chance(0.5);
      const usable = items.filter((_, at) => heldOut(at) === kept);
      return random.pick(usable.length > 0 ? usable : items);
    },
  };
}
