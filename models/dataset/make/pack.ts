import type { CallParameters } from "../../../src/domain/interaction.ts";
import { MAX_CANDIDATES } from "../../../src/domain/scenario.ts";
import { chooseNegatives, isNear, mightFit, type Negative } from "./candidates.ts";
import { hasMore, writeHistory } from "./history.ts";
import { disguise } from "./disguise.ts";
import type { Plan } from "./plan.ts";
import { preferred } from "./preference.ts";
import { writeQuery, type Query } from "./query.ts";
import type { Random } from "./random.ts";
import { chooseFits, drawHistoryPlan, turnHistory, type Order } from "./sample.ts";
import type { Pack } from "./schema.ts";
import { fillCall, takesAll, type KnownTool } from "./tool.ts";
import type { TrainingFunction } from "./types.ts";
import { functionOf, type World } from "./world.ts";

/** The tools of one function among the candidates, and what is asked of it. The first one is preferred. */
interface Group {
  fn: TrainingFunction;
  fits: KnownTool[];
  queries: Query[];
}

/** Everything of a pack but what its user prefers. `singles` are asked for what no other candidate does. */
interface Stage {
  groups: Group[];
  singles: Group[];
  negatives: Negative[];
  candidates: Pack["candidates"];
  tags: string[];
}

const fitCounts: Record<number, readonly (readonly [number, number])[]> = {
  1: [
    [2, 30],
    [3, 36],
    [4, 22],
    [5, 12],
  ],
  2: [
    [2, 36],
    [3, 44],
    [4, 20],
  ],
  3: [
    [2, 55],
    [3, 45],
  ],
};

/** Further questions for tools that are chosen: other wordings first, rather those that say more. */
function moreQueries(world: World, { fn, fits, queries }: Group, count: number, random: Random): Query[] {
  const made = [...queries];
  for (let attempt = 0; attempt < 8 && made.length < count; attempt++) {
    const drawn = Array.from({ length: 12 }, () => writeQuery(fn, world.split, random)).filter(
      ({ text, ask, values }) =>
        made.every((other) => other.text !== text && (attempt > 3 || other.ask !== ask)) &&
        fits.every((tool) => fillCall(tool, values) !== null) &&
        (random.chance(0.1) || fits.every((tool) => takesAll(tool, values))),
    );
    if (drawn.length > 0) made.push(random.weighted(drawn.map((query) => [query, 1 + query.values.size])));
  }
  return made.slice(0, count);
}

/** Another function for a pack: one that the providers offer as well, one of the same field, or any. */
function otherFunction(world: World, groups: readonly Group[], random: Random): TrainingFunction | null {
  const free = (id: string): boolean => groups.every(({ fn }) => !isNear(fn, functionOf(id)));
  const ids = (tools: readonly KnownTool[]): string[] => [
    ...new Set(tools.map(({ functionId }) => functionId).filter(free)),
  ];
  const offered = ids(
    groups.flatMap(({ fits }) => fits.flatMap(({ provider }) => world.byProvider.get(provider) ?? [])),
  );
  const field = ids(groups.flatMap(({ fn }) => world.byDomain.get(fn.domain) ?? []));
  const any = [...world.byFunction.keys()].filter(free);
  const pool = random.weighted([
    [offered, offered.length > 0 ? 50 : 0],
    [field, field.length > 0 ? 25 : 0],
    [any, 25],
  ]);
  return pool.length > 0 ? functionOf(random.pick(pool)) : null;
}

function makeGroup(
  world: World,
  fn: TrainingFunction,
  groups: readonly Group[],
  count: number,
  random: Random,
): Group | null {
  const first = writeQuery(fn, world.split, random.fork("query 0"));
  const second = writeQuery(fn, world.split, random.fork("query 1"));
  const queries = first.text === second.text ? [first] : [first, second];
  const favoured = new Set(groups.flatMap(({ fits }) => fits.map(({ provider }) => provider)));
  for (const asked of [queries, [first]]) {
    const fits = chooseFits(world, fn, asked, count, random, favoured);
    if (fits.length >= 2) return { fn, fits, queries: asked };
  }
  return null;
}

