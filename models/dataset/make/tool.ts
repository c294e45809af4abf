import { promptParameters } from "../../../src/domain/prompt.ts";
import { toolName, type Parameter, type Tool } from "../../../src/domain/tool.ts";
import type { CallParameters } from "../../../src/domain/interaction.ts";
import { operationName, parameterName, type OperationStyle, type ParameterStyle } from "./names.ts";
import { type Random } from "./random.ts";
import { wordingsOf } from "./split.ts";
import type { Slot, SlotValue, Split, Take, TrainingFunction } from "./types.ts";

/** How a parameter is filled from the values of a query. */
export interface Binding {
  slot: string;
  take: Take;
  /** For choices: the enum's value for each option. */
  spelled?: readonly (string | number)[];
}

/** A tool of which is known what it does, and how a query's values fill its parameters. */
export interface KnownTool {
  tool: Tool;
  provider: string;
  functionId: string;
  bindings: ReadonlyMap<string, Binding>;
  /** Slots that a real document may mean by a parameter that we could not read: no query with them. */
  unclear: ReadonlySet<string>;
}

export interface ProviderStyle {
  operation: OperationStyle;
  parameter: ParameterStyle;
  /** The column of the enums' spellings. */
  spelling: number;
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

/** Slots that every wording holds: only those may be required. */
export function constantSlots({ asks, slots }: TrainingFunction): Set<string> {
  return new Set(Object.keys(slots).filter((name) => asks.every((ask) => ask.includes(`{${name}}`))));
}

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
  random: Random,
): Declared[] {
  return random.weighted(slot.kind.shapes).map((part): Declared => {
    // The first names are the usual ones.
    const at = Math.min(random.int(0, part.names.length - 1), random.int(0, part.names.length - 1));
    const spelled = slot.options?.map(
      (option) => option.spelled[style.spelling % option.spelled.length] ?? "",
    );
    return {
      parameter: {
        name: parameterName(part.names[at] ?? name, style.parameter),
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
      add(declareSlot(name, slot, required, style, random));
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
  const usable = wordingsOf(fn.descriptions, split);
  const english = usable.filter((text) => !/^[a-z]{2}\|/.test(text));
  const pool = english.length > 0 && random.chance(0.8) ? english : usable;
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

/** Whether a tool has a parameter for everything that a query says. */
export function takesAll({ bindings }: KnownTool, values: ReadonlyMap<string, SlotValue>): boolean {
  const slots = new Set([...bindings.values()].map(({ slot }) => slot));
  return [...values.keys()].every((name) => slots.has(name));
}

/** What a value is for a parameter, or undefined. */
function valueFor(binding: Binding, value: SlotValue): CallParameters[string] | undefined {
  if (binding.take !== "option") return value.as[binding.take];
  const option = value.as.option;
  if (typeof option === "number" && binding.spelled) return binding.spelled[option];
  return undefined;
}

/**
 * The parameters of a call that holds these values, in declared order; null if a required one has no value, or if
 * it is not clear what the call should hold.
 */
export function fillCall(known: KnownTool, values: ReadonlyMap<string, SlotValue>): CallParameters | null {
  for (const slot of known.unclear) if (values.has(slot)) return null;
  const call: CallParameters = {};
  for (const parameter of promptParameters(known.tool)) {
    const binding = known.bindings.get(parameter.name);
    const value = binding && values.get(binding.slot);
    const filled = value && valueFor(binding, value);
    if (filled !== undefined) call[parameter.name] = filled;
    else if (parameter.required) return null;
  }
  return call;
}
