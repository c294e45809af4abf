import type { JsonValue } from "./json";
import { firstSentences, plainText } from "./plainText";
import {
  MAX_SHAPE_DEPTH,
  MAX_SHAPE_PROPERTIES,
  type ResponseLeaf,
  type ResponseShape,
} from "./responseShape";
import { MAX_NAME_LENGTH, oneLine, toolName, type Parameter, type ParameterType, type Tool } from "./tool";

/** The longest description that is kept of an operation or a parameter, in characters. */
export const MAX_DESCRIPTION_LENGTH = 300;

const MAX_OPERATIONS = 5000;
const MAX_PARAMETERS = 100;
const MAX_PROPERTIES = 1000;
const MAX_ENUM = 100;
const MAX_ENUM_LENGTH = 200;
const MAX_REFS = 20;
const MAX_DEPTH = 6;
const MAX_MERGED = 60;
const MAX_NOTES = 20;
const MAX_SHAPE_NODES = 300;

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

type Node = Record<string, unknown>;

/** One operation of a document, not yet read. */
export interface OperationRef {
  /** In capitals. */
  method: string;
  path: string;
  node: Node;
  /** The path's own object: its parameters hold for all its operations. */
  pathNode: Node;
}

/** What a document says about an operation, in this project's words. */
export interface Operation {
  id: string;
  summary: string;
  description: string;
  /** Without security parameters, in the document's order: path, query and headers, then the body's. */
  parameters: Parameter[];
  /** The shape of a successful response, if the document has one. */
  response?: ResponseShape;
}