/** Wrong candidates that can be asked for, because no other candidate could be taken for them. */
function makeSingles(
  world: World,
  groups: readonly Group[],
  negatives: readonly Negative[],
  count: number,
  random: Random,
): Group[] {
  const singles: Group[] = [];
  for (const { known } of random.shuffle(negatives)) {
    if (!known || singles.length === count) continue;
    const fn = functionOf(known.functionId);
    const alone =
      groups.every((group) => !isNear(fn, group.fn)) &&
      negatives.every(
        ({ known: other, tool, provider }) =>
          other === known ||
          (other
            ? !isNear(fn, functionOf(other.functionId))
            : !mightFit(fn, { tool, provider, maker: provider, text: tool.description })),
      );
    if (!alone) continue;
    const group = { fn, fits: [known], queries: [] };
    const queries = moreQueries(world, group, 1, random);
    if (queries.length > 0) singles.push({ ...group, queries });
  }
  return singles;
}

/** How many questions each group is asked: the first one more than the others. */
function share(total: number, groups: number): number[] {
  const counts = Array.from({ length: groups }, () => 1);
  for (let rest = total - groups, at = 0; rest > 0; rest--, at = (at + 1) % groups)
    counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}

function setStage(world: World, fn: TrainingFunction, order: Order, random: Random): Stage | null {
  const size = order.candidates ?? MAX_CANDIDATES;
  const lone = order.edit === "single" || order.edit === "one provider" || size < 5;
  const groupCount = lone
    ? 1
    : random.weighted([
        [1, 24],
        [2, 48],
        [3, size > 7 ? 28 : 0],
      ] as const);
  const groups: Group[] = [];
  for (let attempt = 0; attempt < groupCount * 3 && groups.length < groupCount; attempt++) {
    const room = size - groups.reduce((sum, { fits }) => sum + fits.length, 0);
    const wanted = Math.min(random.weighted(fitCounts[groupCount] ?? []), room);
    const next = groups.length === 0 ? fn : otherFunction(world, groups, random);
    const group =
      next && wanted >= 2 ? makeGroup(world, next, groups, wanted, random.fork(`${attempt}`)) : null;
    if (group) groups.push(group);
    else if (groups.length === 0) return null;
  }
  const fits = groups.flatMap((group) => group.fits);
  const asked = groups.map((group) => group.fn);
  const negatives = chooseNegatives(world, asked, fits, size - fits.length, random);
  if (fits.length + negatives.length < size) return null;
  const total = random.weighted([
    [10, 25],
    [13, 40],
    [16, 35],
  ]);
  const wanted = groups.length === 1 ? random.int(3, 5) : random.int(1, 4);
  const singles = makeSingles(world, groups, negatives, wanted, random);
  const counts = share(total - singles.length, groups.length);
  const full = groups.map((group, at) => ({
    ...group,
    queries: moreQueries(world, group, counts[at] ?? 1, random),
  }));
  if (full.reduce((sum, { queries }) => sum + queries.length, singles.length) < 4) return null;
  const tools = random.shuffle([...fits, ...negatives].map(({ tool }) => tool));
  return { groups: full, singles, negatives, ...disguise(tools, namesOf(fits), random) };
}

/** The pack in which each group's first tool is preferred; null if the history does not say so clearly. */
function play(
  world: World,
  { groups, singles, negatives, candidates, tags }: Stage,
  order: Order,
  plans: readonly Plan[],
  length: number,
  random: Random,
): Pack | null {
  const { id, setting, edit } = order;
  const casts = groups.flatMap(({ fits }, at) => plans.slice(at, at + 1).map((plan) => ({ fits, plan })));
  const history = writeHistory(world, casts, negatives, { setting, edit, length }, random);
  if (!history || history.length > (edit === null ? 24 : 40)) return null;
  if (edit === null && history.length < 4) return null;
  const clear = groups.every(({ fits }) => preferred(setting, history, namesOf(fits)) === 0);
  if (edit !== "empty" && !clear) return null;
  const guess = random.fork("guess");
  const questions = [...groups, ...singles].flatMap((group) =>
    group.queries.map((query) => {
      // An empty history prefers nothing.
      const gold = edit === "empty" ? guess.pick(group.fits) : group.fits[0];
      return question(group, query, gold, candidates, [...tags, ...(edit ? [edit] : [])]);
    }),
  );
  if (questions.some((asked) => asked === null)) return null;
  const asked = random.fork("order").shuffle(questions.filter((one) => one !== null));
  return { id, setting, history, candidates, questions: asked };
}

