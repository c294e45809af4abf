/**
 * Writes the prompts of samples for the trainer, by the app's own prompt: `npx tsx models/dataset/prompts.ts
 * --in FILE --form call|fit-call [--order ORDER] [--limit N] [--grammar] [--short]
 * [--histories N] [--moments N] [--out FILE]`. One JSON object a line. For a sample:
 * `id`, `setting`, `messages`, `fits` (candidates that do what is asked), `leads` (the candidates' texts up to the
 * parameters), `gold` (the preferred one's index), `answer`, `free` (nothing in the history can say which of the fitting
 * ones), with `--grammar` also `grammar` (of every valid answer). For a question with several histories: `id`, `messages` up
 * to the history, `leads`, `fits`, and `plays` with `setting`, `rest` (what follows the messages' text), `gold`, `answer`.
 * With `--moments` each of these has `moments`, up to so many earlier states of its history: after how many
 * `calls`, and the beginning of the `answer` then, as far as the tool's name. With `--histories` only so many of a question's histories.
 * With `--short` only questions that have short histories, with these and few candidates: a first lesson.
 *
 * Other orders than the app's are for comparison; there each history becomes a line of its own.
 */
import { writeFileSync } from "node:fs";
import { answerFormSchema } from "../../src/domain/toolCall.ts";
import { promptOrders, promptOrderSchema } from "./make/blocks.ts";
import { shorter } from "./make/shorter.ts";
import { trainingPrompts } from "./make/trainingPrompt.ts";
import { option, readEntries } from "./make/write.ts";

function main(): void {
  const [input, out] = [option("in"), option("out")];
  const form = answerFormSchema.safeParse(option("form"));
  const order = promptOrderSchema.safeParse(option("order"));
  if (input === undefined || !form.success || !order.success) {
    console.error(
      `usage: npx tsx models/dataset/prompts.ts --in FILE --form ${answerFormSchema.options.join("|")} [--order ${promptOrders.join("|")}] [--limit N] [--grammar] [--short] [--histories N] [--moments N] [--out FILE]`,
    );
    process.exitCode = 2;
    return;
  }
  const limit = Number(option("limit") ?? Infinity);
  const [histories, moments] = [Number(option("histories") ?? Infinity), Number(option("moments") ?? 0)];
  const withGrammar = process.argv.includes("--grammar");
  const entries = readEntries(input).slice(0, limit);
  const read = process.argv.includes("--short")
    ? entries.flatMap((entry) => ("plays" in entry ? (shorter(entry, 5, 8) ?? []) : []))
    : entries;
  const text = read
    .map((entry) => ("plays" in entry ? { ...entry, plays: entry.plays.slice(0, histories) } : entry))
    .flatMap((entry) => trainingPrompts(entry, form.data, order.data, { withGrammar, moments }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

try {
  main();
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
