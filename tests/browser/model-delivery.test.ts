/** Delivery against injected faults, with real caches; only the network is played. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  loadManifest,
  modelBytes,
  ModelFault,
  remove,
  stored,
  type LoadProgress,
  type LocatedModel,
} from "../../src/model";
import { deliver } from "../../src/model/delivery";
import { sha256 } from "../../src/model/download";
import { parseManifest } from "../../src/model/manifest";

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
type Answer = (path: string, signal: AbortSignal | null, time: number) => Response | Promise<Response>;
const sound: Answer = (path) =>
  new Response(content(path), { headers: { "content-type": "application/octet-stream" } });
let asked: string[] = [];

/** Plays the server; `faults` answer in place of the sound file, `time` counts the requests for a path from 1. */
function serve(faults: Record<string, Answer> = {}, rest: Answer = sound): void {
  asked = [];
  vi.stubGlobal("fetch", (input: string, options: RequestInit = {}) => {
    const path = new URL(input).pathname.split("/").pop() ?? "";
    asked.push(path);
    const time = asked.filter((one) => one === path).length;
    return Promise.resolve((faults[path] ?? rest)(path, options.signal ?? null, time));
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

async function allKeys(): Promise<string[]> {
  const keys = await Promise.all(cacheNames.map(async (name) => (await caches.open(name)).keys()));
  return keys
    .flat()
    .map(({ url }) => url)
    .filter((url) => url.startsWith(folder));
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
    expect(await keys("petoolllama/library")).toEqual([`${base}lib.wasm`]);
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
    headers: { "content-type": "text/html" },
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
    ["404", () => html(404), "wrong-file", "status 404, text/html"],
    ["500", () => html(500), "wrong-file", "status 500"],
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
    expect(refusal.message).toContain("params_shard_1.bin");
    expect(refusal.message).toContain(words);
    expect(refusal.message).toContain("3 attempts");
    expect(asked.filter((path) => path === "params_shard_1.bin")).toHaveLength(3);
    expect((await allKeys()).some((url) => url.endsWith("params_shard_1.bin"))).toBe(false);
    // Trying again goes on with what is there.
    const there = (await allKeys()).length;
    serve();
    await bring(model);
    expect(asked).toHaveLength(paths.length - there);
    expect(await stored(model)).toMatchObject({ complete: true });
  });

  test.for(paths)("HTML in place of %s is refused", async (path) => {
    serve({ [path]: () => html(200) });
    expect((await fault(bring(await modelOf()))).message).toContain(path);
  });

  test("that passes is survived, and the bytes are counted right", async () => {
    serve({ "params_shard_0.bin": (path, signal, time) => (time < 3 ? broken : sound)(path, signal, time) });
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
    ["HTML", () => html(200), "not-a-model", "an HTML page"],
    ["half of one", () => new Response('{"schema": 1, "id'), "not-a-model", "no JSON"],
    ["another JSON", () => new Response("[]"), "not-a-model", "not as expected"],
    ["no connection", () => Promise.reject(new TypeError("Failed to fetch")), "network", "can't be reached"],
  ])("that is %s is refused", async ([, answer, kind, words]) => {
    serve({ "model.json": answer });
    const refusal = await fault(loadManifest(folder));
    expect(refusal.kind).toBe(kind);
    expect(refusal.message).toContain(words);
    expect(refusal.message).toContain("model.json");
  });
});
