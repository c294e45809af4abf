import { settingSchema, type Setting } from "../../../src/domain/setting.ts";
import { oneLine } from "../../../src/domain/tool.ts";
import { allFunctions, sharedFunctions } from "../tables/functions.ts";
import { realQuestions } from "../tables/questions.ts";
import type { Edit } from "./history.ts";
import type { Plays } from "./schema.ts";
import type { Query } from "./query.ts";
import { drawEdit } from "./edits.ts";
import { makePlays } from "./plays.ts";
import { Random } from "./random.ts";
import { makePair, type Order, type Pair } from "./sample.ts";
import type { SlotValue, TrainingFunction } from "./types.ts";
import { functionOf, type World } from "./world.ts";

const settings: readonly Setting[] = settingSchema.options;
/** How many histories a question of training has. */
const PLAYS = 3;

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

/** `count` questions with histories for each, from all functions in turn. `taken` are keys of names that no provider may have. */
export function makeAllPlays(world: World, count: number, taken: ReadonlySet<string>, seed: string): Plays[] {
  const random = new Random(`${seed}/plays`);
  const made: Plays[] = [];
  let queue: TrainingFunction[] = [];
  for (let number = 0; made.length < count; number++) {
    if (number > count * 20) throw new Error(`Only ${made.length} of ${count} questions could be played`);
    if (queue.length === 0) queue = random.shuffle(allFunctions);
    const fn = queue.pop();
    const id = `plays-${String(made.length + 1).padStart(5, "0")}`;
    const plays = fn && makePlays(world, fn, id, PLAYS, taken, random.fork(`plays ${number}`));
    if (plays) made.push(plays);
  }
  return made;
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
