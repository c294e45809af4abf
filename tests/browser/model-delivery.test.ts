/** Delivery against injected faults, with real caches; only the network is played. */
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  deleteStored,
  findModel,
  loadManifest,
  modelBytes,
  ModelFault,
  remove,
  stored,
  storedModels,
  verifyStored,
  type LoadProgress,
  type LocatedModel,
} from "../../src/model";
import { deliver } from "../../src/model/delivery";
import { sha256 } from "../../src/model/download";
import { parseManifest } from "../../src/model/manifest";
import { faultWords } from "../../src/state/faultWords";

const folder = new URL("/played/model/", location.href).href;
const cacheNames = ["webllm/config", "webllm/model", "petoolllama/library"];
const paths = [
  "lib.wasm",
  "mlc-chat-config.json",
  "tokenizer.json",
  "tensor-cache.json",
  "params_shard_0.bin",
  "params_shard_1.bin",
];

function content(path: string, salt = 0): Uint8Array<ArrayBuffer> {
  const size = path.startsWith("params") ? 200_000 : 3000;
  return new Uint8Array(size).map(
    (_, at) => (at * 31 + path.length * 7 + (path.at(-5)?.charCodeAt(0) ?? 0) + salt) & 255,
  );
}

async function modelOf(salt = 0, version = "0123456789ab"): Promise<LocatedModel> {
  const base: unknown = await (await realFetch("/tests/fixtures/tiny-llama/model.json")).json();
  const files = await Promise.all(
    paths.map(async (path) => {
      const bytes = content(path, salt);
      return { path, bytes: bytes.length, sha256: await sha256(bytes) };
    }),
  );
  return {
    folder,
    manifest: parseManifest({ ...(base as object), id: "played", version, library: "lib.wasm", files }),
  };
}

const realFetch = globalThis.fetch;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called below with a cache as `this`
const realPut = Cache.prototype.put;
type Answer = (
  path: string,
  signal: AbortSignal | null,
  time: number,
  range: string | null,
) => Response | Promise<Response>;
const sound: Answer = (path) =>
  new Response(content(path), { headers: { "content-type": "application/octet-stream" } });
let asked: string[] = [];
let ranges: string[] = [];

/** Plays the server; `faults` answer in place of the sound file, `time` counts the requests for a path from 1. */
function serve(faults: Record<string, Answer> = {}, rest: Answer = sound): void {
  [asked, ranges] = [[], []];
  vi.stubGlobal("fetch", (input: string, options: RequestInit = {}) => {
    const path = new URL(input).pathname.split("/").pop() ?? "";
    asked.push(path);
    const time = asked.filter((one) => one === path).length;
    const range = new Headers(options.headers).get("range");
    ranges.push(...(range ? [`${path} ${range}`] : []));
    return Promise.resolve((faults[path] ?? rest)(path, options.signal ?? null, time, range));
  });
}

async function bring(model: LocatedModel, controller = new AbortController()) {
  const progress: LoadProgress[] = [];
  const delivered = await deliver(model, {
    signal: controller.signal,
    onProgress: (one) => progress.push(one),
  });
  return { ...delivered, progress };
}

async function fault(act: Promise<unknown>): Promise<ModelFault> {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ModelFault) return error;
  throw new Error(`no fault came, but ${String(error)}`);
}

/** Lets the pauses between attempts pass at once. */
async function hurried<Result>(act: () => Promise<Result>): Promise<Result> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const passing = setInterval(() => vi.advanceTimersByTime(500), 5);
  try {
    return await act();
  } finally {
    clearInterval(passing);
    vi.useRealTimers();
  }
}

/** The files that are stored of the played model, of all versions. */
async function allKeys(): Promise<string[]> {
  const keys = await Promise.all(cacheNames.map(async (name) => (await caches.open(name)).keys()));
  return keys
    .flat()
    .map(({ url }) => url)
    .filter((url) => url.startsWith(folder) && !url.endsWith("/model.json"));
}

beforeEach(async () => {
  for (const name of cacheNames) await caches.delete(name);
});
afterEach(() => vi.unstubAllGlobals());

