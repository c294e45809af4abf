/** How the page looks, and the keyboard's shortcuts. */
import { describe, expect, test } from "vitest";
import { opened } from "./opened";
import { Visit } from "./visit";

const { site, browser } = await opened();

const WHITE = "rgb(255, 255, 255)";
const BLACK = "rgb(0, 0, 0)";
const LIGHT = "rgb(245, 244, 240)";
const DARK = "rgb(20, 21, 27)";

const ground = (visit: Visit) => visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe("themes", () => {
  test("by itself the page follows the device: light, dark, more contrast, and back", async () => {
    const visit = await Visit.to(browser, site.url, { colorScheme: "light" });
    expect(await ground(visit)).toBe(LIGHT);
    await visit.page.emulateMedia({ colorScheme: "dark" });
    expect(await ground(visit)).toBe(DARK);
    await visit.page.emulateMedia({ contrast: "more" });
    await expect.poll(() => ground(visit)).toBe(BLACK);
    await visit.page.emulateMedia({ colorScheme: "light" });
    expect(await ground(visit)).toBe(WHITE);
    await visit.page.emulateMedia({ contrast: "no-preference" });
    await expect.poll(() => ground(visit)).toBe(LIGHT);
    await visit.close();
  });

  test("a choice counts more than the device, and is kept", async () => {
    const visit = await Visit.to(browser, site.url, { colorScheme: "light" });
    await visit.get("open-display").click();
    for (const [theme, colour] of [
      ["dark", DARK],
      ["contrast", WHITE],
      ["light", LIGHT],
      ["dark", DARK],
    ]) {
      await visit.get(`theme-${theme}`).check();
      await expect.poll(() => ground(visit)).toBe(colour);
    }
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    expect(await ground(visit)).toBe(DARK);
    await visit.page.emulateMedia({ contrast: "more" });
    expect(await ground(visit)).toBe(DARK);
    await visit.get("open-display").click();
    await visit.get("theme-system").check();
    await expect.poll(() => ground(visit)).toBe(WHITE);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test("the address can name one, which isn't kept; what it can't name changes nothing", async () => {
    const visit = await Visit.to(browser, `${site.url}?theme=contrast`, { colorScheme: "dark" });
    expect(await ground(visit)).toBe(BLACK);
    const other = await visit.another(site.url);
    expect(await ground(other)).toBe(DARK);
    const odd = await visit.another(`${site.url}?theme=%22%3E%3Cb%3E`);
    expect(await odd.page.evaluate(() => document.documentElement.dataset["theme"])).toBeUndefined();
    await visit.close();
  });

  test("with forced colours, bars and what is chosen can still be seen", async () => {
    const visit = await Visit.to(browser, site.url);
    await visit.page.emulateMedia({ forcedColors: "active" });
    const outline = await visit.page
      .locator("[data-testid^=user-][aria-pressed=true]")
      .evaluate((chip) => getComputedStyle(chip).outlineStyle);
    expect(outline).toBe("solid");
    await visit.close();
  });
});

describe("shortcuts", () => {
  test("? opens the list, which knows those that work; Escape closes it", async () => {
    const visit = await Visit.to(browser, site.url);
    await visit.get("open-person").focus();
    await visit.page.keyboard.press("?");
    await visit.get("shortcuts").waitFor();
    const ids = await visit.get("shortcut").evaluateAll((rows) => rows.map((row) => row.dataset["id"]));
    for (const id of ["sheet", "undo", "redo", "close", "preview", "browse", "next"])
      expect(ids).toContain(id);
    expect(await visit.get("shortcuts").locator("kbd").first().textContent()).toBe("?");
    await visit.page.keyboard.press("Escape");
    await visit.get("shortcuts").waitFor({ state: "detached" });
    // The focus is back where it was.
    expect(await visit.page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe(
      "open-person",
    );
    await visit.close();
  });

  test("while a field has the focus, ? and W are written, and undo is the browser's", async () => {
    const visit = await Visit.to(browser, site.url);
    await visit.get("query").fill("");
    await visit.get("query").press("?");
    await visit.get("query").press("w");
    expect(await visit.get("query").inputValue()).toBe("?w");
    expect(await visit.get("shortcuts").count()).toBe(0);
    expect(await visit.get("preview-note").count()).toBe(0);
    await visit.close();
  });

  test("single characters can be switched off, and stay so", async () => {
    const visit = await Visit.to(browser, site.url);
    await visit.get("open-display").click();
    await visit.get("open-shortcuts").click();
    await visit.get("single-keys").uncheck();
    await visit.page.keyboard.press("Escape");
    await visit.get("shortcuts").waitFor({ state: "detached" });
    await visit.saved();
    await visit.page.reload();
    await visit.interactions.first().waitFor();
    await visit.get("open-person").focus();
    await visit.page.keyboard.press("?");
    await visit.page.waitForTimeout(500);
    expect(await visit.get("shortcuts").count()).toBe(0);
    await visit.interactions.first().getByTestId("unrate").click();
    await visit.page.keyboard.press("Control+z");
    expect(await visit.interactions.first().getAttribute("data-rating")).not.toBe("none");
    expect(visit.problems).toEqual([]);
    await visit.close();
  });
});
