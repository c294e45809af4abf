import { describe, expect, test } from "vitest";
import type { Scenario } from "../../src/domain/scenario";
import { ModelFault, type GpuReport, type LoadOptions, type LocatedModel } from "../../src/model";
import { ModelSession } from "../../src/state/modelSession.svelte";
import type { ModelConnection, ModelSource } from "../../src/state/modelSource";
import type { Trust } from "../../src/state/trust";

const manifest = (version: string, sha256 = "11") => ({
  folder: "https://example.org/m/",
  manifest: {
    name: "M",
    version,
    contextWindow: 2048,
    library: "lib.wasm",
    files: [{ path: "lib.wasm", bytes: 7, sha256 }],
  } as unknown as LocatedModel["manifest"],
});
const gpu: GpuReport = { ok: true, reason: null, adapter: null, lacking: [] };

/** Trust that lasts for the test. */
class Memory implements Trust {
  readonly known = new Map<string, string>();
  allowed = (folder: string) => Promise.resolve(this.known.get(folder));
  allow = (folder: string, sha256: string) => Promise.resolve(void this.known.set(folder, sha256));
}

/** The lock of a browser with one other tab, which can take the device, and give it back. */
class FakeLock {
  other = false;
  held = false;
  taken = () => {};
  freed = () => {};
  take = (steal: boolean, onTaken: () => void) => {
    if (this.other && !steal) return Promise.resolve(false);
    this.taken = () => {
      [this.other, this.held] = [true, false];
      onTaken();
    };
    [this.other, this.held] = [false, true];
    return Promise.resolve(true);
  };
  free = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      this.freed = () => {
        this.other = false;
        resolve();
      };
      signal.addEventListener("abort", () => reject(new Error("aborted")));
    });
  release = () => void (this.held = false);
}

