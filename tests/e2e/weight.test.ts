/** How much JavaScript the page loads before a model is used for the first time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { DIST } from "../tools/site";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

/** Bytes, compressed. */
const LIMIT = 250_000;

const { site, browser } = await opened();

/** The scripts that the site has been asked for, each once, and their bytes with gzip, as static hosts send them. */
function scripts(): { paths: string[]; bytes: number } {
  const paths = [...new Set(site.requests)].filter((path) => path.endsWith(".js"));
  const bytes = paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0);
  return { paths, bytes };
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

test("before a model is used, the page loads at most 250 KB of compressed JavaScript; web-llm comes with the worker", async () => {
  // The service worker stores all of the page for later, and would be taken for the page here.
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}`, { serviceWorkers: "block" });
  // On a busy machine the network is idle for a while before what comes last is asked for: the recorded run.
  await visit.get("recorded").waitFor();
  await visit.page.waitForLoadState("networkidle");
  const shown = scripts();
  const own = gzipSync(readFileSync(join(DIST, "sw.js"))).length;
  console.log(
    `${shown.paths.length} scripts, ${kilobytes(shown.bytes)} with gzip; the service worker has ${kilobytes(own)}`,
  );
  expect(shown.paths.length).toBeGreaterThan(0);
  // The service worker comes after the page has been shown, and is no part of it.
  expect(shown.bytes).toBeLessThanOrEqual(LIMIT);
  expect(shown.paths.filter((path) => path.includes("worker"))).toEqual([]);
  expect(site.requests.filter((path) => path.endsWith(".bin"))).toEqual([]);

  await visit.loadModel();
  const used = scripts();
  console.log(`with the model's worker ${kilobytes(used.bytes)}`);
  expect(used.paths.some((path) => path.includes("worker"))).toBe(true);
  // Were it not found here, the first figure would say nothing.
  expect(used.bytes).toBeGreaterThan(4 * LIMIT);
  await visit.close();
});
