/** Writes the pictures in `docs/`: the built page after a selection by the bundled model, on three screens. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openBrowser, Visit } from "../e2e/visit";
import { Site } from "./site";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
mkdirSync(docs, { recursive: true });

const screens = [
  { name: "phone", width: 390, height: 844 },
  { name: "laptop", width: 1440, height: 900 },
  { name: "projector", width: 1920, height: 1080 },
];

const [site, browser] = await Promise.all([Site.open(), openBrowser()]);
try {
  const visit = await Visit.to(browser, site.url);
  await visit.loadModel(300_000);
  await visit.selected(0, 600_000);
  for (const { name, width, height } of screens) {
    await visit.page.setViewportSize({ width, height });
    // Bars and cards take a moment to their new places.
    await visit.page.waitForTimeout(600);
    await visit.page.screenshot({ path: `${docs}${name}.png` });
    console.log(`docs/${name}.png`);
  }
} finally {
  await browser.close();
  await site.close();
}