describe("delivery", () => {
  test("brings every file to where web-llm looks, with progress to the byte", async () => {
    serve();
    const model = await modelOf();
    const { base, library, progress } = await bring(model);
    expect(base).toBe(`${folder}resolve/0123456789ab/`);
    expect(new Uint8Array(await library.arrayBuffer())).toEqual(content("lib.wasm"));
    const keys = async (name: string) =>
      (await (await caches.open(name)).keys()).map(({ url }) => url).sort();
    expect(await keys("webllm/config")).toEqual([`${base}mlc-chat-config.json`]);
    expect(await keys("petoolllama/library")).toEqual([`${base}lib.wasm`, `${base}model.json`]);
    expect(await keys("webllm/model")).toEqual(
      ["params_shard_0.bin", "params_shard_1.bin", "tensor-cache.json", "tokenizer.json"].map(
        (path) => base + path,
      ),
    );
    expect(asked.toSorted()).toEqual(paths.toSorted());
    expect(progress.map(({ phase }) => phase).filter((phase, at, all) => phase !== all[at - 1])).toEqual([
      "check",
      "download",
    ]);
    const total = modelBytes(model.manifest);
    expect(progress.at(-1)).toMatchObject({ bytes: total, total, fraction: 1 });
    expect(await stored(model)).toEqual({ bytes: total, total, complete: true });
  });

  test("downloads nothing twice, but checks everything again", async () => {
    serve();
    const model = await modelOf();
    await bring(model);
    serve();
    const { progress } = await bring(model);
    expect(asked).toEqual([]);
    expect(new Set(progress.map(({ phase }) => phase))).toEqual(new Set(["check"]));
  });

  test.for(paths)("altered bytes in the cache are found and fetched again: %s", async (path) => {
    serve();
    const model = await modelOf();
    const { base } = await bring(model);
    for (const name of cacheNames) {
      const cache = await caches.open(name);
      const bytes = content(path);
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      if (await cache.match(base + path)) await cache.put(base + path, new Response(bytes));
    }
    serve();
    const { library } = await bring(model);
    expect(asked).toEqual([path]);
    expect(new Uint8Array(await library.arrayBuffer())).toEqual(content("lib.wasm"));
  });

  test("a truncated file in the cache is found", async () => {
    serve();
    const model = await modelOf();
    const { base } = await bring(model);
    await (
      await caches.open("webllm/model")
    ).put(`${base}params_shard_0.bin`, new Response(content("params_shard_0.bin").slice(5)));
    expect(await stored(model)).toMatchObject({ complete: false });
    serve();
    await bring(model);
    expect(asked).toEqual(["params_shard_0.bin"]);
  });

  test("another version's files are never taken, and go", async () => {
    serve();
    const { base: old } = await bring(await modelOf());
    const renewed = await modelOf(1, "ffffffffffff");
    serve({}, (path) => new Response(content(path, 1)));
    const { base } = await bring(renewed);
    expect(asked).toHaveLength(paths.length);
    expect((await allKeys()).filter((url) => url.startsWith(old))).toEqual([]);
    expect((await allKeys()).filter((url) => url.startsWith(base))).toHaveLength(paths.length);
  });

  test("remove leaves nothing of the model, and all of others", async () => {
    serve();
    const model = await modelOf();
    await bring(model);
    const other = `${new URL("../other/resolve/1/", folder).href}x.bin`;
    await (await caches.open("webllm/model")).put(other, new Response("x"));
    await remove(model);
    expect(await allKeys()).toEqual([]);
    expect(await (await caches.open("webllm/model")).match(other)).toBeDefined();
    expect(await stored(model)).toMatchObject({ bytes: 0, complete: false });
  });
});

const html = (status: number) =>
  new Response("<!doctype html><h1>Welcome to Wi-Fi</h1>", {
    status,
    headers: { "content-type": "text/html", "content-length": "40" },
  });
const flipped: Answer = (path) => {
  const bytes = content(path);
  bytes[7] = (bytes[7] ?? 0) ^ 4;
  return new Response(bytes);
};
const broken: Answer = (path) =>
  new Response(
    new ReadableStream({
      start(stream) {
        stream.enqueue(content(path).slice(0, 1000));
        setTimeout(() => stream.error(new TypeError("network error")), 5);
      },
    }),
  );

