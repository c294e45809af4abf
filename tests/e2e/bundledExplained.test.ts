import { expect, test } from "vitest";
import { opened } from "./opened";
import { Visit } from "./visit";

const { site, browser } = await opened();

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A run takes some 20 seconds without a graphics device. */
const PATIENCE = 600_000;

test.each([
  { user: "ida", query: "How much is 100 US dollars in euros?" },
  { user: "victor", query: "Will it rain in London tomorrow?" },
])(
  "the bundled model's choice for $user, explained: $query",
  { timeout: 3 * PATIENCE },
  async ({ user, query }) => {
    const visit = await Visit.to(browser, site.url);
    await visit.get(`user-${user}`).click();
    await visit.page.locator(`[data-testid=user-${user}][aria-pressed=true]`).waitFor();
    await visit.get("query").fill(query);
    // Short prompts: each of the runs below reads all of it.
    await visit.keep("interaction", 2);
    await visit.keep("candidate", 3);
    await visit.loadModel(300_000);
    await visit.selected(0, PATIENCE);

    await visit.complete(PATIENCE);
    const numbers = (key: string) =>
      visit.candidates.evaluateAll((rows, name) => rows.map((row) => Number(row.dataset[name])), key);
    const together = await numbers("together");
    const all = (await numbers("probability")).map((value, at) => value / (together[at] ?? 1));
    expect(all).toHaveLength(3);
    expect(sum(all)).toBeCloseTo(1, 6);
    const certainty = Number(await visit.get("certainty").getAttribute("data-probability"));
    expect(all.some((value) => Math.abs(value - certainty) < 0.01)).toBe(true);

    await visit.get("compare").check();
    await visit.page.waitForFunction(
      () => document.querySelectorAll("[data-testid=difference]").length === 3,
      null,
      { timeout: PATIENCE },
    );
    await visit.page.waitForFunction(
      () => !document.querySelector("[data-testid=ranking-words]")?.textContent.includes("again"),
      null,
      { timeout: PATIENCE },
    );
    expect(sum(await numbers("without"))).toBeCloseTo(1, 6);

    await visit.get("explain-why").click();
    await visit.status("why", "done", PATIENCE);
    const weights = await visit
      .get("card")
      .evaluateAll((cards) => cards.map(({ dataset }) => dataset["weight"]));
    expect(weights).toHaveLength(2);
    expect(weights.every((weight) => weight !== undefined && Number.isFinite(Number(weight)))).toBe(true);
    expect(visit.problems).toEqual([]);
    await visit.close();
  },
);
