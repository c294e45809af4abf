import type { Browser } from "playwright-core";
import { Visit } from "../e2e/visit";
import { LOADING, working } from "./surviving";

export interface SoakReport {
  edits: number;
  /** Selections that came to their end; a newer edit ends the older one's. */
  runs: number;
  /** Whether the page is up to date in the end, with what was asked last. */
  fresh: boolean;
  /** Edits that the page had called saved, and that are gone. */
  lost: number;
  /** What the console and the page complained about. */
  broken: string[];
  /** Bytes of the page's JavaScript heap at the beginning and in the end, both after a collection. */
  heap: [number, number];
}

const SETTLED = ["done", "error"]
  .map((status) => `[data-testid=selection-status][data-status=${status}]`)
  .join();

/** What the page says is wrong, but for answers without end: the tiny model's weights are random. */
async function complaints(visit: Visit): Promise<string[]> {
  const texts = await visit.page
    .locator("[data-testid=model-error], [data-testid=selection-error]")
    .allTextContents();
  return texts.filter((text) => !text.includes("was not finished after"));
}

/** An edit that asks for a new selection every second, for so many seconds. */
export async function soak(browser: Browser, url: string, seconds: number): Promise<SoakReport> {
  const visit = await Visit.to(browser, url);
  const devtools = await visit.page.context().newCDPSession(visit.page);
  const heap = async (): Promise<number> => {
    await devtools.send("HeapProfiler.collectGarbage");
    return (await devtools.send("Runtime.getHeapUsage")).usedSize;
  };
  try {
    await visit.loadModel(LOADING);
    await working(visit);
    const before = await heap();
    const [first, count] = [visit.interactions.first(), await visit.interactions.count()];
    const end = performance.now() + seconds * 1000;
    const broken: string[] = [];
    let edits = 0;
    let rating = "";
    for (let next = performance.now(); next < end; next += 1000) {
      await new Promise((resolve) => setTimeout(resolve, next - performance.now()));
      // Every other edit is of the history, the others of the query; none of them has been selected for before.
      rating = edits % 4 < 2 ? "like" : "dislike";
      if (edits % 2 === 0) await first.getByTestId(rating).click();
      else await visit.get("query").fill(`Will it rain in ${edits} hours?`);
      edits += 1;
      broken.push(...(await complaints(visit)));
    }
    await visit.page.locator(SETTLED).first().waitFor({ timeout: LOADING, state: "attached" });
    broken.push(...(await complaints(visit)));
    const fresh = (await visit.get("model-status").getAttribute("data-status")) === "ready";
    const runs = await visit.runs();
    await visit.saved();
    const after = await heap();
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    const kept =
      (await visit.interactions.count()) === count &&
      (await visit.interactions.first().getAttribute("data-rating")) === (rating === "like" ? "1" : "0");
    return {
      edits,
      runs,
      fresh,
      lost: kept ? 0 : 1,
      broken: [...broken, ...visit.problems],
      heap: [before, after],
    };
  } finally {
    await visit.close();
  }
}
