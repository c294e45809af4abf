import { beforeAll, describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
let visit: Visit;

beforeAll(async () => {
  visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
});

/** Does something, and waits for the selection that follows it. */
async function thenSelected(act: () => Promise<unknown>): Promise<void> {
  const runs = await visit.runs();
  await act();
  await visit.selected(runs);
}

const order = () => visit.interactions.evaluateAll((cards) => cards.map((card) => card.dataset["id"]));

describe("the built page with the tiny model", () => {
  test("shows the history before any model is there, and says what is missing", async () => {
    expect(await visit.interactions.count()).toBeGreaterThanOrEqual(12);
    await visit.status("selection-status", "waiting-for-model");
    await visit.status("model-status", "absent");
    expect(site.requests.some((path) => path.endsWith(".bin"))).toBe(false);
    await visit.interactions.first().getByTestId("dislike").click();
    expect(await visit.interactions.first().getAttribute("data-rating")).toBe("0");
    await visit.interactions.first().getByTestId("like").click();
  });

  test("loads the model and selects one of the candidates, with a call and a probability for each", async () => {
    await thenSelected(() => visit.loadModel());
    const names = await visit.candidates.evaluateAll((rows) => rows.map((row) => row.dataset["name"]));
    expect(names).toHaveLength(10);
    const call = JSON.parse((await visit.get("selection-json").textContent()) ?? "") as { tool_name: string };
    expect(names).toContain(call.tool_name);
    const certainty = Number(await visit.get("certainty").getAttribute("data-probability"));
    expect(certainty).toBeGreaterThan(0);
    expect(certainty).toBeLessThanOrEqual(1);
    expect(Number((await visit.get("tokens-in").textContent())?.replace(/\D/g, ""))).toBeGreaterThan(100);
  });

  test("a rating starts another run", async () => {
    const before = await visit.runs();
    await thenSelected(() => visit.interactions.first().getByTestId("dislike").click());
    expect(await visit.runs()).toBe(before + 1);
    expect(await visit.interactions.first().getAttribute("data-rating")).toBe("0");
  });

  test("an edit begins its run within 150 ms", async () => {
    await visit.page.evaluate(() => {
      performance.clearMarks();
      window.addEventListener("click", () => performance.mark("edit"), { capture: true, once: true });
    });
    await thenSelected(() => visit.interactions.first().getByTestId("unrate").click());
    const waited = await visit.page.evaluate(() => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
      return at("selection-run") - at("edit");
    });
    expect(waited).toBeGreaterThanOrEqual(0);
    expect(waited).toBeLessThanOrEqual(150);
  });

  test("of many quick edits only the last one is selected for", async () => {
    const before = await visit.runs();
    const card = visit.interactions.nth(1);
    const final = (await card.getAttribute("data-rating")) === "1" ? "dislike" : "like";
    for (const press of ["unrate", "like", "dislike", "unrate", "dislike", "like", final])
      await card.getByTestId(press).click();
    await visit.selected(before);
    expect(await card.getAttribute("data-rating")).toBe(final === "like" ? "1" : "0");
    expect(await visit.runs()).toBe(before + 1);
  });

  test("edits parameters, and refuses a wrong type in words", async () => {
    const card = visit.page.locator("[data-id=ida-13]");
    await card.getByTestId("edit").click();
    const field = visit.page.locator("[data-testid=parameter][data-name=q]");
    await field.fill("polar night music");
    await thenSelected(() => visit.get("save-call").click());
    expect(await card.textContent()).toContain("polar night music");
    await visit.saved();
  });

  test("changes the tool of a call", async () => {
    const card = visit.page.locator("[data-id=ida-13]");
    await card.getByTestId("edit").click();
    await visit.get("change-tool").click();
    await visit.get("tool-search").fill("soundcloud");
    await visit.get("tool-option").first().click();
    await thenSelected(() => visit.get("save-call").click());
    expect(await card.getAttribute("data-tool")).toContain("SoundCloud");
  });

  test("adds a call as the newest one", async () => {
    const count = await visit.interactions.count();
    await visit.get("add-interaction").click();
    await visit.get("tool-search").fill("geocode");
    await visit.get("tool-option").first().click();
    for (const field of await visit.get("parameter").all())
      if ((await field.getAttribute("aria-required")) === "true") await field.fill("Tromsø");
    await thenSelected(() => visit.get("save-call").click());
    await visit.saved();
    expect(await visit.interactions.count()).toBe(count + 1);
  });

  test("moves a call by buttons and by keyboard, and by dragging", async () => {
    const [first, second, third] = await order();
    await thenSelected(() => visit.interactions.first().getByTestId("move-down").click());
    expect((await order()).slice(0, 3)).toEqual([second, first, third]);
    const up = visit.page.locator(`[data-id="${first}"]`).getByTestId("move-up");
    await up.focus();
    await thenSelected(() => visit.page.keyboard.press("Enter"));
    expect((await order()).slice(0, 3)).toEqual([first, second, third]);
    const handle = (id: string | undefined) => visit.page.locator(`[data-id="${id}"] .handle`);
    const [from, to] = [await handle(first).boundingBox(), await handle(third).boundingBox()];
    if (!from || !to) throw new Error("The cards are not on the screen.");
    await thenSelected(async () => {
      await visit.page.mouse.move(from.x + from.width / 2, from.y + 20);
      await visit.page.mouse.down();
      for (let step = 1; step <= 12; step++)
        await visit.page.mouse.move(
          from.x + from.width / 2,
          from.y + 20 + ((to.y - from.y + 30) * step) / 12,
        );
      await visit.page.waitForTimeout(400);
      await visit.page.mouse.up();
    });
    expect((await order()).indexOf(first)).toBeGreaterThan(0);
    await visit.saved();
  });

  test("deletes a call, and undo puts it back where it was", async () => {
    const before = await order();
    const id = before[2];
    await thenSelected(() => visit.page.locator(`[data-id="${id}"]`).getByTestId("delete").click());
    expect(await order()).toEqual(before.filter((one) => one !== id));
    // The same history was selected for before: the result is remembered, and a run of its own isn't needed.
    await visit.get("undo").first().click();
    await visit.page.waitForFunction(
      (count) => document.querySelectorAll("[data-testid=interaction]").length === count,
      before.length,
    );
    expect(await order()).toEqual(before);
    await visit.saved();
  });

  test("switches the setting", async () => {
    for (const setting of ["preferred-only", "chronological", "rating-integrated"]) {
      const line = await visit.get("setting-line").textContent();
      await visit.get(`setting-${setting}`).click();
      await visit.page.waitForFunction(
        (old) => document.querySelector("[data-testid=setting-line]")?.textContent !== old,
        line,
      );
    }
    await visit.status("selection-status", "done", 60_000);
  });

  test("another question brings other candidates; they can be removed and added, down to one", async () => {
    const names = () => visit.candidates.evaluateAll((rows) => rows.map((row) => row.dataset["name"]));
    const before = await names();
    await thenSelected(() => visit.get("query").fill("Show me pictures of otters"));
    expect(await names()).not.toEqual(before);
    while ((await visit.candidates.count()) > 1)
      await visit.candidates.last().getByTestId("remove-candidate").click();
    await visit.status("selection-status", "done", 60_000);
    expect(await visit.get("certainty").getAttribute("data-probability")).toBe("1");
    await visit.get("add-candidate").click();
    await visit.get("tool-search").fill("weather");
    await thenSelected(() => visit.get("tool-option").first().click());
    expect(await visit.candidates.count()).toBe(2);
    await thenSelected(() => visit.get("propose").click());
    expect(await visit.candidates.count()).toBe(10);
  });

  test("an empty query selects nothing and says so", async () => {
    await visit.get("query").fill("   ");
    await visit.status("selection-status", "idle");
    await visit.get("query").fill("How do I cook a vegetarian lasagne?");
    await visit.status("selection-status", "done", 60_000);
  });

  test("a reload keeps everything, and loads the stored model without being asked and without a download", async () => {
    await visit.saved();
    const before = { order: await order(), query: await visit.get("query").inputValue() };
    const asked = site.requests.length;
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    expect(await order()).toEqual(before.order);
    expect(await visit.get("query").inputValue()).toBe(before.query);
    await visit.status("model-status", "ready", 60_000);
    await visit.status("selection-status", "done", 60_000);
    expect(
      site.requests.slice(asked).filter((path) => path.endsWith(".bin") || path.endsWith(".wasm")),
    ).toEqual([]);
  });

  test("deletes the model from this browser; the page goes on without it", async () => {
    await visit.get("delete-model").click();
    await visit.status("model-status", "absent");
    // The service worker's cache holds the page itself.
    const left = await visit.page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => !name.startsWith("petoolllama/page-"));
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return keys.flat().length;
    });
    expect(left).toBe(0);
    await visit.status("selection-status", "waiting-for-model");
  });

  test("all this without an error in the console, a policy violation or a request to anybody else", () => {
    expect(visit.problems).toEqual([]);
  });
});
