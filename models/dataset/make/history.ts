import type { CallParameters, PastCall, Rating } from "../../../src/domain/interaction.ts";
import type { Setting } from "../../../src/domain/setting.ts";
import type { Negative } from "./candidates.ts";
import { genericCall } from "./generic.ts";
import type { Plan, PlanItem } from "./plan.ts";
import { drawValues } from "./query.ts";
import type { Random } from "./random.ts";
import { constantSlots, fillCall, type KnownTool } from "./tool.ts";
import type { Split } from "./types.ts";
import { functionOf, type World } from "./world.ts";

/**
 * Changes that a visitor of the page can make to a history. "elsewhere" likes only what doesn't fit, as after a question
 * about something else; it and an empty one don't say which of the fitting tools is preferred.
 */
export type Edit = "empty" | "elsewhere" | "single" | "all disliked" | "one provider" | "forty";

/** Past parameters of a tool: what it needs, and now and then something more. */
function pastParameters(
  { bindings, tool, functionId, ...known }: KnownTool,
  split: Split,
  random: Random,
): CallParameters | null {
  if (known.past) return known.past(random);
  const fn = functionOf(functionId);
  const constant = constantSlots(fn);
  const bound = [...bindings].filter(
    ([name, { slot }]) =>
      constant.has(slot) ||
      tool.parameters.some((own) => own.name === name && own.required) ||
      random.chance(0.2),
  );
  const slots = [...new Set(bound.map(([, { slot }]) => slot))];
  return fillCall({ ...known, bindings, tool, functionId }, drawValues(fn, slots, split, random));
}

export interface HistoryPlan {
  setting: Setting;
  plan: Plan;
  edit: Edit | null;
  /** How many calls in all, if the plan leaves room. */
  length: number;
}

/** A user's other doings: some functions, with a favourite tool for each, and wrong candidates. */
function otherCalls(
  world: World,
  count: number,
  excluded: ReadonlySet<string>,
  decoys: readonly Negative[],
  absent: readonly KnownTool[],
  random: Random,
): { tool: string; parameters: CallParameters }[] {
  const favourites = random
    .sample(world.known, 12)
    .filter(({ provider }) => !excluded.has(provider))
    .slice(0, random.int(2, 4));
  const fromDecoys = decoys.filter(({ provider }) => !excluded.has(provider));
  const calls: { tool: string; parameters: CallParameters }[] = [];
  for (let attempt = 0; attempt < count * 4 && calls.length < count; attempt++) {
    const kind = random.weighted([
      ["favourite", 45],
      ["decoy", fromDecoys.length > 0 ? 30 : 0],
      ["absent", absent.length > 0 ? 12 : 0],
      ["real", world.others.length > 0 ? 13 : 0],
    ] as const);
    const known =
      kind === "favourite" ? random.pick(favourites) : kind === "absent" ? random.pick(absent) : null;
    const other =
      kind === "decoy"
        ? random.pick(fromDecoys)
        : kind === "real"
          ? { ...random.pick(world.others), known: null }
          : null;
    if (other && excluded.has(other.provider)) continue;
    const tool = known ?? other?.known ?? null;
    const parameters = tool
      ? pastParameters(tool, world.split, random)
      : other && genericCall(other.tool, world.split, random);
    const name = tool?.tool.name ?? other?.tool.name;
    if (parameters && name !== undefined) calls.push({ tool: name, parameters });
  }
  return calls;
}

/** Calls of some wrong candidates, mostly liked; null if there are none to call. */
function lovedCalls(
  world: World,
  loved: readonly Negative[],
  setting: Setting,
  random: Random,
): PastCall[] | null {
  const calls: PastCall[] = [];
  for (let left = loved.length > 0 ? random.int(3, 10) : 0; left > 0; left--) {
    const { tool, known } = random.pick(loved);
    const parameters = known
      ? pastParameters(known, world.split, random)
      : genericCall(tool, world.split, random);
    const rating = setting === "rating-integrated" && random.chance(0.85) ? 1 : null;
    if (parameters) calls.push({ tool: tool.name, parameters, rating });
  }
  return calls.length > 0 ? calls : null;
}

/** Whether a tool's provider has known tools of other functions. */
export function hasMore(world: World, { provider, functionId }: KnownTool): boolean {
  return (world.byProvider.get(provider) ?? []).some((tool) => tool.functionId !== functionId);
}

/** The call of one item of a plan; null if the provider offers nothing else. */
function plannedCall(
  world: World,
  fits: readonly KnownTool[],
  item: PlanItem,
  random: Random,
): PastCall | null {
  const fit = fits[item.role];
  if (!fit) return null;
  const more = (world.byProvider.get(fit.provider) ?? []).filter(
    ({ functionId }) => functionId !== fit.functionId,
  );
  if (item.kind === "related" && more.length === 0) return null;
  const tool = item.kind === "direct" ? fit : random.pick(more);
  const parameters = pastParameters(tool, world.split, random);
  return parameters && { tool: tool.tool.name, parameters, rating: item.rating };
}

/** Puts the second list's entries at random places between the first's. */
function interleave<T>(first: readonly T[], second: readonly T[], random: Random): T[] {
  const keyed = [
    ...first.map((item, at) => ({ item, key: (at + 0.5) / first.length })),
    ...second.map((item) => ({ item, key: random.next() })),
  ];
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/**
 * A history by a plan whose roles the tools play in order. With the same source of chance another order of `fits` gives
 * the same history with the roles exchanged. Null if the plan can't be played by these tools.
 */
export function writeHistory(
  world: World,
  fits: readonly KnownTool[],
  decoys: readonly Negative[],
  { setting, plan, edit, length }: HistoryPlan,
  random: Random,
): PastCall[] | null {
  const planned = plan.items.map((item, at) => plannedCall(world, fits, item, random.fork(`call ${at}`)));
  const calls = planned.filter((call) => call !== null);
  if (calls.length < planned.length) return null;
  if (edit === "empty" || edit === "single" || edit === "one provider") return calls;
  const excluded = new Set(fits.map(({ provider }) => provider));
  if (edit === "elsewhere") {
    const strangers = decoys.filter(({ provider }) => !excluded.has(provider));
    return lovedCalls(world, random.sample(strangers, random.int(1, 2)), setting, random);
  }
  const others = random.fork("others");
  const absent = others.chance(0.3)
    ? others.sample(
        (world.byFunction.get(fits[0]?.functionId ?? "") ?? []).filter(
          ({ provider }) => !excluded.has(provider),
        ),
        2,
      )
    : [];
  const rated = (): Rating => {
    if (setting !== "rating-integrated") return null;
    return edit === "all disliked"
      ? 0
      : others.weighted([
          [1, 50],
          [0, 28],
          [null, 22],
        ]);
  };
  const room = Math.max(others.int(0, 2), length - calls.length);
  const more = otherCalls(world, room, excluded, decoys, absent, others).map((call) => ({
    ...call,
    rating: rated(),
  }));
  return interleave(calls, more, others);
}
