import {
  field,
  isNode,
  listField,
  nodeField,
  Notes,
  resolve,
  textField,
  type Node,
  type ReadingNote,
} from "./openapiNodes";
import { MAX_DESCRIPTION_LENGTH, readParameters } from "./openapiParameters";
import { readResponse } from "./openapiResponse";
import { firstSentences, plainText } from "./plainText";
import type { ResponseShape } from "./responseShape";
import { oneLine, toolName, type Parameter, type Tool } from "./tool";

const MAX_OPERATIONS = 5000;

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

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

/** Whether a parsed file says of itself that it is an OpenAPI 3 or a Swagger 2 document. */
export function isOpenApi(document: unknown): document is Node {
  if (!isNode(document)) return false;
  // YAML reads an unquoted version as a number.
  return (
    /^3(\.|$)/.test(String(field(document, "openapi"))) || /^2(\.|$)/.test(String(field(document, "swagger")))
  );
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
  const summary = firstSentences(textField(node, "summary"), MAX_DESCRIPTION_LENGTH);
  const response = readResponse(document, node);
  return {
    id: oneLine(textField(node, "operationId")),
    summary,
    description: joinTexts(summary, plainText(textField(node, "description"))),
    parameters: readParameters(document, pathNode, node, notes),
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