describe("a fault", () => {
  test.for<[string, Answer, string, string]>([
    ["404", () => html(404), "wrong-file", "status 404, text/html, 40 bytes instead of 200000"],
    ["500", () => html(500), "wrong-file", "status 500"],
    ["an answer of unknown size", () => new Response("x", { status: 503 }), "wrong-file", "status 503"],
    [
      "HTML with status 200",
      () => html(200),
      "wrong-file",
      "status 200, text/html, 40 bytes instead of 200000",
    ],
    [
      "a truncated file",
      (path) => new Response(content(path).slice(0, 150_000)),
      "wrong-file",
      "150000 bytes instead of",
    ],
    [
      "a file that is too long",
      (path) => new Response(new Blob([content(path), "more"])),
      "wrong-file",
      "more than 200000 bytes",
    ],
    ["a flipped bit", flipped, "wrong-file", "altered content"],
    ["a broken connection", broken, "network", "1000 of 200000 bytes, then the connection broke"],
    ["no connection", () => Promise.reject(new TypeError("Failed to fetch")), "network", "no answer"],
  ])("%s is named after three attempts, and what is wrong isn't kept", async ([, answer, kind, words]) => {
    serve({ "params_shard_1.bin": answer });
    const model = await modelOf();
    const refusal = await fault(bring(model));
    expect(refusal.kind).toBe(kind);
    const said = faultWords(refusal);
    for (const part of ["params_shard_1.bin", words, "3 attempts"]) expect(said).toContain(part);
    expect(asked.filter((path) => path === "params_shard_1.bin")).toHaveLength(3);
    expect((await allKeys()).some((url) => url.endsWith("params_shard_1.bin"))).toBe(false);
    // Trying again goes on with what is there.
    const there = (await allKeys()).length;
    serve();
    await bring(model);
    expect(asked).toHaveLength(paths.length - there);
    expect(await stored(model)).toMatchObject({ complete: true });
  });

  test.for(paths)("of any kind with %s is told by its name, and nothing of it stays", async (path) => {
    for (const [answer, words] of [
      [() => html(404), "status 404"],
      [() => html(500), "status 500"],
      [() => html(200), "status 200, text/html"],
      [broken, "then the connection broke"],
      [(one) => new Response(content(one).slice(1)), "bytes instead of"],
      [flipped, "altered content"],
    ] satisfies [Answer, string][]) {
      serve({ [path]: answer });
      const model = await modelOf();
      const said = faultWords(await hurried(() => fault(bring(model))));
      expect(said).toContain(path);
      expect(said).toContain(words);
      expect(asked.filter((one) => one === path)).toHaveLength(3);
      expect((await allKeys()).some((url) => url.endsWith(path))).toBe(false);
    }
  });

  test("that passes is survived, and the bytes are counted right", async () => {
    serve({
      "params_shard_0.bin": (path, signal, time, range) =>
        (time < 3 ? broken : sound)(path, signal, time, range),
    });
    const { progress } = await bring(await modelOf());
    const total = modelBytes((await modelOf()).manifest);
    expect(Math.max(...progress.map(({ bytes }) => bytes))).toBe(total);
    expect(progress.at(-1)?.bytes).toBe(total);
  });

  test("too little space is told before any download", async () => {
    serve();
    vi.spyOn(navigator.storage, "estimate").mockResolvedValueOnce({ quota: 1000, usage: 600 });
    const refusal = await fault(bring(await modelOf()));
    expect(refusal.kind).toBe("no-space");
    expect(asked).toEqual([]);
  });
});

