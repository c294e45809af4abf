import { jsonValueSchema } from "./json";
import { callParametersSchema, type CallParameters } from "./interaction";

/** A call while it is written: the name may still be missing, the last value may be cut. */
export interface PartialCall {
  tool: string | null;
  parameters: CallParameters;
}

/**
 * Reads the call in an answer that isn't finished: what stands there is closed, what has no value yet is left out.
 * @param text the answer so far; a fit list may stand before the call.
 */
export function readPartialCall(text: string): PartialCall {
  const start = text.indexOf("{");
  const value = start < 0 ? null : parseOpen(text.slice(start));
  const read = jsonValueSchema.safeParse(value);
  const object = read.success ? read.data : null;
  if (typeof object !== "object" || object === null || Array.isArray(object))
    return { tool: null, parameters: {} };
  const parameters = callParametersSchema.safeParse(object["parameters"]);
  return {
    // A name is whole once something follows it.
    tool: typeof object["tool_name"] === "string" && "parameters" in object ? object["tool_name"] : null,
    parameters: parameters.success ? parameters.data : {},
  };
}

/** The value of a JSON text that breaks off somewhere, or null if nothing can be made of it. */
function parseOpen(text: string): unknown {
  // From the end on: where a value was cut in the middle (`tru`, `"a": `), the text before it is taken.
  for (let end = text.length; end > 0; end--) {
    const head = text.slice(0, end);
    try {
      return JSON.parse(head + closing(head)) as unknown;
    } catch {
      // Shorter, then.
    }
  }
  return null;
}

/** What closes the strings, lists and objects that a text has opened. */
function closing(text: string): string {
  const open: string[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") open.push("}");
    else if (character === "[") open.push("]");
    else if (character === "}" || character === "]") open.pop();
  }
  return (inString ? '"' : "") + open.reverse().join("");
}
