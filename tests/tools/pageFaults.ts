/** Every fault that `npm run faults` injects into the built page, and how each is got over. */
import type { Browser } from "playwright-core";
import { TINY, Visit } from "../e2e/visit";
import { lastingFaults, manifestFaults, passingFaults } from "./modelFaults";
import { sabotage, WORKER, type Sabotage } from "./sabotage";
import {
  breakFiles,
  forgetModels,
  hide,
  LOADING,
  named,
  selectedUnseen,
  survive,
  working,
  type Survival,
} from "./surviving";
import type { Site } from "./site";

export interface PageFault {
  name: string;
  /** @throws Error if the page didn't get over it. */
  run: (browser: Browser, site: Site) => Promise<Survival>;
}

type Trouble = (visit: Visit, site: Site) => Promise<number>;

const pageOf = (site: Site) => `${site.url}?model=${TINY}`;

const fault = (name: string, trouble: Trouble): PageFault => ({
  name,
  run: (browser, site) => survive(browser, pageOf(site), (visit) => trouble(visit, site)),
});

/** Milliseconds from now until the page works again. */
async function untilWorking(
  visit: Visit,
  act: () => Promise<unknown> = () => Promise.resolve(),
): Promise<number> {
  const begun = performance.now();
  await act();
  await working(visit);
  return performance.now() - begun;
}

async function loaded(visit: Visit): Promise<void> {
  await visit.loadModel(LOADING);
  await working(visit);
}

/** The page comes back by itself: measured from the moment when it has noticed. */
async function untilRecovered(visit: Visit): Promise<number> {
  await visit.get("recovering").waitFor({ timeout: LOADING });
  return untilWorking(visit);
}

const lasting = lastingFaults.map((one) =>
  fault(one.name, async (visit, site) => {
    const mend = breakFiles(site, { [one.path]: one.fault });
    try {
      await visit.get("load-model").click();
      await named(visit, one);
    } finally {
      mend();
    }
    return untilWorking(visit, () => visit.get("retry-load").click());
  }),
);

const manifests = manifestFaults.map((one): PageFault => ({
  name: one.name,
  run: (browser, site) => {
    const mend = breakFiles(site, { [one.path]: one.fault });
    return survive(browser, pageOf(site), async (visit) => {
      await visit.page.locator("[data-testid=load-model], [data-testid=retry-load]").first().waitFor();
      if (await visit.get("load-model").isVisible()) await visit.get("load-model").click();
      await visit.status("model-status", "failed", LOADING);
      mend();
      return untilWorking(visit, () => visit.get("retry-load").click());
    }).finally(mend);
  },
}));

const passing = passingFaults.map(({ name, faults }): PageFault => ({
  name,
  run: (browser, site) => {
    const mend = breakFiles(site, faults());
    return survive(browser, pageOf(site), (visit) =>
      untilWorking(visit, () => visit.get("load-model").click()),
    ).finally(mend);
  },
}));

const losses: readonly Sabotage[] = [
  { deed: "device lost", moment: "loading" },
  { deed: "device lost", moment: "compiling" },
  { deed: "device lost", moment: "prefilling" },
  { deed: "device lost", moment: "decoding" },
  { deed: "worker killed", moment: "loading" },
  { deed: "worker killed", moment: "decoding" },
  { deed: "worker crashed", moment: "prefilling" },
];

const device = [
  ...losses.map((one) =>
    fault(`${one.deed} while ${one.moment}`, async (visit, site) => {
      sabotage(site, [one]);
      try {
        await visit.get("load-model").click();
        return await untilRecovered(visit);
      } finally {
        site.fault(WORKER, null);
      }
    }),
  ),
  fault("worker out of memory while loading", async (visit, site) => {
    sabotage(site, [{ deed: "worker out of memory", moment: "loading" }]);
    try {
      await visit.get("load-model").click();
      await visit.status("model-status", "failed", LOADING);
      return await untilWorking(visit, () => visit.get("retry-load").click());
    } finally {
      site.fault(WORKER, null);
    }
  }),
  fault("device out of memory while loading", async (visit, site) => {
    sabotage(site, [{ deed: "device out of memory", moment: "loading" }]);
    try {
      const begun = performance.now();
      await visit.get("load-model").click();
      // The engine may tell it as a lost device, which is tried again, or as what it is.
      await visit.page
        .locator("[data-testid=recovering], [data-testid=retry-load]")
        .first()
        .waitFor({ timeout: LOADING });
      if (await visit.get("retry-load").isVisible()) await visit.get("retry-load").click();
      await working(visit);
      return performance.now() - begun;
    } finally {
      site.fault(WORKER, null);
    }
  }),
  fault("the browser's graphics process crashes", async (visit) => {
    await loaded(visit);
    const browser = visit.page.context().browser();
    if (!browser) throw new Error("No browser.");
    const devtools = await browser.newBrowserCDPSession();
    const begun = performance.now();
    // Never answered: who would answer is gone.
    devtools.send("Browser.crashGpuProcess").catch(() => undefined);
    await visit.page
      .locator("[data-testid=recovering], [data-testid=retry-load]")
      .first()
      .waitFor({ timeout: LOADING });
    while ((await visit.get("model-status").getAttribute("data-status")) !== "ready") {
      if (await visit.get("retry-load").isVisible()) await visit.get("retry-load").click();
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (performance.now() - begun > LOADING) throw new Error("The model did not come back.");
    }
    await working(visit);
    return performance.now() - begun;
  }),
];

