/**
 * Compares the app's selections in Chromium with PyTorch's on the same samples, and measures their time:
 * `npx tsx tests/models/checkAnswers.ts MODEL_FOLDER SAMPLES ANSWERS [--count 100] [--json]`. `python -m evaluate --float32
 * --answers ANSWERS` writes PyTorch's; every so-manieth sample is taken. Fails where fewer than 98 % of the tools agree.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { z } from "zod";
import { sampleSchema } from "../../src/domain/scenario.ts";
import { toolCallSchema, type ToolCall } from "../../src/domain/toolCall.ts";
import { LivePage } from "./live/livePage.ts";

const AGREEING = 0.98;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "100" }, json: { type: "boolean", default: false } },
});
const [folder, samplesFile, answersFile] = positionals;
const count = Number(values.count);
if (!folder || !samplesFile || !answersFile || !(count > 0))
  throw new Error(
    "usage: npx tsx tests/models/checkAnswers.ts MODEL_FOLDER SAMPLES ANSWERS [--count 100] [--json]",
  );

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
const known = lines(samplesFile).flatMap((line) => {
  const { id, answer, ...scenario } = sampleSchema.parse(line);
  const other = theirs.get(id);
  return other ? [{ id, gold: answer, other, scenario }] : [];
});
const step = Math.max(1, Math.floor(known.length / count));
const samples = known.filter((_, at) => at % step === 0).slice(0, count);
const same = (one: ToolCall, other: ToolCall): boolean => isDeepStrictEqual(one, other);

const results: { sameTool: boolean; sameCall: boolean; right: boolean; milliseconds: number }[] = [];
const live = await LivePage.open();
try {
  await live.page.evaluate(([path]) => window.live.load(path, null), [LivePage.path(folder)] as const);
  console.log("sample | same tool | same call | right call | seconds");
  for (const { id, gold, other, scenario } of samples) {
    const { call, milliseconds } = await live.ask("answer", scenario);
    const found = {
      sameTool: call.tool_name === other.tool_name,
      sameCall: same(call, other),
      right: same(call, gold),
      milliseconds,
    };
    results.push(found);
    console.log(
      [id, found.sameTool, found.sameCall, found.right, (milliseconds / 1000).toFixed(1)].join(" | "),
    );
  }
} finally {
  await live.close();
}

const share = (flags: boolean[]): number => flags.filter(Boolean).length / flags.length;
const seconds = results.map(({ milliseconds }) => milliseconds / 1000).sort((a, b) => a - b);
const summary = {
  samples: results.length,
  same_tool: share(results.map(({ sameTool }) => sameTool)),
  same_call: share(results.map(({ sameCall }) => sameCall)),
  call_accuracy: share(results.map(({ right }) => right)),
  median_seconds: seconds[Math.floor(seconds.length / 2)] ?? NaN,
};
console.log(
  `${summary.samples} samples: the same tool in ${(100 * summary.same_tool).toFixed(1)} %, the same call in ` +
    `${(100 * summary.same_call).toFixed(1)} %, right calls ${(100 * summary.call_accuracy).toFixed(1)} %, ` +
    `median time ${summary.median_seconds.toFixed(1)} s`,
);
if (values.json) console.log(JSON.stringify(summary));
if (!(summary.same_tool >= AGREEING)) process.exitCode = 1;
