/** Where a text stops being JSON: line and column from 1, and what was found, in words. */
export interface JsonFault {
  line: number;
  column: number;
  why: string;
}

const token =
  /[ \t\r\n]*(?:([{}[\],:])|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|(true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.]))/y;

type Expected = "value" | "first value or ]" | "key" | "first key or }" | "a colon" | "a comma or the end";

/**
 * Finds the first syntax error of a text; null if the text is JSON. Browsers say where it is in different
 * words or not at all. Nesting costs no stack.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  while (!(expected === "a comma or the end" && open.length === 0)) {
    token.lastIndex = at;
    const match = token.exec(text);
    const next: Expected | null = match
      ? step(expected, match[1] ?? (match[2] ? "scalar" : "string"), open)
      : null;
    if (!match || next === null) return fault(text, at, `expected ${expected}`);
    expected = next;
    at = token.lastIndex;
  }
  return text.slice(at).trim() === "" ? null : fault(text, at, "expected the end of the text");
}

/** What may follow a token, or null if the token may not stand here. Changes the stack of open brackets. */
function step(expected: Expected, kind: string, open: string[]): Expected | null {
  if (kind === "}" || kind === "]") {
    const empty = expected === (kind === "}" ? "first key or }" : "first value or ]");
    const matches = open.at(-1) === (kind === "}" ? "{" : "[");
    if (!matches || !(empty || expected === "a comma or the end")) return null;
    open.pop();
    return "a comma or the end";
  }
  switch (expected) {
    case "key":
    case "first key or }":
      return kind === "string" ? "a colon" : null;
    case "a colon":
      return kind === ":" ? "value" : null;
    case "a comma or the end":
      return kind !== "," ? null : open.at(-1) === "{" ? "key" : "value";
    default:
      if (kind === "," || kind === ":") return null;
      if (kind !== "{" && kind !== "[") return "a comma or the end";
      open.push(kind);
      return kind === "{" ? "first key or }" : "first value or ]";
  }
}

function fault(text: string, at: number, expected: string): JsonFault {
  const start = at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0);
  const before = text.slice(0, start).split(/\r\n|\r|\n/);
  const found = start >= text.length ? "the end of the text" : JSON.stringify(text.slice(start, start + 12));
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    why: `${expected}, found ${found}`,
  };
}
