import { describe, expect, test } from "vitest";
import type { Interaction, Rating } from "../../src/domain/interaction";
import { visibleHistory } from "../../src/domain/setting";
import type { Scenario } from "../../src/domain/scenario";
import { Pace } from "../../src/state/pace.svelte";
import type { Select } from "../../src/state/selecting.svelte";
import { compareHistories, type Compared, type Comparison, type Subject } from "../../src/state/studies";
import { Study, type Distribute } from "../../src/state/study.svelte";
import { madeUpDistribution, madeUpSelection, taste } from "../tools/madeUpSelection";

const interaction = (provider: string, rating: Rating): Interaction => ({
  tool: `Weather.${provider}.Forecast`,
  parameters: {},
  rating,
  id: crypto.randomUUID(),
  userId: "mia",
  time: 0,
  position: 0,
});

const candidates = ["One", "Two"].map((provider) => ({
  name: `Weather.${provider}.Forecast`,
  description: "",
  parameters: [],
}));

function subjectOf(history: Interaction[], setting: Scenario["setting"]): Subject {
  const scenario = { setting, query: "Weather?", history: visibleHistory(setting, history), candidates };
  return { scenario, selection: madeUpSelection(scenario), history };
}

/** A model of taste that notes what it is asked. */
function model() {
  const asked: Scenario[] = [];
  const distribute: Distribute = (scenario) => Promise.resolve(madeUpDistribution(taste(scenario)));
  const select: Select = (scenario) => {
    asked.push(scenario);
    return Promise.resolve(madeUpSelection(scenario));
  };
  return { asked, distribute, select };
}

const study = () => new Study<Compared, Comparison>(compareHistories, new Pace());
const done = (one: { status: string }) => expect.poll(() => one.status).toBe("done");

describe("comparing two histories", () => {
  test("asks the same question with both, and tells both distributions", async () => {
    const { asked, distribute, select } = model();
    const subject = subjectOf([interaction("One", 1), interaction("Two", 0)], "rating-integrated");
    const comparing = study();
    const history = [interaction("Two", 1)];
    comparing.want({ subject, select, history }, distribute);
    await done(comparing);
    expect(asked).toEqual([
      { ...subject.scenario, history: [{ tool: candidates[1]?.name, parameters: {}, rating: 1 }] },
    ]);
    const found = comparing.found;
    expect(found?.subject).toBe(subject);
    expect(found?.distributions).toEqual([
      madeUpDistribution(taste(subject.scenario)),
      madeUpDistribution(
        taste({ ...subject.scenario, history: visibleHistory("rating-integrated", history) }),
      ),
    ]);
    expect(found?.distributions[0]).not.toEqual(found?.distributions[1]);
  });

  test("under a setting that hides dislikes, they stay hidden of the other user, too", async () => {
    const { asked, distribute, select } = model();
    const comparing = study();
    const subject = subjectOf([], "preferred-only");
    comparing.want({ subject, select, history: [interaction("One", 0), interaction("Two", 1)] }, distribute);
    await done(comparing);
    expect(asked[0]?.history.map(({ tool }) => tool)).toEqual(["Weather.Two.Forecast"]);
  });

  test("an edit ends it; a selection that was superseded is no fault then", async () => {
    const { distribute } = model();
    const comparing = study();
    let fail: (error: Error) => void = () => undefined;
    const select: Select = () => new Promise((_, reject) => (fail = reject));
    comparing.want({ subject: subjectOf([], "chronological"), select, history: [] }, distribute);
    await expect.poll(() => comparing.progress?.done).toBe(1);
    comparing.want(null, distribute);
    fail(new Error("superseded"));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([comparing.status, comparing.fault, comparing.found]).toEqual(["off", null, null]);
  });
});
