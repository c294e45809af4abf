/**
 * The main states look as they did when somebody last looked at them: tests/e2e/looks/. After a change that is meant,
 * `npm run looks` takes new pictures, to be looked at before they are committed.
 */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumFlags } from "../tools/chromium";
import { difference, keep, look, lookFlags, sameEverywhere, seen, serveMadeUp } from "../tools/looks";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

/** The share of pixels that may differ. docs/design.md says what machines and what mistakes make of it. */
const TOLERANCE = 0.002;

/** New pictures are taken instead of compared. */
const KEEP = process.env["LOOKS"] === "keep";

const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PROJECTOR = { width: 1920, height: 1080 };

const { site, browser } = await opened([...chromiumFlags, ...lookFlags]);
await serveMadeUp(site);

async function open(viewport: { width: number; height: number }, search = ""): Promise<Visit> {
  const context = await sameEverywhere(browser, viewport);
  return Visit.inContext(context, `${site.url}?model=${TINY}${search}`);
}

/** A page with a model, which has chosen. */
async function chosen(viewport: { width: number; height: number }, search = ""): Promise<Visit> {
  const visit = await open(viewport, search);
  await visit.choose();
  return visit;
}

/** Small things that one looks at, in pictures of their own: in one of the whole page they would be lost. */
const parts = {
  buttons: (visit: Visit) => visit.page.locator("header .buttons").first(),
  call: (visit: Visit) => visit.interactions.first(),
  candidate: (visit: Visit) => visit.page.locator("[data-testid=candidate].chosen"),
  choice: (visit: Visit) => visit.get("selection"),
};

/** The page as it is, and as it was. */
async function compare(page: Page | Locator, name: string): Promise<void> {
  const picture = await look(page);
  if (KEEP) keep(name, picture);
  const share = difference(name, picture);
  console.log(`${name}: ${(share * 100).toFixed(3)} %`);
  expect.soft(share, `${name}, see ${seen}`).toBeLessThanOrEqual(TOLERANCE);
}

/** In each theme, by the name that the address has for it. */
async function inThemes(visit: Visit, name: string, themes: readonly string[]): Promise<void> {
  for (const theme of themes) {
    await visit.page.evaluate((value) => {
      document.documentElement.dataset["theme"] = value;
    }, theme);
    await compare(visit.page, `${name}-${theme}`);
  }
}

describe("looks as it did:", () => {
  test("ready to choose", async () => {
    const visit = await open(LAPTOP);
    await visit.get("load-model").waitFor();
    await visit.get("candidate").first().waitFor();
    await compare(visit.page, "ready-laptop-light");
    await visit.close();
  });

  test("a selection, in all themes, and explained", async () => {
    const visit = await chosen(LAPTOP);
    await inThemes(visit, "chosen-laptop", ["contrast", "dark", "light"]);
    for (const [part, find] of Object.entries(parts)) await compare(find(visit), `part-${part}`);
    await visit.get("explain-why").click();
    await visit.status("why", "done");
    await visit.get("explain").evaluate((panel) => panel.scrollIntoView());
    await inThemes(visit, "explained-laptop", ["light"]);
    await visit.close();
  });

  test("a lesson", async () => {
    const visit = await open(LAPTOP, "&lesson=rating");
    await visit.get("lesson").waitFor();
    await visit.choose();
    await compare(visit.page, "lesson-laptop-light");
    await visit.close();
  });

  test("a phone", async () => {
    const visit = await chosen(PHONE);
    await inThemes(visit, "chosen-phone", ["light", "dark"]);
    await visit.close();
  });

  test("a booth that waits for somebody", async () => {
    const context = await sameEverywhere(browser, LAPTOP);
    const page = await context.newPage();
    await page.goto(`${site.url}?model=${TINY}&kiosk=3600`);
    await page.getByTestId("attract-recorded").waitFor({ state: "attached" });
    await compare(page, "booth-laptop-light");
    await context.close();
  });

  test("the view for a projector", async () => {
    const visit = await chosen(PROJECTOR);
    await visit.get("open-share").click();
    await visit.get("start-presenter").click();
    await visit.page.locator("[data-testid=presenter][data-step=selection]").waitFor();
    await compare(visit.page, "presenter-projector-light");
    await visit.close();
  });
});

/** How much each of the parts differs from its picture. */
async function differences(visit: Visit): Promise<number[]> {
  const shares = [];
  for (const [part, find] of Object.entries(parts))
    shares.push(difference(`part-${part}`, await look(find(visit))));
  return shares;
}

/** Slips of a style sheet that somebody could make, and that nobody should find on a projector. */
const slips = {
  "a panel's padding is 2 px less": ".panel { padding: calc(var(--space-5) - 2px); }",
  "corners are sharp": ":root { --radius: 0; --radius-small: 0; }",
  "buttons have no border": ".button { border-color: transparent; }",
  "the accent is another colour": ":root { --accent: #8a2b78; }",
  "soft text is as dark as the other": ":root { --ink-soft: #1c1d24; }",
  "the ground is darker": ":root { --ground: #d8d6cf; }",
  "titles are not bold": "h2, h3 { font-weight: 400; }",
  "text is a step larger": "body { font-size: 1rem; }",
  "lines stand closer": "body { line-height: 1.4; }",
  "bars have no length": ".bar .fill { visibility: hidden; }",
  "icons are gone": "svg { visibility: hidden; }",
  "ratings can't be seen": "[data-testid=like], [data-testid=dislike] { opacity: 0.2; }",
};

describe.skipIf(KEEP)("is noticed:", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await chosen(LAPTOP);
    await visit.page.evaluate(() => {
      document.documentElement.dataset["theme"] = "light";
      document.adoptedStyleSheets.push(new CSSStyleSheet());
    });
  });
  afterAll(() => visit.close());

  test.for(Object.entries(slips))("%s", async ([slip, style]) => {
    await visit.page.evaluate((css) => document.adoptedStyleSheets.at(-1)?.replaceSync(css), style);
    const shares = await differences(visit);
    console.log(`${slip}: ${shares.map((share) => `${(share * 100).toFixed(3)} %`).join(", ")}`);
    expect(Math.max(...shares)).toBeGreaterThan(TOLERANCE);
  });

  test("and without a slip, nothing", async () => {
    await visit.page.evaluate(() => document.adoptedStyleSheets.pop());
    expect(Math.max(...(await differences(visit)))).toBeLessThanOrEqual(TOLERANCE);
  });
});
