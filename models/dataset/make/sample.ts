import type { CallParameters, PastCall, Rating } from "../../../src/domain/interaction.ts";
import { MAX_CANDIDATES } from "../../../src/domain/scenario.ts";
import type { Setting } from "../../../src/domain/setting.ts";
import { chooseNegatives, type Negative } from "./candidates.ts";
import { hasMore, writeHistory, type Edit, type HistoryPlan } from "./history.ts";
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
  /** A question that is already written. */
  query?: Query;
}

/** A question and its candidates, before anybody prefers one of them. The first fit is the one preferred. */
export interface Stage {
  query: Pick<Query, "text" | "tags">;
  /** The call of a tool that does what the question asks; null if it can't. */
  call: (tool: KnownTool) => CallParameters | null;
  fits: KnownTool[];
  negatives: Negative[];
  candidates: KnownSample["candidates"];
}

/** Tools of a function that fit a question, each of another provider, in random order. */
function chooseFits(
  world: World,
  fn: TrainingFunction,
  { values }: Query,
  count: number,
  random: Random,
): KnownTool[] {
  const usable = (world.byFunction.get(fn.id) ?? []).filter((tool) => fillCall(tool, values) !== null);
  // Mostly all of them can do everything that is said; else some have to leave a wish out.
  const able = usable.filter((tool) => takesAll(tool, values));
  const all = random.shuffle(random.chance(0.9) ? able : usable);
  const first = all
    .filter(({ tool }) => tool.source !== "invented" && random.chance(world.split === "train" ? 0.35 : 0.8))
    .slice(0, 2);
  const ordered = [...first, ...all];
  return random.shuffle(
    ordered
      .filter(({ provider }, at) => ordered.findIndex((other) => other.provider === provider) === at)
      .slice(0, count),
  );
}

/** A question and its candidates; null if too few tools fit. */
export function setStage(world: World, fn: TrainingFunction, order: Order, random: Random): Stage | null {
  const size = order.candidates ?? MAX_CANDIDATES;
  const query = order.query ?? writeQuery(fn, world.split, random.fork("query"));
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
  const call = (tool: KnownTool): CallParameters | null => fillCall(tool, query.values);
  return {
    query,
    call,
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
    elsewhere: [],
    single: [gold],
    "all disliked": random.shuffle(disliked),
    "one provider": Array.from({ length: random.int(3, 8) }, () =>
      random.chance(0.6) ? gold : ({ ...gold, kind: "related" } as const),
    ),
    forty: drawPlan(setting, rivals, random).items,
  };
  return { name: edit, items: items[edit] };
}

/** A plan that each of the tools can play in each role; null if chance drew another. */
export function drawHistoryPlan(
  world: World,
  fits: readonly KnownTool[],
  { setting, edit }: Order,
  random: Random,
): HistoryPlan | null {
  const rivals = fits.length - 1;
  const plan = edit ? editPlan(edit, setting, rivals, random) : drawPlan(setting, rivals, random);
  // Else a provider with only this function could not be preferred by its others, and candidates would tell.
  const related = plan.items.some(({ kind }) => kind === "related");
  if (related && fits.some((fit) => !hasMore(world, fit))) return null;
  const usual = random.weighted([
    [random.int(4, 7), 40],
    [random.int(8, 12), 38],
    [random.int(13, 20), 22],
  ]);
  return { setting, plan, edit, length: edit === "forty" ? 40 : usual };
}

/** The sample in which `fits[0]` is preferred; null if the history does not say so clearly. */
export function play(
  world: World,
  stage: Stage,
  fits: KnownTool[],
  order: Order,
  plan: HistoryPlan,
  random: Random,
): KnownSample | null {
  const { query, call, negatives, candidates } = stage;
  const history = writeHistory(world, fits, negatives, plan, random);
  const [gold] = fits;
  if (!history || !gold) return null;
  const names = fits.map(({ tool }) => tool.name);
  const silent = order.edit === "empty" || order.edit === "elsewhere";
  if (!silent && preferred(order.setting, history, names) !== 0) return null;
  const length = order.edit === null ? [4, 20] : [0, 40];
  if (history.length < (length[0] ?? 0) || history.length > (length[1] ?? 0)) return null;
  const parameters = call(gold);
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

/** A sample, its twin, and now and then the sample with its evidence turned round. */
export type Pair = [sample: KnownSample, twin: KnownSample, ...turned: KnownSample[]];

/** A history with its evidence turned round: likes for dislikes, or later calls for earlier ones. */
function turnHistory(setting: Setting, history: readonly PastCall[]): PastCall[] | null {
  if (setting === "preferred-only") return null;
  const exchange = (rating: Rating): Rating => (rating === null ? null : rating === 1 ? 0 : 1);
  return setting === "chronological"
    ? history.toReversed()
    : history.map((past) => ({ ...past, rating: exchange(past.rating) }));
}

/** A sample with its evidence turned round; null if that prefers no other tool. */
export function turnRound(sample: KnownSample, { fits, call }: Stage): KnownSample | null {
  const { setting } = sample;
  const history = turnHistory(setting, sample.history);
  if (!history) return null;
  const best = preferred(
    setting,
    history,
    fits.map(({ tool }) => tool.name),
  );
  const tool = best === null ? undefined : fits[best];
  const parameters = tool && call(tool);
  if (!tool || !parameters || tool.tool.name === sample.answer.tool_name) return null;
  return { ...sample, id: `${sample.id}~turned`, history, answer: { tool_name: tool.tool.name, parameters } };
}

/** The sample of a stage and its twin, in which another fitting tool is preferred; null if chance was unkind. */
export function playPair(world: World, stage: Stage, order: Order, random: Random): Pair | null {
  for (let turn = 0; turn < 6; turn++) {
    const chance = random.fork(`plan ${turn}`);
    const plan = drawHistoryPlan(world, stage.fits, order, chance);
    if (!plan) continue;
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
    if (!sample || !twin) continue;
    const turned = turnRound(sample, stage);
    return turned ? [sample, twin, turned] : [sample, twin];
  }
  return null;
}

/** A sample of a function and its twin. */
export function makePair(world: World, fn: TrainingFunction, order: Order, random: Random): Pair | null {
  for (let attempt = 0; attempt < 6; attempt++) {
    const chance = random.fork(`stage ${attempt}`);
    const stage = setStage(world, fn, order, chance);
    const pair = stage && playPair(world, stage, order, chance);
    if (pair) return pair;
  }
  return null;
}
