/**
 * A booth's day in fast motion: visitors who do this and that at random, one after the other, with a clock that counts
 * a pause of a second or some as one of a minute and a half. Says how the page's memory has grown.
 *
 *     npx tsx tests/tools/kiosk.ts [--hours 10] [--minutes 60] [--idle 1]
 *
 * Ends after so many hours of a booth's time, or after so many minutes of ours.
 */
import type { Browser } from "playwright-core";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { seededRandom } from "../../src/domain/seededRandom";
import { openBrowser, TINY, Visit } from "../e2e/visit";
import { Site } from "./site";
import { LOADING } from "./surviving";

/** Seconds without a visitor, if nobody says otherwise. */
const IDLE = 3;
/** How long a visitor stays at a real booth, with the pause until the next one. */
const REAL_VISIT_MINUTES = 3;
/** Visits before the memory is looked at: until then caches fill. */
const WARM_UP = 4;
/** After so many visits it is looked at again: what grows, and what has filled up? */
const EVERY = 20;

/** What the page's JavaScript takes, in bytes. */
interface Heap {
  /** Objects, strings, functions: what grows for ever where something is kept that nobody needs. */
  data: number;
  /** What V8 has compiled of the program: it grows for as long as visitors come to parts that nobody came to before. */
  code: number;
}

/** What the page takes at one time, with the number of its elements and listeners. */
interface Size extends Heap {
  elements: number;
  listeners: number;
}

interface KioskReport {
  visits: number;
  actions: number;
  /** What the booth itself has counted. */
  selections: number;
  /** In the beginning, after each `EVERY` visits, and in the end, while nobody is there. */
  sizes: Size[];
  /** What the console complained about. */
  broken: string[];
}

type Action = (visit: Visit, random: () => number) => Promise<unknown>;

const pick = <Item>(items: readonly Item[], random: () => number): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick.");
  return item;
};

const quickly = { timeout: 1500 };

/** Opens a dialog and closes it again. */
const dialog =
  (button: string): Action =>
  async (visit) => {
    await visit.get(button).click(quickly);
    await visit.get("close-dialog").click(quickly);
  };

const actions: readonly Action[] = [
  ...["like", "dislike", "unrate", "delete", "move-down"].map(
    (button): Action =>
      (visit, random) =>
        visit.interactions
          .nth(Math.floor(random() * 3))
          .getByTestId(button)
          .click(quickly),
  ),
  (visit, random) => visit.get("query").fill(`Will it rain in ${Math.floor(random() * 1e6)} hours?`, quickly),
  (visit, random) =>
    visit
      .get("suggestion")
      .nth(Math.floor(random() * 3))
      .click(quickly),
  (visit, random) =>
    visit.get(`user-${pick(["ida", "victor", "leonie", "tomasz", "priya", "sam"], random)}`).click(quickly),
  (visit, random) =>
    visit.get(`explain-${pick(["why", "what-if", "settings", "hood"], random)}`).click(quickly),
  (visit) => visit.get("undo-edit").click(quickly),
  (visit) => visit.get("compare").click(quickly),
  dialog("open-display"),
  dialog("open-learn"),
  dialog("open-person"),
  dialog("add-interaction"),
  async (visit) => {
    await visit.get("open-compare").click(quickly);
    await visit.get("compare-with").selectOption({ index: 1 }, quickly);
    await visit.get("close-dialog").click(quickly);
  },
  async (visit, random) => {
    await visit.get("open-make-user").click(quickly);
    for (let question = 0; question < 8; question++)
      await visit.get(`way-${random() < 0.5 ? 0 : 1}`).click(quickly);
    await visit.get("make-it").click(quickly);
  },
];

const snapshotSchema = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      node_types: z.tuple([z.array(z.string())]).rest(z.unknown()),
    }),
  }),
  nodes: z.array(z.number()),
});

/** Reads a heap snapshot (Chrome DevTools' format); what the browser itself keeps for the page ("native") is left out. */
function heapOf(text: string): Heap {
  const { snapshot, nodes } = snapshotSchema.parse(JSON.parse(text));
  const { node_fields: fields, node_types } = snapshot.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  const heap: Heap = { data: 0, code: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = node_types[0][nodes[at + type] ?? -1];
    if (kind !== "native") heap[kind === "code" ? "code" : "data"] += nodes[at + size] ?? 0;
  }
  return heap;
}

