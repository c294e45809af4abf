/**
 * Compares a model folder in Chromium with PyTorch's logits and prints a table.
 * Run it with `npx tsx tests/models/checkLogits.ts MODEL_FOLDER REFERENCE`.
 */
import { ModelPage } from "./modelPage.ts";
import { compare, readReference } from "./reference.ts";

const [folder, file] = process.argv.slice(2);
if (!folder || !file) throw new Error("usage: npx tsx tests/models/checkLogits.ts MODEL_FOLDER REFERENCE");
const { stride, cases } = readReference(file);
const page = await ModelPage.open(folder, { record: true });
let [largest, different] = [0, 0];
try {
  console.log("prompt tokens | prefill difference | largest decode difference | same greedy tokens");
  for (const one of cases) {
    const { promptTokens, differences, sameGreedy } = await compare(page, one, stride);
    if (promptTokens.ours !== promptTokens.reference) throw new Error(`${promptTokens.ours} prompt tokens`);
    const [prefill = NaN, ...decode] = differences;
    largest = Math.max(largest, ...differences);
    if (!sameGreedy) different++;
    console.log(
      `${promptTokens.ours} | ${prefill.toExponential(1)} | ${Math.max(...decode).toExponential(1)} | ${sameGreedy ? "yes" : "NO"}`,
    );
  }
} finally {
  await page.close();
}
console.log(
  `largest difference ${largest.toExponential(2)} over ${cases.length} prompts; ${different} with other tokens`,
);
if (!(largest < 0.01) || different > 0) process.exitCode = 1;
