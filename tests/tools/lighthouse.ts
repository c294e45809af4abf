/**
 * Lets Lighthouse judge the built page in Chromium, as on a phone and as on a desk, and fails below 95 points.
 *
 *     npm run lighthouse [-- --runs 3]
 *
 * Performance is the median of the runs, as Lighthouse recommends: it depends on what else the machine does.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromiumFlags, findChromium } from "./chromium";
import { DIST, Site } from "./site";

const GOAL = 95;
const categories = ["performance", "accessibility", "best-practices"] as const;
const forms = { phone: undefined, desk: desktopConfig };

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });

const median = (figures: readonly number[]) =>
  figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;

/** The points of each category, and what cost some. */
async function judge(url: string, form: keyof typeof forms) {
  const chrome = await launch({
    chromePath: findChromium(),
    chromeFlags: ["--headless=new", ...chromiumFlags],
  });
  try {
    const flags = { port: chrome.port, onlyCategories: [...categories], logLevel: "error" as const };
    const result = await lighthouse(url, flags, forms[form]);
    if (!result) throw new Error("Lighthouse says nothing.");
    const { audits, categories: judged, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(runtimeError.message);
    const lost = new Set<string>();
    const points = categories.map((name) => {
      for (const { id, weight } of judged[name]?.auditRefs ?? []) {
        const { score = null, title = id, displayValue = "" } = audits[id] ?? {};
        if (weight > 0 && score !== null && score < 0.9) lost.add(`${title} ${displayValue}`.trim());
      }
      return Math.round((judged[name]?.score ?? 0) * 100);
    });
    return { points, lost };
  } finally {
    chrome.kill();
  }
}

/** The built page with a compressed copy of each text, as static hosts serve them. */
function compressed(): string {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  // Nobody asks for a model here.
  cpSync(DIST, folder, { recursive: true, filter: (path) => !path.endsWith(".bin") });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.(html|js|css|json|svg)$/.test(path))
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
  }
  return folder;
}

const folder = compressed();
const site = await Site.open(folder);
const below: string[] = [];
try {
  for (const form of ["phone", "desk"] as const) {
    const runs: number[][] = [];
    const all = new Set<string>();
    for (let run = 0; run < Number(values.runs); run++) {
      const { points, lost } = await judge(site.url, form);
      runs.push(points);
      for (const one of lost) all.add(one);
    }
    categories.forEach((name, at) => {
      const points = runs.map((run) => run[at] ?? 0);
      const middle = median(points);
      if (!(middle >= GOAL)) below.push(`${form} ${name}`);
      console.log(`${form.padEnd(6)} ${name.padEnd(15)} ${middle}  (${points.join(", ")})`);
    });
    for (const one of all) console.log(`${form.padEnd(6)} not full: ${one}`);
  }
} finally {
  await site.close();
  rmSync(folder, { recursive: true });
}
if (below.length > 0) {
  console.error(`Below ${GOAL} points: ${below.join(", ")}`);
  process.exitCode = 1;
}
