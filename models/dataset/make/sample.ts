import { MAX_CANDIDATES } from "../../../src/domain/scenario.ts";
import type { Setting } from "../../../src/domain/setting.ts";
import { chooseNegatives, type Negative } from "./candidates.ts";
import { writeHistory, type Edit, type HistoryPlan } from "./history.ts";
import { drawPlan, type Plan } from "./plan.ts";
import { preferred } from "./preference.ts";
import { writeQuery, type Query } from "./query.ts";
import type { Random } from "./random.ts";
import type { KnownSample } from "./schema.ts";
import { fillCall, takesAll, type KnownTool } from "./tool.ts";
import type { TrainingFunction } from "./types.ts";
import type { World } from "./world.ts";

export interface Order {
  id: string;
  setting: Setting;
  edit: Edit | null;
  /** How many candidates. */
  candidates?: number;
}

/** A question and its candidates, before anybody prefers one of them. The first fit is the one preferred. */
interface Stage {
  query: Query;
  fits: KnownTool[];
  negatives: Negative[];
  candidates: KnownSample["candidates"];
}

/** Fitting tools for a question, each of another provider, in random order. */
function chooseFits(
  world: World,
  fn: TrainingFunction,
  query: Query,
  count: number,
  random: Random,
): KnownTool[] {
  const usable = (world.byFunction.get(fn.id) ?? []).filter((tool) => fillCall(tool, query.values) !== null);
  // Mostly all of them can do everything that is said; else some have to leave a wish out.
  const able = usable.filter((tool) => takesAll(tool, query.values));
  const all = random.shuffle(random.chance(0.85) ? able : usable);
  const first = all.filter(({ tool }) => tool.source !== "invented" && random.chance(0.35)).slice(0, 2);
  const ordered = [...first, ...all];
  return random.shuffle(
    ordered
      .filter(({ provider }, at) => ordered.findIndex((other) => other.provider === provider) === at)
      .slice(0, count),
  );
}

function setStage(world: World, fn: TrainingFunction, order: Order, random: Random): Stage | null {
  const size = order.candidates ?? MAX_CANDIDATES;
  const query = writeQuery(fn, world.split, random.fork("query"));
  const wanted = random.weighted([
    [2, 30],
    [3, 36],
    [4, 22],
    [5, 12],
  ]);
  const fits = chooseFits(world, fn, query, Math.min(wanted, size), random);
  if (fits.length < 2) return null;
  const negatives = chooseNegatives(world, fn, fits, size - fits.length, random);
  if (fits.length + negatives.length < size) return null;
  return {
    query,
    fits,
    negatives,
    candidates: random.shuffle([...fits, ...negatives].map(({ tool }) => tool)),
  };
}

function editPlan(edit: Edit, setting: Setting, rivals: number, random: Random): Plan {
  const gold = { kind: "direct", role: 0, rating: setting === "rating-integrated" ? 1 : null } as const;
  const disliked = Array.from({ length: rivals }, (_, at) =>
    Array.from({ length: random.int(1, 3) }, () => ({ kind: "direct", role: at + 1, rating: 0 }) as const),
  ).flat();
  const items = {
    empty: [],
    single: [gold],
    "all disliked": random.shuffle(disliked),
    "one provider": Array.from({ length: random.int(3, 8) }, () =>
      random.chance(0.6) ? gold : ({ ...gold, kind: "related" } as const),
    ),
    forty: drawPlan(setting, rivals, random).items,
  };
  return { name: edit, items: items[edit] };
}

function drawHistoryPlan(order: Order, rivals: number, random: Random): HistoryPlan {
  const { setting, edit } = order;
  const plan = edit ? editPlan(edit, setting, rivals, random) : drawPlan(setting, rivals, random);
  const usual = random.weighted([
    [random.int(4, 7), 40],
    [random.int(8, 12), 38],
    [random.int(13, 20), 22],
  ]);
  return { setting, plan, edit, length: edit === "forty" ? 40 : usual };
}

/** The sample in which `fits[0]` is preferred; null if the history does not say so clearly. */
function play(
  world: World,
  stage: Stage,
  fits: KnownTool[],
  order: Order,
  plan: HistoryPlan,
  random: Random,
): KnownSample | null {
  const { query, negatives, candidates } = stage;
  const history = writeHistory(world, fits, negatives, plan, random);
  const [gold] = fits;
  if (!history || !gold) return null;
  const names = fits.map(({ tool }) => tool.name);
  if (order.edit !== "empty" && preferred(order.setting, history, names) !== 0) return null;
  const length = order.edit === null ? [4, 20] : [0, 40];
  if (history.length < (length[0] ?? 0) || history.length > (length[1] ?? 0)) return null;
  const parameters = fillCall(gold, query.values);
  if (!parameters) return null;
  return {
    id: order.id,
    setting: order.setting,
    query: query.text,
    history,
    candidates,
    answer: { tool_name: gold.tool.name, parameters },
    fits: candidates.flatMap(({ name }, at) => (names.includes(name) ? [at] : [])),
    function: gold.functionId,
    plan: plan.plan.name,
    tags: [...query.tags, ...(order.edit ? [order.edit] : [])],
  };
}

/** A sample of a function and its twin, in which another fitting tool is preferred; null if chance was unkind. */
export function makePair(
  world: World,
  fn: TrainingFunction,
  order: Order,
  random: Random,
): [sample: KnownSample, twin: KnownSample] | null {
  for (let attempt = 0; attempt < 6; attempt++) {
    const stage = setStage(world, fn, order, random.fork(`stage ${attempt}`));
    if (!stage) continue;
    for (let turn = 0; turn < 6; turn++) {
      const chance = random.fork(`plan ${attempt} ${turn}`);
      const plan = drawHistoryPlan(order, stage.fits.length - 1, chance);
      const other = chance.int(1, stage.fits.length - 1);
      const [gold, rival] = [stage.fits[0], stage.fits[other]];
      if (!gold || !rival) continue;
      const exchanged = stage.fits.map((fit) => (fit === gold ? rival : fit === rival ? gold : fit));
      const sample = play(world, stage, stage.fits, order, plan, chance.fork("history"));
      const twin = play(
        world,
        stage,
        exchanged,
        { ...order, id: `${order.id}~twin` },
        plan,
        chance.fork("history"),
      );
      if (sample && twin) return [sample, twin];
    }
  }
  return null;
}
