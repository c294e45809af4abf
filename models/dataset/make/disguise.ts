import { toolName, toolParts } from "../../../src/domain/tool.ts";
import { trainingInjections, unusualNames } from "../tables/robustness.ts";
import { nameKey } from "./names.ts";
import type { Random } from "./random.ts";
import type { Pack } from "./schema.ts";

type Candidates = Pack["candidates"];

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

/** Packs of the same candidates in which every provider has another, unusual name. */
export function renamePacks(packs: readonly Pack[], taken: ReadonlySet<string>, random: Random): Pack[] {
  const tools = packs.flatMap(({ history, candidates }) => [
    ...candidates.map(({ name }) => name),
    ...history.map(({ tool }) => tool),
  ]);
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
  return packs.map((pack) => ({
    ...pack,
    history: pack.history.map((call) => ({ ...call, tool: rename(call.tool) })),
    candidates: pack.candidates.map((tool) => {
      const { provider } = toolParts(tool.name);
      const description = tool.description.replaceAll(provider, names.get(provider) ?? provider);
      return { ...tool, name: rename(tool.name), description };
    }),
    questions: pack.questions.map((question) => ({
      ...question,
      answer: { ...question.answer, tool_name: rename(question.answer.tool_name) },
      tags: [...question.tags, "renamed"],
    })),
  }));
}
