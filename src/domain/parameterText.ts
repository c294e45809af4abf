import { jsonValueSchema, writeJson, type JsonValue } from "./json";
import type { Parameter, ParameterType } from "./tool";
import { valueFault, type ValueFault } from "./toolCall";

/** Why a form's text is no value for a parameter. */
export type TextFault = ValueFault | { code: "unreadable"; parameter: Parameter };

/** What a form's text stands for: a value, nothing (an empty field), or a fault. */
export type ReadValue = { value: JsonValue } | { empty: true } | { fault: TextFault };

/** A value as a form field shows it; an absent value is an empty field. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.length > 0 && value.every(isPlainText)) return value.join(", ");
  return writeJson(value);
}

/** A text that a list can be written in without brackets and quotes. */
function isPlainText(value: JsonValue): value is string {
  return typeof value === "string" && value !== "" && value === value.trim() && !/^\[|[,\n]/.test(value);
}

/** Reads a field's text as the type that the parameter has. */
export function readValue(parameter: Parameter, text: string): ReadValue {
  if (text.trim() === "") return { empty: true };
  const value = parameter.enum
    ? (parameter.enum.find((allowed) => String(allowed) === text.trim()) ?? text)
    : parse(parameter.type, text, parameter.items);
  if (value === undefined) return { fault: { code: "unreadable", parameter } };
  const fault = valueFault(parameter, value);
  return fault === null ? { value } : { fault };
}

function parse(type: ParameterType, text: string, items: ParameterType | undefined): JsonValue | undefined {
  const trimmed = text.trim();
  if (type === "string") return text;
  if (type === "boolean") return trimmed === "true" ? true : trimmed === "false" ? false : undefined;
  if (type === "integer" || type === "number") return parseNumber(trimmed);
  if (type === "array" && !trimmed.startsWith("[")) return parseList(trimmed, items ?? "string");
  const value = parseJson(trimmed);
  return Array.isArray(value) === (type === "array") && typeof value === "object" && value !== null
    ? value
    : undefined;
}

function parseNumber(text: string): number | undefined {
  const number = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

function parseList(text: string, items: ParameterType): JsonValue[] | undefined {
  const values = text.split(",").map((part) => parse(items, part.trim(), undefined));
  return values.every((value) => value !== undefined) ? values : undefined;
}

function parseJson(text: string): JsonValue | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = jsonValueSchema.safeParse(value);
  // What can't be kept whole (a number without end, a key called __proto__) isn't taken in part.
  return data !== undefined && JSON.stringify(data) === JSON.stringify(value) ? data : undefined;
}

/** A schema for values whose tool nobody knows any more: each value has the type that it has. */
export function parameterOf(name: string, value: JsonValue): Parameter {
  const type: ParameterType = Array.isArray(value)
    ? "array"
    : typeof value === "number"
      ? "number"
      : typeof value === "boolean"
        ? "boolean"
        : typeof value === "object" && value !== null
          ? "object"
          : "string";
  return { name, type, required: false, description: "" };
}
