import type { CallParameters, PastCall } from "./interaction";
import type { JsonValue } from "./json";
import type { Parameter, Tool } from "./tool";

/** Where a parameter's value was found: in the query, in the history that the model saw, as the document's default,
 * or nowhere, so that it is the model's own. */
export type Origin = "query" | "history" | "default" | "own";

/** From the clearest origin to the weakest; a list is as clear as its weakest part. */
const ORDER: readonly Origin[] = ["query", "history", "default", "own"];

const numberWords = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Words in lower case without quotes and punctuation; numbers in one spelling, so that 5, 5.0 and "five" are one. */
function wordsOf(text: string): string[] {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    // "1,000" is one number, "Oslo, Norway" are two words.
    .replace(/(\d),(?=\d{3}\b)/g, "$1")
    .match(/\d+(\.\d+)?|\p{L}+/gu);
  return (words ?? []).map((word) => {
    const named = numberWords.indexOf(word);
    if (named >= 0) return String(named);
    return /^\d/.test(word) ? String(Number(word)) : word;
  });
}

/** Whether the words of a value stand in a text one after the other. */
function holds(text: readonly string[], value: readonly string[]): boolean {
  if (value.length === 0) return false;
  return text.some((_, start) => value.every((word, at) => text[start + at] === word));
}

/** The values inside a value that are neither list nor object; those of an empty one are none. */
function leaves(value: JsonValue): (string | number | boolean | null)[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

const key = (leaf: string | number | boolean | null): string => wordsOf(String(leaf)).join(" ");

function originOf(
  value: JsonValue,
  parameter: Parameter | undefined,
  query: readonly string[],
  past: ReadonlySet<string>,
): Origin {
  const parts = leaves(value);
  const preset = new Set(parameter?.default === undefined ? [] : leaves(parameter.default).map(key));
  const origins = parts.map((leaf): Origin => {
    // "true" in a query is a word, and says nothing about a switch.
    if (typeof leaf !== "boolean" && holds(query, wordsOf(String(leaf)))) return "query";
    if (past.has(key(leaf))) return "history";
    return preset.has(key(leaf)) ? "default" : "own";
  });
  return ORDER.findLast((origin) => origins.includes(origin)) ?? "own";
}

/**
 * Where each value of a call was found.
 * @param history the calls that the model saw.
 */
export function origins(
  tool: Tool | undefined,
  parameters: CallParameters,
  query: string,
  history: readonly PastCall[],
): Map<string, Origin> {
  const words = wordsOf(query);
  const known = new Map(tool?.parameters.map((parameter) => [parameter.name, parameter]));
  return new Map(
    Object.entries(parameters).map(([name, value]) => {
      // Of the history only what stood under the same name or in the same kind of text can be copied as a value.
      const past = new Set(
        history.flatMap((call) =>
          Object.entries(call.parameters).flatMap(([pastName, pastValue]) =>
            typeof value === "string" || Array.isArray(value) || pastName === name
              ? leaves(pastValue).map(key)
              : [],
          ),
        ),
      );
      past.delete("");
      return [name, originOf(value, known.get(name), words, past)];
    }),
  );
}
