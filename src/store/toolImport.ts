import { parseDocument } from "yaml";
import { z } from "zod";
import { isOpenApi, openApiTools } from "../domain/openapi";
import { toolSchema, type Tool } from "../domain/tool";
import { toolDocumentSchema, toolFromDocument } from "../domain/toolDocuments";
import { firstFault, ImportError } from "./fault";
import { jsonFault } from "./jsonFault";

export interface ToolImport {
  tools: Tool[];
  /** What was changed or left out, in words. */
  notes: string[];
}

const MAX_CHARACTERS = 30_000_000;
const MAX_YAML_CHARACTERS = 6_000_000;
const MAX_TOOLS = 10_000;
const EXPECTED =
  "Expected an OpenAPI 3 or Swagger 2 document (JSON or YAML), or one tool document as JSON on each line.";

/**
 * Reads the tools of a file: an OpenAPI 3 or Swagger 2 document (JSON or YAML), or JSON lines in the form of
 * ToolBench. Nothing is stored or fetched; either all tools come out or an error is thrown.
 * @throws ImportError with a message for the user.
 */
export function readTools(fileName: string, text: string): ToolImport {
  const content = text.replace(/^\uFEFF/, "");
  if (content.trim() === "") throw new ImportError(`${label(fileName)} is empty. ${EXPECTED}`);
  if (content.length > MAX_CHARACTERS)
    throw new ImportError(
      `${label(fileName)} is too large (${size(content.length)}). Split it into smaller files.`,
    );
  try {
    const { tools, notes } = readAny(fileName, content);
    if (tools.length === 0) throw new ImportError(`${label(fileName)} holds no tools. ${EXPECTED}`);
    if (tools.length > MAX_TOOLS)
      throw new ImportError(
        `${label(fileName)} holds ${tools.length} tools, more than ${MAX_TOOLS}. Split it.`,
      );
    const unique = uniqueNames(tools);
    return { tools: z.array(toolSchema).parse(unique.tools), notes: [...notes, ...unique.notes] };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    if (error instanceof RangeError)
      throw new ImportError(`${label(fileName)} is nested too deeply to be read.`, { cause: error });
    if (error instanceof z.ZodError)
      throw new ImportError(`${label(fileName)} holds a tool that can't be used: ${firstIssue(error)}.`, {
        cause: error,
      });
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
  if (/^\s*[[{]/.test(content) && !/\.ya?ml$/i.test(fileName)) throw jsonError(fileName, content);
  return readValue(fileName, readYaml(fileName, content), lines);
}

/** A parsed file: an OpenAPI document, one tool document or a list of them. */
function readValue(fileName: string, value: unknown, lines: readonly string[]): ToolImport {
  if (isOpenApi(value)) return openApiTools(value, fileName.replace(/\.\w+$/, "") || "API");
  if (Array.isArray(value))
    return { tools: value.map((entry: unknown, at) => readDocument(entry, `Entry ${at + 1}`)), notes: [] };
  if (typeof value === "object" && value !== null && "operation" in value)
    return {
      tools: [readDocument(value, `Line ${1 + lines.findIndex((line) => line.trim() !== "")}`)],
      notes: [],
    };
  throw new ImportError(
    `${label(fileName)} is no tool document: there is no field "openapi", "swagger" or "operation" at its top. ${EXPECTED}`,
  );
}

function readLines(lines: readonly string[]): ToolImport {
  const tools = lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const value = tryJson(line);
    if (value !== undefined) return [readDocument(value, `Line ${at + 1}`)];
    const fault = jsonFault(line);
    throw new ImportError(
      `Line ${at + 1}, column ${fault?.column ?? 1}: this is no JSON (${fault?.why ?? "unknown fault"}). Each line must be one complete object.`,
    );
  });
  return { tools, notes: [] };
}

function readDocument(value: unknown, where: string): Tool {
  const document = toolDocumentSchema.safeParse(value);
  if (!document.success)
    throw new ImportError(`${where}, ${firstIssue(document.error)}. Correct it and import the file again.`);
  return toolFromDocument(document.data);
}

function firstIssue(error: z.ZodError): string {
  const { path, why } = firstFault(error);
  return path ? `field "${path}": ${why}` : why;
}

/** The value of a JSON text, or undefined if it is none. */
function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function jsonError(fileName: string, content: string): ImportError {
  const fault = jsonFault(content);
  const where = fault ? `line ${fault.line}, column ${fault.column}: ${fault.why}` : "unknown fault";
  return new ImportError(`${label(fileName)} is no JSON (${where}). Correct it and import the file again.`);
}

function readYaml(fileName: string, content: string): unknown {
  if (content.length > MAX_YAML_CHARACTERS)
    throw new ImportError(
      `${label(fileName)} is too large for YAML (${size(content.length)}). Convert it to JSON and import that.`,
    );
  const document = parseDocument(content, { prettyErrors: true, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const [start] = error.linePos ?? [];
    const where = start ? `line ${start.line}, column ${start.col}` : "unknown place";
    const why = error.message.split(" at line ")[0]?.replace(/\.$/, "") ?? error.code;
    throw new ImportError(`${label(fileName)} is no YAML (${where}: ${why}). ${EXPECTED}`);
  }
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new ImportError(`${label(fileName)} repeats parts too often by aliases (&, *). Write them out.`, {
      cause,
    });
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
    for (let number = 2; known.has(name) && known.get(name) !== body; number++) {
      const suffix = ` (${number})`;
      name = `${tool.name
        .slice(0, 200 - suffix.length)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd()}${suffix}`;
    }
    if (known.has(name)) {
      merged++;
      continue;
    }
    if (name !== tool.name) renamed++;
    known.set(name, body);
    kept.push(name === tool.name ? tool : { ...tool, name });
  }
  const notes = [
    ...(merged
      ? [`${count(merged, "tool")} occurred twice and ${merged === 1 ? "was" : "were"} merged.`]
      : []),
    ...(renamed
      ? [
          `${count(renamed, "tool")} of the same name as another got a number, as in "${kept.find(({ name }) => / \(\d+\)$/.test(name))?.name ?? ""}".`,
        ]
      : []),
  ];
  return { tools: kept, notes };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function label(fileName: string): string {
  return `"${fileName.slice(0, 100) || "The file"}"`;
}

function size(characters: number): string {
  return `${(characters / 1e6).toFixed(1)} million characters`;
}
