/** One tab owns the graphics device. */
import { expect, test } from "vitest";
import { LOADING, working } from "../tools/surviving";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
const url = `${site.url}?model=${TINY}`;

test("the second tab says so, edits, takes over, and gets the model when the owner dies", async () => {
  const owner = await Visit.to(browser, url);
  await owner.loadModel(LOADING);
  const other = await owner.another(url);
  await other.status("model-status", "elsewhere");
  expect(other.page.workers()).toHaveLength(0);

  // It edits all the same, and the owner sees it.
  await other.interactions.first().getByTestId("unrate").click();
  await other.saved();
  await owner.page.waitForSelector("[data-testid=interaction][data-rating=none]", { timeout: 5000 });

  // It takes over, and the owner gives way visibly.
  await other.get("take-over").click();
  await owner.status("model-status", "elsewhere");
  await expect.poll(() => owner.page.workers().length, { timeout: 20_000 }).toBe(0);
  await working(other);

  // It dies, as a crashed tab does, without a word. The model comes back by itself.
  await other.page.goto("chrome://crash").catch(() => undefined);
  await working(owner);
  expect(await owner.interactions.first().getAttribute("data-rating")).toBe("none");
  await owner.close();
});
