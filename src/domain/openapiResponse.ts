import {
  field,
  nodeField,
  Notes,
  readSchema,
  resolve,
  textField,
  typeOf,
  type Budget,
  type Node,
} from "./openapiNodes";
import {
  MAX_SHAPE_DEPTH,
  MAX_SHAPE_PROPERTIES,
  type ResponseLeaf,
  type ResponseShape,
} from "./responseShape";
import { oneLine } from "./tool";

const MAX_SHAPE_NODES = 300;

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
export function readResponse(document: Node, node: Node): ResponseShape | null {
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