async function measure(visit: Visit): Promise<Size> {
  const devtools = await visit.page.context().newCDPSession(visit.page);
  try {
    const chunks: string[] = [];
    devtools.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => void chunks.push(chunk));
    // What was collected once may set free more.
    for (let round = 0; round < 2; round++) await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
    const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
    return { ...heapOf(chunks.join("")), elements: nodes, listeners: jsEventListeners };
  } finally {
    await devtools.detach();
  }
}

/** One visitor: begins, does some things, and goes away without tidying up. @returns how many things were done. */
async function oneVisit(visit: Visit, random: () => number, idle: number): Promise<number> {
  await visit.get("start").click();
  let done = 0;
  for (let left = 3 + Math.floor(random() * 5); left > 0; left--) {
    try {
      await pick(actions, random)(visit, random);
      done += 1;
    } catch {
      // Something lay over it, or it isn't there now: visitors meet that, too.
    }
    await visit.page.waitForTimeout(random() * 400 * idle);
  }
  // Most visitors wait for the model.
  if (random() < 0.7) await visit.status("selection-status", "done", 15_000).catch(() => undefined);
  await visit.get("attract").waitFor({ timeout: 60_000 });
  return done;
}

/**
 * Visitors one after the other, until `enough`.
 * @param url of the page with its model, but not as a booth.
 * @param enough is asked after each visit, with their number.
 * @param idle seconds without a visitor after which the page begins anew.
 */
export async function kioskSoak(
  browser: Browser,
  url: string,
  enough: (visits: number) => boolean,
  idle = IDLE,
): Promise<KioskReport> {
  const visit = await Visit.toBooth(browser, `${url}&kiosk=${idle}`);
  const random = seededRandom("visitors");
  try {
    // Somebody sees that the booth runs before leaving it alone.
    await visit.get("start").click();
    const stay = setInterval(() => void visit.page.mouse.move(random() * 90, 5).catch(() => undefined), 500);
    await visit.status("model-status", "ready", LOADING);
    await visit.status("selection-status", "done", LOADING);
    clearInterval(stay);
    await visit.get("attract").waitFor({ timeout: 60_000 });
    let [visits, done] = [0, 0];
    const next = async () => {
      done += await oneVisit(visit, random, idle);
      visits += 1;
    };
    while (visits < WARM_UP) await next();
    const sizes = [await measure(visit)];
    do {
      await next();
      if (visits % EVERY === 0) sizes.push(await measure(visit));
    } while (!enough(visits));
    sizes.push(await measure(visit));
    await visit.page.keyboard.press("Control+Alt+k");
    const total = await visit.get("booth-total").locator("td").last().textContent();
    return {
      visits,
      actions: done,
      selections: Number(total),
      sizes,
      broken: visit.problems,
    };
  } finally {
    await visit.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      hours: { type: "string", default: "10" },
      minutes: { type: "string", default: "60" },
      idle: { type: "string", default: "1" },
    },
  });
  const [hours, minutes, idle] = [values.hours, values.minutes, values.idle].map(Number);
  if (!hours || !minutes || !idle) throw new Error("How much? As in --hours 10 --minutes 60 --idle 1.");
  const [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  try {
    const begun = performance.now();
    const passed = () => (performance.now() - begun) / 60_000;
    const asIn = (visits: number) => (visits * REAL_VISIT_MINUTES) / 60;
    const enough = (visits: number) => {
      if (visits % EVERY === 0) console.log(`${visits} visits in ${passed().toFixed(1)} minutes`);
      return asIn(visits) >= hours || passed() >= minutes;
    };
    const report = await kioskSoak(browser, `${site.url}?model=${TINY}`, enough, idle);
    const took = `as in ${asIn(report.visits).toFixed(1)} hours at a booth, in ${passed().toFixed(1)} minutes`;
    console.log(`${report.visits} visits, ${took}`);
    console.log(`${report.actions} actions, ${report.selections} selections seen`);
    console.log(`After ${WARM_UP} visits, after each ${EVERY}, in the end`);
    for (const kind of ["data", "code"] as const)
      console.log(`  ${kind}, MB  ${report.sizes.map((size) => (size[kind] / 1e6).toFixed(2)).join(" ")}`);
    for (const kind of ["elements", "listeners"] as const)
      console.log(`  ${kind.padEnd(9)} ${report.sizes.map((size) => size[kind]).join(" ")}`);
    for (const problem of report.broken) console.log(`console: ${problem}`);
  } finally {
    await browser.close();
    await site.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
