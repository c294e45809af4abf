/** The page in a booth: nobody looks after it. */
import { readFile } from "node:fs/promises";
import type { BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { kioskSoak } from "../tools/kiosk";
import { sabotage, WORKER } from "../tools/sabotage";
import { LOADING, working } from "../tools/surviving";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

declare global {
  interface Window {
    booth: { filled: number; awake: number; letSleep: () => void };
  }
}

const { site, browser } = await opened();

/** A booth that nobody leaves. */
const patient = `${site.url}?model=${TINY}&kiosk=3600`;

afterEach(() => site.fault(WORKER, null));

const start = async (visit: Visit) => {
  await visit.get("start").click();
  await visit.interactions.first().waitFor();
};

/** Somebody stays until something has happened. */
async function staying<Result>(visit: Visit, until: Promise<Result>): Promise<Result> {
  let there = true;
  const stay = async () => {
    for (let at = 0; there; at++) {
      await visit.page.mouse.move(5 + (at % 9), 5);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  const present = stay().catch(() => undefined);
  try {
    return await until;
  } finally {
    there = false;
    await present;
  }
}

describe("a visit", () => {
  let visit: Visit;
  let asked: string[];

  beforeAll(async () => {
    visit = await Visit.toBooth(browser, `${site.url}?model=${TINY}&kiosk=4`);
  });
  afterAll(() => visit.close());

  test("begins with a touch anywhere; the model was loaded by itself", async () => {
    await visit.page.mouse.click(300, 60);
    await visit.interactions.first().waitFor();
    await staying(visit, working(visit));
    expect(await visit.get("attract").count()).toBe(0);
  });

  test("finds nothing that destroys or leads away", async () => {
    const gone = ["open-import", "open-data", "delete-model", "manage-models", "cancel-load", "load-model"];
    for (const id of gone) expect(await visit.get(id).count()).toBe(0);
    await visit.get("open-person").click();
    await visit.get("duplicate-person").waitFor();
    expect(await visit.get("delete-person").count()).toBe(0);
    await visit.get("close-dialog").click();
    await visit.get("open-learn").click();
    await visit.get("learn").waitFor();
    expect(await visit.get("lesson-file").count()).toBe(0);
    await visit.get("close-dialog").click();
  });

  test("is asked whether anybody is there, and goes on with any sign", async () => {
    await visit.get("still-there").waitFor({ timeout: 15_000 });
    await visit.page.keyboard.press("Shift");
    await visit.get("still-there").waitFor({ state: "detached" });
    expect(await visit.interactions.count()).toBeGreaterThan(0);
    await visit.get("still-there").waitFor({ timeout: 15_000 });
    // A finger touches it; a mouse on its way there would be sign enough.
    await visit.get("stay").dispatchEvent("click");
    await visit.get("still-there").waitFor({ state: "detached" });
  });

  test("leaves nothing behind but a count; the model stays loaded", async () => {
    const state = async () => ({
      user: await visit.page.locator("[data-testid^=user-][aria-pressed=true]").getAttribute("data-testid"),
      users: await visit.page.locator("[data-testid^=user-]").count(),
      query: await visit.get("query").inputValue(),
      ratings: await visit.interactions.evaluateAll((cards) => cards.map((card) => card.dataset["rating"])),
      setting: await visit.page.locator("input[type=radio]:checked").first().inputValue(),
      theme: await visit.page.evaluate(() => document.documentElement.dataset["theme"]),
      steps: await visit.get("redo-edit").getAttribute("aria-label"),
    });
    const before = await state();
    await visit.get("user-sam").click();
    await visit.page.waitForSelector("[data-testid=user-sam][aria-pressed=true]");
    await visit.get("query").fill("Something that nobody else should see");
    await visit.interactions.first().getByTestId("unrate").click();
    await visit.page.locator("input[type=radio]:not(:checked)").first().check({ force: true });
    await visit.get("open-person").click();
    await visit.get("duplicate-person").click();
    await visit.get("open-display").click();
    await visit.get("theme-contrast").check();
    asked = [...site.requests];
    await visit.get("attract").waitFor({ timeout: 30_000 });
    expect(await visit.get("display").count()).toBe(0);
    await start(visit);
    await visit.page.waitForSelector("[data-testid=user-ida][aria-pressed=true]");
    expect(await state()).toEqual(before);
    expect(await visit.get("model-status").getAttribute("data-status")).toBe("ready");
    await staying(visit, visit.status("selection-status", "done", LOADING));
    expect(site.requests.slice(asked.length).filter((path) => path.startsWith(TINY))).toEqual([]);
    expect(await visit.page.locator("body").textContent()).not.toContain("nobody else should see");
  });

  test("is counted by day on this device, over reloads, for whoever knows the keys", async () => {
    await visit.page.keyboard.press("Control+Alt+k");
    const counts = async () => {
      await visit.get("booth-counts").waitFor();
      const cells = await visit.get("booth-total").locator("td").allTextContents();
      return cells.map(Number);
    };
    const [visits = 0, selections = 0] = await counts();
    expect(visits).toBe(2);
    expect(selections).toBeGreaterThan(0);
    const saving = visit.page.waitForEvent("download");
    await visit.get("counts-csv").click();
    const file = await (await saving).path();
    const text = await readFile(file, "utf8");
    expect(text).toMatch(/^date,visits,selections\r\n\d{4}-\d\d-\d\d,\d+,\d+\r\n$/);
    await visit.get("close-dialog").click();
    await visit.get("attract").waitFor({ timeout: 30_000 });
    await visit.page.reload();
    await visit.get("attract").waitFor();
    // Holding the title opens the counts, too, and begins no visit.
    const title = await visit.page.locator("h1").boundingBox();
    if (!title) throw new Error("There is no title.");
    await visit.page.mouse.move(title.x + 20, title.y + 10);
    await visit.page.mouse.down();
    await visit.get("booth-counts").waitFor({ timeout: 15_000 });
    await visit.page.mouse.up();
    expect((await counts())[0]).toBe(2);
    expect((await counts())[1]).toBeGreaterThanOrEqual(selections);
    await visit.get("close-dialog").click();
    expect(await visit.get("attract").count()).toBe(1);
  });

  test("meets no error in the console, no policy violation and no request to anybody else", () => {
    expect(visit.problems).toEqual([]);
  });
});

describe("the screen", () => {
  const wakeful = async (context: BrowserContext) =>
    context.addInitScript(() => {
      const locks: { released: boolean }[] = [];
      window.booth = {
        filled: 0,
        awake: 0,
        letSleep: () => {
          for (const lock of locks) lock.released = true;
          document.dispatchEvent(new Event("visibilitychange"));
        },
      };
      Object.defineProperty(Navigator.prototype, "wakeLock", {
        value: {
          request: () => {
            window.booth.awake += 1;
            const lock = { released: false, release: () => Promise.resolve() };
            locks.push(lock);
            return Promise.resolve(lock);
          },
        },
      });
      Element.prototype.requestFullscreen = () => {
        window.booth.filled += 1;
        return Promise.resolve();
      };
    });

  test("is filled at the first touch, and kept awake, also after it was out of sight", async () => {
    const visit = await Visit.toBooth(browser, patient, { prepare: wakeful });
    const seen = () => visit.page.evaluate(() => [window.booth.filled, window.booth.awake]);
    expect(await seen()).toEqual([0, 1]);
    await start(visit);
    expect((await seen())[0]).toBeGreaterThan(0);
    await visit.page.evaluate(() => window.booth.letSleep());
    await expect.poll(async () => (await seen())[1]).toBe(2);
    await visit.close();
  });

  test("may lack both: the page goes on without", async () => {
    const visit = await Visit.toBooth(browser, patient, {
      prepare: (context) =>
        context.addInitScript(() => {
          Object.defineProperty(Navigator.prototype, "wakeLock", { value: undefined });
          Object.defineProperty(Element.prototype, "requestFullscreen", { value: undefined });
        }),
    });
    await start(visit);
    expect(visit.problems).toEqual([]);
    await visit.close();
  });
});

test("no way leads out of the page, as far as a page can help it", async () => {
  const visit = await Visit.toBooth(browser, patient);
  await start(visit);
  const { page } = visit;
  const here = page.url();
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    void dialog.dismiss();
  });
  const prevented = await page.evaluate(() => {
    const events = [
      new MouseEvent("contextmenu", { cancelable: true, bubbles: true }),
      new DragEvent("dragover", { cancelable: true, bubbles: true }),
      new DragEvent("drop", { cancelable: true, bubbles: true }),
      new KeyboardEvent("keydown", { key: "p", ctrlKey: true, cancelable: true, bubbles: true }),
      new KeyboardEvent("keydown", { key: "ArrowLeft", altKey: true, cancelable: true, bubbles: true }),
      new KeyboardEvent("keydown", { key: "F5", cancelable: true, bubbles: true }),
      new WheelEvent("wheel", { ctrlKey: true, cancelable: true, bubbles: true }),
      // Undo and typing stay.
      new KeyboardEvent("keydown", { key: "z", ctrlKey: true, cancelable: true, bubbles: true }),
      new KeyboardEvent("keydown", { key: "p", cancelable: true, bubbles: true }),
    ];
    return events.map((event) => !document.body.dispatchEvent(event));
  });
  // Undo is prevented in the browser and done by the page.
  expect(prevented).toEqual([true, true, true, true, true, true, true, true, false]);
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "https://example.org/";
    link.textContent = "out";
    document.body.append(link);
    link.click();
  });
  await page.evaluate(() => location.assign("https://example.org/"));
  await expect.poll(() => dialogs).toEqual(["beforeunload"]);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(here);
  expect(await visit.interactions.count()).toBeGreaterThan(0);
  expect(visit.problems).toEqual([]);
  await page.context().close();
});

