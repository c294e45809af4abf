import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { build } from "vite";
import { WORKER } from "./sabotage";
import type { Site } from "./site";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const kept = folder("../e2e/looks/");
/** Where pictures go, and maps of what differs. */
export const seen = join(tmpdir(), "looks");

/** The page's own first choice of a font; systems have different ones, or none. */
const font = readFileSync(
  fileURLToPath(import.meta.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2")),
).toString("base64");

/** Morning of a working day; cards say how long ago they were. */
const NOW = new Date("2026-03-04T10:00:00Z");

/** Flags beside the usual ones: text is drawn alike whatever the system has set. */
export const lookFlags = ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"];

/** Serves a made-up model in place of a real one, so that probabilities are the same on every machine, and no recording. */
export async function serveMadeUp(site: Site): Promise<void> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: { write: false, rolldownOptions: { input: folder("madeUpWorker.ts") } },
  });
  if (Array.isArray(result) || !("output" in result)) throw new Error("Vite built no worker.");
  const { code } = result.output[0];
  site.fault(WORKER, (_, response) => {
    response.writeHead(200, { "content-type": "text/javascript" }).end(code);
  });
  site.fault("/recorded/index.json", (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end('{"version":1,"recordings":[]}');
  });
}

/** A browser window in which everything is drawn alike on every machine, at half size: that keeps pictures small. */
export async function sameEverywhere(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 0.5,
    reducedMotion: "reduce",
    serviceWorkers: "block",
    locale: "en-GB",
    timezoneId: "UTC",
  });
  await context.clock.setFixedTime(NOW);
  await context.addInitScript((data) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    // One for texts, one of the page's names for fixed widths.
    for (const family of ["Inter", "SF Mono"])
      document.fonts.add(new FontFace(family, bytes.buffer, { weight: "100 900" }));
  }, font);
  return context;
}

/** The page, or a part of it, as it is now. */
export async function look(shown: Page | Locator): Promise<Buffer> {
  const page = "page" in shown ? shown.page() : shown;
  await page.evaluate(() => document.fonts.ready);
  return shown.screenshot({ animations: "disabled", caret: "hide" });
}

const pathOf = (name: string) => join(kept, `${name}.png`);

/** From now on a state should look like this. */
export function keep(name: string, picture: Buffer): void {
  mkdirSync(kept, { recursive: true });
  // Smaller than as the browser writes it.
  writeFileSync(pathOf(name), PNG.sync.write(PNG.sync.read(picture), { colorType: 2, deflateLevel: 9 }));
}

/**
 * How much of a picture differs from the kept one: the share of pixels, 0 to 1. Slight differences of colour and of
 * smoothed edges don't count. Both are left in a folder for temporary files, with a map of what differs.
 */
export function difference(name: string, picture: Buffer): number {
  if (!existsSync(pathOf(name))) throw new Error(`There is no picture of ${name} yet: npm run looks.`);
  const [one, other] = [PNG.sync.read(readFileSync(pathOf(name))), PNG.sync.read(picture)];
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return 1;
  const map = new PNG({ width, height });
  const different = pixelmatch(one.data, other.data, map.data, width, height, { threshold: 0.1 });
  mkdirSync(seen, { recursive: true });
  writeFileSync(join(seen, `${name}.png`), picture);
  writeFileSync(join(seen, `${name}-difference.png`), PNG.sync.write(map));
  return different / (width * height);
}
