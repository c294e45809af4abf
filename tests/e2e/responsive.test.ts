/** While the model works on the processor, the page answers: measured by Chromium itself. */
import { beforeAll, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

/** Milliseconds. */
const LIMIT = 100;

declare global {
  interface Window {
    measured: { tasks: number[]; delays: number[]; events: number };
  }
}

const { site, browser } = await opened();
let visit: Visit;

beforeAll(async () => {
  visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
});

test("typing and rating answer within 100 ms while selections run", async () => {
  await visit.loadModel();
  await visit.selected(0);
  await visit.page.evaluate(() => {
    window.measured = { tasks: [], delays: [], events: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.measured.tasks.push(duration);
    }).observe({ type: "longtask" });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId > 0) {
          window.measured.events += 1;
          // From the event to the end of its handlers; what is drawn then waits for the graphics device of software.
          window.measured.delays.push(entry.processingEnd - entry.startTime);
        }
      // TypeScript does not know the threshold.
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  const card = visit.interactions.first();
  for (const letter of " and what will it be tomorrow?")
    await visit.get("query").press(letter === " " ? "Space" : letter, { delay: 20 });
  for (const press of ["dislike", "like", "unrate", "dislike"]) {
    await card.getByTestId(press).click();
    // Long enough for a run to begin.
    await visit.page.waitForTimeout(250);
    const status = await visit.get("selection-status").getAttribute("data-status");
    expect(["reading", "writing", "done"]).toContain(status);
  }
  const { tasks, delays, events } = await visit.page.evaluate(() => window.measured);
  console.log(
    `longest task ${Math.max(0, ...tasks).toFixed(0)} ms (${tasks.length} over 50 ms), longest delay of ${events} interactions ${Math.max(0, ...delays).toFixed(0)} ms`,
  );
  expect(events).toBeGreaterThan(0);
  expect(Math.max(0, ...tasks)).toBeLessThanOrEqual(LIMIT);
  expect(Math.max(0, ...delays)).toBeLessThanOrEqual(LIMIT);
});
