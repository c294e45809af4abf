import type { ParameterType } from "./tool";

const MAX_REFS = 20;
const MAX_DEPTH = 6;
const MAX_MERGED = 60;
const MAX_NOTES = 20;

/** An object of a parsed OpenAPI or Swagger document. */
export type Node = Record<string, unknown>;

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property: nothing that a prototype holds can be meant by a document. */
export function field(node: Node, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

export function textField(node: Node, name: string): string {
  const value = field(node, name);
  return typeof value === "string" ? value : "";
}

export function listField(node: Node, name: string): unknown[] {
  const value = field(node, name);
  return Array.isArray(value) ? value : [];
}

export function nodeField(node: Node, name: string): Node {
  const value = field(node, name);
  return isNode(value) ? value : {};
}

/** What a reader had to leave out of a document. */
export type ReadingNote =
  | { code: "remote-reference"; reference: string }
  | { code: "dangling-reference"; reference: string }
  | { code: "circular-reference" }
  | { code: "unusable-name"; name: string }
  | { code: "many-operations"; most: number }
  | { code: "many-parameters"; count: number; most: number };

/** Collects notes, each once and not too many of them. */
export class Notes {
  readonly #notes = new Map<string, ReadingNote>();

  add(note: ReadingNote): void {
    if (this.#notes.size < MAX_NOTES) this.#notes.set(JSON.stringify(note), note);
  }

  list(): ReadingNote[] {
    return [...this.#notes.values()];
  }
}

/** Follows local references to a node. Remote, dangling and endless ones give an empty node and a note. */
export function resolve(document: Node, value: unknown, notes: Notes): Node {
  let current = value;
  for (let step = 0; step < MAX_REFS; step++) {
    if (!isNode(current)) return {};
    const ref = field(current, "$ref");
    if (typeof ref !== "string") return current;
    if (!ref.startsWith("#/")) {
      notes.add({ code: "remote-reference", reference: ref.slice(0, 100) });
      return {};
    }
    current = ref
      .slice(2)
      .split("/")
      .map((part) => decodePart(part))
      .reduce<unknown>(stepInto, document);
    if (current === undefined) notes.add({ code: "dangling-reference", reference: ref.slice(0, 100) });
  }
  notes.add({ code: "circular-reference" });
  return {};
}

function stepInto(node: unknown, part: string): unknown {
  if (Array.isArray(node)) return node[Number(part)];
  return isNode(node) ? field(node, part) : undefined;
}

function decodePart(part: string): string {
  const unescaped = part.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(unescaped);
  } catch {
    return unescaped;
  }
}

/** How many schemas may still be merged into one: without a bound, a small document could ask for billions. */
export interface Budget {
  left: number;
}

/** A schema with its reference followed and its `allOf` (or the first typed of `oneOf`/`anyOf`) merged in. */
export function readSchema(
  document: Node,
  value: unknown,
  notes: Notes,
  depth = 0,
  budget: Budget = { left: MAX_MERGED },
): Node {
  const schema = resolve(document, value, notes);
  const parts = listField(schema, "allOf");
  const choices = [...listField(schema, "oneOf"), ...listField(schema, "anyOf")];
  if (depth >= MAX_DEPTH || (parts.length === 0 && choices.length === 0)) return schema;
  let merged = schema;
  for (const part of parts) {
    if (budget.left-- <= 0) break;
    merged = mergeSchemas(merged, readSchema(document, part, notes, depth + 1, budget));
  }
  for (const choice of choices) {
    if (budget.left-- <= 0) break;
    const read = readSchema(document, choice, notes, depth + 1, budget);
    if (typeOf(read) !== null) return mergeSchemas(merged, read);
  }
  return merged;
}

/** What the first says counts; properties and required names are joined. */
function mergeSchemas(first: Node, second: Node): Node {
  const merged = { ...second, ...first };
  const own = nodeField(first, "properties");
  const properties = { ...own, ...nodeField(second, "properties"), ...own };
  if (Object.keys(properties).length > 0) merged.properties = properties;
  const required = [...listField(first, "required"), ...listField(second, "required")];
  if (required.length > 0) merged.required = required;
  return merged;
}

const types: Record<string, ParameterType> = {
  string: "string",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  array: "array",
  object: "object",
};

/** The type that a schema names or implies; null if it says nothing. */
export function typeOf(schema: Node): ParameterType | null {
  const named = [field(schema, "type")].flat().find((type) => typeof type === "string" && type !== "null");
  if (typeof named === "string") return Object.hasOwn(types, named) ? (types[named] ?? null) : "string";
  if (isNode(field(schema, "properties"))) return "object";
  if (isNode(field(schema, "items"))) return "array";
  const [example] = listField(schema, "enum");
  if (typeof example === "string") return "string";
  return typeof example === "number" ? "number" : null;
}
