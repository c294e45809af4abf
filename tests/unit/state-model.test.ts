import { expect, test } from "vitest";
import { ModelFault, type GpuReport, type LoadOptions, type LocatedModel } from "../../src/model";
import { ModelSession } from "../../src/state/modelSession.svelte";
import type { ModelConnection, ModelSource } from "../../src/state/modelSource";

const located = { folder: "https://example.org/m/", manifest: { name: "M", files: [{ bytes: 7 }] } };
const gpu: GpuReport = { ok: true, reason: null, message: "", advice: "", adapter: null, lacking: [] };

/** A model source that loads until told to end. */
class Fake implements ModelSource {
  gpu = gpu;
  complete = false;
  removed = 0;
  finding: Promise<LocatedModel> = Promise.resolve(located as unknown as LocatedModel);
  loads: { options: LoadOptions; end: (error?: Error) => void }[] = [];
  connection: ModelConnection = {
    onLost: null,
    select: () => Promise.reject(new Error("unused")),
    close: () => undefined,
    load: (options) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener("abort", () => reject(new ModelFault("cancelled", "Cancelled.")));
        this.loads.push({ options, end: (error) => (error ? reject(error) : resolve()) });
      }),
  };
  find = () => this.finding;
  probe = () => Promise.resolve(this.gpu);
  stored = () => Promise.resolve({ bytes: this.complete ? 7 : 0, total: 7, complete: this.complete });
  remove = () => {
    this.removed += 1;
    return Promise.resolve();
  };
  connect = () => this.connection;
}

test("offers a model that isn't stored, and downloads nothing before it is asked to", async () => {
  const source = new Fake();
  const session = new ModelSession(source);
  await session.look(false);
  expect([session.status, session.size, source.loads.length]).toEqual(["absent", 7, 0]);
});

test("loads a stored model by itself, and tells its progress", async () => {
  const source = new Fake();
  source.complete = true;
  const session = new ModelSession(source);
  const looking = session.look(false);
  await expect.poll(() => source.loads.length).toBe(1);
  const progress = {
    phase: "load" as const,
    fraction: 0.5,
    bytes: 7,
    total: 7,
    bytesPerSecond: null,
    secondsLeft: null,
  };
  source.loads[0]?.options.onProgress?.(progress);
  expect([session.status, session.progress]).toEqual(["loading", progress]);
  source.loads[0]?.end();
  await looking;
  expect(session.status).toBe("ready");
  expect(session.select).not.toBeNull();
});

test("loads nothing in a browser that can't run it", async () => {
  const source = new Fake();
  source.gpu = { ...gpu, ok: false, reason: "no-webgpu" };
  source.complete = true;
  const session = new ModelSession(source);
  await session.look(true);
  await session.load();
  expect([session.status, source.loads.length]).toEqual(["unsupported", 0]);
});

test("can be cancelled and taken up again", async () => {
  const source = new Fake();
  const session = new ModelSession(source);
  await session.look(false);
  const loading = session.load();
  session.cancel();
  await loading;
  expect([session.status, session.fault]).toEqual(["absent", null]);
  const again = session.load();
  source.loads[1]?.end();
  await again;
  expect(session.status).toBe("ready");
});

test("a failure is told in the model side's words; a retry goes on", async () => {
  const source = new Fake();
  const session = new ModelSession(source);
  await session.look(false);
  const loading = session.load();
  source.loads[0]?.end(new ModelFault("wrong-file", "lib.wasm is altered."));
  await loading;
  expect([session.status, session.fault?.message]).toEqual(["failed", "lib.wasm is altered."]);
  const again = session.load();
  source.loads[1]?.end();
  await again;
  expect([session.status, session.fault]).toEqual(["ready", null]);
});

test("a manifest that can't be found is a failure; a retry looks again", async () => {
  const source = new Fake();
  const found = source.finding;
  source.finding = Promise.reject(new ModelFault("not-a-model", "There is no model here."));
  const session = new ModelSession(source);
  await session.look(false);
  expect(session.status).toBe("failed");
  source.finding = found;
  const again = session.load();
  await expect.poll(() => source.loads.length).toBe(1);
  source.loads[0]?.end();
  await again;
  expect(session.status).toBe("ready");
});

test("a lost device takes the model away until it is loaded anew", async () => {
  const source = new Fake();
  const session = new ModelSession(source);
  await session.look(false);
  const loading = session.load();
  source.loads[0]?.end();
  await loading;
  const before = session.select;
  source.connection.onLost?.(new ModelFault("device-lost", "The device was lost."));
  expect([session.status, session.select]).toEqual(["failed", null]);
  const again = session.load();
  source.loads[1]?.end();
  await again;
  expect(session.select).not.toBe(before);
});

test("deleting during a download stops it first", async () => {
  const source = new Fake();
  const session = new ModelSession(source);
  await session.look(false);
  void session.load();
  await session.delete();
  expect([session.status, source.removed]).toEqual(["absent", 1]);
  expect(source.loads[0]?.options.signal?.aborted).toBe(true);
});
