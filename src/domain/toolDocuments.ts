import { z } from "zod";
import { MAX_DESCRIPTION_LENGTH, readDefault } from "./openapiParameters";
import { firstSentences } from "./plainText";
import { oneLine, toolName, type Parameter, type ParameterType, type Tool } from "./tool";

const documentParameterSchema = z.object({
  name: z.string(),
  type: z.string().default("STRING"),
  description: z.string().nullish(),
  default: z.unknown().optional(),
});

/**
 * A tool document in the form of ToolBench: one operation of one provider, one JSON object a line. Other
 * fields may be there and are ignored.
 */
export const toolDocumentSchema = z.object({
  category: z.string(),
  provider: z.string(),
  operation: z.string(),
  description: z.string().nullish(),
  required_parameters: z.array(documentParameterSchema).max(200).default([]),
  optional_parameters: z.array(documentParameterSchema).max(200).default([]),
});
export type ToolDocument = z.infer<typeof toolDocumentSchema>;

/** Authors write types as they like: `NUMBER`, `string`, `DATE (YYYY-MM-DD)`. What is unknown is a string. */
function documentType(type: string): ParameterType {
  const [word = ""] = type.trim().toLowerCase().split(/\W/);
  if (word === "number" || word === "float" || word === "double") return "number";
  if (word === "integer" || word === "int" || word === "long") return "integer";
  if (word === "boolean" || word === "bool") return "boolean";
  if (word === "array" || word === "list") return "array";
  return word === "object" || word === "map" ? "object" : "string";
}

/** Defaults stand there as strings: "10" for a number, "true" for a boolean, "" for none. */
function documentDefault(value: unknown, type: ParameterType): Parameter["default"] {
  if (value === "" || value === null) return undefined;
  if (typeof value !== "string" || type === "string")
    return readDefault(type === "string" && typeof value === "number" ? String(value) : value, type);
  if (type === "boolean") return /^(true|false)$/i.test(value) ? /^true$/i.test(value) : undefined;
  return value.trim() === "" ? undefined : readDefault(Number(value), type);
}

/** A tool from a tool document. Parameters without a usable name and repeated ones are left out. */
export function toolFromDocument(document: ToolDocument): Tool {
  const parameters = new Map<string, Parameter>();
  const add = (required: boolean) => (source: z.infer<typeof documentParameterSchema>) => {
    const name = oneLine(source.name);
    if (name === "" || name.length > 200 || name === "__proto__" || parameters.has(name)) return;
    const type = documentType(source.type);
    const preset = documentDefault(source.default, type);
    const description = firstSentences(source.description ?? "", MAX_DESCRIPTION_LENGTH);
    parameters.set(name, {
      name,
      type,
      required,
      description,
      ...(preset !== undefined && { default: preset }),
    });
  };
  document.required_parameters.forEach(add(true));
  document.optional_parameters.forEach(add(false));
  return {
    name: toolName(document.category, document.provider, document.operation),
    description: firstSentences(document.description ?? "", MAX_DESCRIPTION_LENGTH),
    parameters: [...parameters.values()].slice(0, 200),
    source: "imported",
  };
}