/** The parts of a document that name its tools. */
export interface OpenApiInfo {
  title: string;
  category: string | null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property: nothing that a prototype holds can be meant by a document. */
function field(node: Node, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

function textField(node: Node, name: string): string {
  const value = field(node, name);
  return typeof value === "string" ? value : "";
}

function listField(node: Node, name: string): unknown[] {
  const value = field(node, name);
  return Array.isArray(value) ? value : [];
}

function nodeField(node: Node, name: string): Node {
  const value = field(node, name);
  return isNode(value) ? value : {};
}

/** Whether a parsed file says of itself that it is an OpenAPI 3 or a Swagger 2 document. */
export function isOpenApi(document: unknown): document is Node {
  if (!isNode(document)) return false;
  // YAML reads an unquoted version as a number.
  return (
    /^3(\.|$)/.test(String(field(document, "openapi"))) || /^2(\.|$)/.test(String(field(document, "swagger")))
  );
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
function resolve(document: Node, value: unknown, notes: Notes): Node {
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
interface Budget {
  left: number;
}

/** A schema with its reference followed and its `allOf` (or the first typed of `oneOf`/`anyOf`) merged in. */
function readSchema(
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
function typeOf(schema: Node): ParameterType | null {
  const named = [field(schema, "type")].flat().find((type) => typeof type === "string" && type !== "null");
  if (typeof named === "string") return Object.hasOwn(types, named) ? (types[named] ?? null) : "string";
  if (isNode(field(schema, "properties"))) return "object";
  if (isNode(field(schema, "items"))) return "array";
  const [example] = listField(schema, "enum");
  if (typeof example === "string") return "string";
  return typeof example === "number" ? "number" : null;
}

/** Allowed values if all of them can be checked and shown; a cut list would forbid what is allowed. */
function readEnum(schema: Node, type: ParameterType): (string | number)[] | undefined {
  if (type === "array" || type === "object" || type === "boolean") return undefined;
  const values = listField(schema, "enum").filter((value) => value !== null && value !== "");
  const fit = values.every((value) =>
    typeof value === "string"
      ? value.length <= MAX_ENUM_LENGTH
      : typeof value === "number" && Number.isFinite(value),
  );
  if (!fit || values.length === 0 || values.length > MAX_ENUM) return undefined;
  const clean = values
    .filter((value): value is string | number => typeof value === "string" || typeof value === "number")
    .map((value) => (typeof value === "string" ? oneLine(value) : value));
  return [...new Set(clean)];
}

/** A default that is short and of the right kind, else undefined. */
export function readDefault(value: unknown, type: ParameterType): JsonValue | undefined {
  if (typeof value === "string") return type === "string" && value.length <= 200 ? oneLine(value) : undefined;
  if (typeof value === "boolean") return type === "boolean" ? value : undefined;
  if (typeof value === "number")
    return (type === "number" && Number.isFinite(value)) ||
      (type === "integer" && Number.isSafeInteger(value))
      ? value
      : undefined;
  const short = Array.isArray(value) && type === "array" && value.length <= 20;
  if (!short || !value.every((entry) => ["string", "number", "boolean"].includes(typeof entry)))
    return undefined;
  return value.map((entry: unknown) =>
    typeof entry === "string" ? oneLine(entry.slice(0, 200)) : entry,
  ) as JsonValue;
}

/** A parameter from its schema; null (and a note) for a name that no call could carry. */
function readParameter(
  document: Node,
  source: { name: string; required: boolean; description: string; schema: unknown },
  notes: Notes,
): Parameter | null {
  const name = oneLine(source.name);
  if (name === "" || name.length > MAX_NAME_LENGTH || name === "__proto__") {
    notes.add({ code: "unusable-name", name: name.slice(0, 40) });
    return null;
  }
  const schema = readSchema(document, source.schema, notes);
  const type = typeOf(schema) ?? "string";
  const allowed = readEnum(schema, type);
  const preset = readDefault(field(schema, "default"), type);
  const items = type === "array" ? typeOf(readSchema(document, field(schema, "items"), notes)) : null;
  return {
    name,
    type,
    required: source.required,
    description: firstSentences(
      source.description || textField(schema, "description"),
      MAX_DESCRIPTION_LENGTH,
    ),
    ...(allowed && { enum: allowed }),
    ...(items && { items }),
    ...(preset !== undefined && (!allowed || allowed.includes(preset as string)) && { default: preset }),
  };
}

/** The names of keys and tokens that the document's security schemes put into query and headers, in lower case. */
function securityNames(document: Node): Set<string> {
  const schemes = {
    ...nodeField(document, "securityDefinitions"),
    ...nodeField(nodeField(document, "components"), "securitySchemes"),
  };
  return new Set(
    Object.values(schemes)
      .filter(isNode)
      .map((scheme) => textField(scheme, "name").toLowerCase()),
  );
}

const SECRET_NAME =
  /^(x[-_])?((rapid)?api[-_]?key|app[-_]?(id|key|token|secret)|(access|auth|oauth|bearer|session|user)[-_]?token|client[-_]?(id|secret)|authorization|signature|licen[cs]e[-_]?key)$|[-_](api|auth|access)[-_]?(key|token)$/i;
const SECRET_HINT =
  /\b(api|app|application|access|account|subscription|licen[cs]e|authori[sz]ation|authentication)[ -]?(key|token)|your (key|token)\b|bearer|registered key/i;
const PLUMBING_HEADER =
  /^(accept|content-type|content-length|user-agent|host|origin|cookie|if-|x-request-|traceparent)/i;

/** Whether a parameter says who calls, or how the bytes travel, and not what is asked. */
function isPlumbing(place: string, name: string, description: string, secrets: Set<string>): boolean {
  if (place === "cookie") return true;
  if (place === "header" && (PLUMBING_HEADER.test(name) || /token|secret|api-?key/i.test(name))) return true;
  if (place === "body") return /^(api[-_]?key|access[-_]?token|app[-_]?token)$/i.test(name);
  if (place === "path") return SECRET_NAME.test(name) && /key|token|secret/i.test(name);
  if (secrets.has(name.toLowerCase()) || SECRET_NAME.test(name)) return true;
  return /^(\w{0,10}key|token|licen[cs]e|auth|sig)$/i.test(name) && SECRET_HINT.test(description);
}

/** The properties of a JSON body as parameters, one level deep; a body that is no object is one parameter. */
function readBody(document: Node, value: unknown, required: boolean, notes: Notes): Parameter[] {
  const schema = readSchema(document, value, notes);
  const properties = nodeField(schema, "properties");
  const names = Object.keys(properties).slice(0, MAX_PROPERTIES);
  if (names.length === 0) {
    const type = typeOf(schema);
    if (type === null || type === "object") return [];
    const description = textField(schema, "description");
    const body = readParameter(document, { name: "body", required, description, schema }, notes);
    return body ? [body] : [];
  }
  const mandatory = new Set(listField(schema, "required"));
  return names
    .filter((name) => !isPlumbing("body", name, "", new Set()))
    .map((name) => {
      const property = resolve(document, properties[name], notes);
      if (field(property, "readOnly") === true) return null;
      const description = textField(property, "description");
      return readParameter(
        document,
        { name, required: mandatory.has(name), description, schema: property },
        notes,
      );
    })
    .filter((parameter) => parameter !== null);
}

/** The schema of the body that is sent as JSON, or as a form where there is no JSON. */
function bodySchema(requestBody: Node): unknown {
  const content = nodeField(requestBody, "content");
  const kinds = Object.keys(content);
  const kind =
    kinds.find((name) => /json/i.test(name)) ?? kinds.find((name) => /form/i.test(name)) ?? kinds[0];
  return kind === undefined ? undefined : field(nodeField(content, kind), "schema");
}

function readParameterNode(document: Node, node: Node, secrets: Set<string>, notes: Notes): Parameter[] {
  const [name, place] = [textField(node, "name"), textField(node, "in")];
  if (name === "" && place !== "body") return [];
  const required = field(node, "required") === true || place === "path";
  if (place === "body") return readBody(document, field(node, "schema"), required, notes);
  const description = textField(node, "description");
  if (isPlumbing(place, name, description, secrets)) return [];
  // Swagger 2 writes type, items and enum beside the name, OpenAPI 3 into `schema` or `content`.
  const schema = field(node, "schema") ?? bodySchema(node) ?? node;
  const parameter = readParameter(document, { name, required, description, schema }, notes);
  return parameter ? [parameter] : [];
}

const formats: Record<string, ResponseLeaf> = {
  date: "date",
  "date-time": "date-time",
  uri: "uri",
  url: "uri",
  email: "email",
};

/** The shape of a schema's values, cut to a few levels and properties; null where nothing of it is left. */
function readShape(document: Node, value: unknown, depth: number, budget: Budget): ResponseShape | null {
  if (budget.left-- <= 0) return null;
  const schema = readSchema(document, value, new Notes(), 0, budget);
  const type = typeOf(schema);
  if (type === "object" || type === "array") {
    if (depth === 0) return null;
    if (type === "object") return objectShape(document, nodeField(schema, "properties"), depth, budget);
    const item = readShape(document, field(schema, "items"), depth - 1, budget);
    return item && [item];
  }
  const format = textField(schema, "format");
  const named = type === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
  return named ?? type;
}

function objectShape(document: Node, properties: Node, depth: number, budget: Budget): ResponseShape | null {
  const shape: Record<string, ResponseShape> = {};
  for (const [name, property] of Object.entries(properties)) {
    if (Object.keys(shape).length === MAX_SHAPE_PROPERTIES || budget.left <= 0) break;
    if (name === "" || name.length > 100 || name === "__proto__" || name !== oneLine(name)) continue;
    const inner = readShape(document, property, depth - 1, budget);
    if (inner) shape[name] = inner;
  }
  return Object.keys(shape).length > 0 ? shape : null;
}

/** The shape of an operation's successful response as JSON. */
function readResponse(document: Node, node: Node): ResponseShape | null {
  const responses = nodeField(node, "responses");
  const code = Object.keys(responses).find((name) => /^2(\d\d|XX)$/i.test(name)) ?? "default";
  const response = resolve(document, field(responses, code), new Notes());
  // Swagger 2 writes the schema beside the description, OpenAPI 3 into `content`.
  const schema = field(response, "schema") ?? jsonContent(nodeField(response, "content"));
  return schema === undefined
    ? null
    : readShape(document, schema, MAX_SHAPE_DEPTH, { left: MAX_SHAPE_NODES });
}

function jsonContent(content: Node): unknown {
  const kind = Object.keys(content).find((name) => /json/i.test(name));
  return kind === undefined ? undefined : field(nodeField(content, kind), "schema");
}

/** All operations of a document, in its order; at most some thousands. */
export function listOperations(document: Node, notes: Notes = new Notes()): OperationRef[] {
  const operations: OperationRef[] = [];
  for (const [path, value] of Object.entries(nodeField(document, "paths"))) {
    const pathNode = resolve(document, value, notes);
    for (const method of METHODS) {
      const node = field(pathNode, method);
      if (!isNode(node)) continue;
      if (operations.length === MAX_OPERATIONS) {
        notes.add({ code: "many-operations", most: MAX_OPERATIONS });
        return operations;
      }
      operations.push({ method: method.toUpperCase(), path, node, pathNode });
    }
  }
  return operations;
}

/** The operation of `<METHOD> <path>`, or null. */
export function findOperation(document: Node, methodAndPath: string): OperationRef | null {
  const [method = "", ...rest] = methodAndPath.split(" ");
  const path = rest.join(" ");
  const pathNode = resolve(document, field(nodeField(document, "paths"), path), new Notes());
  const node = field(pathNode, method.toLowerCase());
  return isNode(node) ? { method, path, node, pathNode } : null;
}

/** Reads one operation with its parameters. */
export function readOperation(
  document: Node,
  { node, pathNode }: OperationRef,
  notes: Notes = new Notes(),
): Operation {
  const secrets = securityNames(document);
  const declared = [...listField(pathNode, "parameters"), ...listField(node, "parameters")]
    .map((value) => resolve(document, value, notes))
    .flatMap((parameter) => readParameterNode(document, parameter, secrets, notes));
  const requestBody = resolve(document, field(node, "requestBody"), notes);
  const body = readBody(document, bodySchema(requestBody), field(requestBody, "required") === true, notes);
  // An operation's own parameter replaces the path's of the same name; a name can stand in a call only once.
  const byName = new Map<string, Parameter>();
  for (const parameter of [...declared, ...body]) {
    const before = byName.get(parameter.name);
    byName.set(
      parameter.name,
      before ? { ...parameter, required: before.required || parameter.required } : parameter,
    );
  }
  const parameters = [...byName.values()];
  if (parameters.length > MAX_PARAMETERS)
    notes.add({ code: "many-parameters", count: parameters.length, most: MAX_PARAMETERS });
  const summary = firstSentences(textField(node, "summary"), MAX_DESCRIPTION_LENGTH);
  const response = readResponse(document, node);
  return {
    id: oneLine(textField(node, "operationId")),
    summary,
    description: joinTexts(summary, plainText(textField(node, "description"))),
    parameters: limitParameters(parameters),
    ...(response && { response }),
  };
}

/** Summary and description as one text, without saying a thing twice. */
function joinTexts(summary: string, description: string): string {
  // "… use the following structure:" announces what was cut away.
  const text = firstSentences(description, MAX_DESCRIPTION_LENGTH)
    .replace(/[^.!?]*:$/, "")
    .trim();
  const bare = (sentence: string) => sentence.toLowerCase().replace(/[.\s]+$/, "");
  if (text === "" || bare(summary).includes(bare(text))) return summary;
  if (bare(text).includes(bare(summary))) return text;
  return firstSentences(`${summary.replace(/[.\s]+$/, "")}. ${text}`, MAX_DESCRIPTION_LENGTH);
}

/** Keeps all required parameters (as far as a tool can hold them) and the first optional ones. */
function limitParameters(parameters: readonly Parameter[]): Parameter[] {
  let room = MAX_PARAMETERS - parameters.filter(({ required }) => required).length;
  return parameters.filter(({ required }) => required || room-- > 0).slice(0, MAX_PARAMETERS);
}

/** Title and category of a document; directories of documents write the category into an extension field. */
export function readInfo(document: Node): OpenApiInfo {
  const info = nodeField(document, "info");
  const category = listField(info, "x-apisguru-categories").find((entry) => typeof entry === "string");
  const title = oneLine(textField(info, "title")).slice(0, 80);
  return {
    title,
    category: typeof category === "string" && category !== "" ? capitalize(oneLine(category)) : null,
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name that an operation goes by: its id if a person wrote it, else its summary, else method and path. */
function operationLabel({ id, summary }: Operation, { method, path }: OperationRef): string {
  if (/\p{L}{3}/u.test(id) && !/^[0-9a-f-]{16,}$/i.test(id)) return id;
  return summary.slice(0, 80) || `${method} ${path}`;
}

/**
 * Every operation of a parsed OpenAPI 3 or Swagger 2 document as a tool. Names need not be unique yet.
 * Nothing is fetched; what can't be read is left out and said in the notes.
 * @param fallbackTitle the provider's name where the document has no title.
 */
export function openApiTools(document: Node, fallbackTitle: string): { tools: Tool[]; notes: ReadingNote[] } {
  const notes = new Notes();
  const { title, category } = readInfo(document);
  const tools = listOperations(document, notes).map((ref): Tool => {
    const operation = readOperation(document, ref, notes);
    return {
      name: toolName(category ?? "Imported", title || fallbackTitle, operationLabel(operation, ref)),
      description: operation.description,
      parameters: operation.parameters,
      source: "imported",
      ...(operation.response && { response: operation.response }),
    };
  });
  return { tools, notes: notes.list() };
}
