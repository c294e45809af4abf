import { settingSchema, type Setting } from "../../../src/domain/setting.ts";
import { oneLine } from "../../../src/domain/tool.ts";
import { allFunctions, sharedFunctions } from "../tables/functions.ts";
import { realQuestions } from "../tables/questions.ts";
import type { Edit } from "./history.ts";
import type { Query } from "./query.ts";
import { renamePacks } from "./disguise.ts";
import { makePackPair, type PackPair } from "./pack.ts";
import { Random } from "./random.ts";
import { makePair, type Order, type Pair } from "./sample.ts";
import type { SlotValue, Split, TrainingFunction } from "./types.ts";
import { functionOf, type World } from "./world.ts";

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

/** `count` pairs of a split: settings in turn, functions in a random order that repeats none before all had
 * theirs. `fixed` makes all of them with the same edit. */
export function makePairs(
  world: World,
  count: number,
  seed: string,
  fixed?: { edit: Edit; setting?: Setting; prefix: string },
): Pair[] {
  const prefix = fixed?.prefix ?? world.split;
  const random = new Random(`${seed}/${prefix}`);
  const pairs: Pair[] = [];
  const functions = world.split === "train" ? allFunctions : sharedFunctions;
  let queue: readonly TrainingFunction[] = [];
  for (let number = 0; pairs.length < count; number++) {
    if (number > count * 20)
      throw new Error(`Only ${pairs.length} of ${count} samples for ${world.split} could be made`);
    if (queue.length === 0) queue = random.shuffle(functions);
    const [fn, ...rest] = queue;
    queue = rest;
    const setting = fixed?.setting ?? settings[pairs.length % settings.length] ?? "preferred-only";
    const chance = random.fork(`sample ${number}`);
    const few = world.split === "train" && chance.chance(0.12);
    const order: Order = {
      id: `${prefix}-${String(pairs.length + 1).padStart(5, "0")}`,
      setting,
      edit: fixed?.edit ?? drawEdit(world.split, setting, chance),
      ...(few && { candidates: chance.int(2, 9) }),
    };
    const pair = fn && makePair(world, fn, order, chance);
    if (pair) pairs.push(pair);
  }
  return pairs;
}

/** How packs are shared among the settings: preferred-only has no turned form, so it comes oftener. */
const packSettings: readonly Setting[] = [
  ...Array.from({ length: 7 }, () => settings).flat(),
  "preferred-only",
];

/** `count` packs with their twins, from all functions in turn. `taken` are keys of names that no provider may have. */
export function makePacks(world: World, count: number, taken: ReadonlySet<string>, seed: string): PackPair[] {
  const random = new Random(`${seed}/packs`);
  const pairs: PackPair[] = [];
  let queue: TrainingFunction[] = [];
  for (let number = 0; pairs.length < count; number++) {
    if (number > count * 20) throw new Error(`Only ${pairs.length} of ${count} packs could be made`);
    if (queue.length === 0) queue = random.shuffle(allFunctions);
    const fn = queue.pop();
    const setting = packSettings[pairs.length % packSettings.length] ?? "chronological";
    const chance = random.fork(`pack ${number}`);
    const order: Order = {
      id: `pack-${String(pairs.length + 1).padStart(5, "0")}`,
      setting,
      edit: drawEdit(world.split, setting, chance),
      ...(chance.chance(0.15) && { candidates: chance.int(2, 9) }),
    };
    const pair = fn && makePackPair(world, fn, order, chance);
    if (!pair) continue;
    const [pack, twin, ...turned] = chance.chance(0.1)
      ? renamePacks(pair, taken, chance.fork("names"))
      : pair;
    if (pack && twin) pairs.push([pack, twin, ...turned]);
  }
  return pairs;
}

/** Pairs for the real questions of a split, one for each setting; `texts` are the questions by id. */
export function makeRealPairs(world: World, texts: ReadonlyMap<string, string>, seed: string): Pair[] {
  return realQuestions
    .filter(({ split }) => split === world.split)
    .flatMap(({ id, function: functionId, values }) => {
      const text = texts.get(id);
      if (text === undefined) return [];
      const slots = Object.entries(values).map(([name, as]): [string, SlotValue] => [name, { text: "", as }]);
      const query: Query = { text: oneLine(text), values: new Map(slots), tags: ["toolbench"] };
      return settings.flatMap((setting) => {
        const order: Order = { id: `${world.split}-${id}-${setting}`, setting, edit: null, query };
        const pair = makePair(world, functionOf(functionId), order, new Random(`${seed}/${order.id}`));
        return pair ? [pair] : [];
      });
    });
}