/** A model source that loads until told to end. */
class Fake implements ModelSource {
  gpu = gpu;
  complete = false;
  removed = 0;
  isForeign = false;
  space: number | null = null;
  closed = 0;
  contexts: number[] = [];
  lock = new FakeLock();
  finding: Promise<LocatedModel> = Promise.resolve(manifest("1"));
  loads: { options: LoadOptions; end: (error?: Error) => void }[] = [];
  refusal: Error = new Error("unused");
  connection: ModelConnection = {
    onLost: null,
    select: () => Promise.reject(this.refusal),
    distribution: () => Promise.reject(new Error("unused")),
    prepare: () => Promise.reject(new Error("unused")),
    close: () => void (this.closed += 1),
    load: (options) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener("abort", () => reject(new ModelFault({ code: "cancelled" })));
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
  foreign = () => this.isForeign;
  free = () => Promise.resolve(this.space);
  connect = (_: LocatedModel, contextWindow: number) => {
    this.contexts.push(contextWindow);
    return this.connection;
  };
}

/** A session that has loaded its model. */
async function ready(source: Fake, trust: Trust = new Memory()): Promise<ModelSession> {
  const session = new ModelSession(source, trust);
  await session.look(false);
  const loading = session.load();
  await expect.poll(() => source.loads.length).toBe(1);
  source.loads[0]?.end();
  await loading;
  return session;
}

const altered = () =>
  new ModelFault({
    code: "wrong-file",
    file: "lib.wasm",
    came: { answer: null, mishap: { code: "altered" } },
    attempts: 3,
  });
const lost = () => new ModelFault({ code: "device-lost" });

test("offers a model that isn't stored, and downloads nothing before it is asked to", async () => {
  const source = new Fake();
  const session = new ModelSession(source, new Memory());
  await session.look(false);
  expect([session.status, session.room.size, source.loads.length]).toEqual(["absent", 7, 0]);
});

test("loads a stored model by itself, and tells its progress", async () => {
  const source = new Fake();
  source.complete = true;
  const session = new ModelSession(source, new Memory());
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
  const session = new ModelSession(source, new Memory());
  await session.look(true);
  await session.load();
  expect([session.status, source.loads.length]).toEqual(["unsupported", 0]);
});

test("can be cancelled and taken up again", async () => {
  const source = new Fake();
  const session = new ModelSession(source, new Memory());
  await session.look(false);
  const loading = session.load();
  await expect.poll(() => source.loads.length).toBe(1);
  session.cancel();
  await loading;
  expect([session.status, session.fault]).toEqual(["absent", null]);
  const again = session.load();
  await expect.poll(() => source.loads.length).toBe(2);
  source.loads[1]?.end();
  await again;
  expect(session.status).toBe("ready");
});

test("a failure is told in the model side's words; a retry goes on", async () => {
  const source = new Fake();
  const session = new ModelSession(source, new Memory());
  await session.look(false);
  const loading = session.load();
  await expect.poll(() => source.loads.length).toBe(1);
  source.loads[0]?.end(altered());
  await loading;
  expect([session.status, session.fault]).toEqual(["failed", altered()]);
  const again = session.load();
  await expect.poll(() => source.loads.length).toBe(2);
  source.loads[1]?.end();
  await again;
  expect([session.status, session.fault]).toEqual(["ready", null]);
});

test("a manifest that can't be found is a failure; a retry looks again", async () => {
  const source = new Fake();
  const found = source.finding;
  source.finding = Promise.reject(new ModelFault({ code: "no-manifest", url: "x", page: true }));
  const session = new ModelSession(source, new Memory());
  await session.look(false);
  expect(session.status).toBe("failed");
  source.finding = found;
  const again = session.load();
  await expect.poll(() => source.loads.length).toBe(1);
  source.loads[0]?.end();
  await again;
  expect(session.status).toBe("ready");
});

describe("a lost device", () => {
  test("takes the model away, and it is loaded anew by itself", async () => {
    const source = new Fake();
    const session = await ready(source);
    const before = session.select;
    source.connection.onLost?.(lost());
    expect([session.status, session.select]).toEqual(["loading", null]);
    expect(session.recovering?.kind).toBe("device-lost");
    await expect.poll(() => source.loads.length).toBe(2);
    expect(source.lock.held).toBe(true);
    source.loads[1]?.end();
    await expect.poll(() => session.status).toBe("ready");
    expect(session.select).not.toBe(before);
    expect(session.recovering).toBeNull();
  });

  test("that keeps getting lost waits for the user after the second time, and offers a smaller context", async () => {
    const source = new Fake();
    const session = await ready(source);
    source.connection.onLost?.(lost());
    // Lost again while loading.
    await expect.poll(() => source.loads.length).toBe(2);
    source.loads[1]?.end(lost());
    await expect.poll(() => source.loads.length).toBe(3);
    source.loads[2]?.end(lost());
    await expect.poll(() => session.status).toBe("failed");
    expect([session.smallerContext, source.lock.held]).toEqual([1152, false]);
    const smaller = session.loadSmaller();
    await expect.poll(() => source.loads.length).toBe(4);
    source.loads[3]?.end();
    await smaller;
    expect([session.status, session.contextWindow, source.contexts]).toEqual(["ready", 1152, [2048, 1152]]);
  });

  test("that left a context too small for the candidates ends in one that holds them", async () => {
    const source = new Fake();
    const session = await ready(source);
    source.connection.onLost?.(new ModelFault({ code: "out-of-memory", why: "x" }));
    const smaller = session.loadSmaller();
    await expect.poll(() => source.loads.length).toBe(2);
    source.loads[1]?.end();
    await smaller;
    expect([session.contextWindow, session.fittingContext]).toEqual([1152, null]);

    const ask = () => session.select?.({} as Scenario, () => {}).catch(() => undefined);
    for (const [needed, fitting] of [
      [1268, 1280],
      [2030, 2048],
      [2049, null],
      [null, null],
    ] as const) {
      source.refusal = new ModelFault({ code: "prompt-too-long", needed });
      await ask();
      expect(session.fittingContext).toBe(fitting);
    }
    source.refusal = new ModelFault({ code: "prompt-too-long", needed: 1268 });
    await ask();
    const before = session.select;
    const enough = session.loadFitting();
    expect([session.status, session.select]).toEqual(["loading", null]);
    await expect.poll(() => source.loads.length).toBe(3);
    // Another tab must not get the device in between.
    expect(source.lock.held).toBe(true);
    source.loads[2]?.end();
    await enough;
    expect([session.status, session.contextWindow, session.fittingContext]).toEqual(["ready", 1280, null]);
    expect(session.select).not.toBe(before);
    expect(source.contexts).toEqual([2048, 1152, 1280]);
  });

  test("for want of memory isn't tried again as it was", async () => {
    const source = new Fake();
    const session = await ready(source);
    source.connection.onLost?.(new ModelFault({ code: "out-of-memory", why: "x" }));
    expect([session.status, session.smallerContext, source.loads.length]).toEqual(["failed", 1152, 1]);
  });
});

describe("one tab has the device", () => {
  test("another says so, can take over, and waits for its turn again", async () => {
    const source = new Fake();
    source.lock.other = true;
    const session = new ModelSession(source, new Memory());
    await session.look(true);
    expect([session.status, source.loads.length]).toEqual(["elsewhere", 0]);
    const taking = session.takeOver();
    await expect.poll(() => source.loads.length).toBe(1);
    source.loads[0]?.end();
    await taking;
    expect(session.status).toBe("ready");
    // And back again.
    source.lock.taken();
    expect([session.status, session.select, source.closed]).toEqual(["elsewhere", null, 1]);
  });

  test("taken away while loading, nothing goes on", async () => {
    const source = new Fake();
    const session = new ModelSession(source, new Memory());
    await session.look(false);
    const loading = session.load();
    await expect.poll(() => source.loads.length).toBe(1);
    source.lock.taken();
    await loading;
    expect([session.status, source.loads[0]?.options.signal?.aborted]).toEqual(["elsewhere", true]);
  });

  test("when the other tab ends, what is stored is loaded by itself", async () => {
    const source = new Fake();
    [source.complete, source.lock.other] = [true, true];
    const session = new ModelSession(source, new Memory());
    await session.look(false);
    expect(session.status).toBe("elsewhere");
    source.lock.freed();
    await expect.poll(() => source.loads.length).toBe(1);
    source.loads[0]?.end();
    await expect.poll(() => session.status).toBe("ready");
  });

  test("when the other tab ends, nothing is downloaded unasked", async () => {
    const source = new Fake();
    source.lock.other = true;
    const session = new ModelSession(source, new Memory());
    await session.look(false);
    await session.load();
    source.lock.freed();
    await expect.poll(() => session.status).toBe("absent");
    expect(source.loads).toHaveLength(0);
  });

  test.each([
    ["cancelled", new ModelFault({ code: "cancelled" })],
    ["a wrong file", altered()],
  ])("ended by %s, the device is free", async (_, fault) => {
    const source = new Fake();
    const session = new ModelSession(source, new Memory());
    await session.look(false);
    const loading = session.load();
    await expect.poll(() => source.loads.length).toBe(1);
    expect(source.lock.held).toBe(true);
    source.loads[0]?.end(fault);
    await loading;
    expect(source.lock.held).toBe(false);
  });
});

describe("a model from another origin", () => {
  test("is asked about once; its program's hash is remembered", async () => {
    const source = new Fake();
    [source.isForeign, source.complete] = [true, true];
    const trust = new Memory();
    const session = new ModelSession(source, trust);
    await session.look(true);
    expect([session.status, source.loads.length]).toEqual(["asking", 0]);
    expect(session.question).toEqual({ origin: "https://example.org", sha256: "11", changed: false });
    await session.load();
    expect(source.loads).toHaveLength(0);
    const allowing = session.allow();
    await expect.poll(() => source.loads.length).toBe(1);
    source.loads[0]?.end();
    await allowing;
    expect(session.status).toBe("ready");
    const later = new ModelSession(source, trust);
    const looking = later.look(false);
    await expect.poll(() => source.loads.length).toBe(2);
    source.loads[1]?.end();
    await looking;
    expect(later.status).toBe("ready");
  });

  test("with another program than the allowed one is asked about again", async () => {
    const source = new Fake();
    [source.isForeign, source.complete] = [true, true];
    const trust = new Memory();
    await trust.allow("https://example.org/m/", "22");
    const session = new ModelSession(source, trust);
    await session.look(true);
    expect(session.status).toBe("asking");
    expect(session.question).toMatchObject({ sha256: "11", changed: true });
  });
});

test("a model that changed while it was downloaded is looked for anew, once it is known", async () => {
  const source = new Fake();
  const session = new ModelSession(source, new Memory());
  await session.look(false);
  const loading = session.load();
  await expect.poll(() => source.loads.length).toBe(1);
  source.finding = Promise.resolve(manifest("2"));
  source.loads[0]?.end(altered());
  await expect.poll(() => source.loads.length).toBe(2);
  expect(session.manifest?.version).toBe("2");
  source.loads[1]?.end();
  await loading;
  expect(session.status).toBe("ready");
});

test("room is judged by what is still missing", async () => {
  const source = new Fake();
  source.space = 1000;
  const session = new ModelSession(source, new Memory());
  await session.look(false);
  expect([session.room.missing, session.room.free, session.room.enough]).toEqual([7, 1000, false]);
  source.complete = true;
  source.space = 2e6;
  await session.delete();
  expect(session.room.enough).toBe(true);
});

test("deleting during a download stops it first", async () => {
  const source = new Fake();
  const session = new ModelSession(source, new Memory());
  await session.look(false);
  void session.load();
  await expect.poll(() => source.loads.length).toBe(1);
  await session.delete();
  expect([session.status, source.removed]).toEqual(["absent", 1]);
  expect(source.loads[0]?.options.signal?.aborted).toBe(true);
});
