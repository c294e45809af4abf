import { z } from "zod";

/** Any value that JSON can write; not deeper than zod recurses. */
export const jsonValueSchema = z.json();
export type JsonValue = z.infer<typeof jsonValueSchema>;

/**
 * JSON on one line with a blank after each colon and comma, as PEToolBench writes its answers.
 * Key order is kept. Lone surrogates come out escaped, so the text is always valid UTF-8.
 */
export function writeJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(writeJson).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, entry]) => `${JSON.stringify(key)}: ${writeJson(entry)}`)
      .join(", ")}}`;
  return JSON.stringify(value);
}
