import { toolName, toolParts } from "../../../src/domain/tool.ts";
import { trainingInjections, unusualNames } from "../tables/robustness.ts";
import { nameKey } from "./names.ts";
import type { Random } from "./random.ts";
import type { KnownSample, Plays } from "./schema.ts";

type Candidates = KnownSample["candidates"];

/** Puts a text before, behind or in place of a description. */
function inject(description: string, text: string, random: Random): string {
  return random.weighted([
    [`${text} ${description}`, 6],
    [`${description} ${text}`, 3],
    [text, 1],
  ]);
}

/**
 * Now and then candidates without descriptions, or one whose description asks to be chosen: one of the `fits` (names)
 * in half of these, preferred or not, so that such a text says nothing.
 */
export function disguise(
  tools: Candidates,
  fits: readonly string[],
  random: Random,
): { candidates: Candidates; tags: string[] } {
  const kind = random.weighted([
    ["plain", 84],
    ["injected", 9],
    ["undescribed", 7],
  ] as const);
  if (kind === "injected") {
    const target = random.chance(0.5) ? random.pick(fits) : random.pick(tools).name;
    const text = random.pick(trainingInjections);
    const candidates = tools.map((tool) =>
      tool.name === target ? { ...tool, description: inject(tool.description, text, random) } : tool,
    );
    return { candidates, tags: [kind] };
  }
  // Operations of real tools may say nothing without a description.
  const clear = tools.every(({ name, source }) => !fits.includes(name) || source === "invented");
  if (kind === "undescribed" && clear) {
    const share = random.chance(0.6) ? 1 : 0.5;
    const candidates = tools.map((tool) => (random.chance(share) ? { ...tool, description: "" } : tool));
    return { candidates, tags: [kind] };
  }
  return { candidates: tools, tags: [] };
}

/** An unusual name that `taken` (name keys) does not hold. */
function unusual(taken: ReadonlySet<string>, random: Random): string {
  for (;;) {
    const base = random.pick(unusualNames);
    const name = random.weighted([
      [base, 6],
      [`${base}${random.int(2, 999)}`, 2],
      [`${base} ${random.pick(unusualNames)}`, 1],
      [String(random.int(10, 99999)), 1],
    ]);
    if (!taken.has(nameKey(name)) && name.length <= 32) return name;
  }
}

/** The same with another, unusual name for every provider. */
export function renamePlays(made: Plays, taken: ReadonlySet<string>, random: Random): Plays {
  const tools = [
    ...made.candidates.map(({ name }) => name),
    ...made.plays.flatMap(({ history }) => history.map(({ tool }) => tool)),
  ];
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const provider of new Set(tools.map((name) => toolParts(name).provider))) {
    let name = unusual(taken, random);
    while (used.has(name)) name = unusual(taken, random);
    used.add(name);
    names.set(provider, name);
  }
  const rename = (tool: string): string => {
    const { category, provider, operation } = toolParts(tool);
    return toolName(category, names.get(provider) ?? provider, operation);
  };
  return {
    ...made,
    tags: [...made.tags, "renamed"],
    candidates: made.candidates.map((tool) => {
      const { provider } = toolParts(tool.name);
      const description = tool.description.replaceAll(provider, names.get(provider) ?? provider);
      return { ...tool, name: rename(tool.name), description };
    }),
    plays: made.plays.map(({ setting, history, answer }) => ({
      setting,
      history: history.map((call) => ({ ...call, tool: rename(call.tool) })),
      answer: { ...answer, tool_name: rename(answer.tool_name) },
    })),
  };
}
