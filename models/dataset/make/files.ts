import { settingSchema, type Setting } from "../../../src/domain/setting.ts";
import { trainingFunctions } from "../tables/functions.ts";
import type { Edit } from "./history.ts";
import { Random } from "./random.ts";
import { makePair, type Order } from "./sample.ts";
import type { KnownSample } from "./schema.ts";
import type { Split } from "./types.ts";
import type { World } from "./world.ts";

const settings: readonly Setting[] = settingSchema.options;

/** Which histories are edited as visitors do it, by split. An empty one says nothing: only for training. */
function drawEdit(split: Split, setting: Setting, random: Random): Edit | null {
  return random.weighted<Edit | null>([
    [null, 88],
    ["single", 3],
    ["one provider", 3],
    ["forty", 2],
    ["all disliked", setting === "rating-integrated" ? 3 : 0],
    ["empty", split === "train" ? 2 : 0],
  ]);
}

/** `count` pairs of a split: settings in turn, functions in a random order that repeats none before all had theirs. */
export function makePairs(world: World, count: number, seed: string): [KnownSample, KnownSample][] {
  const random = new Random(`${seed}/${world.split}`);
  const pairs: [KnownSample, KnownSample][] = [];
  let queue: typeof trainingFunctions = [];
  for (let number = 0; pairs.length < count; number++) {
    if (number > count * 20)
      throw new Error(`Only ${pairs.length} of ${count} samples for ${world.split} could be made`);
    if (queue.length === 0) queue = random.shuffle(trainingFunctions);
    const [fn, ...rest] = queue;
    queue = rest;
    const setting = settings[pairs.length % settings.length] ?? "preferred-only";
    const chance = random.fork(`sample ${number}`);
    const few = world.split === "train" && chance.chance(0.12);
    const order: Order = {
      id: `${world.split}-${String(pairs.length + 1).padStart(5, "0")}`,
      setting,
      edit: drawEdit(world.split, setting, chance),
      ...(few && { candidates: chance.int(2, 9) }),
    };
    const pair = fn && makePair(world, fn, order, chance);
    if (pair) pairs.push(pair);
  }
  return pairs;
}
