/**
 * Writes the pictures in `docs/`, on three screens: the built page after a selection by the bundled model, each of its
 * explanations, a lesson and the tour, and the view for a projector. It takes a while without a graphics device, though
 * histories and candidates are few.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser, Visit } from "../e2e/visit";
import { Site } from "./site";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const panels = `${docs}panels/`;
mkdirSync(panels, { recursive: true });

const screens = [
  { name: "phone", width: 390, height: 844 },
  { name: "laptop", width: 1440, height: 900 },
  { name: "projector", width: 1920, height: 1080 },
];

/** For what needs many runs of the model. */
const PATIENCE = 1_200_000;

async function picture(visit: Visit, path: string): Promise<void> {
  // Bars and cards take a moment to their new places.
  await visit.page.waitForTimeout(600);
  await visit.page.screenshot({ path });
  console.log(path.slice(path.indexOf("docs/")));
}

async function pageWithBundledModel(browser: Browser, site: Site): Promise<void> {
  const visit = await Visit.to(browser, site.url);
  await visit.loadModel(300_000);
  await visit.selected(0, 600_000);
  for (const { name, width, height } of screens) {
    await visit.page.setViewportSize({ width, height });
    await picture(visit, `${docs}${name}.png`);
  }
  await visit.close();
}

/** What is shown, how it comes about, and the element that must be in sight. */
interface Panel {
  name: string;
  sight: string;
  show: (visit: Visit) => Promise<unknown>;
}

const tab = (name: string, done: string): Panel => ({
  name,
  sight: "explain",
  show: async (visit) => {
    await visit.get(`explain-${name}`).click();
    await visit.page.locator(done).first().waitFor({ state: "attached", timeout: PATIENCE });
  },
});

const panelList: Panel[] = [
  {
    name: "distribution",
    sight: "candidates",
    show: async (visit) => {
      await visit.get("compare").check();
      await visit.get("difference").first().waitFor({ timeout: PATIENCE });
    },
  },
  tab("why", "[data-testid=why][data-status=done]"),
  { name: "history-edges", sight: "history", show: () => Promise.resolve() },
  { name: "trail", sight: "trail", show: () => Promise.resolve() },
  { name: "parameters", sight: "parameters", show: () => Promise.resolve() },
  {
    name: "what-if",
    sight: "explain",
    show: async (visit) => {
      await visit.get("explain-what-if").click();
      const end = visit.page.locator("[data-testid=flip-found], [data-testid=flip-none]");
      if ((await end.count()) === 0) await visit.get("search-flip").click();
      await end.waitFor({ timeout: PATIENCE });
    },
  },
  tab("settings", "[data-testid=settings][data-status=done]"),
  tab("hood", "[data-testid=hood-prompt]"),
  {
    name: "mock",
    sight: "mock-response",
    show: async (visit) => {
      if ((await visit.get("mock-response").count()) === 0) await visit.get("mock").click();
    },
  },
  {
    name: "preview",
    sight: "selection",
    show: async (visit) => {
      await visit.interactions.first().getByTestId("edit").focus();
      await visit.page.keyboard.press("w");
      await visit.status("preview", "done", PATIENCE);
    },
  },
];

/** Victor asks for pictures, with few calls and candidates, and the model has chosen. */
async function victor(browser: Browser, site: Site): Promise<Visit> {
  const visit = await Visit.to(browser, site.url);
  await visit.get("user-victor").click();
  await visit.page.locator("[data-testid=user-victor][aria-pressed=true]").waitFor();
  await visit.get("query").fill("Find me photos of fireworks over the Thames");
  await visit.keep("interaction", 6);
  await visit.keep("candidate", 6);
  await visit.loadModel(PATIENCE);
  await visit.selected(0, PATIENCE);
  await visit.complete(PATIENCE);
  return visit;
}

