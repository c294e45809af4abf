/**
 * Writes the prompts of samples and packs for the trainer, by the app's own prompt: `npx tsx models/dataset/prompts.ts
 * --in FILE --form call|fit-call [--order ORDER] [--limit N] [--grammar] [--fit-only] [--out FILE]`. One JSON object a line. For a sample:
 * `id`, `setting`, `messages`, `fits` (candidates that do what is asked), `leads` (the candidates' texts up to the
 * parameters), `gold` (the preferred one's index), `answer`, `free` (nothing in the history can say which of the fitting
 * ones), with `--grammar` also `grammar` (of every valid answer). For a pack: `id`, `setting`, `messages` up to the query, `leads`, and
 * `questions` with `query` (what follows the messages' text), `fits`, `gold`, `answer`.
 *
 * With `--fit-only` a pack has no history, and its answers stop after the list of what fits (`open`): a first lesson.
 *
 * Other orders than the app's are for comparison: `history-candidates-query`, `history-query-candidates`,
 * `query-candidates-history`. Where the query is not the last block, a pack becomes a line per question.
 */
import { writeFileSync } from "node:fs";
import { answerFormSchema } from "../../src/domain/toolCall.ts";
import { promptOrders, promptOrderSchema } from "./make/blocks.ts";
import { trainingPrompts } from "./make/trainingPrompt.ts";
import { option, readEntries } from "./make/write.ts";

function main(): void {
  const [input, out] = [option("in"), option("out")];
  const form = answerFormSchema.safeParse(option("form"));
  const order = promptOrderSchema.safeParse(option("order"));
  if (input === undefined || !form.success || !order.success) {
    console.error(
      `usage: npx tsx models/dataset/prompts.ts --in FILE --form ${answerFormSchema.options.join("|")} [--order ${promptOrders.join("|")}] [--limit N] [--grammar] [--fit-only] [--out FILE]`,
    );
    process.exitCode = 2;
    return;
  }
  const limit = Number(option("limit") ?? Infinity);
  const withGrammar = process.argv.includes("--grammar");
  const lesson = process.argv.includes("--fit-only") ? "fit" : "answer";
  const text = readEntries(input)
    .slice(0, limit)
    .flatMap((entry) => trainingPrompts(entry, form.data, order.data, { withGrammar, lesson }))
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
