import type { JsonValue } from "./json";
import {
  field,
  isNode,
  listField,
  nodeField,
  readSchema,
  resolve,
  textField,
  typeOf,
  type Node,
  type Notes,
} from "./openapiNodes";
import { firstSentences } from "./plainText";
import { MAX_NAME_LENGTH, oneLine, type Parameter, type ParameterType } from "./tool";

/** The longest description that is kept of an operation or a parameter, in characters. */
export const MAX_DESCRIPTION_LENGTH = 300;

const MAX_PARAMETERS = 100;
const MAX_PROPERTIES = 1000;
const MAX_ENUM = 100;
const MAX_ENUM_LENGTH = 200;

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

/** The parameters of an operation, in the document's order: path, query and headers, then the body's. */
export function readParameters(document: Node, pathNode: Node, node: Node, notes: Notes): Parameter[] {
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
  return limitParameters(parameters);
}

/** Keeps all required parameters (as far as a tool can hold them) and the first optional ones. */
function limitParameters(parameters: readonly Parameter[]): Parameter[] {
  let room = MAX_PARAMETERS - parameters.filter(({ required }) => required).length;
  return parameters.filter(({ required }) => required || room-- > 0).slice(0, MAX_PARAMETERS);
}