describe("a connection that breaks inside a shard", () => {
  const shard = content("params_shard_0.bin");
  const from = (range: string | null) => Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
  const rest = (at: number, labelled = at) =>
    new Response(shard.slice(at), {
      status: 206,
      headers: { "content-range": `bytes ${labelled}-${shard.length - 1}/${shard.length}` },
    });

  /** Breaks at first, then answers as given. Returns the stored shard's bytes. */
  async function mended(then: (range: string | null, time: number) => Response): Promise<Uint8Array> {
    serve({
      "params_shard_0.bin": (path, signal, time, range) =>
        time === 1 ? broken(path, signal, time, range) : then(range, time),
    });
    const { base, progress } = await bring(await modelOf());
    expect(progress.every(({ fraction }) => fraction <= 1)).toBe(true);
    expect(progress.at(-1)?.fraction).toBe(1);
    const response = await (await caches.open("webllm/model")).match(`${base}params_shard_0.bin`);
    return new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer());
  }

  test("only the rest is asked for", async () => {
    expect(await mended((range) => rest(from(range)))).toEqual(shard);
    expect(ranges).toEqual(["params_shard_0.bin bytes=1000-"]);
  });

  test("a server that ignores ranges sends all of it again, which is no harm", async () => {
    expect(await mended(() => new Response(shard))).toEqual(shard);
    expect(ranges).toHaveLength(1);
  });

  test("a server that answers another range isn't believed", async () => {
    expect(await mended((range, time) => (time === 2 ? rest(0, 0) : rest(from(range))))).toEqual(shard);
  });

  test("a server that refuses ranges is asked for the whole", async () => {
    const refused = (range: string | null) =>
      range ? new Response("no", { status: 416 }) : new Response(shard);
    expect(await mended(refused)).toEqual(shard);
  });

  test("a rest that doesn't fit the beginning is found by the hash, and all is fetched anew", async () => {
    const other = (range: string | null) =>
      range
        ? new Response(content("params_shard_0.bin", 9).slice(from(range)), {
            status: 206,
            headers: { "content-range": `bytes ${from(range)}-` },
          })
        : new Response(shard);
    expect(await mended(other)).toEqual(shard);
  });

  test("a stall ends after 30 seconds and counts as broken", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    try {
      const stalls: Answer = (_path, signal) =>
        new Response(
          new ReadableStream({
            start(stream) {
              stream.enqueue(shard.slice(0, 500));
              signal?.addEventListener("abort", () => stream.error(new DOMException("x", "AbortError")));
            },
          }),
        );
      serve({
        "params_shard_0.bin": (path, signal, time, range) =>
          time === 1 ? stalls(path, signal, time, range) : rest(from(range)),
      });
      const model = await modelOf();
      const done = bring(model);
      await vi.waitFor(async () => expect(await allKeys()).toHaveLength(paths.length - 1));
      await vi.advanceTimersByTimeAsync(29_000);
      expect(ranges).toEqual([]);
      await vi.advanceTimersByTimeAsync(3_000);
      await done;
      expect(ranges).toEqual(["params_shard_0.bin bytes=500-"]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a manifest that lies", () => {
  const lie = async (change: (bytes: number) => number): Promise<LocatedModel> => {
    const { manifest } = await modelOf();
    const files = manifest.files.map((file) =>
      file.path === "params_shard_0.bin" ? { ...file, bytes: change(file.bytes) } : file,
    );
    return { folder, manifest: { ...manifest, files } };
  };

  test.for<[string, (bytes: number) => number, string, RegExp]>([
    ["too small", (bytes) => bytes - 1, "wrong-file", /more than 199999 bytes/],
    ["too large", (bytes) => bytes + 1, "wrong-file", /200000 bytes instead of 200001/],
    ["larger than this disk", () => 2 ** 50, "no-space", /1125899908 MB/],
  ])("about a size: %s", async ([, change, kind, words]) => {
    serve();
    const refusal = await fault(bring(await lie(change)));
    expect(refusal.kind).toBe(kind);
    expect(faultWords(refusal)).toMatch(words);
    expect((await allKeys()).some((url) => url.endsWith("params_shard_0.bin"))).toBe(false);
  });

  test("no manifest may ask for a file that fits into no memory", async () => {
    const { manifest } = await lie(() => 2 ** 31);
    expect(() => parseManifest(manifest)).toThrow(/files\.\d\.bytes/);
  });
});

describe("another version", () => {
  const renewed = () => modelOf(1, "ffffffffffff");

  test("that comes while downloading is never mixed with the old one", async () => {
    // The server changes after the first files: their old content has come, the others are of the new version.
    let served = 0;
    serve({}, (path) => new Response(content(path, served++ < 3 ? 0 : 1)));
    expect((await fault(bring(await modelOf()))).kind).toBe("wrong-file");
    const { base } = await bring(await renewed());
    for (const { path } of (await modelOf()).manifest.files)
      for (const name of cacheNames) {
        const response = await (await caches.open(name)).match(base + path);
        if (response) expect(new Uint8Array(await response.arrayBuffer())).toEqual(content(path, 1));
      }
    expect((await allKeys()).every((url) => url.startsWith(base))).toBe(true);
  });

  test("takes the old one's place only when it is whole", async () => {
    serve();
    const old = await modelOf();
    await bring(old);
    serve({ "params_shard_1.bin": () => html(500) }, (path) => new Response(content(path, 1)));
    await fault(bring(await renewed()));
    expect(await stored(old)).toMatchObject({ complete: true });
    serve({}, (path) => new Response(content(path, 1)));
    await bring(await renewed());
    expect(await stored(old)).toMatchObject({ bytes: 0 });
  });

  test("takes it before where there is no room for both", async () => {
    serve();
    const old = await modelOf();
    await bring(old);
    serve({}, (path) => new Response(content(path, 1)));
    vi.spyOn(navigator.storage, "estimate").mockResolvedValueOnce({ quota: 1000, usage: 600 });
    await bring(await renewed());
    expect(await stored(old)).toMatchObject({ bytes: 0 });
    expect(await stored(await renewed())).toMatchObject({ complete: true });
  });
});

describe("what is stored", () => {
  test("is listed with name, version, size and date; whole models are found without a network", async () => {
    serve();
    const model = await modelOf();
    await bring(model);
    const [found, ...others] = await storedModels();
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      folder,
      version: "0123456789ab",
      bytes: modelBytes(model.manifest),
      model,
    });
    expect(Math.abs(Date.now() - (found?.since ?? 0))).toBeLessThan(10_000);
    serve({ "model.json": () => Promise.reject(new TypeError("Failed to fetch")) });
    expect(await findModel(folder)).toEqual(model);
    serve({ "model.json": () => html(200) });
    expect(await findModel(folder)).toEqual(model);
  });

  test("half of it is listed, but isn't taken for a model", async () => {
    serve({ "params_shard_1.bin": () => html(404) });
    const model = await modelOf();
    await fault(bring(model));
    const [half] = await storedModels();
    expect(half?.bytes).toBeGreaterThan(0);
    expect(half?.bytes).toBeLessThan(modelBytes(model.manifest));
    serve({ "model.json": () => Promise.reject(new TypeError("Failed to fetch")) });
    expect((await fault(findModel(folder))).kind).toBe("network");
  });

  test("is verified by its hashes: what is wrong is named and goes", async () => {
    serve();
    const model = await modelOf();
    const { base } = await bring(model);
    expect(await verifyStored(model)).toEqual([]);
    const cache = await caches.open("webllm/model");
    const bytes = content("params_shard_0.bin");
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    await cache.put(`${base}params_shard_0.bin`, new Response(bytes));
    expect(await verifyStored(model)).toEqual(["params_shard_0.bin"]);
    expect(await cache.match(`${base}params_shard_0.bin`)).toBeUndefined();
  });

  test("is deleted by version, manifest included, even without a network", async () => {
    serve();
    const { base } = await bring(await modelOf());
    serve({}, () => Promise.reject(new TypeError("Failed to fetch")));
    await deleteStored(base);
    expect(await storedModels()).toEqual([]);
    expect(asked).toEqual([]);
  });

  test("of the page itself, by the service worker, is no model's and stays", async () => {
    const name = "petoolllama/page-test";
    const page = await caches.open(name);
    onTestFinished(() => caches.delete(name).then(() => undefined));
    const model = await modelOf();
    // Even under the address of one of the model's files.
    const alike = `${folder}resolve/0123456789ab/params_shard_0.bin`;
    for (const url of [alike, new URL("/assets/index.js", location.href).href])
      await page.put(url, new Response(content("params_shard_0.bin")));
    expect(await storedModels()).toEqual([]);
    expect(await stored(model)).toMatchObject({ bytes: 0, complete: false });
    serve();
    const { base } = await bring(model);
    expect(asked.toSorted()).toEqual(paths.toSorted());
    expect((await storedModels()).map(({ bytes }) => bytes)).toEqual([modelBytes(model.manifest)]);
    await remove(model);
    await deleteStored(base);
    expect(await page.keys()).toHaveLength(2);
  });

  test("a damaged note of the model leaves it deletable", async () => {
    serve();
    const { base } = await bring(await modelOf());
    await (await caches.open("petoolllama/library")).put(`${base}model.json`, new Response("{"));
    const [found] = await storedModels();
    expect(found).toMatchObject({ model: null, base });
    await deleteStored(base);
    expect(await allKeys()).toEqual([]);
  });
});

