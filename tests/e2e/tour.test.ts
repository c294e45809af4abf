/** The tour on the built page: without a model, with one, left and gone on with, on a phone; and the recorded run. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PROMPT_FORMAT } from "../../src/domain/prompt";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();

const stop = (visit: Visit, name: string) =>
  visit.page.locator(`[data-testid=tour][data-stop="${name}"]`).waitFor();
const done = (visit: Visit) =>
  visit.page.waitForSelector("[data-testid=tour][data-done=true]", { timeout: 60_000 });
const next = (visit: Visit) => visit.get("tour-next").click();

describe("the tour", () => {
  test("leads from what somebody did before to the three settings, by doing, and gives the page back", async () => {
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
    const [query, calls] = [await visit.get("query").inputValue(), await visit.interactions.count()];
    await visit.get("open-learn").click();
    await visit.get("start-tour").click();
    await stop(visit, "before");
    expect(await visit.get("history").getAttribute("data-toured")).toBe("");
    expect(await visit.get("tour").evaluate((card) => card.contains(document.activeElement))).toBe(true);
    await next(visit);

    await stop(visit, "ask");
    // Nothing is dimmed or held back: the page is used as ever.
    await visit.get("query").fill("Will it snow in Oslo?");
    await done(visit);
    await next(visit);

    await stop(visit, "choice");
    expect(await visit.get("tour-waits").textContent()).toContain("waits for the model");
    await visit.loadModel();
    await done(visit);
    expect(await visit.get("tour-waits").count()).toBe(0);
    await next(visit);

    await stop(visit, "like");
    const unrated = visit.page.locator('[data-testid=interaction][data-tool^="Weather.VisualCrossing"]');
    expect(await unrated.count()).toBe(2);
    await unrated.first().getByTestId("like").click();
    expect(await visit.get("tour").getAttribute("data-done")).toBe("false");
    await unrated.last().getByTestId("like").click();
    await done(visit);
    await next(visit);

    await stop(visit, "bar");
    await next(visit);
    for (const panel of ["why", "what-if", "settings"]) {
      await stop(visit, panel);
      await visit.get(`explain-${panel}`).click();
      await done(visit);
      await next(visit);
    }
    await stop(visit, "end");
    await next(visit);
    await visit.get("tour").waitFor({ state: "detached" });
    await expect
      .poll(async () => [await visit.get("query").inputValue(), await visit.interactions.count()])
      .toEqual([query, calls]);
    expect(await visit.page.locator("[data-toured]").count()).toBe(0);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test("can be left, gone on with after a reload, and begun again", async () => {
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
    await visit.get("open-learn").click();
    await visit.get("start-tour").click();
    await next(visit);
    await stop(visit, "ask");
    await visit.get("tour-show").click();
    await done(visit);
    await next(visit);
    await visit.get("leave-tour").click();
    await visit.get("tour").waitFor({ state: "detached" });
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    await visit.get("open-learn").click();
    expect(await visit.get("resume-tour").textContent()).toContain("stop 3 of 9");
    await visit.get("resume-tour").click();
    await stop(visit, "choice");
    expect(await visit.get("query").inputValue()).toMatch(/weather/i);
    await visit.get("tour-back").click();
    await stop(visit, "ask");
    await visit.get("leave-tour").click();
    await visit.get("open-learn").click();
    await visit.get("start-tour").click();
    await stop(visit, "before");
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test("stays beside what it speaks of, says when that is out of sight, and docks on a phone", async () => {
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`, {
      viewport: { width: 1440, height: 760 },
    });
    await visit.get("open-learn").click();
    await visit.get("start-tour").click();
    await next(visit);
    await stop(visit, "ask");
    const [card, target] = [await visit.get("tour").boundingBox(), await visit.get("query").boundingBox()];
    if (!card || !target) throw new Error("The card or what it speaks of isn't on the screen.");
    const apart =
      card.x >= target.x + target.width ||
      card.x + card.width <= target.x ||
      card.y >= target.y + target.height ||
      card.y + card.height <= target.y;
    expect(apart).toBe(true);
    await visit.get("tour-show").click();
    await visit.candidates.first().waitFor();
    // The question scrolls away.
    await visit.get("query").evaluate((field) => {
      const column = field.closest(".column");
      const filler = document.createElement("div");
      filler.style.height = "200vh";
      column?.append(filler);
      column?.scrollTo(0, 5000);
    });
    await visit.get("tour-away").waitFor();
    await visit.get("tour-scroll").click();
    await visit.get("tour-away").waitFor({ state: "detached" });
    await visit.page.setViewportSize({ width: 390, height: 844 });
    await visit.page.waitForSelector("[data-testid=tour].docked");
    const docked = await visit.get("tour").boundingBox();
    expect(docked && docked.x >= 0 && docked.x + docked.width <= 390 && docked.y + docked.height <= 844).toBe(
      true,
    );
    expect(visit.problems).toEqual([]);
    await visit.close();
  });
});

describe("the recorded run", () => {
  const lesson = JSON.parse(
    readFileSync(new URL("../../public/lessons/rating.json", import.meta.url), "utf8"),
  ) as { title: unknown; setup: { candidates: string[] } };
  const call = (tool: string) => ({ tool_name: tool, parameters: { location: "Oslo" } });
  const [, , second = "", , third = ""] = lesson.setup.candidates;
  const recording = {
    version: 1,
    model: { id: "made-up", name: "Made-up Llama" },
    date: "2026-11-22T23:00:00.000Z",
    promptFormat: PROMPT_FORMAT,
    scenes: [
      {
        title: lesson.title,
        scene: lesson.setup,
        steps: [
          { edit: null, call: call(third), probabilities: [0, 0.1, 0.2, 0, 0.65, 0.05] },
          {
            edit: { kind: "rate", call: 2, rating: 1 },
            call: call(third),
            probabilities: [0, 0.1, 0.4, 0, 0.45, 0.05],
          },
          {
            edit: { kind: "rate", call: 4, rating: 1 },
            call: call(second),
            probabilities: [0, 0.1, 0.7, 0, 0.15, 0.05],
          },
        ],
      },
    ],
  };

  const serve = (path: string, content: unknown) =>
    site.fault(path, (_, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(content)),
    );

  // The service worker would refuse a build whose files aren't the ones that were built.
  const noWorker = { serviceWorkers: "block" as const };

  test("plays while no model is ready, says that it is recorded, and gives way to the live one", async () => {
    serve("/recorded/index.json", { version: 1, recordings: ["made-up"] });
    serve("/recorded/made-up.json", recording);
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`, noWorker);
    const panel = visit.get("recorded");
    await panel.waitFor();
    expect(await panel.textContent()).toMatch(
      /Recorded.*Made-up Llama.*22 November 2026|Recorded.*Made-up Llama.*November 22, 2026/s,
    );
    expect(await panel.getAttribute("data-step")).toBe("1");
    await visit.page.waitForSelector("[data-testid=recorded][data-step='2']", { timeout: 15_000 });
    expect(await visit.get("recorded-edit").textContent()).toBe(
      "A call of VisualCrossing · Timeline is now liked",
    );
    await visit.get("recorded-play").click();
    expect(await visit.get("recorded-play").getAttribute("data-playing")).toBe("false");
    await visit.get("recorded-next").click();
    const bars = () =>
      visit.get("recorded-bar").evaluateAll((all) => all.map((bar) => Number(bar.dataset["probability"])));
    expect(await bars()).toEqual([0, 0.1, 0.7, 0, 0.15, 0.05]);
    expect(await visit.get("recorded-call").textContent()).toContain(second);
    await visit.get("recorded-back").click();
    expect(await bars()).toEqual([0, 0.1, 0.4, 0, 0.45, 0.05]);
    // One's own history is all the while one's own.
    expect(await visit.get("selected-tool").count()).toBe(0);
    await visit.loadModel();
    await panel.waitFor({ state: "detached" });
    await visit.selected(0);
    await visit.close();
  });

  test("goes by hand where no motion is wanted, and speaks German", async () => {
    serve("/recorded/index.json", { version: 1, recordings: ["made-up"] });
    serve("/recorded/made-up.json", recording);
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}&lang=de`, {
      ...noWorker,
      reducedMotion: "reduce",
    });
    await visit.get("recorded").waitFor();
    expect(await visit.get("recorded").textContent()).toMatch(/Aufgezeichnet.*22\. November 2026/s);
    expect(await visit.get("recorded-play").count()).toBe(0);
    await visit.page.waitForTimeout(6000);
    expect(await visit.get("recorded").getAttribute("data-step")).toBe("1");
    await visit.get("recorded-next").click();
    expect(await visit.get("recorded").getAttribute("data-step")).toBe("2");
    await visit.close();
  });

  test.for<[string, unknown, unknown]>([
    ["nothing was recorded", { version: 1, recordings: [] }, null],
    ["the recording is damaged", { version: 1, recordings: ["made-up"] }, { ...recording, scenes: [] }],
    ["the list is damaged", { recordings: "all" }, recording],
  ])("shows nothing where %s", async ([, index, content]) => {
    serve("/recorded/index.json", index);
    serve("/recorded/made-up.json", content);
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`, noWorker);
    await visit.status("model-status", "absent");
    await visit.page.waitForTimeout(1500);
    expect(await visit.get("recorded").count()).toBe(0);
    await visit.close();
  });
});
