/** Users that visitors make of themselves, and two users compared on one question. */
import { beforeAll, describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
let visit: Visit;

beforeAll(async () => {
  visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
});

const chips = () => visit.page.locator("[data-testid^=user-]");
const shown = () => visit.page.locator("[data-testid^=user-][aria-pressed=true]").textContent();
const tools = () => visit.interactions.evaluateAll((cards) => cards.map((card) => card.dataset["tool"]));

/** Answers question after question: the first or second way, or neither. */
async function answer(ways: readonly (0 | 1 | null)[]): Promise<void> {
  const asked = new Set<string | null>();
  for (const way of ways) {
    const question = visit.get("either-or");
    const id = await question.getAttribute("data-id");
    asked.add(id);
    await visit.get(way === null ? "way-skip" : `way-${way}`).click();
    await visit.page.waitForFunction(
      (before) => document.querySelector<HTMLElement>("[data-testid=either-or]")?.dataset["id"] !== before,
      id,
    );
  }
  expect(asked.size).toBe(ways.length);
}

describe("make me a user", () => {
  test("eight answers become a history in which they show, and which can be edited", async () => {
    await visit.get("open-make-user").click();
    await answer([0, 1, 0, 1]);
    // The answer before is taken back, and given otherwise.
    await visit.get("way-back").click();
    await answer([0, 0, null, 1, 0]);
    await visit.get("made-name").fill("Noor");
    await visit.get("make-it").click();
    await visit.get("make-user").waitFor({ state: "detached" });
    expect(await shown()).toContain("Noor");
    expect(await chips().count()).toBe(7);

    const called = await tools();
    for (const liked of ["Weather.VisualCrossing.Timeline", "Maps.TomTom.CalculateRoute"])
      expect(called.filter((tool) => tool === liked)).toHaveLength(2);
    expect(called.filter((tool) => tool?.startsWith("Messaging."))).toEqual([]);
    const ratingOf = (tool: string) =>
      visit.page
        .locator(`[data-testid=interaction][data-tool="${tool}"]`)
        .first()
        .getAttribute("data-rating");
    expect(await ratingOf("Weather.VisualCrossing.Timeline")).toBe("1");
    expect(await ratingOf("Weather.Stormglass.HourlyForecast")).toBe("0");
    expect(await visit.get("history").textContent()).toContain("prefers VisualCrossing");

    await visit.interactions.first().getByTestId("dislike").click();
    await visit.saved();
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    expect(await shown()).toContain("Noor");
    expect(await visit.interactions.first().getAttribute("data-rating")).toBe("0");
    expect(await tools()).toEqual(called);
  });

  test("by keyboard alone, with the focus on each new question; without a name nothing is made", async () => {
    await visit.get("open-make-user").focus();
    await visit.page.keyboard.press("Enter");
    await visit.get("way-0").focus();
    for (let question = 1; question <= 8; question++) {
      expect(await visit.get("make-user").textContent()).toContain(`Question ${question} of 8`);
      await visit.page.keyboard.press("Enter");
      const next = question < 8 ? `Question ${question + 1} of 8` : "What should this user be called?";
      await visit.get("make-user").getByText(next).waitFor();
    }
    await visit.page.keyboard.press("Control+a");
    await visit.page.keyboard.press("Backspace");
    await visit.page.keyboard.press("Enter");
    expect(await visit.page.locator("[role=dialog] [role=alert]").textContent()).toBe("A user needs a name.");
    await visit.page.keyboard.press("Escape");
    await visit.get("make-user").waitFor({ state: "detached" });
    expect(await chips().count()).toBe(7);
  });
});

describe("a user", () => {
  test("is renamed, with a name that means something to HTML, and keeps the history", async () => {
    const before = await tools();
    await visit.get("open-person").click();
    await visit.get("person-name").fill("");
    await visit.get("save-person").click();
    expect(await visit.page.locator("[role=dialog] [role=alert]").textContent()).toBe("A user needs a name.");
    await visit.get("person-name").fill("<b>Noor</b> & co");
    await visit.get("save-person").click();
    await visit.get("person-name").waitFor({ state: "detached" });
    expect(await shown()).toContain("<b>Noor</b>");
    expect(await tools()).toEqual(before);
  });

  test("is duplicated, and the copy has a life of its own", async () => {
    await visit.get("user-ida").click();
    await visit.page.waitForSelector("[data-testid=user-ida][aria-pressed=true]");
    const before = await tools();
    await visit.get("open-person").click();
    await visit.get("duplicate-person").click();
    await visit.page.waitForSelector("[data-testid=user-ida][aria-pressed=false]");
    expect(await chips().count()).toBe(8);
    expect(await tools()).toEqual(before);
    await visit.interactions.first().getByTestId("delete").click();
    await visit.saved();
    await visit.get("user-ida").click();
    await visit.page.waitForSelector("[data-testid=user-ida][aria-pressed=true]");
    expect(await tools()).toEqual(before);
  });

  test("is deleted, comes back with the last edit by undo, and is gone after a second time", async () => {
    await visit.get("user-victor").click();
    await visit.page.waitForSelector("[data-testid=user-victor][aria-pressed=true]");
    await visit.interactions.first().getByTestId("unrate").click();
    const before = await tools();
    await visit.get("open-person").click();
    await visit.get("delete-person").click();
    await visit.get("user-victor").waitFor({ state: "detached" });
    await visit.get("undo").last().click();
    await visit.page.waitForSelector("[data-testid=user-victor][aria-pressed=true]");
    expect(await tools()).toEqual(before);
    expect(await visit.interactions.first().getAttribute("data-rating")).toBe("none");
    expect(await chips().nth(1).getAttribute("data-testid")).toBe("user-victor");
    await visit.get("open-person").click();
    await visit.get("delete-person").click();
    await visit.get("user-victor").waitFor({ state: "detached" });
    await visit.saved();
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    expect(await visit.get("user-victor").count()).toBe(0);
  });

  test("is the last one: then it can't be deleted; a reset brings the mock users back", async () => {
    for (let left = await chips().count(); left > 1; left--) {
      await visit.get("open-person").click();
      await visit.get("delete-person").click();
      await visit.page.waitForFunction(
        (count) => document.querySelectorAll("[data-testid^=user-]").length === count,
        left - 1,
      );
    }
    await visit.get("open-person").click();
    expect(await visit.get("delete-person").isDisabled()).toBe(true);
    await visit.get("close-dialog").click();
    await visit.get("open-data").click();
    await visit.get("reset-data").click();
    await visit.get("confirm-reset").click();
    await visit.get("reset-done").waitFor();
    await visit.get("close-dialog").click();
    expect(await chips().count()).toBe(6);
    expect(await visit.get("user-victor").count()).toBe(1);
  });
});

describe("two users, one question", () => {
  const shares = (side: number) =>
    visit.page
      .locator(`[data-testid=compared-share][data-side="${side}"]`)
      .evaluateAll((cells) => cells.map((cell) => Number(cell.dataset["probability"])));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  test("without a model it says what is missing", async () => {
    await visit.get("open-compare").click();
    await visit.get("compare-with").selectOption("victor");
    expect(await visit.get("compare-no-model").textContent()).toContain("load it first");
    await visit.get("close-dialog").click();
  });

  test("both calls and both distributions stand side by side, with a sentence on the difference", async () => {
    await visit.keep("interaction", 3);
    await visit.keep("candidate", 4);
    await visit.loadModel();
    await visit.selected(0);
    await visit.complete();
    const own = await visit.get("selected-tool").getAttribute("data-name");
    await visit.get("open-compare").click();
    await visit.get("compare-with").selectOption("victor");
    await visit.status("comparison", "done", 120_000);
    expect(sum(await shares(0))).toBeCloseTo(1, 6);
    expect(sum(await shares(1))).toBeCloseTo(1, 6);
    expect(await shares(0)).toHaveLength(4);
    const calls = visit.get("compared-call");
    expect(await calls.nth(0).getAttribute("data-tool")).toBe(own);
    const other = (await calls.nth(1).getAttribute("data-tool")) ?? "";
    const sentence = (await visit.get("compare-sentence").textContent()) ?? "";
    expect(sentence).toContain(own === other ? "for both" : "Nothing but the history differs");
    for (const part of ["Ida", "Victor", other.split(".")[1] ?? "?"]) expect(sentence).toContain(part);
  });

  test("what is shown of the other user is what the model says when that user asks", async () => {
    const theirs = await shares(1);
    const tool = await visit.get("compared-call").nth(1).getAttribute("data-tool");
    const runs = await visit.runs();
    await visit.get("close-dialog").click();
    await visit.get("user-victor").click();
    await visit.selected(runs);
    await visit.complete();
    expect(await visit.get("selected-tool").getAttribute("data-name")).toBe(tool);
    const now = await visit.candidates.evaluateAll((rows) =>
      rows.map((row) => Number(row.dataset["probability"]) / Number(row.dataset["together"])),
    );
    theirs.forEach((value, at) => expect(now[at]).toBeCloseTo(value, 6));
  });

  test("an edit in between ends the comparison, and it begins anew with what is asked then", async () => {
    await visit.get("open-compare").click();
    await visit.get("compare-with").selectOption("ida");
    await visit.get("compare-with").selectOption("priya");
    await visit.status("comparison", "done", 120_000);
    expect(await visit.get("compare-sentence").textContent()).toContain("Priya");
    await visit.get("close-dialog").click();
    expect(await visit.get("compared-share").count()).toBe(0);
    await visit.get("open-compare").click();
    expect(await visit.get("compare-with").inputValue()).toBe("");
    await visit.get("close-dialog").click();
  });
});

test("all this without an error in the console, a policy violation or a request to anybody else", () => {
  expect(visit.problems).toEqual([]);
});
