import type { PastCall } from "../../../src/domain/interaction.ts";
import type { Setting } from "../../../src/domain/setting.ts";
import { toolParts } from "../../../src/domain/tool.ts";
import { leaning } from "./preference.ts";
import { Random } from "./random.ts";
import type { Plays } from "./schema.ts";
import { shorter } from "./shorter.ts";

const settings: readonly (readonly [Setting, number])[] = [
  ["rating-integrated", 60],
  ["chronological", 25],
  ["preferred-only", 15],
];

/** How clear the end of a history must be, as the share of the tool that leads. */
const CLEAR = 0.65;

/** What past calls are made of: the tools that fit, other tools of their providers, and what has nothing to do with it. */
function materialOf({ candidates, fits, plays }: Plays) {
  const names = fits.map((at) => candidates[at]?.name ?? "");
  const providers = names.map((name) => toolParts(name).provider);
  const past = plays.flatMap(({ history }) => history);
  const parametersOf = (name: string) =>
    [...past, ...plays.map(({ answer }) => ({ tool: answer.tool_name, parameters: answer.parameters }))]
      .filter(({ tool }) => tool === name)
      .map(({ parameters }) => parameters);
  const direct = names.map((tool) => {
    const known = parametersOf(tool);
    return { tool, parameters: known.length > 0 ? known : [{}] };
  });
  const isRelated = (call: PastCall) => providers.includes(toolParts(call.tool).provider);
  const indirect = past.filter(({ tool }) => !names.includes(tool));
  return {
    names,
    direct,
    related: indirect.filter(isRelated),
    others: indirect.filter((call) => !isRelated(call)),
  };
}

function drawHistory(material: ReturnType<typeof materialOf>, setting: Setting, random: Random): PastCall[] {
  const tools = material.direct.map((one) => ({ ...one, weight: 0.2 + random.next(), liked: random.next() }));
  return Array.from({ length: random.int(4, 10) }, () => {
    const kind = random.weighted([
      ["direct", 65],
      ["related", material.related.length > 0 ? 20 : 0],
      ["others", material.others.length > 0 ? 15 : 0],
    ] as const);
    const chosen = random.weighted(tools.map((tool) => [tool, tool.weight] as const));
    const { tool, parameters } =
      kind === "direct"
        ? { tool: chosen.tool, parameters: random.pick(chosen.parameters) }
        : random.pick(material[kind]);
    const liked = kind === "direct" ? chosen.liked : 0.5;
    const rated = setting === "rating-integrated" && !random.chance(0.15);
    return { tool, parameters, rating: rated ? (random.chance(liked) ? 1 : 0) : null };
  });
}

/**
 * An exercise in reading histories, many decisions for few tokens: the question with its fitting tools and at most two
 * others, and histories that speak of little else. What they say changes call by call, in no sensible plan.
 * @param histories how many.
 * @returns null if chance was unkind.
 */
export function drill(made: Plays, histories: number): Plays | null {
  const random = new Random(`${made.id} drill`);
  const few = shorter(made, made.fits.length + random.int(0, 2), Infinity);
  if (!few) return null;
  const material = materialOf(few);
  const answers = new Map(few.plays.map(({ answer }) => [answer.tool_name, answer]));
  const plays: Plays["plays"] = [];
  for (let attempt = 0; attempt < histories * 8 && plays.length < histories; attempt++) {
    const setting = random.weighted(settings);
    const history = drawHistory(material, setting, random);
    const shares = leaning(setting, history, material.names);
    const most = Math.max(...shares);
    const answer = answers.get(material.names[shares.indexOf(most)] ?? "");
    if (answer && most > CLEAR) plays.push({ setting, history, answer });
  }
  return plays.length === histories ? { ...few, plays } : null;
}
