/**
 * Compares the app's distributions in Chromium with PyTorch's brute force and prints a table:
 * `npx tsx tests/models/checkDistribution.ts MODEL_FOLDER REFERENCE [--count N]`. `python -m compile.distribution`
 * writes the reference.
 */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { distributionReferenceSchema, worstDifference } from "./distributionReference.ts";
import { LivePage } from "./live/livePage.ts";

const LIMIT = 0.01;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: "string" } } });
const [folder, file] = positionals;
if (!folder || !file)
  throw new Error("usage: npx tsx tests/models/checkDistribution.ts MODEL_FOLDER REFERENCE [--count N]");
if (!existsSync(file)) throw new Error(`There is no ${file}: \`python -m compile.distribution\` writes it.`);
const { version, cases } = distributionReferenceSchema.parse(JSON.parse(readFileSync(file, "utf8")));
const chosen = cases.slice(0, values.count ? Number(values.count) : cases.length);

const live = await LivePage.open();
let [worst, unsummed] = [0, 0];
let form: string | null = null;
try {
  console.log("sample | prompt tokens | candidates | runs | largest difference | sum");
  for (const one of chosen) {
    if (form !== one.form) {
      await live.page.evaluate(() => window.live.close());
      const loaded = await live.page.evaluate(([path, as]) => window.live.load(path, as), [
        LivePage.path(folder),
        one.form,
      ] as const);
      if (loaded !== version)
        throw new Error(`The reference is of version ${version}, the folder ${loaded}.`);
      form = one.form;
    }
    const { groups, runs } = await live.ask("resolve", one);
    const difference = worstDifference(groups, one.probabilities);
    const sum = groups.reduce((total, { probability }) => total + probability, 0);
    worst = Math.max(worst, difference);
    unsummed = Math.max(unsummed, Math.abs(sum - 1));
    console.log(
      [
        one.id,
        one.promptTokens,
        one.probabilities.length,
        runs,
        difference.toExponential(1),
        sum.toFixed(6),
      ].join(" | "),
    );
  }
} finally {
  await live.close();
}
console.log(`largest difference ${worst.toExponential(2)} over ${chosen.length} samples`);
if (!(worst <= LIMIT) || !(unsummed < 1e-3)) process.exitCode = 1;
