import { expect, test } from "vitest";
import type { Explanation } from "../../src/state/explaining.svelte";
import { Presenting, type PreparedSteps } from "../../src/state/presenting.svelte";

function opened(query = "", prepared: () => PreparedSteps | null = () => null) {
  const explaining: { open: Explanation | null } = { open: "hood" };
  const said: string[] = [];
  const presenting = new Presenting(explaining, (text) => said.push(text), prepared);
  presenting.read(new URLSearchParams(query));
  return { presenting, explaining, said };
}

test("the page as ever: everything shown, no step announced, what is open stays open", () => {
  const { presenting, explaining, said } = opened();
  expect([presenting.presenter, presenting.type, presenting.hidden]).toEqual([false, "normal", []]);
  expect([presenting.shows("history"), explaining.open, said]).toEqual([true, "hood", []]);
});

test("next and back go through the panels, open what explains, and say where one is", () => {
  const { presenting, explaining, said } = opened("view=presenter&step=history");
  const seen = [[presenting.step, explaining.open]];
  for (let step = 0; step < 6; step++) {
    presenting.next();
    seen.push([presenting.step, explaining.open]);
  }
  expect(seen).toEqual([
    ["history", null],
    ["candidates", null],
    ["selection", null],
    ["why", "why"],
    ["what-if", "what-if"],
    ["settings", "settings"],
    ["settings", "settings"],
  ]);
  expect(said[0]).toBe("2 of 6: Candidates");
  expect(said.at(-1)).toBe("6 of 6: Settings");
  presenting.first();
  presenting.back();
  expect([presenting.step, presenting.position.number]).toEqual(["history", 1]);
  presenting.last();
  expect(presenting.step).toBe("settings");
});

test("the view opens with the choice, and is left to the page", () => {
  const { presenting } = opened("view=presenter");
  expect([presenting.presenter, presenting.step, presenting.position.number]).toEqual([true, "selection", 3]);
  presenting.show("page");
  expect(presenting.presenter).toBe(false);
});

test("prepared steps take the panels' place, within their bounds", () => {
  const steps: number[] = [];
  let id = "first";
  const { presenting, explaining, said } = opened("view=presenter", () => ({
    id,
    titles: ["Task", "Explanation"],
    onstep: (at) => steps.push(at),
  }));
  expect([presenting.step, presenting.preparedStep, presenting.position.title]).toEqual([null, 0, "Task"]);
  presenting.next();
  presenting.next();
  expect(said).toEqual(["2 of 2: Explanation", "2 of 2: Explanation"]);
  // Other steps begin at their beginning.
  id = "second";
  expect(presenting.position).toEqual({ number: 1, count: 2, title: "Task" });
  id = "first";
  presenting.back();
  presenting.back();
  expect([steps, explaining.open]).toEqual([[1, 0], "hood"]);
});

test("what the address got wrong is told until somebody has seen it", () => {
  const { presenting } = opened("view=cinema");
  expect(presenting.ignored).toMatchObject([{ name: "view", value: "cinema" }]);
  presenting.forgetIgnored();
  expect(presenting.ignored).toEqual([]);
});
