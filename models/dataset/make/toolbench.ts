import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { oneLine, shorten, toolName, type Parameter, type ParameterType } from "../../../src/domain/tool.ts";
import type { RealTool } from "./openapi.ts";

const parameterSchema = z.object({
  name: z.string(),
  type: z.string().nullish(),
  description: z.string().nullish(),
});
const documentSchema = z.object({
  category: z.string(),
  provider: z.string(),
  operation: z.string(),
  description: z.string().nullish(),
  required_parameters: z.array(parameterSchema),
  optional_parameters: z.array(parameterSchema),
});
const questionSchema = z.object({ id: z.string(), query: z.string() });

const types: Record<string, ParameterType> = {
  number: "number",
  integer: "integer",
  boolean: "boolean",
  array: "array",
  object: "object",
};

const jsonLines = (file: string): unknown[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));

function readTool(line: unknown): RealTool | null {
  const { category, provider, operation, description, ...document } = documentSchema.parse(line);
  const read =
    (required: boolean) =>
    (parameter: z.infer<typeof parameterSchema>): Parameter => ({
      name: oneLine(parameter.name).slice(0, 60),
      type: types[(parameter.type ?? "").toLowerCase()] ?? "string",
      required,
      description: "",
    });
  const parameters = [
    ...document.required_parameters.map(read(true)),
    ...document.optional_parameters.map(read(false)),
  ];
  const names = parameters.map(({ name }) => name);
  const name = toolName(oneLine(category), oneLine(provider), oneLine(operation));
  if (names.some((own) => own === "") || new Set(names).size < names.length || name.length > 64) return null;
  const text = oneLine(description ?? "");
  return {
    tool: { name, description: shorten(text, 200), parameters, source: "imported" },
    provider: name.split(".")[1] ?? provider,
    maker: `toolbench/${provider}`,
    text: `${operation} ${text}`.slice(0, 300),
  };
}

export interface Toolbench {
  tools: RealTool[];
  questions: ReadonlyMap<string, string>;
}

/** The documents and questions of StableToolBench from a folder; null if it is not there. */
export function readToolbench(folder: string): Toolbench | null {
  const [tools, queries] = [join(folder, "tools.jsonl"), join(folder, "queries.jsonl")];
  if (!existsSync(tools) || !existsSync(queries)) return null;
  return {
    tools: jsonLines(tools)
      .map(readTool)
      .filter((tool) => tool !== null),
    questions: new Map(
      jsonLines(queries)
        .map((line) => questionSchema.parse(line))
        .map(({ id, query }) => [id, query]),
    ),
  };
}
