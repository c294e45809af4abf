import type { Kind, Part, Slot, Take, TrainingFunction } from "./types.ts";
import { kinds, type KindName } from "./kinds.ts";

/** The lines of a text, without empty ones. */
export function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");
const phrases = (text: string): string[] =>
  text
    .split(";")
    .map((phrase) => phrase.trimEnd())
    .filter((phrase) => phrase.trim() !== "")
    .map((phrase) => (/^\s*,/.test(phrase) ? phrase.trimStart() : ` ${phrase.trimStart()}`));

/** A slot of a known kind; `names` replace the kind's own parameter names (only of its plain shapes). */
export function slot(kind: KindName, names = "", say = ""): Slot {
  const base: Kind = kinds[kind];
  const named = (parts: readonly Part[]): readonly Part[] =>
    names && parts.length === 1
      ? parts.map((part) => ({ ...part, names: plural(words(names), part.take) }))
      : parts;
  const shapes = names
    ? base.shapes
        .filter(([parts]) => parts.length === 1)
        .map(([parts, weight]) => [named(parts), weight] as const)
    : base.shapes;
  return { kind: { ...base, shapes }, say: phrases(say) };
}

/** The names of a list: in the plural, but for prepositions and what is plural already. */
function plural(names: string[], take: Take): string[] {
  if (take !== "list") return names;
  return names.map((name) => {
    if (/s$/.test(name) || ["to", "cc", "with", "available", "where", "q", "loc"].includes(name)) return name;
    return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
  });
}

/** A whole number from `low` to `high`. `{}` in `say` is the number. */
export function count(low: number, high: number, names: string, say = ""): Slot {
  const kind: Kind = {
    sample: (random) => {
      const value = random.int(low, high);
      const spelled = ["zero", "one", "two", "three", "four", "five", "six"][value];
      const text = spelled && value > 1 && random.chance(0.2) ? spelled : String(value);
      return { text, as: { integer: value, number: value, text: String(value) } };
    },
    shapes: [
      [[{ names: words(names), type: "integer", take: "integer" }], 8],
      [[{ names: words(names), type: "number", take: "number" }], 2],
    ],
  };
  return { kind, say: phrases(say) };
}

/** True or false, by what is said. */
export function flag(names: string, yes: string, no = ""): Slot {
  const said = [phrases(yes), phrases(no)] as const;
  const kind: Kind = {
    sample: (random) => {
      const value = said[1].length === 0 || random.chance(0.7);
      const phrase = said[value ? 0 : 1];
      return { text: phrase.length > 0 ? random.pick(phrase) : "", as: { boolean: value } };
    },
    shapes: [[[{ names: words(names), type: "boolean", take: "boolean" }], 1]],
  };
  return { kind, say: said[0].length > 0 ? ["{}"] : [] };
}

/**
 * One of some options. Each line: `said / said = SPELLED spelled s`; a tool takes one column of the spellings for
 * all of its options, as an enum.
 */
export function choice(names: string, table: string, say = "{}"): Slot {
  const options = lines(table).map((line) => {
    const [said = "", spelled = ""] = line.split(" = ");
    return { said: said.split("/").map((text) => text.trim()), spelled: words(spelled) };
  });
  const kind: Kind = {
    sample: (random) => {
      const option = random.int(0, options.length - 1);
      const text = random.pick(options[option]?.said ?? []);
      return { text, as: { option } };
    },
    shapes: [[[{ names: words(names), type: "string", take: "option" }], 1]],
  };
  return { kind, say: phrases(say), options };
}

interface Written {
  /** With semicolons between. */
  operations: string;
  describe: string;
  slots: Record<string, Slot>;
  ask: string;
  near?: string;
  real?: RegExp;
}

/** A function from its tables. @throws Error for a wording with an unknown slot. */
export function define(id: string, domain: string, written: Written): TrainingFunction {
  const asks = lines(written.ask);
  for (const ask of asks)
    for (const [, name = ""] of ask.matchAll(/\{(\w+)\}/g))
      if (!Object.hasOwn(written.slots, name)) throw new Error(`${id} has no slot "${name}": ${ask}`);
  return {
    id,
    domain,
    operations: written.operations.split(";").map((operation) => operation.trim()),
    descriptions: lines(written.describe),
    slots: written.slots,
    asks,
    near: words(written.near ?? ""),
    real: written.real ?? null,
  };
}
