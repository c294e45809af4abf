/**
 * Writes what of a file of packs a model can learn first, the shortest first: `npx tsx models/dataset/easier.ts --in FILE
 * --out FILE [--questions 3] [--candidates 6]`.
 */
import { easier } from "./make/easier.ts";
import { option, readEntries, toLines } from "./make/write.ts";
import { writeFileSync } from "node:fs";

const [input, out] = [option("in"), option("out")];
if (input === undefined || out === undefined)
  throw new Error(
    "usage: npx tsx models/dataset/easier.ts --in FILE --out FILE [--questions 3] [--candidates 6]",
  );
const [questions, candidates] = [Number(option("questions") ?? 3), Number(option("candidates") ?? 6)];
const packs = readEntries(input).flatMap((entry) => {
  const pack = "questions" in entry ? easier(entry, questions, candidates) : null;
  return pack ? [{ pack, perQuestion: JSON.stringify(pack).length / pack.questions.length }] : [];
});
packs.sort((a, b) => a.perQuestion - b.perQuestion);
writeFileSync(out, toLines(packs.map(({ pack }) => pack)));
console.log(
  `${packs.length} packs, ${packs.reduce((sum, { pack }) => sum + pack.questions.length, 0)} questions`,
);