const namesOf = (tools: readonly KnownTool[]): string[] => tools.map(({ tool }) => tool.name);

function question(
  { fn, fits }: Group,
  { text, values, tags }: Query,
  gold: KnownTool | undefined,
  candidates: Pack["candidates"],
  more: readonly string[],
): Pack["questions"][number] | null {
  const parameters: CallParameters | null = gold ? fillCall(gold, values) : null;
  if (!gold || !parameters) return null;
  const names = namesOf(fits);
  return {
    query: text,
    fits: candidates.flatMap(({ name }, at) => (names.includes(name) ? [at] : [])),
    answer: { tool_name: gold.tool.name, parameters },
    function: fn.id,
    tags: [...tags, ...(fits.length === 1 ? ["only fit"] : []), ...more],
  };
}

/** A pack, its twin, and now and then the pack with its evidence turned round. */
export type PackPair = [pack: Pack, twin: Pack, ...turned: Pack[]];

/** The pack with its evidence turned round; null unless that is clear for all groups and changes one. */
function turnRound(pack: Pack, groups: readonly Group[]): Pack | null {
  const history = turnHistory(pack.setting, pack.history);
  if (!history) return null;
  const best = new Map(
    groups.map(({ fn, fits }) => {
      const at = preferred(pack.setting, history, namesOf(fits));
      return [fn.id, at === null ? undefined : fits[at]] as const;
    }),
  );
  const golds = [...best.values()];
  if (golds.includes(undefined) || groups.every(({ fits }) => golds.includes(fits[0]))) return null;
  const values = new Map(
    groups.flatMap(({ queries }) => queries.map((query) => [query.text, query.values] as const)),
  );
  const questions = pack.questions.flatMap((asked) => {
    if (!best.has(asked.function)) return asked;
    const gold = best.get(asked.function);
    const said = values.get(asked.query);
    const parameters = gold && said && fillCall(gold, said);
    return gold && parameters ? { ...asked, answer: { tool_name: gold.tool.name, parameters } } : [];
  });
  return { ...pack, id: `${pack.id}~turned`, history, questions };
}

function playPair(world: World, stage: Stage, order: Order, random: Random): PackPair | null {
  for (let turn = 0; turn < 8; turn++) {
    const chance = random.fork(`plan ${turn}`);
    const drawn = stage.groups.map(({ fits }) => drawHistoryPlan(order, fits.length - 1, chance));
    const plans = drawn.map(({ plan }) => plan);
    const length = Math.max(...drawn.map((plan) => plan.length));
    const playable = stage.groups.every(
      ({ fits }, at) =>
        plans[at]?.items.every(({ kind }) => kind === "direct") || fits.every((fit) => hasMore(world, fit)),
    );
    if (!playable) continue;
    const exchanged = stage.groups.map((group) => {
      const other = chance.int(1, group.fits.length - 1);
      const [gold, rival] = [group.fits[0], group.fits[other]];
      return {
        ...group,
        fits: group.fits.map((fit, at) => (at === 0 ? (rival ?? fit) : at === other ? (gold ?? fit) : fit)),
      };
    });
    const pack = play(world, stage, order, plans, length, chance.fork("history"));
    const twin = play(
      world,
      { ...stage, groups: exchanged },
      { ...order, id: `${order.id}~twin` },
      plans,
      length,
      chance.fork("history"),
    );
    if (!pack || !twin) continue;
    const turned = turnRound(pack, stage.groups);
    return turned ? [pack, twin, turned] : [pack, twin];
  }
  return null;
}

/** A pack whose first questions are for a function, and its twin; null if chance was unkind. */
export function makePackPair(
  world: World,
  fn: TrainingFunction,
  order: Order,
  random: Random,
): PackPair | null {
  for (let attempt = 0; attempt < 6; attempt++) {
    const chance = random.fork(`stage ${attempt}`);
    const stage = setStage(world, fn, order, chance);
    const pair = stage && playPair(world, stage, order, chance);
    if (pair) return pair;
  }
  return null;
}
