/** Faults of the server that a model comes from. Field notes and issue name them; `npm run faults` counts them. */
import { readFileSync } from "node:fs";
import type { Fault } from "./site";

const fixture = (path: string) => readFileSync(new URL(`../fixtures/tiny-llama/${path}`, import.meta.url));

const SHARD = "params_shard_0.bin";
const shard = fixture(SHARD);

const answer =
  (body: Buffer | string, type = "application/octet-stream", status = 200): Fault =>
  (_, response) =>
    void response
      .writeHead(status, {
        "content-type": type,
        "content-length": Buffer.byteLength(body),
        "access-control-allow-origin": "*",
      })
      .end(body);

const portal = answer("<!doctype html><h1>Welcome to the Wi-Fi. Please log in.</h1>", "text/html");

/** Half of the shard, and then no more: the connection stays open, or breaks. */
const half =
  (then: "stalls" | "breaks"): Fault =>
  (_, response) => {
    response.writeHead(200, { "content-length": shard.length });
    response.write(shard.subarray(0, shard.length >> 1), () => {
      if (then === "breaks") setTimeout(() => response.destroy(), 50);
    });
  };

const flipped = Buffer.from(shard);
flipped[1000] = (flipped[1000] ?? 0) ^ 1;

interface File {
  path: string;
  bytes: number;
}
type Manifest = Record<string, unknown> & { files: File[] };

/** The manifest of the tiny model with changes. */
export function manifestWith(change: (manifest: Manifest) => void): Fault {
  const manifest = JSON.parse(fixture("model.json").toString()) as Manifest;
  change(manifest);
  return answer(JSON.stringify(manifest), "application/json");
}

const lyingBy = (bytes: number): Fault =>
  manifestWith(({ files }) => {
    const file = files.find(({ path }) => path === SHARD);
    if (file) file.bytes += bytes;
  });

/** A fault that stays until somebody mends it: the page has to name the file and what came, and to run nothing. */
export interface LastingFault {
  name: string;
  path: string;
  fault: Fault;
  /** What the page says, among other things. */
  words: RegExp;
}

const files = ["lib.wasm", "mlc-chat-config.json", SHARD, "tensor-cache.json", "tokenizer.json"];

export const lastingFaults: readonly LastingFault[] = [
  {
    name: "404",
    path: SHARD,
    fault: answer("no", "text/plain", 404),
    words: /status 404, text\/plain, 2 bytes/,
  },
  {
    name: "500",
    path: SHARD,
    fault: answer("no", "text/plain", 500),
    words: /status 500, text\/plain, 2 bytes/,
  },
  {
    name: "connection dropped in the middle of a shard",
    path: SHARD,
    fault: half("breaks"),
    words: /the connection broke/,
  },
  { name: "truncated shard", path: SHARD, fault: answer(shard.subarray(0, -100)), words: /bytes instead of/ },
  { name: "bit-flipped shard", path: SHARD, fault: answer(flipped), words: /altered content/ },
  ...files.map((path) => ({
    name: `HTML with status 200 for ${path}`,
    path,
    fault: portal,
    words: /status 200, text\/html/,
  })),
];

/** Faults of the manifest: they show when the page is opened. */
export const manifestFaults: readonly LastingFault[] = [
  { name: "HTML with status 200 for model.json", path: "model.json", fault: portal, words: /an HTML page/ },
  {
    name: "no answer for model.json",
    path: "model.json",
    fault: (_, response) => void response.destroy(),
    words: /can't be reached/,
  },
  {
    name: "500 for model.json",
    path: "model.json",
    fault: answer("no", "text/plain", 500),
    words: /status 500/,
  },
  {
    name: "a stall of model.json",
    path: "model.json",
    fault: (_, response) => void response.writeHead(200, { "content-type": "application/json" }).write("{"),
    words: /can't be reached/,
  },
  {
    name: "a manifest that says too small a size",
    path: "model.json",
    fault: lyingBy(-1),
    words: /more than/,
  },
  {
    name: "a manifest that says too large a size",
    path: "model.json",
    fault: lyingBy(1),
    words: /instead of/,
  },
];

/** Faults that pass: the page has to get over them by itself. Made anew for each use, because they count. */
export interface PassingFault {
  name: string;
  /** By file. */
  faults: () => Record<string, Fault>;
}

/** One fault, then another, or what the site has. */
const first = (fault: Fault, then: Fault): Fault =>
  (
    (seen) => (request, response) =>
      (seen++ === 0 ? fault : then)(request, response)
  )(0);

const CONFIG = "mlc-chat-config.json";

/** The same configuration in other bytes, and a manifest that knows them. */
async function renewed(): Promise<{ config: Buffer; manifest: Fault }> {
  const config = Buffer.concat([fixture(CONFIG), Buffer.from("\n\n")]);
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", config)).toString("hex");
  const manifest = manifestWith((all) => {
    all["version"] = "ffffffffffff";
    all.files = all.files.map((file) =>
      file.path === CONFIG ? { ...file, bytes: config.length, sha256: digest } : file,
    );
  });
  return { config, manifest };
}
const next = await renewed();

export const passingFaults: readonly PassingFault[] = [
  {
    name: "connection dropped once, then a server that knows ranges",
    faults: () => ({
      [SHARD]: first(half("breaks"), ({ headers }, response) => {
        const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
        response.writeHead(206, { "content-range": `bytes ${from}-${shard.length - 1}/${shard.length}` });
        response.end(shard.subarray(from));
      }),
    }),
  },
  {
    name: "connection dropped once, then a server that ignores ranges",
    faults: () => ({ [SHARD]: first(half("breaks"), answer(shard)) }),
  },
  {
    name: "500 once",
    faults: () => ({ [SHARD]: first(answer("no", "text/plain", 500), answer(shard)) }),
  },
  {
    name: "a changed version while downloading",
    faults: () => ({
      "model.json": first(answer(fixture("model.json"), "application/json"), next.manifest),
      [CONFIG]: answer(next.config, "application/json"),
    }),
  },
  {
    name: "a stall",
    faults: () => ({ [SHARD]: first(half("stalls"), answer(shard)) }),
  },
];
