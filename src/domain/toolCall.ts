import { z } from "zod";
import { callParametersSchema } from "./interaction";
import type { JsonValue } from "./json";
import type { Parameter, ParameterType, Tool } from "./tool";

/** PEToolBench's answer line. */
export const toolCallSchema = z.strictObject({ tool_name: z.string(), parameters: callParametersSchema });
export type ToolCall = z.infer<typeof toolCallSchema>;

/** How a model answers: the call alone, or first the list of candidates that fit. */
export const answerFormSchema = z.enum(["call", "fit-call"]);
export type AnswerForm = z.infer<typeof answerFormSchema>;

/** A model's answer. `fit` holds indices of candidates, null where the form has none. */
export interface Answer {
  fit: number[] | null;
  call: ToolCall;
}

const hasType: Record<ParameterType, (value: JsonValue) => boolean> = {
  string: (value) => typeof value === "string",
  integer: (value) => Number.isSafeInteger(value),
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/** What is wrong with the value of the parameter of this name. */
export type ValueFault =
  | { code: "not-allowed"; name: string; allowed: readonly (string | number)[] }
  | { code: "wrong-type"; name: string; type: ParameterType }
  | { code: "wrong-items"; name: string; items: ParameterType };

/** What is wrong with a call's parameters. */
export type CallFault = ValueFault | { code: "missing"; name: string } | { code: "unknown"; name: string };

/** What is wrong with a value for a parameter, or null. */
export function valueFault(
  { name, type, items, enum: allowed }: Parameter,
  value: JsonValue,
): ValueFault | null {
  if (allowed && !allowed.some((one) => one === value)) return { code: "not-allowed", name, allowed };
  if (!allowed && !hasType[type](value)) return { code: "wrong-type", name, type };
  if (items && Array.isArray(value) && !value.every(hasType[items]))
    return { code: "wrong-items", name, items };
  return null;
}

/** Everything that is wrong with the parameters of a call under a tool's schema. Empty: valid. */
export function callFaults(tool: Tool, parameters: ToolCall["parameters"]): CallFault[] {
  const known = new Map(tool.parameters.map((parameter) => [parameter.name, parameter]));
  const missing = tool.parameters
    .filter(({ name, required }) => required && !Object.hasOwn(parameters, name))
    .map(({ name }): CallFault => ({ code: "missing", name }));
  const wrong = Object.entries(parameters).map(([name, value]): CallFault | null => {
    const parameter = known.get(name);
    return parameter ? valueFault(parameter, value) : { code: "unknown", name };
  });
  return [...missing, ...wrong.filter((fault) => fault !== null)];
}

/**
 * Reads a finished answer.
 * @throws Error that quotes the text, if it isn't an answer of this form about these candidates.
 */
export function parseAnswer(text: string, form: AnswerForm, candidates: readonly Tool[]): Answer {
  const refuse = (why: string) => new Error(`The model's answer ${why}: ${text.slice(0, 300)}`);
  const match = form === "fit-call" ? /^Fit:((?: \d+)+)\n(.*)$/s.exec(text) : [text, null, text];
  if (!match) throw refuse("has no fit list");
  const fit = typeof match[1] === "string" ? match[1].trim().split(" ").map(Number) : null;
  let json: unknown;
  try {
    json = JSON.parse(match[2] ?? "");
  } catch {
    throw refuse("is no complete JSON");
  }
  const call = toolCallSchema.safeParse(json);
  if (!call.success) throw refuse("is no tool call");
  const tool = candidates.find(({ name }) => name === call.data.tool_name);
  if (!tool) throw refuse("names no candidate");
  const faults = callFaults(tool, call.data.parameters);
  if (faults.length > 0) throw refuse(`breaks the tool's schema (${JSON.stringify(faults)})`);
  return { fit, call: call.data };
}
