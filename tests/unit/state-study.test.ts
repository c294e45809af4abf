import { describe, expect, test } from "vitest";
import { logOdds } from "../../src/domain/attribution";
import type { Interaction, Rating } from "../../src/domain/interaction";
import type { Scenario } from "../../src/domain/scenario";
import { visibleHistory } from "../../src/domain/setting";
import { Pace } from "../../src/state/pace.svelte";
import {
  attribute,
  readSettings,
  searchFlip,
  seenBy,
  type Attributed,
  type FlipSearched,
  type Subject,
} from "../../src/state/studies";
import { Study, type Distribute } from "../../src/state/study.svelte";
import { madeUpDistribution, madeUpSelection, taste } from "../tools/madeUpSelection";

const interaction = (id: string, rating: Rating): Interaction => ({
  tool: `Weather.${id.replace(/\d/, "")}.Forecast`,
  parameters: {},
  rating,
  id,
  userId: "mia",
  time: 0,
  position: 0,
});

function subjectOf(history: Interaction[], setting: Scenario["setting"] = "rating-integrated"): Subject {
  const scenario: Scenario = {
    setting,
    query: "Weather?",
    history: visibleHistory(setting, history),
    candidates: ["One", "Two"].map((provider) => ({
      name: `Weather.${provider}.Forecast`,
      description: "",
      parameters: [],
    })),
  };
  return { scenario, selection: madeUpSelection(scenario), history };
}

/** A model of taste that notes what it is asked. */
function model() {
  const asked: Scenario[] = [];
  const distribute: Distribute = (scenario) => {
    asked.push(scenario);
    return Promise.resolve(madeUpDistribution(taste(scenario)));
  };
  return { asked, distribute };
}

const done = (study: { status: string }) => expect.poll(() => study.status).toBe("done");

describe("Study", () => {
  test("an edit ends it: what it was asked for before is never told again", async () => {
    const ends: (() => void)[] = [];
    const signals: AbortSignal[] = [];
    const distribute: Distribute = (_, { signal }) => {
      signals.push(signal);
      return new Promise((resolve) => ends.push(() => resolve(madeUpDistribution([1]))));
    };
    const { scenario } = subjectOf([]);
    const study = new Study<string, string>(async (subject, run) => {
      await run.ask(scenario);
      run.tell(subject);
    }, new Pace());
    study.want("one", distribute);
    study.want("one", distribute);
    expect(signals).toHaveLength(1);
    study.want("two", distribute);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    ends[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([study.found, study.status]).toEqual([null, "running"]);
    ends[1]?.();
    await done(study);
    expect(study.found).toBe("two");
    study.want(null, distribute);
    expect([study.found, study.status]).toEqual([null, "off"]);
  });

  test("tells a fault in its words, and begins anew for another subject", async () => {
    const study = new Study<string, string>(
      () => Promise.reject(new Error("The device was lost.")),
      new Pace(),
    );
    study.want("one", model().distribute);
    await expect.poll(() => study.status).toBe("error");
    expect(study.fault).toBe("The device was lost.");
    study.want(null, null);
    expect(study.fault).toBeNull();
  });

  test("doesn't begin without a model", () => {
    const study = new Study<string, string>(() => Promise.resolve(), new Pace());
    study.want("one", null);
    expect(study.status).toBe("off");
  });
});

test("a pace is known from runs, not from what was remembered", () => {
  const pace = new Pace();
  pace.note(2);
  expect(pace.estimate(10)).toBeNull();
  pace.note(1000);
  expect(pace.estimate(10)).toBe(10_000);
  pace.note(2000);
  expect(pace.estimate(1)).toBeGreaterThan(1000);
  expect(pace.estimate(1)).toBeLessThan(2000);
});

describe("why", () => {
  const attributed = async (subject: Subject) => {
    const { asked, distribute } = model();
    const study = new Study<Subject, Attributed>(attribute, new Pace());
    study.want(subject, distribute);
    await done(study);
    return {
      asked,
      study,
      weights: new Map(study.found?.attributions.map(({ id, weight }) => [id, weight])),
    };
  };

  test("leaves out each call that the model saw, and one by one", async () => {
    const history = [interaction("One1", 1), interaction("Two1", 1), interaction("One2", 0)];
    const { asked, weights, study } = await attributed(subjectOf(history));
    expect(asked.map((scenario) => scenario.history.length)).toEqual([3, 2, 2, 2]);
    expect(study.progress).toEqual({ done: 3, total: 3 });
    expect(weights.get("One1")).toBeGreaterThan(0);
    expect(weights.get("Two1")).toBeLessThan(0);
    expect(weights.get("One2")).toBeLessThan(0);
    const [all, without] = [
      taste({ ...subjectOf(history).scenario }),
      taste(subjectOf(history.slice(1)).scenario),
    ];
    expect(weights.get("One1")).toBeCloseTo(logOdds(all[0] ?? 0) - logOdds(without[0] ?? 0), 12);
  });

  test("asks nothing about calls that the model didn't see", async () => {
    const history = [interaction("One1", 1), interaction("Two1", 0), interaction("Two2", null)];
    const { weights } = await attributed(subjectOf(history, "preferred-only"));
    expect([...weights.keys()]).toEqual(["One1"]);
    const subject = subjectOf(history);
    const cut = { ...subject, selection: { ...subject.selection, dropped: 2 } };
    expect(seenBy(cut).map(({ id }) => id)).toEqual(["Two2"]);
    expect((await attributed(cut)).asked.map((scenario) => scenario.history.length)).toEqual([1, 0]);
  });
});

test("three settings: the same question with the history as each shows it", async () => {
  const { asked, distribute } = model();
  const study = new Study(readSettings, new Pace());
  study.want(subjectOf([interaction("One1", 1), interaction("Two1", 0)]), distribute);
  await done(study);
  expect(asked.map(({ setting, history }) => [setting, history.map(({ rating }) => rating)])).toEqual([
    ["preferred-only", [null]],
    ["rating-integrated", [1, 0]],
    ["chronological", [null, null]],
  ]);
  expect([...(study.found?.keys() ?? [])]).toHaveLength(3);
});

describe("the search for a flip", () => {
  const searched = async (subject: Subject, attributions: Attributed["attributions"] = []) => {
    const study = new Study<Subject, FlipSearched>(
      (wanted, run) => searchFlip(wanted, attributions, run),
      new Pace(),
    );
    study.want(subject, model().distribute);
    await done(study);
    return study.found;
  };

  test("finds what makes the model choose another tool", async () => {
    const history = [interaction("One1", 1), interaction("Two1", 1), interaction("One2", 1)];
    const found = await searched(subjectOf(history));
    expect(found?.found?.tool).toBe("Weather.Two.Forecast");
    expect(found?.found?.flips).toHaveLength(1);
  });

  test("says that it found nothing after all that it tried", async () => {
    const history = Array.from({ length: 12 }, (_, at) => interaction(`One${at}`, 1));
    expect(await searched(subjectOf(history))).toEqual({ tried: 24, found: null });
    expect(await searched(subjectOf([]))).toEqual({ tried: 0, found: null });
  });
});
