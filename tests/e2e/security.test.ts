/** What the page may run and whom it asks for anything: its policy, a whole session's requests, models from elsewhere. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumFlags } from "../tools/chromium";
import { manifestWith } from "../tools/modelFaults";
import { OtherHosts } from "../tools/otherHosts";
import { Site } from "../tools/site";
import { LOADING, working } from "../tools/surviving";
import { openBrowser, TINY, Visit } from "./visit";

let site: Site;
let elsewhere: Site;
let others: OtherHosts;
let browser: Browser;

beforeAll(async () => {
  [site, elsewhere, others] = await Promise.all([Site.open(), Site.open(), OtherHosts.open()]);
  const hosts = [site, elsewhere].map(({ url }) => new URL(url).host);
  browser = await openBrowser([...chromiumFlags, ...others.flags(...hosts)]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), elsewhere.close(), others.close()]);
});

/** Services that Chromium asks on its own account; that the page asks nobody else is among the visit's problems. */
const CHROMIUM = /^([\w-]+\.)*(google|googleapis)\.com(:443)?$/;

/** Whether a fetch from the page gets out of it; the answer may be anything. */
const reaches = (visit: Visit, url: string) =>
  visit.page.evaluate(async (target) => {
    let blocked = false;
    const note = () => (blocked = true);
    document.addEventListener("securitypolicyviolation", note);
    await fetch(target, { mode: "no-cors" }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.removeEventListener("securitypolicyviolation", note);
    return !blocked;
  }, url);

describe("the policy of the built page", () => {
  test("runs no inline script, no eval, no strange script; WebAssembly only", async () => {
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
    const policy = await visit.page
      .locator("meta[http-equiv=Content-Security-Policy]")
      .evaluateAll((metas) => metas.map((meta) => meta.getAttribute("content") ?? ""));
    expect(policy).toHaveLength(2);
    expect(policy.join(";")).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    const tried = await visit.page.evaluate(async (foreign) => {
      const seen: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
      const inline = document.createElement("script");
      inline.textContent = "window.ranInline = true";
      const strange = document.createElement("script");
      strange.src = foreign;
      document.body.append(inline, strange);
      document.body.setAttribute("onclick", "window.ranInline = true");
      document.body.click();
      // Later, because what DevTools evaluates directly may evaluate, too.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve((0, eval)("1") === 1);
          } catch {
            resolve(false);
          }
        });
      });
      const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { seen, evaluated, ran: "ranInline" in window, wasm: module instanceof WebAssembly.Module };
    }, `${elsewhere.url}favicon.svg`);
    expect(tried).toMatchObject({ evaluated: false, ran: false, wasm: true });
    expect(new Set(tried.seen)).toEqual(new Set(["script-src-elem", "script-src-attr", "script-src"]));
    await visit.close();
  });

  test("connects to nobody but the page's own origin, unless the model was named there", async () => {
    const own = await Visit.to(browser, `${site.url}?model=${TINY}`);
    expect(await reaches(own, `${site.url}favicon.svg`)).toBe(true);
    expect(await reaches(own, elsewhere.url)).toBe(false);
    expect(await reaches(own, "https://example.org/")).toBe(false);
    await own.close();
    const foreign = await Visit.to(browser, `${site.url}?model=${elsewhere.url}fixtures/tiny-llama/`);
    expect(await reaches(foreign, `${elsewhere.url}favicon.svg`)).toBe(true);
    expect(await reaches(foreign, "https://example.org/")).toBe(false);
    await foreign.close();
  });

  test("can't be loosened by the model's address", async () => {
    const visit = await Visit.to(browser, `${site.url}?model=${encodeURIComponent("https://*/m/")}`);
    expect(await reaches(visit, "https://example.org/")).toBe(false);
    await visit.status("model-status", "failed");
    await visit.close();
  });
});

test("over a whole session nothing leaves the origin, whoever asks", async () => {
  const before = others.asked.length;
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
  await visit.loadModel(LOADING);
  await working(visit);
  const runs = await visit.runs();
  await visit.interactions.first().getByTestId("dislike").click();
  await visit.get("query").fill("Is there a train to Bergen at 8?");
  await visit.selected(runs, LOADING);
  await visit.get("open-import").click();
  const tool = {
    openapi: "3.0.0",
    info: { title: "Remote", version: "1" },
    servers: [{ url: "https://api.example.org" }],
    paths: {
      "/x": {
        get: {
          summary: "Tells the time",
          parameters: [{ $ref: "https://refs.example.org/parameters.json#/x" }],
          responses: { 200: { description: "ok" } },
        },
      },
    },
  };
  const file = {
    name: "remote.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(tool)),
  };
  await visit.get("import-file").setInputFiles(file);
  await visit.page.locator("[data-testid=import-result], [data-testid=import-error]").first().waitFor();
  await visit.get("close-dialog").first().click();
  await visit.get("open-data").click();
  const exported = visit.page.waitForEvent("download");
  await visit.get("export-data").click();
  await visit.get("import-data-file").setInputFiles(await (await exported).path());
  await visit.saved();
  await visit.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await visit.page.reload();
  await working(visit);
  expect(visit.problems).toEqual([]);
  expect(others.asked.slice(before).filter((host) => !CHROMIUM.test(host))).toEqual([]);
  // The proxy does see what leaves: a page without our policy asks it.
  await visit.page.goto("http://world.example/").catch(() => undefined);
  expect(others.asked.slice(before)).toContain("world.example");
  await visit.close();
});

describe("a model from another origin", () => {
  const model = () => `${elsewhere.url}fixtures/tiny-llama/`;

  test("brings no file before it is allowed, is remembered, and is asked about again when its program changes", async () => {
    const before = elsewhere.requests.length;
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`);
    await visit.get("manage-models").click();
    await visit.get("model-address").fill(model());
    await visit.get("open-model").click();
    await visit.get("trust-model").waitFor();
    expect(await visit.get("trust-origin").textContent()).toBe(new URL(elsewhere.url).origin);
    expect(await visit.get("trust-hash").textContent()).toMatch(/^[0-9a-f]{64}$/);
    expect(elsewhere.requests.slice(before)).toEqual([`${TINY}model.json`]);
    await visit.get("trust-model").click();
    await working(visit);

    await visit.page.reload();
    await visit.interactions.first().waitFor();
    await working(visit);

    const changed = manifestWith((manifest) => {
      manifest["version"] = "ffffffffffff";
      manifest.files = manifest.files.map((one) =>
        one.path === "lib.wasm" ? { ...one, sha256: "0".repeat(64) } : one,
      );
    });
    elsewhere.fault(`${TINY}model.json`, changed);
    const asked = elsewhere.requests.length;
    await visit.page.reload();
    await visit.get("trust-question").waitFor();
    expect(await visit.get("trust-question").getAttribute("data-changed")).toBe("true");
    expect(elsewhere.requests.slice(asked)).toEqual([`${TINY}model.json`]);
    expect(visit.page.workers()).toHaveLength(0);
    await visit.close();
  });
});
