/** Where a text stops being JSON: line and column from 1, and the text that was found there, null at the end. */
export interface JsonFault {
  line: number;
  column: number;
  expected: JsonExpected;
  found: string | null;
}

/** What would have been JSON. */
export type JsonExpected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "end";

const token =
  /[ \t\r\n]*(?:([{}[\],:])|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|(true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.]))/y;

/**
 * Finds the first syntax error of a text; null if the text is JSON. Browsers say where it is in different
 * words or not at all. Nesting costs no stack.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let expected: JsonExpected = "value";
  let at = 0;
  while (!(expected === "comma or end" && open.length === 0)) {
    token.lastIndex = at;
    const match = token.exec(text);
    const next: JsonExpected | null = match
      ? step(expected, match[1] ?? (match[2] ? "scalar" : "string"), open)
      : null;
    if (!match || next === null) return fault(text, at, expected);
    expected = next;
    at = token.lastIndex;
  }
  return text.slice(at).trim() === "" ? null : fault(text, at, "end");
}

/** What may follow a token, or null if the token may not stand here. Changes the stack of open brackets. */
function step(expected: JsonExpected, kind: string, open: string[]): JsonExpected | null {
  if (kind === "}" || kind === "]") {
    const empty = expected === (kind === "}" ? "key or }" : "value or ]");
    const matches = open.at(-1) === (kind === "}" ? "{" : "[");
    if (!matches || !(empty || expected === "comma or end")) return null;
    open.pop();
    return "comma or end";
  }
  switch (expected) {
    case "key":
    case "key or }":
      return kind === "string" ? "colon" : null;
    case "colon":
      return kind === ":" ? "value" : null;
    case "comma or end":
      return kind !== "," ? null : open.at(-1) === "{" ? "key" : "value";
    default:
      if (kind === "," || kind === ":") return null;
      if (kind !== "{" && kind !== "[") return "comma or end";
      open.push(kind);
      return kind === "{" ? "key or }" : "value or ]";
  }
}

function fault(text: string, at: number, expected: JsonExpected): JsonFault {
  const start = at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0);
  const before = text.slice(0, start).split(/\r\n|\r|\n/);
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    expected,
    found: start >= text.length ? null : text.slice(start, start + 12),
  };
}
