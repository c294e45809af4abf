import { promptParameters } from "../../../src/domain/prompt.ts";
import type { CallParameters } from "../../../src/domain/interaction.ts";
import type { Tool } from "../../../src/domain/tool.ts";
import type { Random } from "./random.ts";
import type { SlotValue, Take, TrainingFunction } from "./types.ts";

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
  /** Makes parameters of a past call, where the function's slots don't. */
  past?: (random: Random) => CallParameters;
}

/** Slots that every wording holds: only those may be required. */
export function constantSlots({ asks, slots }: TrainingFunction): Set<string> {
  return new Set(Object.keys(slots).filter((name) => asks.every((ask) => ask.includes(`{${name}}`))));
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
