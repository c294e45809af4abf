/**
 * Compares the app's selections in Chromium with PyTorch's on the same samples, and measures their time:
 * `npx tsx tests/models/checkAnswers.ts MODEL_FOLDER SAMPLES ANSWERS [--results FILE] [--json]`. `python -m evaluate --float32
 * --answers ANSWERS` writes PyTorch's. Each result is added to FILE as soon as it is there; those that are there already
 * are not made again. Fails where fewer than 98 % of the tools agree.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { z } from "zod";
import { sampleSchema } from "../../src/domain/scenario.ts";
import { toolCallSchema, type ToolCall } from "../../src/domain/toolCall.ts";
import { modelManifestSchema } from "../../src/model/manifest.ts";
import { LivePage } from "./live/livePage.ts";

const AGREEING = 0.98;
/** How the identity of a twin ends. */
const TWIN = "~twin";
const USAGE =
  "usage: npx tsx tests/models/checkAnswers.ts MODEL_FOLDER SAMPLES ANSWERS [--results FILE] [--json]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { results: { type: "string" }, json: { type: "boolean", default: false } },
});
const [folder, samplesFile, answersFile] = positionals;
if (!folder || !samplesFile || !answersFile) throw new Error(USAGE);

/** What `python -m evaluate --answers` writes: the answer's last line is the call. */
const answerSchema = z.object({ id: z.string(), text: z.string() }).transform(({ id, text }) => {
  return { id, call: toolCallSchema.parse(JSON.parse(text.trim().split("\n").at(-1) ?? "")) };
});

const lines = (file: string): unknown[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

const theirs = new Map(
  lines(answersFile)
    .map((line) => answerSchema.parse(line))
    .map(({ id, call }) => [id, call]),
);
const resultSchema = z.object({
  model: z.string(),
  /** What computed it: times of different adapters are not mixed. */
  adapter: z.string(),
  id: z.string(),
  setting: z.string(),
  sameTool: z.boolean(),
  sameCall: z.boolean(),
  rightTool: z.boolean(),
  rightCall: z.boolean(),
  seconds: z.number(),
});
type Result = z.infer<typeof resultSchema>;

const { version } = modelManifestSchema.parse(JSON.parse(readFileSync(`${folder}/model.json`, "utf8")));
const results =
  values.results && existsSync(values.results)
    ? lines(values.results).map((line) => resultSchema.parse(line))
    : [];
const known = new Set(results.map(({ id }) => id));
const same = (one: ToolCall, other: ToolCall): boolean => isDeepStrictEqual(one, other);

const live = await LivePage.open();
try {
  const adapter = await live.adapter();
  if (results.some((one) => one.model !== version || one.adapter !== adapter))
    throw new Error(`${values.results ?? ""} has results of another model or adapter: name another file`);
  await live.page.evaluate(([path]) => window.live.load(path, null), [LivePage.path(folder)] as const);
  for (const line of lines(samplesFile)) {
    const { id, answer: gold, ...scenario } = sampleSchema.parse(line);
    const other = theirs.get(id);
    if (!other || known.has(id)) continue;
    const { call, milliseconds } = await live.ask("answer", scenario);
    const result: Result = {
      model: version,
      adapter,
      id,
      setting: scenario.setting,
      sameTool: call.tool_name === other.tool_name,
      sameCall: same(call, other),
      rightTool: call.tool_name === gold.tool_name,
      rightCall: same(call, gold),
      seconds: Math.round(milliseconds / 100) / 10,
    };
    results.push(result);
    if (values.results) appendFileSync(values.results, `${JSON.stringify(result)}\n`);
    console.log(JSON.stringify(result));
  }
} finally {
  await live.close();
}

const share = (of: readonly Result[], is: (one: Result) => boolean) => of.filter(is).length / of.length;
const figures = (of: readonly Result[]) => ({
  samples: of.length,
  tool_accuracy: share(of, ({ rightTool }) => rightTool),
  call_accuracy: share(of, ({ rightCall }) => rightCall),
});
function median(of: readonly Result[]): number {
  const seconds = of.map((one) => one.seconds).sort((a, b) => a - b);
  return seconds[Math.floor(seconds.length / 2)] ?? NaN;
}
const settings = [...new Set(results.map(({ setting }) => setting))].sort();
const right = new Set(results.filter(({ rightTool }) => rightTool).map(({ id }) => id));
const twins = results.filter(({ id }) => id.endsWith(TWIN));
const summary = {
  ...figures(results),
  flip_accuracy: share(twins, ({ id }) => right.has(id) && right.has(id.slice(0, -TWIN.length))),
  adapter: results[0]?.adapter,
  per_setting: Object.fromEntries(
    settings.map((name) => [name, figures(results.filter(({ setting }) => setting === name))]),
  ),
  same_tool: share(results, ({ sameTool }) => sameTool),
  same_call: share(results, ({ sameCall }) => sameCall),
  median_seconds: median(results),
};
const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
console.log(
  `${summary.samples} samples: the same tool as PyTorch in ${percent(summary.same_tool)}, the same call in ` +
    `${percent(summary.same_call)}; right tools ${percent(summary.tool_accuracy)}, right calls ${percent(summary.call_accuracy)}; ` +
    `median time ${summary.median_seconds} s on ${summary.adapter ?? "no adapter"}`,
);
if (values.json) console.log(JSON.stringify(summary));
if (!(summary.same_tool >= AGREEING)) process.exitCode = 1;
