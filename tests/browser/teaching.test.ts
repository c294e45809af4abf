/** Lessons and the tour in a real browser, with a made-up model that follows ratings, and later calls more. */
import { flushSync } from "svelte";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Condition } from "../../src/domain/condition";
import type { Scenario } from "../../src/domain/scenario";
import { tourSteps } from "../../src/domain/tour";
import { App } from "../../src/state/app.svelte";
import type { Lessons } from "../../src/state/lessons.svelte";
import type { Tour } from "../../src/state/tour.svelte";
import { loadCatalogue } from "../../src/store/catalogue";
import { seedUsers } from "../../src/store/mockUsers";
import { openStore, type Store } from "../../src/store/store";
import { madeUpDistribution, madeUpModels, madeUpSelection } from "../tools/madeUpSelection";

/** Each call of a provider speaks for it as it was rated, the later the more. */
function leaning({ candidates, history }: Scenario): number[] {
  const weights = candidates.map(({ name }) => {
    const said = history.map(({ tool, rating }, at) => {
      if (tool.split(".")[1] !== name.split(".")[1]) return 0;
      return (rating === 1 ? 3 : rating === 0 ? -3 : 1.5) * ((at + 1) / history.length);
    });
    return Math.exp(said.reduce((sum, one) => sum + one, 0));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

const models = madeUpModels({
  select: (scenario) => {
    const { groups } = madeUpDistribution(leaning(scenario));
    const chosen = scenario.candidates[groups[0]?.candidates[0] ?? 0];
    const call = { tool_name: chosen?.name ?? "", parameters: {} };
    return Promise.resolve(madeUpSelection(scenario, { answer: { fit: null, call }, groups }));
  },
  distribution: (scenario) => Promise.resolve(madeUpDistribution(leaning(scenario))),
});

let store: Store;
let app: App;
let lessons: Lessons;
let tour: Tour;
let close: () => void;

beforeAll(async () => {
  store = await openStore(`teaching-${crypto.randomUUID()}`);
  await store.seed(seedUsers(Date.now()));
  app = new App({ store, catalogue: await loadCatalogue(), models });
  close = await app.open();
  await app.model.look(true);
  await app.teaching.browse();
  const { teaching } = app;
  if (!teaching.lessons || !teaching.tour) throw new Error("Nothing to learn was loaded.");
  [lessons, tour] = [teaching.lessons, teaching.tour];
});
afterAll(() => {
  close();
  store.close();
});
beforeEach(() => app.teaching.leave());

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + 8000;
  for (;;) {
    flushSync();
    if (holds()) return;
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const chosen = () =>
  until(
    "a selection and its distribution",
    () => app.selecting.fresh && app.explaining.ranking.status === "done",
  );

/** The explanations that a condition asks for. */
function panels(condition: Condition): ("why" | "what-if" | "settings" | "hood")[] {
  if (condition.kind === "panel") return [condition.is];
  return condition.kind === "all" || condition.kind === "any" ? condition.of.flatMap(panels) : [];
}

/** All that is kept of one's own, but what lessons were done and where the tour was left. */
async function own(): Promise<unknown> {
  const { users, tools, settings } = await store.contents();
  const rest = Object.entries(settings).filter(([key]) => key !== "lessons" && key !== "tour");
  return structuredClone({ users, tools, settings: rest.toSorted(([a], [b]) => (a < b ? -1 : 1)) });
}

describe("lessons", () => {
  test("each lesson that comes with the page is done by its demo, and leaves nothing behind", async () => {
    await chosen();
    const before = await own();
    const shown = () => [
      app.user?.id,
      app.question.query,
      app.question.setting,
      app.history.interactions.length,
    ];
    const start = shown();
    expect(lessons.list.length).toBeGreaterThanOrEqual(6);
    for (const { id } of lessons.list) {
      expect(await lessons.start(id), id).toBe(true);
      expect(lessons.lesson?.id).toBe(id);
      await chosen();
      expect([lessons.done, lessons.first !== null], id).toEqual([false, true]);
      while (lessons.left > 0) {
        lessons.show();
        await chosen();
      }
      for (const panel of (lessons.lesson?.steps ?? []).flatMap(({ check }) => panels(check))) {
        app.explaining.open = panel;
        flushSync();
      }
      await until(`${id} is done`, () => lessons.done);
      expect(lessons.explained).toBe(true);
      await lessons.leave();
      expect(shown(), id).toEqual(start);
    }
    expect(await own()).toEqual(before);
    await until("all are noted as done", () => lessons.finished.size === lessons.list.length);
    expect(await store.preference("lessons")).toEqual(lessons.list.map(({ id }) => id));
  });

  test("the panel, the comparison and the tools of a lesson go with it", async () => {
    await chosen();
    app.explaining.open = "settings";
    await lessons.start("prompt-injection");
    expect(app.explaining.open).toBeNull();
    expect(app.toolbox.find("Weather.PickMe.Forecast")?.source).toBe("invented");
    await lessons.leave();
    expect(app.explaining.open).toBe("settings");
    expect(app.toolbox.find("Weather.PickMe.Forecast")).toBeUndefined();
    app.explaining.open = null;
  });

  test("choosing a person ends the lesson, and that person's own question stays", async () => {
    await app.chooseUser("victor");
    app.edits.query = "Victor's own question";
    await app.chooseUser("ida");
    app.edits.query = "Ida's own question";
    await lessons.start("rating");
    await app.chooseUser("victor");
    await until("the lesson has ended", () => lessons.lesson === null);
    // Asked before of Ida, and handed to nobody by the lesson.
    expect([app.user?.id, app.question.query, app.visited]).toEqual([
      "victor",
      "Victor's own question",
      false,
    ]);
  });

  test("of many that are started at once, the last one begins, and leaving still leads back", async () => {
    const before = [app.user?.id, app.question.query];
    const ids = ["rating", "noise", "cold-start", "recency"];
    await Promise.all(ids.map((id) => lessons.start(id)));
    await until("the last one is there", () => lessons.lesson?.id === "recency");
    expect(app.user?.name).toContain("Tomás");
    await chosen();
    expect(app.history.interactions).toHaveLength(7);
    await lessons.leave();
    expect([app.user?.id, app.question.query]).toEqual(before);
  });

  test("one that is left while it is on its way doesn't begin", async () => {
    const beginning = lessons.start("noise");
    await lessons.leave();
    await beginning;
    expect([lessons.lesson, app.visited]).toEqual([null, false]);
  });

  test("a file that names a tool which isn't there is refused, and nothing has changed", async () => {
    const before = [app.user?.id, app.question.query];
    const file = await fetch("/lessons/rating.json").then((response) => response.text());
    const changed = file.replaceAll("Weather.Stormglass.HourlyForecast", "Weather.Nobody.Forecast");
    expect(await lessons.read(new File([changed], "mine.json"))).toBe(false);
    expect(lessons.fault).toMatchObject({ code: "no-tool", path: "setup.candidates[5]", name: "mine.json" });
    expect([lessons.lesson, app.user?.id, app.question.query]).toEqual([null, ...before]);
  });

  test("an undo after leaving a lesson, or its step in the trail, changes nothing of one's own", async () => {
    await lessons.start("rating");
    await chosen();
    const [first] = app.history.interactions;
    app.delete(first?.id ?? "");
    await chosen();
    const step = app.trail.steps.at(-1);
    const toast = app.toasts.list.at(-1);
    await lessons.leave();
    const before = await own();
    if (!toast || !step) throw new Error("The lesson left no message and no step.");
    app.toasts.undo(toast.id);
    await app.jump(step);
    await app.history.settled();
    expect([app.history.fault, app.trail.steps.includes(step)]).toEqual([null, false]);
    expect(await own()).toEqual(before);
  });
});

describe("the tour", () => {
  test("goes from stop to stop by what is done, and the page is as it was when it ends", async () => {
    const before = await own();
    await tour.start();
    for (const { stop, check } of tourSteps) {
      expect(tour.step?.stop).toBe(stop);
      if (check) {
        tour.show();
        await chosen();
        const [panel] = panels(check);
        if (panel) app.explaining.open = panel;
        await until(`${stop} is done`, () => tour.done);
      }
      await tour.next();
    }
    expect([tour.step, app.visited, tour.kept]).toEqual([null, false, 0]);
    expect(await own()).toEqual(before);
  });

  test("can be left, gone on with where it was left, and begun again", async () => {
    await tour.start();
    for (let stop = 1; stop < 5; stop++) await tour.next();
    expect(tour.step?.stop).toBe("bar");
    await tour.leave();
    expect([tour.step, app.visited]).toEqual([null, false]);
    await tour.look();
    expect(tour.kept).toBe(5);
    await tour.start(tour.kept);
    expect(tour.step?.stop).toBe("bar");
    // What the stops before ask for is done.
    expect(app.question.query).toMatch(/weather/i);
    const liked = app.history.interactions.filter(
      ({ tool, rating }) => /VisualCrossing/.test(tool) && rating === 1,
    );
    expect(liked).toHaveLength(2);
    await tour.start();
    expect([
      tour.step?.stop,
      app.history.interactions.filter(({ rating }) => rating === null).length,
    ]).toEqual(["before", 2]);
  });

  test("a lesson takes the place of the tour, and the other way round", async () => {
    await tour.start();
    await lessons.start("rating");
    await until("the tour has ended", () => tour.step === null);
    expect(lessons.lesson?.id).toBe("rating");
    await tour.start();
    await until("the lesson has ended", () => lessons.lesson === null);
    expect(tour.step?.stop).toBe("before");
  });
});
