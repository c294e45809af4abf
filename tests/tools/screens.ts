/**
 * Takes pictures of the main states on four screens in all themes, for somebody to look at: `npm run screens`. They go to
 * `screens/`, which git ignores. The model is made up, so that it takes a minute or two.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { openBrowser, TINY, Visit } from "../e2e/visit";
import { serveMadeUp } from "./looks";
import { Site } from "./site";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    widths: { type: "string", default: "390,768,1440,1920" },
    themes: { type: "string", default: "light,dark,contrast,contrast-dark" },
  },
});
const folder = fileURLToPath(new URL("../../screens/", import.meta.url));
const heights = new Map([
  [390, 844],
  [768, 1024],
  [1440, 900],
  [1920, 1080],
]);

interface State {
  name: string;
  search?: string;
  /** Whether a model has to choose first. */
  model: boolean;
  show?: (visit: Visit) => Promise<unknown>;
}

const press =
  (button: string, inside: string) =>
  async (visit: Visit): Promise<void> => {
    await visit.get(button).first().click();
    await visit.get(inside).first().waitFor();
  };

async function present(visit: Visit): Promise<void> {
  await visit.get("open-share").click();
  await visit.get("start-presenter").click();
  await visit.get("presenter").waitFor();
}

const states: readonly State[] = [
  { name: "ready", model: false },
  { name: "chosen", model: true },
  {
    name: "explained",
    model: true,
    show: async (visit) => {
      await visit.get("explain-why").click();
      await visit.status("why", "done");
      await visit.get("explain").evaluate((panel) => panel.scrollIntoView());
    },
  },
  { name: "lesson", search: "&lesson=rating", model: true },
  { name: "presenter", model: true, show: present },
  { name: "share", model: true, show: press("open-share", "share-url") },
  { name: "learn", model: false, show: press("open-learn", "learn") },
  { name: "make-user", model: false, show: press("open-make-user", "way-0") },
];

async function shoot(browser: Browser, site: Site, { name, search = "", model, show }: State) {
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}${search}`);
  try {
    if (model) {
      await visit.choose();
    }
    await show?.(visit);
    await everywhere(visit, name);
  } finally {
    await visit.close();
  }
}

/** The page as it is, on each screen and in each theme. */
async function everywhere(visit: Pick<Visit, "page">, name: string): Promise<void> {
  for (const width of values.widths.split(",").map(Number)) {
    await visit.page.setViewportSize({ width, height: heights.get(width) ?? 900 });
    for (const theme of values.themes.split(",")) {
      const [kind = "", dark] = theme.split("-");
      await visit.page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
      await visit.page.evaluate((value) => {
        document.documentElement.dataset["theme"] = value;
      }, kind);
      await visit.page.waitForTimeout(400);
      await visit.page.screenshot({ path: `${folder}${name}-${width}-${theme}.png` });
    }
  }
  console.log(name);
}

mkdirSync(folder, { recursive: true });
const [site, browser] = await Promise.all([Site.open(), openBrowser()]);
try {
  await serveMadeUp(site);
  for (const state of states) if (state.name.includes(values.only)) await shoot(browser, site, state);
  if ("booth".includes(values.only)) {
    const booth = await Visit.toBooth(browser, `${site.url}?model=${TINY}&kiosk=3600`);
    await everywhere(booth, "booth");
    await booth.close();
  }
} finally {
  await browser.close();
  await site.close();
}
