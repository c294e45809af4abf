/**
 * Writes cases for `python -m compile.distribution`: `npx tsx tests/models/distributionCases.ts MODEL_FOLDER OUT
 * [SAMPLES] [--count 30]`. SAMPLES is a file that `npx tsx models/dataset/build.ts` writes; every so-manieth is taken
 * of it, and cut. Without it, small samples with invented tools are made up, which may be committed.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { knownSampleSchema, type KnownSample } from "../../models/dataset/make/schema.ts";
import { callLead } from "../../src/domain/answerGrammar.ts";
import { joinTexts } from "../../src/domain/prompt.ts";
import type { Scenario } from "../../src/domain/scenario.ts";
import { answerFormSchema, type AnswerForm } from "../../src/domain/toolCall.ts";
import { chatConfigSchema } from "../../src/model/chatText.ts";
import { fitPrompt } from "../../src/model/fitting.ts";
import { CHAT_CONFIG, TOKENIZER } from "../../src/model/manifest.ts";
import { Tokens } from "../../src/model/tokens.ts";
import { smallSamples } from "./smallSamples.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "30" } },
});
const [folder, out, samples] = positionals;
const count = Number(values.count);
if (!folder || !out || !(count > 0))
  throw new Error("usage: npx tsx tests/models/distributionCases.ts MODEL_FOLDER OUT [SAMPLES] [--count 30]");

const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
const config = chatConfigSchema.parse(read(CHAT_CONFIG));
const tokens = new Tokens(read(TOKENIZER) as object);
const { answerForm, contextWindow } = read("model.json") as { answerForm: unknown; contextWindow: number };
const ownForm = answerFormSchema.parse(answerForm);

interface Sample {
  id: string;
  form: AnswerForm;
  fits: number[];
  scenario: Scenario;
}

/** Cut to so much, thirty samples are read by a software GPU in minutes. */
const [CANDIDATES, CALLS] = [4, 4];

/** The newest calls, and the candidates that fit, with as many others as there is room for. */
function cut({ id, setting, query, history, candidates, fits }: KnownSample): Sample {
  const others = candidates.map((_, index) => index).filter((index) => !fits.includes(index));
  const kept = [...fits, ...others.slice(0, Math.max(0, CANDIDATES - fits.length))].sort((a, b) => a - b);
  const scenario = {
    setting,
    query,
    history: history.slice(-CALLS),
    candidates: candidates.filter((_, index) => kept.includes(index)),
  };
  return { id, form: ownForm, fits: fits.map((index) => kept.indexOf(index)), scenario };
}

function fromFile(file: string): Sample[] {
  if (!existsSync(file))
    throw new Error(
      `There is no ${file}. \`npx tsx models/dataset/build.ts\` makes models/.cache/dataset/test.jsonl.`,
    );
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const step = Math.max(1, Math.floor(lines.length / count));
  return lines
    .filter((_, at) => at % step === 0)
    .slice(0, count)
    .map((line) => cut(knownSampleSchema.parse(JSON.parse(line))));
}

const cases = await Promise.all(
  (samples ? fromFile(samples) : smallSamples(count)).map(async ({ id, form, fits, scenario }) => {
    const { dropped, pieces } = await fitPrompt(tokens, config, contextWindow, scenario, form);
    return {
      id,
      form,
      fits: form === "fit-call" ? fits : null,
      scenario: { ...scenario, history: scenario.history.slice(dropped) },
      pieces: pieces.map(joinTexts),
      leads: scenario.candidates.map(callLead),
    };
  }),
);
writeFileSync(out, cases.map((one) => `${JSON.stringify(one)}\n`).join(""));
console.log(`${cases.length} cases`);
