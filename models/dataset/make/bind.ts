import { promptParameters } from "../../../src/domain/prompt.ts";
import type { Parameter, Tool } from "../../../src/domain/tool.ts";
import { nameKey } from "./names.ts";
import { constantSlots, type Binding, type KnownTool } from "./tool.ts";
import type { Part, Slot, TrainingFunction } from "./types.ts";

/** How each option of a slot is spelled in a real enum; null if one of them is missing there. */
function spellOptions(slot: Slot, parameter: Parameter): (string | number)[] | null {
  const allowed = parameter.enum;
  if (!allowed || !slot.options) return null;
  const spelled = slot.options.map((option) => {
    const keys = new Set(option.spelled.map(nameKey));
    return allowed.find((value) => keys.has(nameKey(String(value))));
  });
  return spelled.every((value) => value !== undefined) ? spelled : null;
}

/** The binding of a real parameter to a part of a slot; null if the types don't go together. */
function bindPart(name: string, slot: Slot, { take, type }: Part, parameter: Parameter): Binding | null {
  if (take === "option") {
    const spelled = spellOptions(slot, parameter);
    return spelled && { slot: name, take, spelled };
  }
  if (parameter.enum) return null;
  if (parameter.type === "string" && type !== "boolean" && type !== "array") {
    return { slot: name, take: take === "code" ? "code" : "text" };
  }
  if (parameter.type === "array") return take === "list" ? { slot: name, take } : null;
  const numeric = (kind: string): boolean => kind === "integer" || kind === "number";
  if (parameter.type === type || (parameter.type === "number" && numeric(type))) return { slot: name, take };
  return null;
}

/**
 * Reads a real tool as one of a function: its parameters are matched with the function's slots by their names.
 * @returns null if a required parameter means something that no question holds, or nothing was matched.
 */
export function bindTool(fn: TrainingFunction, tool: Tool, provider: string): KnownTool | null {
  const bindings = new Map<string, Binding>();
  const unclear = new Set<string>();
  const parameters = promptParameters(tool);
  for (const parameter of parameters) {
    const key = nameKey(parameter.name);
    for (const [name, slot] of Object.entries(fn.slots)) {
      const parts = slot.kind.shapes
        .flatMap(([shape]) => shape)
        .filter(({ names }) => names.some((word) => nameKey(word) === key));
      if (parts.length === 0) continue;
      const bound = parts
        .map((part) => bindPart(name, slot, part, parameter))
        .find((binding) => binding !== null);
      const taken = [...bindings.values()].some((other) => other.slot === name && other.take === bound?.take);
      if (!bound) unclear.add(name);
      else if (!taken) bindings.set(parameter.name, bound);
      break;
    }
  }
  if (parameters.some(({ name, required }) => required && !bindings.has(name))) return null;
  const slots = new Set([...bindings.values()].map(({ slot }) => slot));
  if ([...constantSlots(fn)].some((name) => !slots.has(name))) return null;
  return { tool, provider, functionId: fn.id, bindings, unclear };
}
