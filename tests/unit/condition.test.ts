import { describe, expect, test } from "vitest";
import {
  conditionSchema,
  firstChoice,
  holds,
  needsFirst,
  needsModel,
  subjects,
  type Choice,
  type Condition,
  type Course,
  type Situation,
} from "../../src/domain/condition";

const choice = (tool: string, probabilities: Record<string, number> = {}): Choice => ({
  tool,
  probabilities: new Map(Object.entries(probabilities)),
});
const [one, two] = ["Weather.One.Forecast", "Weather.Two.Forecast"];
const start: Situation = {
  query: "Will it rain in Oslo?",
  setting: "rating-integrated",
  history: [
    { tool: one, parameters: {}, rating: 1 },
    { tool: two, parameters: {}, rating: 0 },
    { tool: two, parameters: {}, rating: null },
  ],
  candidates: [one, two],
  choice: null,
  panel: null,
  comparing: false,
};

/** What has happened, from a beginning at which One was chosen with 0.7. */
function course(
  now: Partial<Situation>,
  first: Choice | null = choice(one, { [one]: 0.7, [two]: 0.2 }),
): Course {
  return { start, first, now: { ...start, ...now } };
}

const now = choice(two, { [one]: 0.35, [two]: 0.6 });

describe("a condition", () => {
  test.for<[Condition, Partial<Situation>, boolean]>([
    [{ kind: "selected" }, {}, false],
    [{ kind: "selected" }, { choice: now }, true],
    [{ kind: "chosen", provider: "Two" }, { choice: now }, true],
    [{ kind: "chosen", provider: "One" }, { choice: now }, false],
    [{ kind: "chosen", tool: two }, { choice: now }, true],
    [{ kind: "chosen", tool: "Weather.Two.Alerts" }, { choice: now }, false],
    [{ kind: "chosen", provider: "Two" }, {}, false],
    [{ kind: "chosen-changed" }, { choice: now }, true],
    [{ kind: "chosen-changed" }, { choice: choice(one) }, false],
    [{ kind: "chosen-changed" }, {}, false],
    [{ kind: "calls", atLeast: 3 }, {}, true],
    [{ kind: "calls", atLeast: 4 }, {}, false],
    [{ kind: "calls", provider: "Two", atLeast: 2, atMost: 2 }, {}, true],
    [{ kind: "calls", provider: "Two", rating: 1, atLeast: 1 }, {}, false],
    [{ kind: "calls", provider: "Two", rating: null, atLeast: 1 }, {}, true],
    [{ kind: "calls", rating: 0, atMost: 0 }, {}, false],
    [{ kind: "calls", rating: 0, atMost: 0 }, { history: [] }, true],
    [{ kind: "newest", provider: "Two" }, {}, true],
    [{ kind: "newest", provider: "Two" }, { history: [] }, false],
    [{ kind: "offered", tool: two }, {}, true],
    [{ kind: "offered", provider: "Two" }, { candidates: [one] }, false],
    [{ kind: "setting", is: "chronological" }, {}, false],
    [{ kind: "setting", is: "chronological" }, { setting: "chronological" }, true],
    [{ kind: "probability", provider: "Two", above: 0.5 }, { choice: now }, true],
    [{ kind: "probability", provider: "Two", above: 0.6 }, { choice: now }, false],
    [{ kind: "probability", provider: "Two", below: 0.5 }, { choice: now }, false],
    [{ kind: "probability", provider: "Two", risenBy: 0.39 }, { choice: now }, true],
    [{ kind: "probability", provider: "Two", risenBy: 0.41 }, { choice: now }, false],
    [{ kind: "probability", provider: "One", fallenBy: 0.3 }, { choice: now }, true],
    [{ kind: "probability", provider: "One", risenBy: 0 }, { choice: now }, false],
    [{ kind: "probability", provider: "Three", above: 0 }, { choice: now }, false],
    [{ kind: "probability", provider: "Two", above: 0 }, {}, false],
    [{ kind: "query", contains: ["snow", "RAIN"] }, {}, true],
    [{ kind: "query", contains: ["snow"] }, {}, false],
    [{ kind: "panel", is: "why" }, { panel: "why" }, true],
    [{ kind: "panel", is: "why" }, { panel: "hood" }, false],
    [{ kind: "comparing" }, { comparing: true }, true],
    [{ kind: "not", of: { kind: "chosen", provider: "One" } }, { choice: now }, true],
    // Nothing is chosen, so that it isn't One says nothing.
    [{ kind: "not", of: { kind: "chosen", provider: "One" } }, {}, false],
    [{ kind: "not", of: { kind: "offered", provider: "Three" } }, {}, true],
    [{ kind: "all", of: [{ kind: "selected" }, { kind: "comparing" }] }, { choice: now }, false],
    [{ kind: "any", of: [{ kind: "selected" }, { kind: "comparing" }] }, { choice: now }, true],
  ])("%j with %j: %s", ([condition, change, expected]) => {
    expect(conditionSchema.safeParse(condition).error).toBeUndefined();
    expect(holds(condition, course(change))).toBe(expected);
  });

  test("that compares with the first choice doesn't hold before there was one", () => {
    expect(holds({ kind: "chosen-changed" }, course({ choice: now }, null))).toBe(false);
    expect(holds({ kind: "probability", provider: "Two", risenBy: 0 }, course({ choice: now }, null))).toBe(
      false,
    );
    expect(holds({ kind: "probability", provider: "Two", above: 0.5 }, course({ choice: now }, null))).toBe(
      true,
    );
  });

  test.for<[unknown, string]>([
    [{ kind: "chosen" }, "either tool or provider"],
    [{ kind: "chosen", tool: one, provider: "One" }, "either tool or provider"],
    [{ kind: "calls" }, "atLeast or atMost"],
    [{ kind: "probability", provider: "One" }, "above, below, risenBy or fallenBy"],
    [{ kind: "probability", provider: "One", above: 60 }, "Too big"],
    [{ kind: "chosen", provider: "One", run: "alert(1)" }, "run"],
    [{ kind: "script", of: "alert(1)" }, "Invalid"],
    [{ kind: "all", of: [] }, "Too small"],
  ])("%j is refused", ([condition, why]) => {
    expect(conditionSchema.safeParse(condition).error?.issues[0]?.message).toContain(why);
  });

  test("tells what it needs and what it speaks of, however deep", () => {
    const deep: Condition = {
      kind: "all",
      of: [
        { kind: "setting", is: "chronological" },
        { kind: "not", of: { kind: "any", of: [{ kind: "probability", provider: "Two", risenBy: 0.1 }] } },
      ],
    };
    expect([needsFirst(deep), needsModel(deep)]).toEqual([true, true]);
    expect(subjects(deep)).toEqual([
      { path: ["of", 1, "of", "of", 0], subject: expect.objectContaining({ provider: "Two" }) },
    ]);
    const setting: Condition = { kind: "setting", is: "chronological" };
    expect([needsFirst(setting), needsModel(setting), subjects(setting)]).toEqual([false, false, []]);
  });
});

test("what was chosen at first stays; a probability that became known later counts from then", () => {
  expect(firstChoice(null, null)).toBeNull();
  const first = choice(one, { [one]: 0.7 });
  expect(firstChoice(null, first)).toBe(first);
  expect(firstChoice(first, null)).toBe(first);
  expect(firstChoice(first, choice(two, { [one]: 0.1, [two]: 0.2 }))).toEqual(
    choice(one, { [one]: 0.7, [two]: 0.2 }),
  );
});
