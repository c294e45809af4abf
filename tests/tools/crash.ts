import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { chromiumFlags, findChromium } from "./chromium";
import { Site } from "./site";

export interface Crashes {
  /** How often Chromium was killed. */
  kills: number;
  /** Edits that the page had called saved and that were gone, and kills after which the page did not come back. */
  lost: number;
  /** How many edits the page had called saved before a kill. */
  saved: number;
  /** Milliseconds from the start of the next Chromium to the history on the page, by kill. */
  recoverMs: number[];
}

/** One edit, as the page was about to make it. */
type Edit =
  | { do: "rate"; id: string; rating: string }
  | { do: "move"; id: string; by: number }
  | { do: "delete"; id: string };

/** A call of the history as it is shown, newest first. */
interface Card {
  id: string;
  rating: string;
}

/** What the page has told before it died. */
interface Diary {
  edits: Edit[];
  /** How many of the edits, in their order, the page has called saved. */
  saved: number;
}

declare global {
  interface Window {
    intend: (edit: Edit) => Promise<void>;
    callSaved: (edits: number) => Promise<void>;
  }
}

/**
 * Edits a history at random and kills Chromium in the middle of it, again and again on the same profile. What was
 * called saved before must be there afterwards; of the edits after that, the first ones may be there.
 */
export async function crashes(
  times: number,
  report: (line: string) => void = () => undefined,
): Promise<Crashes> {
  const site = await Site.open();
  const profile = mkdtempSync(join(tmpdir(), "crash-"));
  const result: Crashes = { kills: 0, lost: 0, saved: 0, recoverMs: [] };
  let context: BrowserContext | null = null;
  try {
    context = await start(profile);
    let page = await openPage(context, site.url);
    for (let at = 1; at <= times; at++) {
      const before = await plenty(page);
      const diary = await killWhileEditing(context, page);
      result.kills += 1;
      result.saved += diary.saved;

      const started = performance.now();
      context = await start(profile);
      page = await openPage(context, site.url);
      const recovered = Math.round(performance.now() - started);
      result.recoverMs.push(recovered);
      const lost = lostEdits(before, diary, await cards(page));
      result.lost += lost;
      report(
        `kill ${at}: ${diary.saved} of ${diary.edits.length} edits saved, ${lost} lost, back in ${recovered} ms`,
      );
    }
    return result;
  } finally {
    await context?.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function start(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: chromiumFlags,
    viewport: { width: 1440, height: 1000 },
  });
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByTestId("interaction").first().waitFor();
  return page;
}

function cards(page: Page): Promise<Card[]> {
  return page
    .getByTestId("interaction")
    .evaluateAll((all) =>
      all.map(({ dataset }) => ({ id: dataset["id"] ?? "", rating: dataset["rating"] ?? "" })),
    );
}

/** What is shown, after a reset to the mock users where little is left to be deleted. */
async function plenty(page: Page): Promise<Card[]> {
  if ((await page.getByTestId("interaction").count()) < 12) {
    await page.getByTestId("open-data").click();
    await page.getByTestId("reset-data").click();
    await page.getByTestId("confirm-reset").click();
    await page.getByTestId("reset-done").waitFor();
    await page.getByTestId("close-dialog").first().click();
  }
  await page.waitForSelector("[data-testid=saved][data-saved=true]");
  return cards(page);
}

async function killWhileEditing(context: BrowserContext, page: Page): Promise<Diary> {
  const diary: Diary = { edits: [], saved: 0 };
  await page.exposeFunction("intend", (edit: Edit) => void diary.edits.push(edit));
  await page.exposeFunction(
    "callSaved",
    (edits: number) => void (diary.saved = Math.max(diary.saved, edits)),
  );
  const pid = await browserPid(context);
  const gone = new Promise<void>((resolve) => context.once("close", () => resolve()));
  // Ends with the page.
  page.evaluate(editAtRandom).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 1400));
  process.kill(pid, "SIGKILL");
  await gone;
  return diary;
}

/** Runs in the page: tells each edit before it's made, and how many have been made whenever the page says "saved". */
async function editAtRandom(): Promise<void> {
  let made = 0;
  new MutationObserver(() => {
    if (document.querySelector("[data-testid=saved][data-saved=true]")) void window.callSaved(made);
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-saved"] });
  for (;;) {
    const all = document.querySelectorAll<HTMLElement>("[data-testid=interaction]");
    const card = all[Math.floor(Math.random() * all.length)];
    const id = card?.dataset["id"] ?? "";
    const [name, edit] = (
      [
        ["like", { do: "rate", id, rating: "1" }],
        ["dislike", { do: "rate", id, rating: "0" }],
        ["unrate", { do: "rate", id, rating: "none" }],
        ["move-up", { do: "move", id, by: -1 }],
        ["move-down", { do: "move", id, by: 1 }],
        ["delete", { do: "delete", id }],
      ] as const
    )[Math.floor(Math.random() * (Math.random() < 0.8 ? 5 : 6))] ?? ["", null];
    const button = card?.querySelector<HTMLElement>(`[data-testid=${name}]`);
    if (!button || !edit) continue;
    await window.intend(edit);
    button.click();
    made += 1;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
  }
}

/** The process that all others of a Chromium belong to. */
async function browserPid(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error("This context has no browser of its own.");
  const devTools = await browser.newBrowserCDPSession();
  const { processInfo } = await devTools.send("SystemInfo.getProcessInfo");
  const main = processInfo.find(({ type }) => type === "browser");
  if (!main) throw new Error("Chromium doesn't tell its process.");
  return main.id;
}

function made(cards: readonly Card[], edit: Edit): Card[] {
  const at = cards.findIndex(({ id }) => id === edit.id);
  const card = cards[at];
  if (!card) return [...cards];
  if (edit.do === "rate") return cards.with(at, { ...card, rating: edit.rating });
  const others = cards.toSpliced(at, 1);
  if (edit.do === "delete") return others;
  return others.toSpliced(Math.max(0, Math.min(at + edit.by, others.length)), 0, card);
}

/** How many of the saved edits are missing at least; 1 if what is there is no state that the edits have led through. */
function lostEdits(before: readonly Card[], { edits, saved }: Diary, after: readonly Card[]): number {
  const states = [before];
  for (const edit of edits) states.push(made(states.at(-1) ?? before, edit));
  const reached = states.findLastIndex((state) => JSON.stringify(state) === JSON.stringify(after));
  return reached < 0 ? 1 : Math.max(0, saved - reached);
}
