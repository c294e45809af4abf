import { beforeAll, describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
let visit: Visit;

beforeAll(async () => {
  visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
  // A short prompt: each of the many runs below reads all of it.
  await visit.keep("interaction", 3);
  await visit.keep("candidate", 4);
  await visit.saved();
});

/** Does something, and waits for the selection that follows it and its whole distribution. */
async function thenSelected(act: () => Promise<unknown>): Promise<void> {
  const runs = await visit.runs();
  await act();
  await visit.selected(runs);
  await visit.complete();
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const chosen = () => visit.get("selected-tool").getAttribute("data-name");
const ratings = () => visit.interactions.evaluateAll((cards) => cards.map((card) => card.dataset["rating"]));

/** A number that each candidate's row carries, by name. */
const numbers = (key: string) =>
  visit.candidates.evaluateAll(
    (rows, name) =>
      rows.map((row): [string, number] => [row.dataset["name"] ?? "", Number(row.dataset[name])]),
    key,
  );

async function probabilities(): Promise<number[]> {
  const [each, together] = [await numbers("probability"), await numbers("together")];
  return each.map(([, probability], at) => probability / (together[at]?.[1] ?? 1));
}

describe("the choice, explained", () => {
  test("the chosen tool and its bar are there before its parameters are", async () => {
    await visit.page.evaluate(() => {
      document.documentElement.dataset["decided"] = "";
      new MutationObserver(() => {
        const tool = document.querySelector<HTMLElement>("[data-testid=selected-tool][data-writing=true]");
        const bar = document.querySelector<HTMLElement>("[data-testid=candidate].chosen");
        if (tool && bar?.dataset["name"] === tool.dataset["name"])
          document.documentElement.dataset["decided"] = tool.dataset["name"] ?? "";
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await thenSelected(() => visit.loadModel());
    expect(await visit.page.evaluate(() => document.documentElement.dataset["decided"])).toBe(await chosen());
  });

  test("each candidate has its bar, and the bars sum to 1", async () => {
    const all = await probabilities();
    expect(all).toHaveLength(4);
    expect(sum(all)).toBeCloseTo(1, 6);
    const together = (await numbers("together")).map(([, count]) => count);
    for (const [at, count] of together.entries()) if (count > 1) expect(all[at]).toBeLessThan(0.01);
    const certainty = Number(await visit.get("certainty").getAttribute("data-probability"));
    expect(Math.max(...all)).toBeCloseTo(certainty, 2);
  });

  test("beside each bar stands what it is without any history", async () => {
    await visit.get("compare").check();
    await visit.get("difference").first().waitFor();
    await visit.page.waitForFunction(
      () => document.querySelectorAll("[data-testid=difference]").length === 4,
    );
    const without = (await numbers("without")).map(([, value]) => value);
    expect(sum(without)).toBeCloseTo(1, 6);
    await visit.get("compare").uncheck();
    expect(await visit.get("difference").count()).toBe(0);
  });

  test("the three settings stand side by side, each with what it could not see", async () => {
    await visit.get("explain-settings").click();
    await visit.status("settings", "done", 60_000);
    for (const setting of ["preferred-only", "rating-integrated", "chronological"]) {
      const cells = visit.page.locator(`[data-testid=setting-share][data-setting=${setting}]`);
      const shares = await cells.evaluateAll((all) => all.map((cell) => Number(cell.dataset["probability"])));
      expect(sum(shares)).toBeCloseTo(1, 6);
      const counted = (await ratings()).filter((rating) => rating !== "none").length;
      const words = await visit.get(`blind-${setting}`).textContent();
      if (setting === "rating-integrated") expect(words).toContain("Nothing is invisible");
      if (setting === "chronological") expect(words).toContain(`${counted} ratings are invisible`);
    }
    const own = await visit.page
      .locator("[data-testid=setting-share][data-setting=rating-integrated]")
      .evaluateAll((all) => all.map((cell) => Number(cell.dataset["probability"])));
    (await probabilities()).forEach((value, at) => expect(own[at]).toBeCloseTo(value, 6));
  });

  test("why: every call has its edge and its line, and a look back is instant", async () => {
    await visit.get("explain-why").click();
    await visit.status("why", "done", 60_000);
    const weights = await visit
      .get("card")
      .evaluateAll((cards) => cards.map((card) => card.dataset["weight"]));
    expect(weights.map(Number).filter(Number.isFinite)).toHaveLength(3);
    const listed = await visit
      .get("weight")
      .evaluateAll((rows) => rows.map((row) => Number(row.dataset["weight"])));
    expect(listed.length).toBe(weights.filter((weight) => Math.abs(Number(weight)) > 0.01).length);
    const spokeFor = listed.filter((weight) => weight > 0);
    expect(spokeFor).toEqual(spokeFor.toSorted((a, b) => b - a));

    await visit.interactions.first().getByTestId("unrate").click();
    expect(await visit.page.locator("[data-testid=card][data-weight]").count()).toBe(0);
    await visit.status("why", "done", 60_000);
    const before = await visit.runs();
    const began = Date.now();
    await visit.get("undo-edit").click();
    await visit.page.waitForFunction(
      (weight) => document.querySelector<HTMLElement>("[data-testid=card]")?.dataset["weight"] === weight,
      weights[0],
    );
    await visit.status("why", "done");
    // Remembered: no run of the model lasts so short.
    expect(Date.now() - began).toBeLessThan(1500);
    expect(await visit.runs()).toBe(before + 1);
  });

  test("holding a call previews it rated the other way; letting go ends it, and nothing has changed", async () => {
    const before = await ratings();
    const runs = await visit.runs();
    const box = await visit.interactions.nth(1).locator("time").boundingBox();
    if (!box) throw new Error("The card is not on the screen.");
    await visit.page.mouse.move(box.x + 5, box.y + 5);
    await visit.page.mouse.down();
    await visit.status("preview", "done", 60_000);
    expect(await visit.get("preview").textContent()).toMatch(/What if .* were (dis)?liked\?/);
    expect(await visit.get("candidates").getAttribute("data-preview")).toBe("true");
    expect(sum(await probabilities())).toBeCloseTo(1, 6);
    await visit.page.mouse.up();
    expect(await visit.get("preview").count()).toBe(0);
    expect([await ratings(), await visit.runs()]).toEqual([before, runs]);
    // A short press is no hold.
    await visit.page.mouse.down();
    await visit.page.waitForTimeout(150);
    await visit.page.mouse.up();
    await visit.page.waitForTimeout(500);
    expect(await visit.get("preview").count()).toBe(0);
  });

  test("a key previews as well, and Escape ends it", async () => {
    const before = await ratings();
    await visit.interactions.first().getByTestId("edit").focus();
    await visit.page.keyboard.press("w");
    await visit.status("preview", "done", 60_000);
    await visit.page.keyboard.press("Escape");
    expect(await visit.get("preview").count()).toBe(0);
    expect(await ratings()).toEqual(before);
  });

  test("the smallest change that flips the choice is looked for, told, applied and undone", async () => {
    await visit.get("explain-what-if").click();
    await visit.get("search-flip").click();
    const end = visit.page.locator("[data-testid=flip-found], [data-testid=flip-none]");
    await end.waitFor({ timeout: 120_000 });
    if ((await visit.get("flip-found").count()) === 0) {
      expect(await visit.get("flip-none").textContent()).toMatch(/None of \d+ changes flipped it/);
      return;
    }
    const tool = await visit.get("flip-found").getAttribute("data-tool");
    const before = await ratings();
    expect(tool).not.toBe(await chosen());
    await thenSelected(() => visit.get("apply-flip").click());
    expect(await chosen()).toBe(tool);
    await visit.get("undo-edit").click();
    await visit.page.waitForFunction(
      (count) => document.querySelectorAll("[data-testid=interaction]").length === count,
      before.length,
    );
    expect(await ratings()).toEqual(before);
  });

  test("under the hood: the prompt in parts, the answer token by token, and times", async () => {
    await visit.status("selection-status", "done", 60_000);
    await visit.get("explain-hood").click();
    const parts = await visit.get("prompt-part").evaluateAll((all) =>
      all.map((part) => ({
        kind: part.dataset["kind"],
        tokens: Number(part.dataset["tokens"]),
        text: part.textContent,
      })),
    );
    const read = Number((await visit.get("tokens-in").textContent())?.replace(/\D/g, ""));
    expect(sum(parts.map(({ tokens }) => tokens))).toBe(read);
    expect(parts.filter(({ kind }) => kind === "interaction")).toHaveLength(3);
    expect(parts.filter(({ kind }) => kind === "candidate")).toHaveLength(4);
    expect(parts.map(({ text }) => text).join("")).toContain(await visit.get("query").inputValue());
    const wrote = Number((await visit.get("tokens-out").textContent())?.replace(/\D/g, ""));
    const tokens = visit.page.locator("[data-testid=hood-answer] .tokens > *");
    expect(await tokens.count()).toBe(wrote);
    const choices = visit.get("token-choice").locator("li");
    expect(await choices.count()).toBeGreaterThan(1);
    await visit.get("token").last().click();
    expect(await choices.first().textContent()).toContain("%");
    expect(await visit.get("hood-times").textContent()).toMatch(/prefill.*\d (ms|s|min)/);
  });

  test("while the pointer rests on a call, the model reads ahead up to it", async () => {
    const oldest = visit.interactions.last();
    await oldest.hover();
    // Nothing on the page tells when it has; this is long for the tiny model.
    await visit.page.waitForTimeout(4000);
    const rated = (await oldest.getAttribute("data-rating")) !== "none";
    await thenSelected(() => oldest.getByTestId(rated ? "unrate" : "dislike").click());
    const count = async (key: string) => Number((await visit.get(key).textContent())?.replace(/\D/g, ""));
    const [read, wrote, computed] = [
      await count("tokens-in"),
      await count("tokens-out"),
      await count("hood-forward"),
    ];
    expect(computed - wrote).toBeLessThan(0.8 * read);
  });

  test("each parameter says where it comes from; a mock response is labelled; accepting adds the call", async () => {
    // A query that a parameter can be filled from, and a tool that has some.
    await thenSelected(() => visit.get("query").fill("Forecast for Oslo"));
    const call = JSON.parse((await visit.get("selection-json").textContent()) ?? "") as {
      tool_name: string;
      parameters: Record<string, unknown>;
    };
    const filled = await visit
      .get("filled")
      .evaluateAll((rows) => rows.map((row) => [row.dataset["name"], row.dataset["origin"]]));
    expect(filled.map(([name]) => name)).toEqual(Object.keys(call.parameters));
    for (const [, origin] of filled) expect(["query", "history", "default", "own"]).toContain(origin);
    await visit.get("mock").click();
    expect(await visit.get("mock-response").textContent()).toMatch(/mock/i);
    const count = await visit.interactions.count();
    await thenSelected(() => visit.get("accept").click());
    expect(await visit.interactions.count()).toBe(count + 1);
    const newest = visit.interactions.first();
    expect([await newest.getAttribute("data-tool"), await newest.getAttribute("data-rating")]).toEqual([
      call.tool_name,
      "none",
    ]);
    await thenSelected(() => newest.getByTestId("like").click());
    expect(await newest.getAttribute("data-rating")).toBe("1");
  });

  test("Ctrl+Z and Ctrl+Shift+Z undo and redo, but not while somebody types", async () => {
    const newest = visit.interactions.first();
    await visit.interactions.nth(1).getByTestId("edit").focus();
    await visit.page.keyboard.press("Control+z");
    expect(await newest.getAttribute("data-rating")).toBe("none");
    await visit.page.keyboard.press("Control+Shift+z");
    expect(await newest.getAttribute("data-rating")).toBe("1");
    await visit.get("query").focus();
    await visit.page.keyboard.press("Control+z");
    expect(await newest.getAttribute("data-rating")).toBe("1");
    await visit.status("selection-status", "done", 60_000);
  });

  test("the trail leads back to an earlier choice, and undo away from there again", async () => {
    const steps = visit.get("trail-step");
    expect(await steps.count()).toBeGreaterThan(3);
    const [query, count] = [await visit.get("query").inputValue(), await visit.interactions.count()];
    await steps.first().click();
    await visit.status("selection-status", "done", 60_000);
    expect(await visit.interactions.count()).toBe(3);
    await visit.page.waitForFunction(
      (tool) => document.querySelector<HTMLElement>("[data-testid=selected-tool]")?.dataset["name"] === tool,
      await steps.first().getAttribute("data-tool"),
    );
    await visit.get("undo-edit").click();
    expect([await visit.get("query").inputValue(), await visit.interactions.count()]).toEqual([query, count]);
    await visit.saved();
  });

  test("all this without an error in the console, a policy violation or a request to anybody else", () => {
    expect(visit.problems).toEqual([]);
  });
});
