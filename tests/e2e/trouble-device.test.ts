/** Losses of the graphics device, of memory and of the worker, really injected: see tests/tools/sabotage.ts. */
import { afterEach, expect, test } from "vitest";
import { sabotage, WORKER } from "../tools/sabotage";
import { hide, LOADING, selectedUnseen, survive, working } from "../tools/surviving";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
const url = `${site.url}?model=${TINY}`;
afterEach(() => site.fault(WORKER, null));

test("a device lost while loading and while prefilling comes back by itself; the third time a button helps", async () => {
  const served = sabotage(site, [
    { deed: "device lost", moment: "loading" },
    { deed: "device lost", moment: "prefilling" },
    { deed: "device lost", moment: "decoding" },
  ]);
  const { lost } = await survive(browser, url, async (visit) => {
    await visit.get("load-model").click();
    await visit.get("recovering").waitFor({ timeout: LOADING });
    expect(await visit.get("recovering").getAttribute("data-kind")).toBe("device-lost");
    await visit.status("model-status", "failed", LOADING);
    expect(served()).toBe(3);
    expect(await visit.get("model-error").getAttribute("data-kind")).toBe("device-lost");
    await visit.get("retry-load").click();
    await working(visit);
    return 0;
  });
  expect(lost).toBe(0);
});

test("a killed and a crashed worker are noticed; out of memory offers a smaller context, and one that is enough", async () => {
  const served = sabotage(site, [
    { deed: "worker killed", moment: "decoding" },
    { deed: "worker crashed", moment: "compiling" },
    { deed: "worker out of memory", moment: "loading" },
    { deed: "device out of memory", moment: "loading" },
  ]);
  const { lost } = await survive(browser, url, async (visit) => {
    await visit.get("load-model").click();
    await visit.status("model-status", "failed", LOADING);
    expect(served()).toBe(3);
    expect(await visit.get("model-error").getAttribute("data-kind")).toBe("out-of-memory");
    // Of the device's memory, this time. The engine may tell it as what it is, or as a lost device.
    await visit.get("retry-load").click();
    await expect.poll(served).toBe(4);
    await visit.status("model-status", "failed", LOADING);
    expect(await visit.get("model-error").getAttribute("data-kind")).toMatch(/^(out-of-memory|device-lost)$/);
    await visit.get("load-smaller").click();
    await visit.status("model-status", "ready", LOADING);
    expect(await visit.get("model-context").textContent()).toContain("1,152");

    // More than the smaller context holds: one button, and it is enough.
    await visit.get("query").fill("Will it rain in Oslo tomorrow morning? ".repeat(50));
    await visit.get("selection-error").waitFor({ timeout: LOADING });
    const needed = Number(
      /take ([\d,]+) tokens/
        .exec((await visit.get("selection-error").textContent()) ?? "")?.[1]
        ?.replace(",", ""),
    );
    expect(needed).toBeGreaterThan(1152);
    await visit.get("load-fitting").click();
    await working(visit);
    const context = Number((await visit.get("model-context").textContent())?.replace(/\D/g, ""));
    expect(context).toBeGreaterThanOrEqual(needed);
    expect(context).toBeLessThan(2048);
    return 0;
  });
  expect(lost).toBe(0);
});

test("a worker whose program is missing fails at once, and can be tried again", async () => {
  site.fault(WORKER, (_, response) => void response.writeHead(404).end());
  const visit = await Visit.to(browser, url, { serviceWorkers: "block" });
  await visit.get("load-model").click();
  await visit.status("model-status", "failed", LOADING);
  expect(await visit.get("model-error").getAttribute("data-kind")).toBe("worker");
  site.fault(WORKER, null);
  await visit.get("retry-load").click();
  await visit.status("model-status", "ready", LOADING);
  await visit.close();
});

test("a tab that was frozen in the middle of a selection goes on", async () => {
  const { lost } = await survive(browser, url, async (visit) => {
    await visit.loadModel(LOADING);
    await working(visit);
    const page = await visit.page.context().newCDPSession(visit.page);
    const runs = await visit.runs();
    await visit.get("query").fill("Will it be windy in Bergen tomorrow?");
    await visit.status("selection-status", "reading");
    await page.send("Page.setWebLifecycleState", { state: "frozen" });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await page.send("Page.setWebLifecycleState", { state: "active" });
    await visit.selected(runs, LOADING);
    return 0;
  });
  expect(lost).toBe(0);
});

test("a tab in the background goes on selecting and saving", async () => {
  const { lost } = await survive(browser, url, async (visit) => {
    await visit.loadModel(LOADING);
    await working(visit);
    await hide(visit);
    const runs = await visit.runs();
    await visit.get("query").fill("Will it be windy in Bergen tomorrow?");
    await selectedUnseen(visit, runs);
    return 0;
  });
  expect(lost).toBe(0);
});

test("a selection every second: none is lost, and the last one belongs to the last edit", async () => {
  const { soak } = await import("../tools/soak");
  const report = await soak(browser, url, 20);
  expect(report).toMatchObject({ broken: [], lost: 0, fresh: true });
  expect(report.edits).toBeGreaterThan(15);
});
