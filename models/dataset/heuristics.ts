/**
 * What one-line rules reach: `npx tsx models/dataset/heuristics.ts --in FILE [--json]`. All but the lexical match know which
 * candidates do what is asked, so that only the preference is in question.
 */
import { settingSchema } from "../../src/domain/setting.ts";
import { heuristics, hitRate } from "./make/rules.ts";
import { option, readSamples } from "./make/write.ts";

function main(): void {
  const input = option("in");
  if (input === undefined) {
    console.error("usage: npx tsx models/dataset/heuristics.ts --in FILE [--json]");
    process.exitCode = 2;
    return;
  }
  const samples = readSamples(input);
  const rows = Object.entries(heuristics).map(([rule, choose]) => {
    const cells = settingSchema.options.map((setting) => {
      const own = samples.filter((sample) => sample.setting === setting);
      return [setting, hitRate(own, choose)] as const;
    });
    return { rule, ...Object.fromEntries(cells) };
  });
  if (process.argv.includes("--json")) {
    console.log(JSON.stringify(rows));
    return;
  }
  console.log(
    `| rule | ${settingSchema.options.join(" | ")} |\n| --- | ${settingSchema.options.map(() => "---").join(" | ")} |`,
  );
  for (const { rule, ...cells } of rows)
    console.log(
      `| ${rule} | ${Object.values(cells)
        .map((rate) => (100 * Number(rate)).toFixed(1))
        .join(" | ")} |`,
    );
}

main();