describe("after a failure the booth goes on by itself:", () => {
  test("a device lost again and again, and a worker without memory", async () => {
    const served = sabotage(site, [
      { deed: "device lost", moment: "loading" },
      { deed: "device lost", moment: "prefilling" },
      { deed: "worker crashed", moment: "compiling" },
      { deed: "worker out of memory", moment: "loading" },
    ]);
    const visit = await Visit.toBooth(browser, patient, { serviceWorkers: "block" });
    await start(visit);
    await expect.poll(served, { timeout: 2 * LOADING }).toBe(4);
    await working(visit);
    await visit.close();
  });

  test("storage that the browser has deleted", async () => {
    const visit = await Visit.toBooth(browser, patient);
    await start(visit);
    await visit.saved();
    const devtools = await visit.page.context().newCDPSession(visit.page);
    await devtools.send("Storage.clearDataForOrigin", {
      origin: new URL(site.url).origin,
      storageTypes: "indexeddb",
    });
    await visit.interactions.first().getByTestId("unrate").click();
    await visit.page.waitForSelector("[data-testid=saved][data-state=memory]");
    expect(await visit.get("save-again").count()).toBe(0);
    await visit.page.waitForSelector("[data-testid=saved][data-state=saved]", { timeout: 60_000 });
    expect(await visit.interactions.first().getAttribute("data-rating")).toBe("none");
    await visit.close();
  });

  test("no storage at all", async () => {
    const visit = await Visit.toBooth(browser, `${site.url}?model=${TINY}&kiosk=4`, {
      prepare: (context) =>
        context.addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException("injected", "SecurityError");
          };
        }),
    });
    await start(visit);
    await visit.interactions.first().getByTestId("unrate").click();
    await visit.get("attract").waitFor({ timeout: 30_000 });
    await start(visit);
    expect(await visit.interactions.first().getAttribute("data-rating")).not.toBe("none");
    await visit.close();
  });

  test("a page that could not be opened", async () => {
    site.fault("/catalogue.json", (_, response) => void response.writeHead(503).end());
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(patient);
    await page.getByTestId("unopened").waitFor();
    site.fault("/catalogue.json", null);
    await page.getByTestId("attract").waitFor({ timeout: 60_000 });
    await context.close();
  });
});

