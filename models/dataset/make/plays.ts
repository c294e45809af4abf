import { MAX_CANDIDATES } from "../../../src/domain/scenario.ts";
import { settingSchema } from "../../../src/domain/setting.ts";
import { disguise, renamePlays } from "./disguise.ts";
import { drawEdit } from "./edits.ts";
import type { Random } from "./random.ts";
import { drawHistoryPlan, play, setStage, turnRound, type Order, type Stage } from "./sample.ts";
import type { KnownSample, Plays } from "./schema.ts";
import type { KnownTool } from "./tool.ts";
import type { TrainingFunction } from "./types.ts";
import type { World } from "./world.ts";

const settings = settingSchema.options;

/** The fitting tools, first the one that a history prefers, the others in random order. */
function preferring(fits: readonly KnownTool[], gold: number, random: Random): KnownTool[] {
  return [...fits.slice(gold, gold + 1), ...random.shuffle(fits.filter((_, at) => at !== gold))];
}

/** The sample in which a fitting tool is preferred, in a setting by chance; null if chance was unkind. */
function playOnce(world: World, stage: Stage, gold: number, id: string, random: Random): KnownSample | null {
  for (let attempt = 0; attempt < 8; attempt++) {
    const chance = random.fork(`${attempt}`);
    const setting = chance.pick(settings);
    const order: Order = { id, setting, edit: drawEdit("train", setting, chance) };
    const fits = preferring(stage.fits, gold, chance);
    const plan = drawHistoryPlan(world, fits, order, chance);
    const sample = plan && play(world, stage, fits, order, plan, chance.fork("history"));
    if (sample) return sample;
  }
  return null;
}

/**
 * A question with its candidates, and `count` histories of which each prefers a tool, by turns another one; null if
 * chance was unkind. `taken` are keys of names that no provider may have.
 */
export function makePlays(
  world: World,
  fn: TrainingFunction,
  id: string,
  count: number,
  taken: ReadonlySet<string>,
  random: Random,
): Plays | null {
  for (let attempt = 0; attempt < 6; attempt++) {
    const chance = random.fork(`stage ${attempt}`);
    const candidates = chance.chance(0.3) ? chance.int(3, 9) : MAX_CANDIDATES;
    const plain = setStage(world, fn, { id, setting: "chronological", edit: null, candidates }, chance);
    if (!plain) continue;
    const names = plain.fits.map(({ tool }) => tool.name);
    const disguised = disguise(plain.candidates, names, chance.fork("disguise"));
    const stage = { ...plain, candidates: disguised.candidates };
    const start = chance.int(0, stage.fits.length - 1);
    const samples: KnownSample[] = [];
    for (let at = 0; samples.length < count && at < count * 2; at++) {
      const gold = (start + at) % stage.fits.length;
      const sample = playOnce(world, stage, gold, id, chance.fork(`play ${at}`));
      const other = sample && chance.chance(0.3) ? turnRound(sample, stage) : null;
      samples.push(...[sample, other].filter((one) => one !== null));
    }
    const [first] = samples;
    if (!first || samples.length < count) continue;
    const { query, fits, function: functionId } = first;
    const plays = samples
      .slice(0, count)
      .map(({ setting, history, answer }) => ({ setting, history, answer }));
    const tags = [...stage.query.tags, ...disguised.tags];
    const made = { id, query, candidates: stage.candidates, fits, function: functionId, tags, plays };
    return chance.chance(0.1) ? renamePlays(made, taken, chance.fork("names")) : made;
  }
  return null;
}
