/** A search for the smallest change that finds none, and says so. */
import { beforeAll, describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
let visit: Visit;

beforeAll(async () => {
  visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
  // With one tool to choose from, no history can lead to another.
  await visit.keep("candidate", 1);
  await visit.keep("interaction", 3);
  await visit.saved();
  await visit.loadModel();
  await visit.complete();
  await visit.get("explain-what-if").click();
});

/** Searches, and gives what was said in the end. */
async function searched(): Promise<string> {
  await visit.get("search-flip").click();
  await visit.page.locator("[data-testid=flip-found], [data-testid=flip-none]").waitFor({ timeout: 120_000 });
  expect(await visit.get("flip-found").count()).toBe(0);
  expect(await visit.get("apply-flip").count()).toBe(0);
  return (await visit.get("flip-none").textContent())?.replace(/\s+/g, " ").trim() ?? "";
}

describe("a search for a flip says in words", () => {
  test("that no change flips the choice, and how many were tried", async () => {
    const before = await visit.get("selected-tool").getAttribute("data-name");
    const words = await searched();
    // Three calls: each with the other rating and without it, then pairs of these, at most 24 in all.
    const tried = Number(/^None of (\d+) changes flipped it: neither one call nor two/.exec(words)?.[1]);
    expect(tried).toBeGreaterThanOrEqual(6);
    expect(tried).toBeLessThanOrEqual(24);
    expect(words).toContain("A larger change, or one not tried, still may.");
    expect(await visit.get("selected-tool").getAttribute("data-name")).toBe(before);
  });

  test("that there is nothing to try where the model sees no call", async () => {
    const runs = await visit.runs();
    await visit.keep("interaction", 0);
    await visit.selected(runs);
    await visit.complete();
    expect(await searched()).toBe("There is no call whose rating the model could see changed.");
    expect(visit.problems).toEqual([]);
  });
});
