/** Holding a call with a finger: what the mouse does on a laptop, on a phone. */
import type { CDPSession } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
let visit: Visit;
let device: CDPSession;

beforeAll(async () => {
  visit = await Visit.to(browser, `${site.url}?model=${TINY}`, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: "reduce",
  });
  device = await visit.page.context().newCDPSession(visit.page);
  await visit.keep("interaction", 3);
  await visit.keep("candidate", 4);
  await visit.saved();
  await visit.loadModel();
  await visit.complete();
});

interface Point {
  x: number;
  y: number;
}

const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: Point[]) =>
  device.send("Input.dispatchTouchEvent", {
    type,
    touchPoints: touchPoints.map((point, id) => ({ ...point, id })),
  });

/** A place on the second call where there is text and no control, in the middle of the screen. */
async function place(): Promise<Point> {
  const text = visit.interactions.nth(1).locator("time");
  await text.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = await text.boundingBox();
  if (!box) throw new Error("The call is not on the screen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const scrolled = () => visit.page.evaluate(() => scrollY);
const selected = () => visit.page.evaluate(() => getSelection()?.toString() ?? "");
const previews = () => visit.get("preview").count();

beforeEach(async () => {
  // Messages may lie over the call.
  while ((await visit.get("toast").count()) > 0)
    await visit.get("toast").first().getByLabel("Dismiss").click();
});

describe("a finger", () => {
  test("that rests on a call previews it, without a menu, a selection or an edit", async () => {
    const before = await visit.interactions.evaluateAll((cards) =>
      cards.map((card) => card.dataset["rating"]),
    );
    const at = await place();
    await visit.page.evaluate(() => {
      document.addEventListener("contextmenu", (event) => {
        document.documentElement.dataset["menu"] = event.defaultPrevented ? "prevented" : "open";
      });
    });
    await touch("touchStart", at);
    await visit.status("preview", "done", 60_000);
    expect(await visit.get("preview").textContent()).toMatch(/What if .* were (dis)?liked\?/);
    expect(await visit.page.evaluate(() => document.documentElement.dataset["menu"])).not.toBe("open");
    expect(await selected()).toBe("");
    await touch("touchEnd");
    await expect.poll(previews).toBe(0);
    expect(
      await visit.interactions.evaluateAll((cards) => cards.map((card) => card.dataset["rating"])),
    ).toEqual(before);
  });

  test("that trembles while it rests neither scrolls the page nor ends the preview", async () => {
    const at = await place();
    await touch("touchStart", at);
    await visit.status("preview", "done", 60_000);
    const top = await scrolled();
    for (let step = 1; step <= 12; step++) await touch("touchMove", { x: at.x, y: at.y - 5 * step });
    await visit.page.waitForTimeout(200);
    expect([await scrolled(), await previews()]).toEqual([top, 1]);
    await touch("touchEnd");
    await expect.poll(previews).toBe(0);
  });

  test("that moves on at once scrolls, and previews nothing", async () => {
    const at = await place();
    const top = await scrolled();
    await touch("touchStart", at);
    for (let step = 1; step <= 12; step++) await touch("touchMove", { x: at.x, y: at.y - 10 * step });
    await visit.page.waitForTimeout(600);
    expect(await previews()).toBe(0);
    await touch("touchEnd");
    await expect.poll(scrolled).not.toBe(top);
  });

  test("joined by a second one holds nothing", async () => {
    const at = await place();
    await touch("touchStart", at);
    await touch("touchStart", at, { x: at.x + 40, y: at.y });
    await visit.page.waitForTimeout(600);
    expect(await previews()).toBe(0);
    await touch("touchEnd");
  });

  test("on a button of a call rates it, and holds nothing however long it stays", async () => {
    const card = visit.interactions.nth(1);
    const rating = await card.getAttribute("data-rating");
    await card.getByTestId(rating === "1" ? "dislike" : "like").tap();
    expect(await card.getAttribute("data-rating")).not.toBe(rating);
    const button = card.getByTestId("like");
    await button.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = await button.boundingBox();
    if (!box) throw new Error("The button is not on the screen.");
    await touch("touchStart", { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await visit.page.waitForTimeout(600);
    expect(await previews()).toBe(0);
    await touch("touchEnd");
  });

  test("leaves no error in the console", () => expect(visit.problems).toEqual([]));
});
