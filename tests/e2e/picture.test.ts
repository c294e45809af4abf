/** Pictures of an explanation for slides, and the page on paper. */
import { readFileSync } from "node:fs";
import type { Download } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
let visit: Visit;

const QUERY = `Rain in "Oslo" <b>& Bergen</b>?`;

beforeAll(async () => {
  visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
  await visit.keep("interaction", 2);
  await visit.keep("candidate", 4);
  await visit.get("query").fill(QUERY);
  await visit.saved();
});

async function saved(button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming: Promise<Download> = visit.page.waitForEvent("download");
  await visit.get(button).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** A picture as the browser reads it: its texts, its first colour, its size. */
const read = (svg: string) =>
  visit.page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      faults: document.querySelectorAll("parsererror").length,
      names: [...new Set([...document.querySelectorAll("*")].map(({ tagName }) => tagName))].sort(),
      texts: [...document.querySelectorAll("text")].map(({ textContent }) => textContent),
      ground: document.querySelector("rect")?.getAttribute("fill"),
      width: Number(document.documentElement.getAttribute("width")),
      height: Number(document.documentElement.getAttribute("height")),
    };
  }, svg);

describe("a picture", () => {
  test("comes once there is something to show", async () => {
    await visit.get("open-share").click();
    await visit.get("no-picture").waitFor();
    await visit.get("close-dialog").click();
    await visit.loadModel();
    await visit.selected(0);
    await visit.complete();
  });

  test("is saved as SVG: query, model, the choice, bars with and without the history", async () => {
    const chosen = await visit.get("selected-tool").getAttribute("data-name");
    const sure = await visit.get("certainty").textContent();
    await visit.get("open-share").click();
    await visit.get("picture").waitFor();
    await visit.page.waitForFunction(() => {
      const picture = document.querySelector<HTMLImageElement>("[data-testid=picture]");
      return picture?.complete && decodeURIComponent(picture.src).includes("without any history");
    });
    const { name, bytes } = await saved("save-svg");
    expect(name).toMatch(/^petoolllama-[\p{L}\p{N}-]+-rain-in-oslo-b-bergen-b\.svg$/u);
    const picture = await read(bytes.toString("utf8"));
    expect(picture).toMatchObject({ faults: 0, width: 1280, ground: "#f5f4f0" });
    expect(picture.names).toEqual(["desc", "line", "rect", "svg", "text", "title"]);
    expect(picture.texts).toContain(QUERY);
    expect(picture.texts).toContain("Mock user");
    expect(picture.texts.join(" ")).toContain(chosen?.split(".")[1] ?? "?");
    expect(picture.texts.join(" ")).toContain(`${sure} sure`);
    expect(picture.texts.join(" ")).toContain("base model");
    expect(picture.texts.filter((text) => text.endsWith("%")).length).toBeGreaterThanOrEqual(8);
    expect(picture.texts.join(" ")).not.toContain("What spoke for");
  });

  test("is saved as PNG, twice as large", async () => {
    const { name, bytes } = await saved("save-png");
    expect(name).toMatch(/\.png$/);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(2560);
    // Drawn, not blank: a picture of one colour would be far smaller.
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  test("says what spoke for and against, once somebody asks", async () => {
    await visit.get("picture-why").click();
    await visit.page.waitForFunction(
      () => {
        const picture = document.querySelector<HTMLImageElement>("[data-testid=picture]");
        return picture && decodeURIComponent(picture.src).includes("What spoke for");
      },
      undefined,
      { timeout: 60_000 },
    );
    const { bytes } = await saved("save-svg");
    expect((await read(bytes.toString("utf8"))).texts.join(" ")).toContain("What spoke against");
    await visit.get("close-dialog").click();
    // The page compares no more than it did before.
    expect(await visit.get("compare").isChecked()).toBe(false);
  });

  test("wears the page's colours", async () => {
    await visit.page.emulateMedia({ colorScheme: "dark" });
    await visit.get("open-share").click();
    const { bytes } = await saved("save-svg");
    expect((await read(bytes.toString("utf8"))).ground).toBe("#14151b");
    await visit.page.emulateMedia({ colorScheme: null });
    await visit.get("close-dialog").click();
  });
});

describe("on paper", () => {
  test("the page is one column of what it says, without anything to press", async () => {
    await visit.page.emulateMedia({ media: "print" });
    for (const gone of ["open-share", "add-interaction", "undo-edit", "model-panel", "suggestion"])
      expect(await visit.get(gone).first().isVisible()).toBe(false);
    for (const there of ["query", "selection", "candidates", "history"])
      expect(await visit.get(there).first().isVisible()).toBe(true);
    const hidden = await visit.page.evaluate(() =>
      [...document.querySelectorAll("main, .column, #app")].some(
        (element) => getComputedStyle(element).overflowY === "auto",
      ),
    );
    expect(hidden).toBe(false);
    const pdf = await visit.page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await visit.page.emulateMedia({ media: null });
  });

  test("a lesson comes alone", async () => {
    const lesson = await visit.another(`${site.url}?model=${TINY}&lesson=rating`);
    await lesson.get("lesson").waitFor();
    await lesson.page.emulateMedia({ media: "print" });
    expect(await lesson.get("lesson-sheet").isVisible()).toBe(true);
    for (const gone of ["query", "selection", "open-share"])
      expect(await lesson.get(gone).isVisible()).toBe(false);
    expect(lesson.problems).toEqual([]);
    await lesson.page.close();
  });

  test("all this without an error in the console or a policy violation", () => {
    expect(visit.problems).toEqual([]);
  });
});