test("a browser that runs out of space while storing is told so, and what was complete stays", async () => {
  serve();
  const model = await modelOf();
  const put = vi.spyOn(Cache.prototype, "put").mockImplementation(function (this: Cache, request, response) {
    const url = typeof request === "string" ? request : "";
    if (url.endsWith("params_shard_1.bin")) throw new DOMException("full", "QuotaExceededError");
    return realPut.call(this, request, response);
  });
  try {
    const refusal = await fault(bring(model));
    expect(refusal.kind).toBe("no-space");
    expect(faultWords(refusal)).toMatch(/Free some space/);
  } finally {
    put.mockRestore();
  }
  await bring(model);
  expect(await stored(model)).toMatchObject({ complete: true });
});

describe("cancelling", () => {
  test("while downloading stops at once, and what is complete stays", async () => {
    const controller = new AbortController();
    const endless: Answer = (_path, signal) =>
      new Response(
        new ReadableStream({
          start(stream) {
            stream.enqueue(new Uint8Array(10));
            signal?.addEventListener("abort", () => stream.error(new DOMException("aborted", "AbortError")));
          },
        }),
      );
    serve({ "params_shard_0.bin": endless, "params_shard_1.bin": endless });
    const model = await modelOf();
    const ended = fault(bring(model, controller));
    await vi.waitFor(async () => expect(await allKeys()).toHaveLength(4));
    const started = performance.now();
    controller.abort();
    expect((await ended).kind).toBe("cancelled");
    expect(performance.now() - started).toBeLessThan(500);
    serve();
    await bring(model);
    expect(asked.toSorted()).toEqual(["params_shard_0.bin", "params_shard_1.bin"]);
  });

  test("while what is stored is checked asks for nothing, and takes nothing away", async () => {
    serve();
    const model = await modelOf();
    const { base } = await bring(model);
    await (await caches.open("webllm/model")).delete(`${base}params_shard_1.bin`);
    serve();
    const controller = new AbortController();
    const onProgress = ({ phase }: LoadProgress) => {
      if (phase === "check") controller.abort();
    };
    expect((await fault(deliver(model, { signal: controller.signal, onProgress }))).kind).toBe("cancelled");
    expect(asked).toEqual([]);
    expect(await allKeys()).toHaveLength(paths.length - 1);
  });

  test("before it begins asks for nothing", async () => {
    serve();
    expect((await fault(bring(await modelOf(), aborted()))).kind).toBe("cancelled");
    expect(asked).toEqual([]);
  });
});

