/**
 * Measures model folders in Chromium one after another and prints tokens/s, and the sampler's share of a step.
 * Run it with `npx tsx tests/models/bench.ts [--tokens N] FOLDER…`.
 */
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { ModelPage, type Timing } from "./modelPage.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tokens: { type: "string", default: "128" }, kernels: { type: "boolean", default: false } },
});
const tokens = Number(values.tokens);
const [decodes, samples] = [3, 3];

function listKernels(name: string, { kernels }: Timing, runs: number): void {
  console.log(`  ${name}, GPU milliseconds by kernel:`);
  for (const [kernel, launches, time] of kernels.slice(0, 8))
    console.log(`    ${kernel} × ${launches / runs}: ${(time / runs).toFixed(1)}`);
}

console.log("folder | prefill tokens/s | decode tokens/s | sampler ms | sampler's share of a step");
for (const folder of positionals) {
  const page = await ModelPage.open(folder);
  try {
    const { prefill, decode, sampler } = await page.bench({ tokens, decodes, samples });
    const [step, sample] = [decode.wall / decodes, sampler.wall / samples];
    const speeds = [(1000 * tokens) / prefill.wall, 1000 / step].map((speed) => speed.toFixed(1));
    const share = `${((100 * sample) / (step + sample)).toFixed(1)} %`;
    console.log([basename(folder), ...speeds, sample.toFixed(1), share].join(" | "));
    if (values.kernels) {
      listKernels("prefill", prefill, 1);
      listKernels("decode", decode, decodes);
      listKernels("sampler", sampler, samples);
    }
  } finally {
    await page.close();
  }
}
