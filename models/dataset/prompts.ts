/**
 * Writes the prompts of samples for the trainer, by the app's own prompt: `npx tsx models/dataset/prompts.ts
 * --in FILE --form call|fit-call [--order ORDER] [--limit N] [--grammar] [--without-history] [--short|--drill]
 * [--histories N] [--moments N] [--out FILE]`. One JSON object a line. For a sample:
 * `id`, `setting`, `messages`, `fits` (candidates that do what is asked), `leads` (the candidates' texts up to the
 * parameters), `gold` (the preferred one's index), `answer`, `free` (nothing in the history can say which of the fitting
 * ones), with `--grammar` also `grammar` (of every valid answer). `--without-history` leaves the history out of its
 * prompt. For a question with several histories: `id`, `messages` up to the history, `leads`, `fits`, and `plays` with `setting`, `rest` (what follows the messages' text), `gold`, `answer`.
 * With `--moments` each of these has `moments`, up to so many earlier states of its history: after how many
 * `calls`, and the fitting tools' `shares` of what was preferred then; `lead`, how an answer begins before it calls; and
 * `others`, answers with other fitting tools, for their parameters. With `--histories` only so many of a question's histories.
 * With `--short` only questions that have short histories, with these and few candidates: a first lesson. With `--drill`
 * each question with few candidates and three histories of another making, dense with calls that matter: an exercise.
 *
 * Other orders than the app's are for comparison; there each history becomes a line of its own.
 */
import { writeFileSync } from "node:fs";
import { answerFormSchema } from "../../src/domain/toolCall.ts";
import { promptOrders, promptOrderSchema } from "./make/blocks.ts";
import { drill } from "./make/drill.ts";
import { shorter } from "./make/shorter.ts";
import { trainingPrompts } from "./make/trainingPrompt.ts";
import { option, readEntries } from "./make/write.ts";

function main(): void {
  const [input, out] = [option("in"), option("out")];
  const form = answerFormSchema.safeParse(option("form"));
  const order = promptOrderSchema.safeParse(option("order"));
  if (input === undefined || !form.success || !order.success) {
    console.error(
      `usage: npx tsx models/dataset/prompts.ts --in FILE --form ${answerFormSchema.options.join("|")} [--order ${promptOrders.join("|")}] [--limit N] [--grammar] [--without-history] [--short|--drill] [--histories N] [--moments N] [--out FILE]`,
    );
    process.exitCode = 2;
    return;
  }
  const limit = Number(option("limit") ?? Infinity);
  const [histories, moments] = [Number(option("histories") ?? Infinity), Number(option("moments") ?? 0)];
  const withGrammar = process.argv.includes("--grammar");
  const withoutHistory = process.argv.includes("--without-history");
  const entries = readEntries(input).slice(0, limit);
  const plays = entries.flatMap((entry) => ("plays" in entry ? [entry] : []));
  const read = process.argv.includes("--short")
    ? plays.flatMap((made) => shorter(made, 5, 8) ?? [])
    : process.argv.includes("--drill")
      ? plays.flatMap((made) => drill(made, 3) ?? [])
      : entries;
  const text = read
    .flatMap((entry) =>
      trainingPrompts(entry, form.data, order.data, { withGrammar, withoutHistory, histories, moments }),
    )
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
