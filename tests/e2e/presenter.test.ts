/** The page for a class: switches in its address, the view for a projector, steps by keyboard and clicker. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();

const address = (switches: string) => `${site.url}?model=${TINY}&${switches}`;

/** Which parts of the page are there. */
const parts = (visit: Visit) =>
  visit.page.evaluate(() =>
    Object.entries({
      header: "open-share",
      trail: "undo-edit",
      history: "history",
      query: "query",
      candidates: "candidates",
      selection: "selection",
      model: "model-panel",
    })
      .filter(([, id]) => document.querySelector(`[data-testid=${id}]`))
      .map(([part]) => part),
  );

const fontSize = (visit: Visit, selector: string) =>
  visit.page.locator(selector).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));

describe("switches in the address", () => {
  test("show leaves what it names, and the model's panel until there is a model", async () => {
    const visit = await Visit.to(browser, address("show=history,query,selection"));
    expect(await parts(visit)).toEqual(["history", "query", "selection", "model"]);
    await visit.get("load-model").click();
    await visit.selected(0, 120_000);
    expect(await parts(visit)).toEqual(["history", "query", "selection"]);
    expect(await visit.get("explain").count()).toBe(0);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test("hide takes away; the rest stands in its order, on a phone too", async () => {
    const visit = await Visit.to(browser, address("hide=trail,candidates"));
    expect(await parts(visit)).toEqual(["header", "history", "query", "selection", "model"]);
    await visit.page.setViewportSize({ width: 390, height: 800 });
    await visit.interactions.first().waitFor();
    expect(await parts(visit)).toEqual(["header", "history", "query", "selection", "model"]);
    await visit.close();
  });

  test("type makes all type larger, and nothing runs out of the page", async () => {
    const sizes: number[] = [];
    for (const type of ["normal", "large", "huge"]) {
      const visit = await Visit.to(browser, address(`type=${type}`));
      sizes.push(await fontSize(visit, "[data-testid=query]"));
      const wider = await visit.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBe(0);
      await visit.close();
    }
    const [normal = 0, large = 0, huge = 0] = sizes;
    expect(large / normal).toBeGreaterThan(1.2);
    expect(huge / normal).toBeGreaterThan(1.5);
  });

  test("what means nothing is told, and can be dismissed", async () => {
    const visit = await Visit.to(browser, address("type=gigantic&show=histroy&view=cinema"));
    const notice = visit.page.locator("[data-testid=notice][data-kind=switches]");
    expect(await notice.locator("li").allTextContents()).toEqual([
      expect.stringContaining("histroy"),
      expect.stringContaining("gigantic"),
      expect.stringContaining("cinema"),
    ]);
    expect(await parts(visit)).toHaveLength(7);
    await visit.get("dismiss-switches").click();
    expect(await notice.count()).toBe(0);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });
});

describe("the presenter view", () => {
  let visit: Visit;
  const step = () => visit.get("presenter").getAttribute("data-step");
  const position = () => visit.get("presenter-position").textContent();
  const press = (key: string) => visit.page.keyboard.press(key);

  beforeAll(async () => {
    visit = await Visit.to(browser, address(""));
    // A short prompt: each of the runs below reads all of it.
    await visit.keep("interaction", 3);
    await visit.keep("candidate", 4);
    await visit.saved();
    await visit.page.goto(address("view=presenter"));
    await visit.get("presenter").waitFor();
  });
  afterAll(() => visit.close());

  test("opens with query, choice and bars, large, and nothing around them", async () => {
    expect(await step()).toBe("selection");
    expect(await parts(visit)).toEqual(["candidates", "selection", "model"]);
    await visit.get("load-model").click();
    await visit.selected(0, 120_000);
    await visit.complete();
    expect(await parts(visit)).toEqual(["candidates", "selection"]);
    expect(await fontSize(visit, "[data-testid=presenter-query]")).toBeGreaterThanOrEqual(40);
    expect(await fontSize(visit, "[data-testid=selected-tool] .provider")).toBeGreaterThanOrEqual(40);
    expect(await fontSize(visit, "[data-testid=candidate] .provider >> nth=0")).toBeGreaterThanOrEqual(18);
    expect(await visit.candidates.count()).toBe(4);
    for (const button of ["mock", "remove-candidate", "copy"])
      expect(await visit.get(button).count()).toBe(0);
    expect(await visit.page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  });

  test("a clicker goes on and back, from the history to the settings, and a screen reader hears it", async () => {
    for (let at = 0; at < 4; at++) await press("PageUp");
    expect([await step(), await position()]).toEqual(["history", "1/6 · History"]);
    expect(await visit.get("presenter-call").count()).toBe(3);
    const heard: string[] = [];
    for (let at = 0; at < 5; at++) {
      await press("PageDown");
      heard.push((await visit.page.locator("[aria-live=polite].hidden").allTextContents()).join(" "));
      if ((await step()) === "candidates") {
        expect(await visit.get("presenter-candidate").count()).toBe(4);
        // The audience guesses first.
        expect(await visit.get("candidate").count()).toBe(0);
      }
    }
    const names = [
      "2 of 6: Candidates",
      "3 of 6: The choice",
      "4 of 6: Why?",
      "5 of 6: What if?",
      "6 of 6: Settings",
    ];
    names.forEach((name, at) => expect(heard[at]).toContain(name));
    await press("PageDown");
    expect(await step()).toBe("settings");
    await visit.status("settings", "done", 60_000);
  });

  test("an explanation asks the model only while its step is shown", async () => {
    await press("Home");
    for (let at = 0; at < 3; at++) await press("ArrowRight");
    expect(await step()).toBe("why");
    await visit.status("why", "done", 60_000);
    expect(await visit.get("spoke-for").count()).toBe(1);
    await press("ArrowLeft");
    expect(await step()).toBe("selection");
    await press("End");
    expect(await step()).toBe("settings");
  });

  test("the buttons do the same; the code for the audience opens over it, and has the keys to itself", async () => {
    await visit.get("presenter-back").click();
    expect(await step()).toBe("what-if");
    await visit.get("presenter-next").click();
    expect(await step()).toBe("settings");
    await visit.get("presenter-qr").click();
    await visit.page.locator("[data-testid=qr], [data-testid=qr-long]").first().waitFor();
    await press("PageUp");
    expect(await step()).toBe("settings");
    await press("Escape");
    expect([await visit.get("qr-dialog").count(), await step()]).toEqual([0, "settings"]);
  });

  test("Escape leads back to the page, where PageDown scrolls and steps nowhere", async () => {
    await press("Escape");
    await visit.interactions.first().waitFor();
    expect(new URL(visit.page.url()).searchParams.has("view")).toBe(false);
    const scrolls = await visit.page.evaluate(() =>
      ["PageDown", "PageUp", "ArrowRight"].every((key) =>
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
      ),
    );
    expect([scrolls, await visit.get("presenter").count()]).toEqual([true, 0]);
    await visit.get("open-share").click();
    await visit.get("start-presenter").click();
    await visit.get("presenter").waitFor();
    expect(new URL(visit.page.url()).searchParams.get("view")).toBe("presenter");
    expect(visit.problems).toEqual([]);
  });
});

test("in a field arrow keys move the cursor, while a clicker still steps", async () => {
  const visit = await Visit.elsewhere(browser, address("view=presenter&step=candidates&type=vast"));
  await visit.get("presenter").waitFor();
  expect(await visit.page.locator("[data-testid=notice][data-kind=switches]").count()).toBe(1);
  await visit.page.evaluate(() => {
    document.querySelector("main")?.append(Object.assign(document.createElement("input"), { id: "field" }));
  });
  const field = visit.page.locator("#field");
  await field.fill("abc");
  for (const key of ["ArrowLeft", "ArrowRight", "Home"]) await visit.page.keyboard.press(key);
  const step = () => visit.get("presenter").getAttribute("data-step");
  expect(await step()).toBe("candidates");
  expect(await field.evaluate((input) => (input as HTMLInputElement).selectionStart)).toBe(0);
  await visit.page.keyboard.press("PageDown");
  expect(await step()).toBe("selection");
  await visit.close();
});

test("a lesson is stepped through: its task, what is to be done, its explanation", async () => {
  const visit = await Visit.elsewhere(browser, address("view=presenter&lesson=rating"));
  const lesson = visit.get("presenter-lesson");
  await lesson.waitFor();
  const count = Number(await visit.get("presenter-position").getAttribute("data-count"));
  expect(count).toBeGreaterThan(2);
  await visit.page.keyboard.press("PageDown");
  // Two edits solve the first step.
  await visit.get("presenter-show").click();
  expect(await lesson.getAttribute("data-ticked")).toBe("false");
  await visit.get("presenter-show").click();
  await visit.page.waitForSelector("[data-testid=presenter-lesson][data-ticked=true]");
  await visit.page.keyboard.press("PageUp");
  const texts: string[] = [];
  for (let at = 0; at < count; at++) {
    expect(await lesson.getAttribute("data-step")).toBe(String(at));
    texts.push((await lesson.locator("p").allTextContents()).join("\n"));
    await visit.page.keyboard.press("PageDown");
  }
  expect(new Set(texts).size).toBe(count);
  expect(await lesson.getAttribute("data-step")).toBe(String(count - 1));
  // What a lesson brings is its guest's, and goes with it.
  await visit.page.keyboard.press("Escape");
  await visit.get("lesson-explanation").waitFor();
  expect(visit.problems).toEqual([]);
  await visit.close();
});
