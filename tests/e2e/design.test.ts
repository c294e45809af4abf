/** One design on each screen: what stands where, how large, what moves, and what a screen reader hears of it. */
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, test } from "vitest";
import { serveMadeUp } from "../tools/looks";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
await serveMadeUp(site);

/** A page whose made-up model has chosen. */
async function chosen(options: BrowserContextOptions): Promise<Visit> {
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}`, {
    serviceWorkers: "block",
    ...options,
  });
  await visit.choose();
  return visit;
}

const places = async (visit: Visit, ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const box = await visit.get(id).first().boundingBox();
      if (!box) throw new Error(`${id} is not on the page.`);
      return box;
    }),
  );

describe("what stands where", () => {
  const parts = ["history", "query", "candidates", "selection"] as const;

  test("on a laptop: history, then query above candidates, then the choice, all in sight at once", async () => {
    const visit = await chosen({ viewport: { width: 1440, height: 900 } });
    const [history, query, candidates, selection] = await places(visit, parts);
    expect(history && query && history.x + history.width <= query.x).toBe(true);
    expect(query && selection && query.x + query.width <= selection.x).toBe(true);
    // The query's field stands inside its panel's padding.
    expect(Math.abs((candidates?.x ?? 0) - (query?.x ?? Infinity))).toBeLessThan(24);
    expect(query && candidates && query.y + query.height <= candidates.y).toBe(true);
    for (const box of [history, query, candidates, selection]) expect(box?.y).toBeLessThan(900);
    await visit.close();
  });

  test("on a phone: one column, as wide as the page, whose first row has all buttons", async () => {
    const visit = await chosen({ viewport: { width: 390, height: 844 } });
    const boxes = await places(visit, ["query", "selection", "history", "candidates"]);
    const [x] = new Set(boxes.map((box) => Math.round(box.x)));
    for (const box of boxes) expect(Math.abs(box.x - (x ?? 0))).toBeLessThan(60);
    const tops = boxes.map(({ y }) => y);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const buttons = ["open-share", "open-learn", "open-import", "open-data", "open-display"];
    expect(new Set((await places(visit, buttons)).map(({ y }) => y)).size).toBe(1);
    await visit.close();
  });

  test("on a projector all is larger", async () => {
    const visit = await chosen({ viewport: { width: 1440, height: 900 } });
    const size = () => visit.page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const laptop = await size();
    await visit.page.setViewportSize({ width: 1920, height: 1080 });
    expect(await size()).toBeGreaterThan(laptop * 1.1);
    await visit.close();
  });
});

/** What moves in the half second after a call was moved and another one disliked. */
async function moving(visit: Visit): Promise<string[]> {
  const seen = visit.page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const all = new Set<string>();
        const end = performance.now() + 1500;
        const look = () => {
          for (const { effect } of document.getAnimations())
            if (effect instanceof KeyframeEffect && Number(effect.getComputedTiming().duration) > 0)
              all.add(effect.target?.closest("[data-testid]")?.getAttribute("data-testid") ?? "");
          if (performance.now() < end) requestAnimationFrame(look);
          else done([...all]);
        };
        look();
      }),
  );
  await visit.interactions.nth(1).getByTestId("move-up").click();
  for (const button of ["dislike", "like"]) await visit.interactions.first().getByTestId(button).click();
  return seen;
}

describe("motion", () => {
  test("explains: cards glide to their places, bars to their lengths", async () => {
    const visit = await chosen({ reducedMotion: "no-preference" });
    const seen = await moving(visit);
    expect(seen).toContain("interaction");
    expect(seen).toContain("candidate");
    await visit.close();
  });

  test("is off for those who want none", async () => {
    const visit = await chosen({ reducedMotion: "reduce" });
    expect(await moving(visit)).toEqual([]);
    await visit.close();
  });
});

test("a screen reader hears each new selection, with its tool and how sure it is", async () => {
  const visit = await chosen({});
  const heard = () => visit.get("selection").locator("[aria-live=polite]").first().textContent();
  const tool = async () =>
    (JSON.parse((await visit.get("selection-json").textContent()) ?? "") as { tool_name: string }).tool_name;
  const first = await heard();
  expect(first).toContain(await tool());
  expect(first).toMatch(/\d %/);
  // The made-up model goes by ratings.
  const runs = await visit.runs();
  await visit.interactions.first().getByTestId("dislike").click();
  await visit.selected(runs);
  for (const liked of await visit.interactions.all()) await liked.getByTestId("dislike").click();
  await expect
    .poll(async () => (await heard()) !== first && (await heard())?.includes(await tool()))
    .toBe(true);
  expect(visit.problems).toEqual([]);
  await visit.close();
});
