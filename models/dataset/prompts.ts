/**
 * Writes the prompts of samples for the trainer, by the app's own prompt: `npx tsx models/dataset/prompts.ts --in FILE
 * --form call|fit-call [--out FILE]`. One JSON object a line: `id`, `setting`, `messages`, `fits` (candidates that do what is
 * asked), `leads` (the candidates' texts up to the parameters), `gold` (the preferred one's index), `answer`.
 */
import { writeFileSync } from "node:fs";
import { callLead } from "../../src/domain/answerGrammar.ts";
import { writeJson } from "../../src/domain/json.ts";
import { writePrompt } from "../../src/domain/prompt.ts";
import { answerFormSchema, type AnswerForm } from "../../src/domain/toolCall.ts";
import type { KnownSample } from "./make/schema.ts";
import { option, readSamples } from "./make/write.ts";

/** The answer as a model should write it. */
function answerText({ fits, answer }: KnownSample, form: AnswerForm): string {
  const call = `{"tool_name": ${JSON.stringify(answer.tool_name)}, "parameters": ${writeJson(answer.parameters)}}`;
  return form === "call" ? call : `Fit: ${fits.join(" ")}\n${call}`;
}

function trainingPrompt(sample: KnownSample, form: AnswerForm) {
  return {
    id: sample.id,
    setting: sample.setting,
    messages: writePrompt(sample, form),
    fits: sample.fits,
    leads: sample.candidates.map(callLead),
    gold: sample.candidates.findIndex(({ name }) => name === sample.answer.tool_name),
    answer: answerText(sample, form),
  };
}

function main(): void {
  const [input, out] = [option("in"), option("out")];
  const form = answerFormSchema.safeParse(option("form"));
  if (input === undefined || !form.success) {
    console.error("usage: npx tsx models/dataset/prompts.ts --in FILE --form call|fit-call [--out FILE]");
    process.exitCode = 2;
    return;
  }
  const text = readSamples(input)
    .map((sample) => `${JSON.stringify(trainingPrompt(sample, form.data))}\n`)
    .join("");
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

main();
