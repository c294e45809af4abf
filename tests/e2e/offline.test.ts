/** The page and the model without a network, and a newer version of the page. */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeServiceWorker } from "../../vite.offline";
import { DIST, Site } from "../tools/site";
import { LOADING, working } from "../tools/surviving";
import { openBrowser, TINY, Visit } from "./visit";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Waits until a service worker keeps the page. */
const kept = (visit: Visit) =>
  visit.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

test("after the first visit page and model load with the network cut, and select", async () => {
  const site = await Site.open();
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
  await visit.loadModel(LOADING);
  await kept(visit);
  await visit.page.context().setOffline(true);
  // Whatever a flag of the browser may let through, there is nobody any more.
  await site.close();
  await visit.page.reload();
  await visit.interactions.first().waitFor();
  // What is stored is loaded by itself.
  await working(visit);
  await visit.get("query").fill("Which film is on tonight?");
  await visit.saved();
  await visit.selected(1, LOADING);
  await visit.close();
});

/** How the other build's main script begins. */
const NEXT = "next-";

/** A copy of the built page whose parts have other names and say which version they are. */
async function anotherBuild(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "build-"));
  cpSync(DIST, folder, { recursive: true });
  const assets = join(folder, "assets");
  const main = /assets\/([\w.-]+\.js)/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1];
  if (main === undefined) throw new Error("index.html loads no script.");
  const renamed = `${NEXT}${main}`;
  renameSync(join(assets, main), join(assets, renamed));
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  for (const file of [join(folder, "index.html"), ...scripts.map((name) => join(assets, name))])
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(main, renamed));
  appendFileSync(join(assets, renamed), `\ndocument.documentElement.dataset.build = "next";`);
  await writeServiceWorker(folder);
  return folder;
}

test("a new version is announced, takes over at a word, and is never mixed with the old one", async () => {
  const [old, folder] = [await Site.open(), await anotherBuild()];
  const next = await Site.open(folder);
  const visit = await Visit.to(browser, `${old.url}?model=${TINY}`);
  const build = () => visit.page.evaluate(() => document.documentElement.dataset["build"] ?? "old");
  await kept(visit);
  await visit.page.reload();
  await visit.interactions.first().waitFor();

  // From now on the old address serves the new version, as after a deployment.
  old.become(next);
  await visit.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await visit.get("reload-update").waitFor({ timeout: 30_000 });
  expect(await build()).toBe("old");
  // The old page loads its remaining parts, which the server no longer has, from where they were kept.
  await visit.loadModel(LOADING);
  // Another tab, opened now, is still of the old version: nothing is mixed.
  const other = await visit.another(`${old.url}?model=${TINY}`);
  expect(await other.page.evaluate(() => document.documentElement.dataset["build"] ?? "old")).toBe("old");

  await visit.interactions.first().getByTestId("unrate").click();
  await visit.saved();
  await visit.get("reload-update").click();
  await expect.poll(build, { timeout: 30_000 }).toBe("next");
  await visit.interactions.first().waitFor();
  expect(await visit.interactions.first().getAttribute("data-rating")).toBe("none");
  // The other tab is told, keeps its own files, and comes along when it is asked to.
  await other.get("reload-update").waitFor();
  const parts = await other.page.evaluate(async () => {
    const worker = performance.getEntriesByType("resource").map(({ name }) => name);
    const answers = worker
      .filter((name) => name.includes("/assets/"))
      .map(async (name) => (await fetch(name)).ok);
    return Promise.all(answers);
  });
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.every(Boolean)).toBe(true);
  await other.get("reload-update").click();
  await expect
    .poll(() => other.page.evaluate(() => document.documentElement.dataset["build"]), { timeout: 30_000 })
    .toBe("next");
  await visit.close();
  await Promise.all([old.close(), next.close()]);
  rmSync(folder, { recursive: true });
});

test("a captive portal in the middle of an update changes nothing", async () => {
  const [site, folder] = [await Site.open(), await anotherBuild()];
  const next = await Site.open(folder);
  const visit = await Visit.to(browser, site.url);
  await kept(visit);
  site.become(next);
  const main = readdirSync(join(folder, "assets")).find((name) => name.startsWith(NEXT)) ?? "";
  site.fault(`/assets/${main}`, (_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Please log in</h1>");
  });
  const installed = await visit.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
    const fresh = registration?.installing;
    if (!fresh) return "none";
    await new Promise<void>((done) => {
      fresh.addEventListener("statechange", () => done());
    });
    return fresh.state;
  });
  expect(installed).toBe("redundant");
  await visit.page.reload();
  await visit.interactions.first().waitFor();
  expect(await visit.page.evaluate(() => document.documentElement.dataset["build"])).toBeUndefined();
  await visit.close();
  await Promise.all([site.close(), next.close()]);
  rmSync(folder, { recursive: true });
});
