import { parseDocument } from "yaml";
import { z } from "zod";
import { isOpenApi, openApiTools } from "../domain/openapi";
import type { ReadingNote } from "../domain/openapiNodes";
import { numberedName, toolSchema, type Tool } from "../domain/tool";
import { toolDocumentSchema, toolFromDocument } from "../domain/toolDocuments";
import { fileLabel, firstFault, ImportError } from "./fault";
import { jsonFault } from "./jsonFault";

/** What an import changed or left out. */
export type ImportNote =
  | ReadingNote
  | { code: "merged"; count: number }
  /** `example` is one of the new names. */
  | { code: "numbered"; count: number; example: string };

export interface ToolImport {
  tools: Tool[];
  /** What was changed or left out. */
  notes: ImportNote[];
}

const MAX_CHARACTERS = 30_000_000;
const MAX_YAML_CHARACTERS = 6_000_000;
const MAX_TOOLS = 10_000;

/**
 * Reads the tools of a file: an OpenAPI 3 or Swagger 2 document (JSON or YAML), or JSON lines in the form of
 * ToolBench. Nothing is stored or fetched; either all tools come out or an error is thrown.
 * @throws ImportError
 */
export function readTools(fileName: string, text: string): ToolImport {
  const content = text.replace(/^\uFEFF/, "");
  const file = fileLabel(fileName);
  if (content.trim() === "") throw new ImportError({ code: "no-text", file });
  const { length: characters } = content;
  if (characters > MAX_CHARACTERS) throw new ImportError({ code: "too-long", file, characters });
  try {
    const { tools, notes } = readAny(fileName, content);
    const { length: count } = tools;
    if (count === 0) throw new ImportError({ code: "no-tools", file });
    if (count > MAX_TOOLS) throw new ImportError({ code: "many-tools", file, count, most: MAX_TOOLS });
    const unique = uniqueNames(tools);
    return { tools: z.array(toolSchema).parse(unique.tools), notes: [...notes, ...unique.notes] };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    if (error instanceof RangeError) throw new ImportError({ code: "deep-tools", file }, { cause: error });
    if (error instanceof z.ZodError)
      throw new ImportError({ code: "unusable-tool", file, ...firstFault(error) }, { cause: error });
    throw error;
  }
}

function readAny(fileName: string, content: string): ToolImport {
  const lines = content.split(/\r\n|\r|\n/);
  const whole = tryJson(content);
  if (whole !== undefined) return readValue(fileName, whole, lines);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const isLines =
    /\.(jsonl|ndjson)$/i.test(fileName) || (/^\s*\{/.test(first) && tryJson(first) !== undefined);
  if (isLines) return readLines(lines);
  if (/^\s*[[{]/.test(content) && !/\.ya?ml$/i.test(fileName))
    throw new ImportError({ code: "no-json", file: fileLabel(fileName), at: jsonFault(content) });
  return readValue(fileName, readYaml(fileName, content), lines);
}

/** A parsed file: an OpenAPI document, one tool document or a list of them. */
function readValue(fileName: string, value: unknown, lines: readonly string[]): ToolImport {
  if (isOpenApi(value)) return openApiTools(value, fileName.replace(/\.\w+$/, "") || "API");
  if (Array.isArray(value))
    return { tools: value.map((entry: unknown, at) => readDocument(entry, "entry", at + 1)), notes: [] };
  if (typeof value === "object" && value !== null && "operation" in value)
    return {
      tools: [readDocument(value, "line", 1 + lines.findIndex((line) => line.trim() !== ""))],
      notes: [],
    };
  throw new ImportError({ code: "no-tool-document", file: fileLabel(fileName) });
}

function readLines(lines: readonly string[]): ToolImport {
  const tools = lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const value = tryJson(line);
    if (value !== undefined) return [readDocument(value, "line", at + 1)];
    throw new ImportError({ code: "line-no-json", line: at + 1, at: jsonFault(line) });
  });
  return { tools, notes: [] };
}

/** @param number of the entry or the line, from 1. */
function readDocument(value: unknown, part: "entry" | "line", number: number): Tool {
  const document = toolDocumentSchema.safeParse(value);
  if (!document.success)
    throw new ImportError({ code: "bad-document", part, number, ...firstFault(document.error) });
  return toolFromDocument(document.data);
}

/** The value of a JSON text, or undefined if it is none. */
function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readYaml(fileName: string, content: string): unknown {
  const file = fileLabel(fileName);
  const { length: characters } = content;
  if (characters > MAX_YAML_CHARACTERS) throw new ImportError({ code: "long-yaml", file, characters });
  const document = parseDocument(content, { prettyErrors: true, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const [start] = error.linePos ?? [];
    const at = start ? { line: start.line, column: start.col } : null;
    const why = error.message.split(" at line ")[0]?.replace(/\.$/, "") ?? error.code;
    throw new ImportError({ code: "no-yaml", file, at, why });
  }
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new ImportError({ code: "yaml-aliases", file }, { cause });
  }
}

/** Merges tools that are the same in all fields, and numbers different ones of the same name. */
export function uniqueNames(tools: readonly Tool[]): ToolImport {
  const known = new Map<string, string>();
  const kept: Tool[] = [];
  let [merged, renamed] = [0, 0];
  for (const tool of tools) {
    const body = JSON.stringify({ ...tool, name: "" });
    let name = tool.name;
    for (let number = 2; known.has(name) && known.get(name) !== body; number++)
      name = numberedName(tool.name, number);
    if (known.has(name)) {
      merged++;
      continue;
    }
    if (name !== tool.name) renamed++;
    known.set(name, body);
    kept.push(name === tool.name ? tool : { ...tool, name });
  }
  const example = kept.find(({ name }) => / \(\d+\)$/.test(name))?.name ?? "";
  const notes: ImportNote[] = [
    ...(merged > 0 ? [{ code: "merged" as const, count: merged }] : []),
    ...(renamed > 0 ? [{ code: "numbered" as const, count: renamed, example }] : []),
  ];
  return { tools: kept, notes };
}
