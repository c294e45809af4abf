import { afterAll } from "vitest";
import type { Browser } from "playwright-core";
import { chromiumFlags } from "../tools/chromium";
import { Site } from "../tools/site";
import { openBrowser } from "./visit";

/** The built page and a browser for the tests of a file, after which both are closed. */
export async function opened(flags = chromiumFlags): Promise<{ site: Site; browser: Browser }> {
  const [site, browser] = await Promise.all([Site.open(), openBrowser(flags)]);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return { site, browser };
}