/** An edit asks for a new selection; resolves when it is under way. */
async function asking(visit: Visit): Promise<number> {
  const runs = await visit.runs();
  await visit.get("query").fill("Will it be windy in Bergen tomorrow?");
  await visit.status("selection-status", "reading");
  return runs;
}

const page = [
  fault("the tab is frozen while selecting, as by sleep", async (visit) => {
    await loaded(visit);
    const devtools = await visit.page.context().newCDPSession(visit.page);
    const runs = await asking(visit);
    await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const begun = performance.now();
    await devtools.send("Page.setWebLifecycleState", { state: "active" });
    await visit.selected(runs, LOADING);
    return performance.now() - begun;
  }),
  fault("the tab is in the background, as browsers treat it", async (visit) => {
    await loaded(visit);
    await hide(visit);
    const begun = performance.now();
    await selectedUnseen(visit, await asking(visit));
    return performance.now() - begun;
  }),
  fault("the page is reloaded while selecting", async (visit) => {
    await loaded(visit);
    await asking(visit);
    return untilWorking(visit, () => visit.page.reload());
  }),
  fault("a stored shard rots", async (visit) => {
    await loaded(visit);
    await visit.page.evaluate(async () => {
      const cache = await caches.open("webllm/model");
      for (const request of await cache.keys())
        if (request.url.endsWith(".bin")) {
          const size = Number((await cache.match(request))?.headers.get("content-length"));
          await cache.put(request, new Response(new Uint8Array(size)));
        }
    });
    return untilWorking(visit, () => visit.page.reload());
  }),
  fault("the browser throws the stored model away", async (visit) => {
    await loaded(visit);
    await forgetModels(visit);
    await visit.page.reload();
    return untilWorking(visit, () => visit.get("load-model").click());
  }),
  fault("too little room for the model", async (visit, site) => {
    const devtools = await visit.page.context().newCDPSession(visit.page);
    const origin = new URL(site.url).origin;
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 3_000_000 });
    await visit.page.reload();
    await visit.get("load-model").click();
    await visit.status("model-status", "failed", LOADING);
    const kind = await visit.get("model-error").getAttribute("data-kind");
    if (kind !== "no-space") throw new Error(`The page took it for ${kind ?? "nothing"}.`);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin });
    return untilWorking(visit, () => visit.get("retry-load").click());
  }),
  fault("another tab takes the graphics device, and crashes", async (visit, site) => {
    await loaded(visit);
    const other = await visit.another(pageOf(site));
    await other.get("take-over").click();
    await visit.status("model-status", "elsewhere", LOADING);
    await working(other);
    return untilWorking(visit, async () => {
      await other.page.goto("chrome://crash").catch(() => undefined);
    });
  }),
];

const offline: PageFault = {
  name: "the network is cut",
  run: async (browser, site) => {
    const visit = await Visit.to(browser, pageOf(site));
    try {
      await loaded(visit);
      await visit.interactions.first().getByTestId("unrate").click();
      await visit.saved();
      await visit.page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await visit.page.context().setOffline(true);
      const milliseconds = await untilWorking(visit, () => visit.page.reload());
      const rating = await visit.interactions.first().getAttribute("data-rating");
      return { milliseconds, lost: rating === "none" ? 0 : 1 };
    } finally {
      await visit.close();
    }
  },
};

export const pageFaults: readonly PageFault[] = [
  ...lasting,
  ...manifests,
  ...passing,
  ...device,
  ...page,
  offline,
];
