/** Takes the page through a fault and looks what is left: shared by the tests and by `npm run faults`. */
import { type Browser } from "playwright-core";
import { TINY, Visit } from "../e2e/visit";
import type { LastingFault } from "./modelFaults";
import type { Fault, Site } from "./site";

/** Generous: a loaded machine without a graphics device. */
export const LOADING = 120_000;

export interface Survival {
  /** From the moment when the fault was over, or, if the page has to notice by itself, was injected. */
  milliseconds: number;
  /** Edits that the page had called saved, and that are gone. */
  lost: number;
}

/** Puts faults of the tiny model's server in place, by file. @returns a function that mends all. */
export function breakFiles(site: Site, faults: Record<string, Fault>): () => void {
  for (const [path, fault] of Object.entries(faults)) site.fault(TINY + path, fault);
  return () => {
    for (const path of Object.keys(faults)) site.fault(TINY + path, null);
  };
}

/** Waits until the page names this fault; nothing may have been run. */
export async function named(visit: Visit, { path, words }: LastingFault): Promise<void> {
  await visit.status("model-status", "failed", LOADING);
  const text = (await visit.get("model-error").textContent()) ?? "";
  if (!text.includes(path) || !words.test(text)) throw new Error(`The page says: ${text}`);
  if ((await visit.runs()) > 0) throw new Error("Something was run.");
}

/** Waits until all files are here and checked: what follows has nothing to do with the server any more. */
export async function delivered(visit: Visit): Promise<void> {
  const beyond = ["load", "compile"].map((phase) => `[data-testid=load-progress][data-phase=${phase}]`);
  await visit.page
    .locator([...beyond, "[data-testid=model-status][data-status=ready]"].join())
    .first()
    .waitFor({
      timeout: LOADING,
      state: "attached",
    });
}

/** Throws the stored models away, and nothing else: the service worker keeps the page in a cache of its own. */
export function forgetModels(visit: Visit): Promise<void> {
  return visit.page.evaluate(async () => {
    for (const name of ["webllm/config", "webllm/model", "petoolllama/library"]) await caches.delete(name);
  });
}

/**
 * Does to the page what browsers do to a tab in the background: no frames, and timers once a second. Really hidden it
 * can't be: Playwright lets every page believe that it is in front, and headless Chromium draws them all.
 */
export function hide({ page }: Visit): Promise<void> {
  return page.evaluate(() => {
    // No function under a fixed name: `tsx` would add something to it that the page doesn't have.
    const frame: string = "requestAnimationFrame";
    Object.assign(window, { [frame]: () => 0 });
    for (const timer of ["setTimeout", "setInterval"] as const) {
      const own = window[timer].bind(window) as (act: TimerHandler, milliseconds: number) => number;
      Object.assign(window, {
        [timer]: (act: TimerHandler, milliseconds = 0) => own(act, Math.max(1000, milliseconds)),
      });
    }
    Object.defineProperties(document, { visibilityState: { value: "hidden" }, hidden: { value: true } });
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

/** Waits for a selection without a frame or timer of the page, of which a tab in the background has few. */
export async function selectedUnseen(visit: Visit, before: number): Promise<void> {
  const end = performance.now() + LOADING;
  while ((await visit.runs()) === before) {
    if (performance.now() > end) throw new Error("Nothing was selected.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits for a loaded model and a fresh selection. */
export async function working(visit: Visit): Promise<void> {
  await visit.status("model-status", "ready", LOADING);
  await visit.status("selection-status", "done", LOADING);
}

/** Edits before and after the trouble, and says how many of the edits are gone after a reload. */
export async function survive(
  browser: Browser,
  url: string,
  trouble: (visit: Visit) => Promise<number>,
): Promise<Survival> {
  // The service worker would hand out the model's worker from its own store, past the test site's faults.
  const visit = await Visit.to(browser, url, { serviceWorkers: "block" });
  try {
    const rating = (at: number) => visit.interactions.nth(at).getAttribute("data-rating");
    const unrate = async (at: number) => {
      await visit.interactions.nth(at).getByTestId("unrate").click();
      await visit.saved();
    };
    await unrate(0);
    const milliseconds = await trouble(visit);
    await unrate(1);
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    const lost = [await rating(0), await rating(1)].filter((value) => value !== "none").length;
    return { milliseconds, lost };
  } finally {
    await visit.close();
  }
}
