/** The page in German: chosen, kept, asked for by the address, and laid out on a phone. */
import type { BrowserContextOptions } from "playwright-core";
import { expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();

const open = (query: string, options: BrowserContextOptions = {}) =>
  Visit.to(browser, `${site.url}?model=${TINY}${query}`, options);

const tag = (visit: Visit) => visit.page.evaluate(() => document.documentElement.lang);
const heading = (visit: Visit) => visit.get("history").locator("h2").innerText();

/** How far the page reaches beyond its window, in pixels. */
const overflow = (visit: Visit) =>
  visit.page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth);

test("German is chosen without a reload, and kept for the next visit", async () => {
  const visit = await open("");
  expect(await tag(visit)).toBe("en");
  expect(await heading(visit)).toMatch(/^What \S+ did before$/);
  expect(await visit.get("language").locator("option").allInnerTexts()).toEqual(
    expect.arrayContaining(["Deutsch", "English"]),
  );
  await visit.page.evaluate(() => (document.body.dataset["same"] = "page"));

  await visit.speak("de");
  expect(await heading(visit)).toMatch(/^Was \S+ bisher getan hat$/);
  expect(await tag(visit)).toBe("de");
  expect(await visit.page.title()).toBe("PEToolLLaMA Live");
  expect(await visit.page.locator("body").getAttribute("data-same")).toBe("page");
  expect(await visit.get("open-data").innerText()).toContain("Ihre Daten");
  expect(await visit.get("load-model").innerText()).toMatch(/^Modell laden \(\d+(,\d)? MB\)$/);
  expect(await visit.interactions.first().getByTestId("like").getAttribute("title")).toBe("Positiv");
  expect(await visit.interactions.first().locator("time").innerText()).toMatch(
    /^(heute|gestern|vor(gestern)? ?.*)$/,
  );
  await visit.get("query").fill("Weather?");
  await visit.saved();

  await visit.page.reload();
  await visit.interactions.first().waitFor();
  expect(await tag(visit)).toBe("de");
  expect(await heading(visit)).toMatch(/^Was /);
  expect(visit.problems).toEqual([]);
  await visit.close();
});

test("the address wins over the choice, which wins over the browser's language", async () => {
  const visit = await open("", { locale: "de-AT" });
  expect(await tag(visit)).toBe("de");
  await visit.speak("en");
  await visit.saved();
  await visit.page.reload();
  await visit.interactions.first().waitFor();
  expect(await tag(visit)).toBe("en");

  const asked = await visit.another(`${site.url}?model=${TINY}&lang=de`);
  expect(await tag(asked)).toBe("de");
  expect(await heading(asked)).toMatch(/^Was /);
  // Who chooses there, chooses for good: the address gives way.
  await asked.speak("en");
  expect(await tag(asked)).toBe("en");
  expect(new URL(asked.page.url()).searchParams.has("lang")).toBe(false);
  await asked.saved();
  await asked.page.reload();
  await asked.interactions.first().waitFor();
  expect(await tag(asked)).toBe("en");

  const unknown = await visit.another(`${site.url}?model=${TINY}&lang=%22%3E%3Cb%3E`);
  expect(await tag(unknown)).toBe("en");
  expect([...visit.problems, ...asked.problems, ...unknown.problems]).toEqual([]);
  await visit.close();
});

test("a selection and its explanations are German, too", async () => {
  const visit = await open("&lang=de");
  await visit.keep("interaction", 3);
  await visit.keep("candidate", 3);
  await visit.loadModel();
  await visit.selected(0);
  expect(await visit.get("selection-status").innerText()).toContain("Auf dem neuesten Stand");
  expect(await visit.get("tokens-in").innerText()).toMatch(/^[\d.]+ Token$/);
  await visit.get("explain-why").click();
  await visit.status("why", "done", 120_000);
  expect(await visit.get("spoke-for").locator("h3").innerText()).toMatch(/^Was für .+ sprach$/);
  await visit.get("explain-settings").click();
  expect(await visit.get("blind-chronological").locator("dt").innerText()).toBe("Der Reihe nach");
  await visit.get("explain-hood").click();
  expect(await visit.get("hood-times").innerText()).toMatch(/Lesen \(Prefill\)\s+.*\d (ms|s) · \d+ Token/);

  const [card] = [visit.interactions.first()];
  await card.getByTestId("dislike").click();
  await visit.selected(1);
  expect(await visit.get("trail-step").last().innerText()).toMatch(/negativ/);
  await card.getByTestId("delete").click();
  expect(await visit.get("toast").last().innerText()).toMatch(/gelöscht/i);
  expect(visit.problems).toEqual([]);
  await visit.close();
});

test.each([320, 390, 768, 1024, 1440])(
  "nothing runs out of the page at %i px in any language",
  async (width) => {
    const visit = await open("&lang=de", { viewport: { width, height: 844 } });
    for (const language of ["de", "en"]) {
      await visit.speak(language);
      expect(await overflow(visit)).toBeLessThanOrEqual(0);
      for (const button of ["open-import", "open-data", "manage-models"]) {
        await visit.get(button).click();
        await visit.get("close-dialog").waitFor();
        expect(await overflow(visit)).toBeLessThanOrEqual(0);
        await visit.get("close-dialog").click();
        await visit.get("close-dialog").waitFor({ state: "detached" });
      }
    }
    const target = await visit.get("language").locator("..").boundingBox();
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await visit.close();
  },
);
