import type { CallParameters } from "../../../src/domain/interaction.ts";
import type { JsonValue } from "../../../src/domain/json.ts";
import { promptParameters } from "../../../src/domain/prompt.ts";
import { toolParts, type Parameter, type ParameterType, type Tool } from "../../../src/domain/tool.ts";
import { lines } from "./define.ts";

/** A parameter of a hand-written tool, and how a question's values fill it. */
interface Filled {
  parameter: Parameter;
  slot: string | null;
  /** Values that this provider spells otherwise. */
  spelled: ReadonlyMap<string, string>;
  /** Values for past calls, where no question has one. */
  samples: readonly string[];
}

export interface SceneTool {
  tool: Tool;
  provider: string;
  filled: readonly Filled[];
}

export interface SceneQuestion {
  query: string;
  values: ReadonlyMap<string, string>;
}

/** Some tools that do the same, others of their providers, and questions that people typed. */
export interface Scene {
  id: string;
  fits: readonly SceneTool[];
  others: readonly SceneTool[];
  questions: readonly SceneQuestion[];
}

const types: Record<string, ParameterType> = {
  int: "integer",
  num: "number",
  bool: "boolean",
  list: "array",
};

/** `name:type=enum|enum!<slot{value:spelled,…}~sample/sample` */
function readParameter(text: string): Filled {
  const match = /^([^:=!<~]+)(?::(\w+))?(?:=([^!<~]+))?(!)?(?:<(\w+)(?:\{([^}]*)\})?)?(!)?(?:~(.*))?$/.exec(
    text.trim(),
  );
  if (!match) throw new Error(`No parameter: ${text}`);
  const [, name = "", kind = "", allowed, before, slot, spelled, after, samples] = match;
  return {
    parameter: {
      name: name.trim(),
      type: types[kind] ?? "string",
      required: before !== undefined || after !== undefined,
      description: "",
      ...(allowed !== undefined && { enum: allowed.split("|") }),
      ...(kind === "list" && { items: "string" as const }),
    },
    slot: slot ?? null,
    spelled: new Map((spelled?.split(",") ?? []).map((pair) => pair.split(":") as [string, string])),
    samples: samples?.split("/") ?? [],
  };
}

function readTool(line: string): SceneTool {
  const [name = "", description = "", parameters = ""] = line
    .split(" | ")
    .map((part) => part.replace(/ \|$/, "").trim());
  const filled = parameters
    .split(";")
    .filter((text) => text.trim() !== "")
    .map(readParameter);
  const tool: Tool = {
    name,
    description,
    parameters: filled.map(({ parameter }) => parameter),
    source: "invented",
  };
  return { tool, provider: toolParts(name).provider, filled };
}

function readQuestion(line: string): SceneQuestion {
  const [query = "", values = ""] = line.split(" || ");
  const pairs = values.split(";").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
  return { query, values: new Map(pairs) };
}

/** A scene from its tables. */
export function scene(id: string, fits: string, others: string, questions: string): Scene {
  return {
    id,
    fits: lines(fits).map(readTool),
    others: lines(others).map(readTool),
    questions: lines(questions).map(readQuestion),
  };
}

function convert({ parameter, spelled }: Filled, text: string): JsonValue {
  const value = spelled.get(text) ?? text;
  if (parameter.type === "integer" || parameter.type === "number") return Number(value);
  if (parameter.type === "boolean") return value === "true";
  return parameter.type === "array" ? value.split("+") : value;
}

/** The call that a question's values make; `missing` gives values where the question has none. */
export function sceneCall(
  tool: SceneTool,
  values: ReadonlyMap<string, string>,
  missing: (samples: readonly string[], required: boolean) => string | undefined = () => undefined,
): CallParameters {
  const shown = new Set(promptParameters(tool.tool).map(({ name }) => name));
  const call: CallParameters = {};
  for (const filled of tool.filled) {
    const { parameter, slot, samples } = filled;
    const text = (slot === null ? undefined : values.get(slot)) ?? missing(samples, parameter.required);
    if (text !== undefined && shown.has(parameter.name)) call[parameter.name] = convert(filled, text);
  }
  return call;
}
