/** The model's delivery against a real server with real faults; `tests/browser/model-delivery.test.ts` has the details. */
import { describe, expect, test } from "vitest";
import { lastingFaults, manifestFaults, passingFaults } from "../tools/modelFaults";
import { breakFiles, delivered, forgetModels, LOADING, named, survive, working } from "../tools/surviving";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

const { site, browser } = await opened();
const url = `${site.url}?model=${TINY}`;

test("each fault of a file is named, nothing of it is run or kept, and in the end the model works", async () => {
  const { lost } = await survive(browser, url, async (visit) => {
    await visit.status("model-status", "absent");
    expect(await visit.get("model-check").getAttribute("data-verdict")).toBe("yes");
    let button = "load-model";
    for (const fault of lastingFaults) {
      const mend = breakFiles(site, { [fault.path]: fault.fault });
      await visit.get(button).click();
      // Of another fault before, the words would differ.
      await named(visit, fault);
      mend();
      button = "retry-load";
      // What was complete stays; so that the next fault is met, its file has to be fetched again.
      await forgetModels(visit);
    }
    await visit.get("retry-load").click();
    await working(visit);
    return 0;
  });
  expect(lost).toBe(0);
});

test.each(manifestFaults)("$name: told when it is noticed, and mended by a button", async (fault) => {
  const mend = breakFiles(site, { [fault.path]: fault.fault });
  const visit = await Visit.to(browser, url);
  try {
    if (
      await visit
        .get("load-model")
        .waitFor({ timeout: 4000 })
        .then(
          () => true,
          () => false,
        )
    )
      await visit.get("load-model").click();
    await visit.status("model-status", "failed", LOADING);
    expect(await visit.get("model-error").textContent()).toMatch(fault.words);
    mend();
    await visit.get("retry-load").click();
    await delivered(visit);
  } finally {
    mend();
    await visit.close();
  }
});

// The others are played in tests/browser/model-delivery.test.ts, and really injected by `npm run faults`.
test.each(passingFaults.filter(({ name }) => /ignores ranges|changed version/.test(name)))(
  "$name: the page gets over it by itself",
  async ({ faults }) => {
    const mend = breakFiles(site, faults());
    const visit = await Visit.to(browser, url);
    try {
      await visit.loadModel(LOADING);
    } finally {
      mend();
      await visit.close();
    }
  },
);

describe("cancelling", () => {
  test("in every phase leaves no worker and no lock, and loading can begin again", async () => {
    const visit = await Visit.to(browser, url);
    const mend = breakFiles(site, { "tokenizer.json": () => undefined });
    for (const phase of ["download", "load", "compile"]) {
      await visit.get("load-model").click();
      await visit.page.waitForSelector(`[data-testid=load-progress][data-phase=${phase}]`, {
        timeout: LOADING,
      });
      if (phase === "download")
        expect(await visit.get("load-bytes").textContent()).toMatch(/\d+.* of 4\.\d MB/);
      mend();
      await visit.get("cancel-load").click();
      await visit.status("model-status", "absent");
      await expect.poll(() => visit.page.workers().length, { timeout: 20_000 }).toBe(0);
      const locks = await visit.page.evaluate(async () => (await navigator.locks.query()).held?.length);
      expect(locks).toBe(0);
    }
    await visit.loadModel(LOADING);
    expect(visit.page.workers()).toHaveLength(1);
    await visit.close();
  });
});

describe("what is stored", () => {
  test("is shown with its size, checked by its hashes, and deleted", async () => {
    const visit = await Visit.to(browser, url);
    await visit.loadModel(LOADING);
    await visit.page.evaluate(async () => {
      const cache = await caches.open("webllm/model");
      const request = (await cache.keys()).find(({ url: key }) => key.endsWith(".bin"));
      const response = request && (await cache.match(request));
      if (!request || !response) throw new Error("no shard");
      const bytes = new Uint8Array(await response.arrayBuffer());
      bytes[5] = (bytes[5] ?? 0) ^ 1;
      await cache.put(request, new Response(bytes, { headers: response.headers }));
    });
    await visit.get("manage-models").click();
    expect(await visit.get("stored-model").textContent()).toMatch(/Tiny.*4\.\d MB, stored today, version/s);
    await visit.get("verify-stored").click();
    await expect
      .poll(() => visit.get("verify-result").textContent())
      .toMatch(/params_shard_0\.bin missing or wrong, and deleted/);
    await expect.poll(() => visit.get("stored-model").getAttribute("data-complete")).toBe("false");
    await visit.get("delete-stored").click();
    await visit.get("nothing-stored").waitFor();
    expect(
      await visit.page.evaluate(async () => (await (await caches.open("webllm/model")).keys()).length),
    ).toBe(0);
    await visit.close();
  });
});
