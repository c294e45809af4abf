/**
 * Injects every fault into the built page, with the tiny model, and prints what became of it.
 * `npm run faults -- --kills 100 --soak 10 --only "a regular expression" --json`; soak in minutes.
 */
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { openBrowser, TINY } from "../e2e/visit";
import { crashes } from "./crash";
import { pageFaults } from "./pageFaults";
import { soak } from "./soak";
import { Site } from "./site";

interface Row {
  name: string;
  injected: number;
  survived: number;
  lost: number;
  /** Until the page worked again, or null where that has no meaning. */
  milliseconds: number | null;
  note: string;
}

const seconds = (milliseconds: number | null) =>
  milliseconds === null ? "" : `${(milliseconds / 1000).toFixed(1)} s`;

function print({ name, injected, survived, lost, milliseconds, note }: Row): void {
  const cells = [
    name.padEnd(60),
    String(injected).padStart(8),
    String(survived).padStart(8),
    String(lost).padStart(4),
    seconds(milliseconds).padStart(9),
    note,
  ];
  console.log(cells.join("  ").trimEnd());
}

const inWords = (error: unknown) => String(error).split("\n", 1)[0] ?? "";

async function inject(browser: Browser, site: Site, only: RegExp): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, run } of pageFaults.filter((fault) => only.test(fault.name))) {
    const row: Row = { name, injected: 1, survived: 0, lost: 0, milliseconds: null, note: "" };
    try {
      const { milliseconds, lost } = await run(browser, site);
      Object.assign(row, { milliseconds, lost, survived: 1 });
    } catch (error) {
      row.note = inWords(error);
    }
    print(row);
    rows.push(row);
  }
  return rows;
}

async function soaked(browser: Browser, site: Site, minutes: number): Promise<Row> {
  const name = `a selection every second, ${minutes} min`;
  const row: Row = { name, injected: 1, survived: 0, lost: 0, milliseconds: null, note: "" };
  try {
    const { edits, runs, fresh, lost, broken, heap } = await soak(
      browser,
      `${site.url}?model=${TINY}`,
      minutes * 60,
    );
    const megabytes = heap.map((bytes) => (bytes / 1e6).toFixed(1)).join(" to ");
    row.note = `${edits} edits, ${runs} selections ended, heap ${megabytes} MB ${broken.join("; ")}`;
    Object.assign(row, { survived: fresh && broken.length === 0 ? 1 : 0, lost });
  } catch (error) {
    row.note = inWords(error);
  }
  print(row);
  return row;
}

async function killed(times: number): Promise<Row> {
  const name = "Chromium killed in the middle of random edits";
  const row: Row = { name, injected: times, survived: 0, lost: 0, milliseconds: null, note: "" };
  try {
    const { kills, lost, saved, recoverMs } = await crashes(times);
    const slowest = seconds(Math.max(...recoverMs));
    const middle = recoverMs.toSorted((one, other) => one - other)[Math.floor(recoverMs.length / 2)] ?? null;
    Object.assign(row, { survived: kills, lost, milliseconds: middle });
    row.note = `median; slowest ${slowest}; ${saved} edits had been called saved`;
  } catch (error) {
    row.note = inWords(error);
  }
  print(row);
  return row;
}

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    soak: { type: "string", default: "10" },
    only: { type: "string", default: "" },
    json: { type: "boolean", default: false },
  },
});
const [kills, minutes] = [Number(values.kills), Number(values.soak)];
if (!Number.isInteger(kills) || kills < 0 || !(minutes >= 0))
  throw new Error("--kills takes a whole number, --soak a number of minutes.");

console.log(`${"fault".padEnd(60)}  injected  survived  lost  recovered`);
const site = await Site.open();
const browser = await openBrowser();
const rows = await inject(browser, site, new RegExp(values.only, "i"));
if (minutes > 0) rows.push(await soaked(browser, site, minutes));
await browser.close();
await site.close();
if (kills > 0) rows.push(await killed(kills));

const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
const total = {
  injected: sum(({ injected }) => injected),
  survived: sum(({ survived }) => survived),
  lost: sum(({ lost }) => lost),
  kills,
};
print({ ...total, name: "all", milliseconds: null, note: "" });
if (values.json) console.log(JSON.stringify(total));
process.exitCode = total.survived === total.injected && total.lost === 0 ? 0 : 1;
