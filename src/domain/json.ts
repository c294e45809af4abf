import { z } from "zod";

export type JsonValue = z.infer<ReturnType<typeof z.json>>;

/** How deep a value may be nested. Whatever walks through values by recursion relies on it. */
export const MAX_DEPTH = 64;

/** Any value that JSON can write, nested at most MAX_DEPTH deep. */
export const jsonValueSchema: z.ZodType<JsonValue, JsonValue> = z
  .custom<JsonValue>((value) => !isDeeper(value, MAX_DEPTH), `nested more than ${MAX_DEPTH} deep`)
  .pipe(z.json());

/** Whether lists and objects are nested deeper than this. Costs no stack, however deep they are. */
export function isDeeper(value: unknown, depth: number): boolean {
  let level: unknown[] = [value];
  for (let at = 0; at <= depth; at++) {
    level = level.flatMap((one): unknown[] =>
      typeof one === "object" && one !== null ? Object.values(one) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

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
