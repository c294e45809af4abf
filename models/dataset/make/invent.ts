import { toolName, type Parameter } from "../../../src/domain/tool.ts";
import { operationName, parameterName, type OperationStyle, type ParameterStyle } from "./names.ts";
import { foreignNames } from "../tables/foreign.ts";
import type { Random } from "./random.ts";
import { descriptionsOf } from "./split.ts";
import { constantSlots, type Binding, type KnownTool } from "./tool.ts";
import type { Slot, Split, TrainingFunction } from "./types.ts";

export interface ProviderStyle {
  operation: OperationStyle;
  parameter: ParameterStyle;
  /** The column of the enums' spellings. */
  spelling: number;
  /** The language of its parameters' names. */
  language: string;
  /** Appended to descriptions, as some providers do. */
  boast: string;
  bare: boolean;
}

export function inventStyle(random: Random): ProviderStyle {
  return {
    operation: random.weighted([
      ["Pascal", 48],
      ["camel", 16],
      ["snake", 12],
      ["Words", 9],
      ["kebab", 5],
      ["path", 6],
      ["lower", 4],
    ]),
    parameter: random.weighted([
      ["snake", 48],
      ["camel", 30],
      ["flat", 8],
      ["kebab", 5],
      ["Pascal", 6],
      ["SNAKE", 3],
    ]),
    spelling: random.int(0, 2),
    language: random.chance(0.1) ? random.pick(Object.keys(foreignNames)) : "en",
    boast: random.chance(0.25)
      ? random.pick([
          "Free plan available.",
          "No key needed.",
          "Fast.",
          "Beta.",
          "v2",
          "JSON.",
          "By people for people.",
          "99.9 % uptime.",
          "Since 2011.",
          "Made in Norway.",
        ])
      : "",
    bare: random.chance(0.05),
  };
}

/** Names that say nothing: only a function's first slot may have them. */
const GENERAL = new Set(
  "q query search search_term keyword keywords term input value data content item".split(" "),
);

const extras: readonly Parameter[] = [
  { name: "page", type: "integer", required: false, description: "Page of the results" },
  { name: "offset", type: "integer", required: false, description: "" },
  { name: "callback", type: "string", required: false, description: "Address to notify" },
  { name: "fields", type: "array", items: "string", required: false, description: "Fields to return" },
  { name: "api_version", type: "string", required: false, description: "" },
  { name: "user_id", type: "string", required: false, description: "" },
  { name: "verbose", type: "boolean", required: false, description: "Return more" },
  { name: "cache", type: "boolean", required: false, description: "" },
  { name: "timezone", type: "string", required: false, description: "IANA time zone" },
  { name: "output", type: "string", required: false, description: "", enum: ["json", "xml"] },
];

interface Declared {
  parameter: Parameter;
  binding?: Binding;
}

/** The parameters that a slot becomes at this provider. */
function declareSlot(
  name: string,
  slot: Slot,
  required: boolean,
  style: ProviderStyle,
  main: boolean,
  random: Random,
): Declared[] {
  const foreign = foreignNames[style.language];
  return random.weighted(slot.kind.shapes).map((part): Declared => {
    // The first names are the usual ones.
    const own = main ? part.names : part.names.filter((word) => !GENERAL.has(word));
    const names = own.length > 0 ? own : part.names;
    const at = Math.min(random.int(0, names.length - 1), random.int(0, names.length - 1));
    const spelled = slot.options?.map(
      (option) => option.spelled[style.spelling % option.spelled.length] ?? "",
    );
    return {
      parameter: {
        name: parameterName(foreign?.get(names[at] ?? "") ?? names[at] ?? name, style.parameter),
        type: part.type,
        required,
        description: "",
        ...(spelled && { enum: [...new Set(spelled)] }),
        ...(part.items && { items: part.items }),
      },
      binding: { slot: name, take: part.take, ...(spelled && { spelled }) },
    };
  });
}

function declareAll(fn: TrainingFunction, style: ProviderStyle, random: Random): Declared[] {
  const constant = constantSlots(fn);
  const [main] = Object.keys(fn.slots);
  const declared: Declared[] = [];
  const add = (more: Declared[]): void => {
    const names = declared.map(({ parameter }) => parameter.name.toLowerCase());
    if (more.every(({ parameter }) => !names.includes(parameter.name.toLowerCase()))) declared.push(...more);
  };
  for (const [name, slot] of Object.entries(fn.slots)) {
    const required = constant.has(name) && random.chance(0.85);
    if (!constant.has(name) && !random.chance(0.62)) continue;
    // A name may be taken already: try others.
    const before = declared.length;
    for (let attempt = 0; attempt < 6 && declared.length === before; attempt++)
      add(declareSlot(name, slot, required, style, name === main, random));
  }
  const styled = extras.map((parameter) => ({
    parameter: { ...parameter, name: parameterName(parameter.name, style.parameter) },
  }));
  for (const extra of random.sample(
    styled,
    random.weighted([
      [0, 6],
      [1, 3],
      [2, 1],
    ]),
  ))
    add([extra]);
  const optional = declared.filter(({ parameter }) => !parameter.required);
  const required = declared.filter(({ parameter }) => parameter.required);
  if (random.chance(0.15)) return random.shuffle(declared);
  return [...required, ...(random.chance(0.5) ? random.shuffle(optional) : optional)];
}

/** A description, now and then of two sentences; few are in another language (`de|`). */
function describe(
  fn: TrainingFunction,
  provider: string,
  style: ProviderStyle,
  split: Split,
  random: Random,
): string {
  const usable = descriptionsOf(fn, split);
  const english = usable.filter((text) => !/^[a-z]{2}\|/.test(text));
  const own = usable.filter((text) => text.startsWith(`${style.language}|`));
  const pool = own.length > 0 ? own : english.length > 0 && random.chance(0.8) ? english : usable;
  const base = random.pick(pool).replace(/^[a-z]{2}\|/, "");
  if (style.bare) return random.chance(0.5) ? "" : base.replace(/\.$/, "").toLowerCase();
  const more = random.chance(0.18) ? random.pick(pool).replace(/^[a-z]{2}\|/, "") : base;
  const whole = more === base ? base : `${base} ${more}`;
  const led = random.chance(0.06) ? `${provider}: ${whole}` : whole;
  return style.boast ? `${led} ${style.boast}` : random.chance(0.15) ? led.replace(/\.$/, "") : led;
}

/** A tool document that we invent for a provider that does not exist. */
export function inventTool(
  fn: TrainingFunction,
  provider: { name: string; category: string; style: ProviderStyle },
  split: Split,
  random: Random,
): KnownTool {
  const declared = declareAll(fn, provider.style, random);
  const operation = operationName(random.pick(fn.operations), provider.style.operation, random);
  const bindings = new Map<string, Binding>();
  for (const { parameter, binding } of declared) if (binding) bindings.set(parameter.name, binding);
  return {
    tool: {
      name: toolName(provider.category, provider.name, operation),
      description: describe(fn, provider.name, provider.style, split, random),
      parameters: declared.map(({ parameter }) => parameter),
      source: "invented",
    },
    provider: provider.name,
    functionId: fn.id,
    bindings,
    unclear: new Set(),
  };
}
