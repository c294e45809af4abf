import type { Tool } from "../../../src/domain/tool.ts";
import type { RealTool } from "./openapi.ts";
import type { Random } from "./random.ts";
import type { KnownTool } from "./tool.ts";
import type { TrainingFunction } from "./types.ts";
import { functionOf, type World } from "./world.ts";

/** A tool that does not do what is asked. */
export interface Negative {
  tool: Tool;
  provider: string;
  known: KnownTool | null;
}

/** Whether a tool of the second function would be a doubtful wrong candidate for the first. */
function isNear(a: TrainingFunction, b: TrainingFunction): boolean {
  return a.id === b.id || a.near.includes(b.id) || b.near.includes(a.id);
}

/** Words of a function's id: a real tool that holds one of them might do the same. */
function mightFit(fn: TrainingFunction, { text, tool }: RealTool): boolean {
  const roots = fn.id.split("-").map((word) => word.slice(0, 6));
  const whole = `${tool.name} ${text}`.toLowerCase();
  return fn.real?.test(text) === true || roots.some((root) => root.length > 3 && whole.includes(root));
}

/**
 * Tools that do not do what is asked: of the fitting tools' providers, of the same field, of anything. No provider
 * comes with a tool that could be taken for a fitting one.
 */
export function chooseNegatives(
  world: World,
  asked: TrainingFunction,
  fits: readonly KnownTool[],
  count: number,
  random: Random,
): Negative[] {
  const providers = new Set(fits.map(({ provider }) => provider));
  const wrong = (tool: KnownTool): boolean => !isNear(asked, functionOf(tool.functionId));
  const known = (tool: KnownTool): Negative => ({ tool: tool.tool, provider: tool.provider, known: tool });
  const real = (tool: RealTool): Negative => ({ tool: tool.tool, provider: tool.provider, known: null });
  const sameProvider = [...providers].flatMap((name) => world.byProvider.get(name) ?? []).filter(wrong);
  const strangers = (tools: readonly KnownTool[]): KnownTool[] =>
    random.sample(tools, 40).filter((tool) => wrong(tool) && !providers.has(tool.provider));
  const sameField = strangers(world.byDomain.get(asked.domain) ?? []);
  const others = random
    .sample(world.others, 40)
    .filter((tool) => !mightFit(asked, tool) && !providers.has(tool.provider));
  const chosen = [
    ...random.sample(sameProvider, random.int(1, 3)).map(known),
    ...sameField.slice(0, random.int(2, 3)).map(known),
    ...others.slice(0, random.int(1, 2)).map(real),
    ...strangers(world.known).slice(0, count).map(known),
  ];
  const unique = chosen.filter(
    ({ tool }, at) => chosen.findIndex((other) => other.tool.name === tool.name) === at,
  );
  return unique.filter(({ tool }) => fits.every((fit) => fit.tool.name !== tool.name)).slice(0, count);
}