function aborted(): AbortController {
  const controller = new AbortController();
  controller.abort();
  return controller;
}

describe("a manifest", () => {
  test.for<[string, () => Response | Promise<Response>, string, string]>([
    ["404", () => html(404), "not-a-model", "status 404"],
    ["500", () => html(500), "not-a-model", "status 500"],
    ["HTML", () => html(200), "not-a-model", "an HTML page"],
    ["half of one", () => new Response('{"schema": 1, "id'), "not-a-model", "no JSON"],
    ["another JSON", () => new Response("[]"), "not-a-model", "not as expected"],
    ["no connection", () => Promise.reject(new TypeError("Failed to fetch")), "network", "can't be reached"],
  ])("that is %s is refused", async ([, answer, kind, words]) => {
    serve({ "model.json": answer });
    const refusal = await fault(loadManifest(folder));
    expect(refusal.kind).toBe(kind);
    expect(faultWords(refusal)).toContain(words);
    expect(faultWords(refusal)).toContain("model.json");
  });

  test("that doesn't come is waited for no longer than 20 seconds", async () => {
    const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => aborting(50));
    serve({
      "model.json": (_path, signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        }),
    });
    try {
      const refusal = await fault(loadManifest(folder));
      expect(refusal.said).toEqual({ code: "unreachable", url: `${folder}model.json` });
      expect(timeout).toHaveBeenCalledWith(20_000);
    } finally {
      timeout.mockRestore();
    }
  });
});

/** Aborts after so many milliseconds. */
function aborting(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
}
