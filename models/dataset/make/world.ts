import { functions as catalogueFunctions } from "../functions.ts";
import { toolParts, type Tool } from "../../../src/domain/tool.ts";
import { domains } from "../tables/domains.ts";
import { allFunctions, sharedFunctions } from "../tables/functions.ts";
import { rejected } from "../tables/rejected.ts";
import { bindTool } from "./bind.ts";
import { inventProviderName, nameKey } from "./names.ts";
import type { RealTool } from "./openapi.ts";
import { hash, Random } from "./random.ts";
import { inventStyle, inventTool } from "./invent.ts";
import type { KnownTool } from "./tool.ts";
import type { Split, TrainingFunction } from "./types.ts";

/** All tools that the samples of one split may show. */
export interface World {
  split: Split;
  byFunction: ReadonlyMap<string, readonly KnownTool[]>;
  byProvider: ReadonlyMap<string, readonly KnownTool[]>;
  byDomain: ReadonlyMap<string, readonly KnownTool[]>;
  known: readonly KnownTool[];
  /** Real tools that are of none of the functions. */
  others: readonly RealTool[];
}

const functionById = new Map(allFunctions.map((fn) => [fn.id, fn]));

/** The function of an id. @throws Error if there is none. */
export function functionOf(id: string): TrainingFunction {
  const fn = functionById.get(id);
  if (!fn) throw new Error(`There is no function "${id}"`);
  return fn;
}

const catalogueMakers = new Set(
  catalogueFunctions.flatMap(({ entries }) =>
    entries.map(({ api }) => (api.split("/")[0] ?? "").replace(/\.json$/, "")),
  ),
);

/** The split that a real maker belongs to; what the page bundles is for training. */
function splitOf(maker: string): Split {
  if (catalogueMakers.has(maker)) return "train";
  const part = hash(`maker ${maker}`) % 20;
  return part < 13 ? "train" : part < 15 ? "validation" : "test";
}

/** The bundled tools whose parameters a question of their function can fill. */
function catalogueTools(bundled: readonly Tool[]): KnownTool[] {
  return bundled.flatMap((tool) => {
    const fn = functionById.get(tool.function === "payment" ? "payment-request" : (tool.function ?? ""));
    if (!fn || tool.source === "invented") return [];
    const bare = {
      ...tool,
      parameters: tool.parameters.map((parameter) => ({ ...parameter, description: "" })),
    };
    delete bare.function;
    delete bare.response;
    return bindTool(fn, bare, toolParts(tool.name).provider) ?? [];
  });
}

function knownReal(real: RealTool): KnownTool | null {
  const fits = sharedFunctions.filter(
    (fn) =>
      fn.real?.test(real.text) && !rejected.some((pattern) => pattern.test(`${fn.id} ${real.tool.name}`)),
  );
  const bound = fits.map((fn) => bindTool(fn, real.tool, real.provider)).filter((tool) => tool !== null);
  return bound.length === 1 ? (bound[0] ?? null) : null;
}

/** Whether a text could belong to one of the functions. */
export function isWanted(text: string): boolean {
  return sharedFunctions.some(({ real }) => real?.test(text));
}

/** Providers that do not exist, each with some of the functions of one domain. `counted` ones weigh the domains. */
function inventProviders(
  split: Split,
  count: number,
  taken: Set<string>,
  random: Random,
  functions: readonly TrainingFunction[] = sharedFunctions,
  counted = functions,
): KnownTool[] {
  const weighted = domains.map((domain) => {
    const ofDomain = (fn: TrainingFunction): boolean => fn.domain === domain.id;
    return [{ domain, own: functions.filter(ofDomain) }, counted.filter(ofDomain).length] as const;
  });
  return Array.from({ length: count }).flatMap(() => {
    const { domain, own } = random.weighted(weighted);
    let name = "";
    do name = inventProviderName(random, domain.stems, split);
    while (taken.has(nameKey(name)));
    taken.add(nameKey(name));
    const provider = { name, category: random.pick(domain.categories), style: inventStyle(random) };
    const all = functions === counted || random.chance(0.5);
    const offers = random.sample(
      all ? own : own.filter((fn) => counted.includes(fn)),
      random.weighted([
        [1, 22],
        [2, 30],
        [3, 26],
        [4, 14],
        [5, 8],
      ]),
    );
    const tools = offers.map((fn) => inventTool(fn, provider, split, random));
    return tools.filter(({ tool }, at) => tools.findIndex((other) => other.tool.name === tool.name) === at);
  });
}

const PROVIDERS: Record<Split, number> = { train: 1500, validation: 420, test: 560 };
/** Those that offer what only training knows as well. */
const FURTHER_PROVIDERS = 1300;

function makeWorld(split: Split, tools: readonly KnownTool[], others: World["others"]): World {
  const known = [...new Map(tools.map((tool) => [tool.tool.name, tool])).values()];
  return {
    split,
    known,
    byFunction: group(known, ({ functionId }) => functionId),
    byProvider: group(known, ({ provider }) => provider),
    byDomain: group(known, ({ functionId }) => functionOf(functionId).domain),
    others,
  };
}

function group(tools: readonly KnownTool[], key: (tool: KnownTool) => string): Map<string, KnownTool[]> {
  const groups = new Map<string, KnownTool[]>();
  for (const tool of tools) {
    const own = groups.get(key(tool));
    if (own) own.push(tool);
    else groups.set(key(tool), [tool]);
  }
  return groups;
}

export interface WorldSources {
  /** The tools that the page bundles. */
  bundled: readonly Tool[];
  real: readonly RealTool[];
  /** The providers of hand-written test tools. */
  reserved: readonly string[];
  seed: string;
  scale?: number;
}

/**
 * The worlds of the three splits: no provider of one occurs in another, however its name is written.
 */
export function buildWorlds({
  bundled,
  real,
  reserved,
  seed,
  scale = 1,
}: WorldSources): Record<Split, World> {
  const owners = new Map<string, Split>();
  const claim = (provider: string, split: Split): boolean => {
    const key = nameKey(provider);
    if (!owners.has(key)) owners.set(key, split);
    return owners.get(key) === split;
  };
  reserved.forEach((provider) => claim(provider, "test"));
  const ours = catalogueTools(bundled);
  ours.forEach(({ provider }) => claim(provider, "train"));
  const usable = real.filter(({ provider, maker }) => claim(provider, splitOf(maker)));
  const taken = new Set(owners.keys());
  const build = (split: Split): World => {
    const own = usable.filter(({ maker }) => splitOf(maker) === split);
    const sorted = own.map((tool) => ({ tool, known: knownReal(tool) }));
    const random = new Random(`${seed}/world/${split}`);
    const known = [
      ...(split === "train" ? ours : []),
      ...sorted.flatMap(({ known: tool }) => tool ?? []),
      ...inventProviders(split, Math.round(PROVIDERS[split] * scale), taken, random),
    ];
    const others = sorted.filter(({ known: tool }) => !tool).map(({ tool }) => tool);
    return makeWorld(split, known, others);
  };
  const [train, validation, test] = [build("train"), build("validation"), build("test")];
  // Last, so that they change nothing of validation and test.
  const further = inventProviders(
    "train",
    Math.round(FURTHER_PROVIDERS * scale),
    taken,
    new Random(`${seed}/world/further`),
    allFunctions,
    allFunctions.filter(({ trainingOnly }) => trainingOnly),
  );
  return { train: makeWorld("train", [...train.known, ...further], train.others), validation, test };
}