test("a booth never touches the data of the page itself", async () => {
  const visit = await Visit.to(browser, site.url);
  await visit.interactions.first().getByTestId("unrate").click();
  await visit.saved();
  await visit.page.goto(`${site.url}?model=${TINY}&kiosk=3`);
  await visit.get("attract").waitFor();
  await start(visit);
  await visit.get("attract").waitFor({ timeout: 30_000 });
  const other = await visit.another(site.url);
  expect(await other.interactions.first().getAttribute("data-rating")).toBe("none");
  await visit.close();
});

test("visitors at random, in fast motion: nothing breaks, and the memory doesn't grow", async () => {
  const report = await kioskSoak(browser, `${site.url}?model=${TINY}`, (visits) => visits >= 9);
  console.log(JSON.stringify(report));
  expect(report.broken).toEqual([]);
  expect(report.actions).toBeGreaterThan(8);
  const none = { data: NaN, code: NaN, elements: NaN };
  const [before, after] = [report.sizes.at(0) ?? none, report.sizes.at(-1) ?? none];
  expect(after.data / before.data).toBeLessThan(1.15);
  expect((after.data + after.code) / (before.data + before.code)).toBeLessThan(1.25);
  // What a visitor left open differs by some hundred elements; a page kept from each visit would be thousands more each.
  expect(after.elements / before.elements).toBeLessThan(1.5);
});