async function panelPictures(browser: Browser, site: Site): Promise<void> {
  const visit = await victor(browser, site);
  const runs = await visit.runs();
  await visit.interactions.nth(2).getByTestId("dislike").click();
  await visit.selected(runs, PATIENCE);
  for (const { name, width, height } of screens)
    for (const scheme of name === "laptop" ? (["light", "dark"] as const) : (["light"] as const)) {
      await visit.page.setViewportSize({ width, height });
      await visit.page.emulateMedia({ colorScheme: scheme });
      await visit.complete(PATIENCE);
      for (const panel of panelList) {
        await panel.show(visit);
        await visit.get(panel.sight).evaluate((element) => element.scrollIntoView({ block: "start" }));
        await picture(visit, `${panels}${panel.name}-${name}${scheme === "dark" ? "-dark" : ""}.png`);
      }
      await visit.page.keyboard.press("Escape");
    }
  await visit.close();
}

/** A lesson that is done, the list of lessons, and the tour on its way. */
async function teaching(browser: Browser, site: Site): Promise<void> {
  const visit = await Visit.to(browser, `${site.url}?lesson=prompt-injection`);
  await visit.loadModel(PATIENCE);
  await visit.selected(0, PATIENCE);
  await visit.get("explain-hood").click();
  await visit.get("show-lesson").click();
  await visit.page.waitForSelector("[data-testid=lesson][data-done=true]", { timeout: PATIENCE });
  const eachScreen = async (what: string) => {
    for (const { name, width, height } of screens.slice(0, 2)) {
      await visit.page.setViewportSize({ width, height });
      await picture(visit, `${panels}${what}-${name}.png`);
    }
  };
  await eachScreen("lesson");
  await visit.get("leave-lesson").click();
  await visit.get("open-learn").click();
  await eachScreen("learn");
  await visit.get("start-tour").click();
  for (const stop of ["ask", "choice"]) {
    await visit.get("tour-next").click();
    await visit.page.locator(`[data-testid=tour][data-stop=${stop}]`).waitFor();
    if (stop === "ask") await visit.get("tour-show").click();
  }
  await visit.page.waitForSelector("[data-testid=tour][data-done=true]", { timeout: PATIENCE });
  await visit.get("tour-next").click();
  await eachScreen("tour");
  await visit.close();
}

/** The view for a projector, what is shared, and a picture as the page saves it. */
async function presenter(browser: Browser, site: Site): Promise<void> {
  const visit = await victor(browser, site);
  await visit.page.setViewportSize({ width: 1440, height: 900 });
  await visit.get("open-share").click();
  await visit.get("share-url").waitFor();
  await picture(visit, `${panels}share-laptop.png`);
  await visit.get("picture-why").click();
  await visit.page.waitForSelector("[data-testid=picture-why]", { state: "detached", timeout: PATIENCE });
  const asking = "section:has(> [data-testid=picture]) [role=status]";
  await visit.page.waitForFunction((waiting) => !document.querySelector(waiting), asking, {
    timeout: PATIENCE,
  });
  const coming = visit.page.waitForEvent("download");
  await visit.get("save-png").click();
  await (await coming).saveAs(`${panels}picture.png`);
  await visit.get("show-qr").click();
  await visit.get("qr").waitFor();
  await picture(visit, `${panels}qr-laptop.png`);
  await visit.page.keyboard.press("Escape");
  await visit.page.setViewportSize({ width: 1920, height: 1080 });
  await visit.get("start-presenter").click();
  for (const step of ["selection", "candidates", "history"]) {
    await visit.page.locator(`[data-testid=presenter][data-step=${step}]`).waitFor();
    await picture(visit, `${panels}presenter-${step}-projector.png`);
    await visit.page.keyboard.press("PageUp");
  }
  await visit.close();
}

const [site, browser] = await Promise.all([Site.open(), openBrowser()]);
try {
  const only = (part: string) =>
    ["--page", "--panels", "--teaching", "--presenter"].every(
      (one) => one === part || !process.argv.includes(one),
    );
  if (only("--teaching")) await teaching(browser, site);
  if (only("--presenter")) await presenter(browser, site);
  if (only("--panels")) await panelPictures(browser, site);
  if (only("--page")) await pageWithBundledModel(browser, site);
} finally {
  await browser.close();
  await site.close();
}
