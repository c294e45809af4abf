/** The whole way on a graphics device (of software): a tiny model with random weights, loaded and selecting. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { joinTexts, promptTexts } from "../../src/domain/prompt";
import type { Scenario } from "../../src/domain/scenario";
import type { Selection } from "../../src/domain/selection";
import { toolSchema, type Tool } from "../../src/domain/tool";
import { callFaults, type AnswerForm } from "../../src/domain/toolCall";
import {
  loadManifest,
  ModelClient,
  ModelFault,
  probeGpu,
  remove,
  Selector,
  type LoadPhase,
  type LocatedModel,
  type SelectProgress,
} from "../../src/model";
import { chatConfigSchema, chatPieces } from "../../src/model/chatText";
import { onDeviceLost } from "../../src/model/deviceWatch";
import { Tokens } from "../../src/model/tokens";

const folder = new URL("/tests/fixtures/tiny-llama/", location.href).href;
const SLOW = 120_000;

type Shape = Partial<Tool["parameters"][number]>;
const tool = (name: string, parameters: Shape[] = []): Tool =>
  toolSchema.parse({
    name,
    description: `Tells ${name}.`,
    parameters: parameters.map((one) => ({ name: "on", type: "boolean", required: true, ...one })),
  });

const brief = [tool("A.B.C"), tool("A.B.CD"), tool("X.Y.Z", [{}])];
const scenario = (candidates: Tool[] = brief, more: Partial<Scenario> = {}): Scenario => ({
  setting: "rating-integrated",
  query: "Will it rain in Oslo?",
  history: [{ tool: "A.B.C", parameters: { city: "Bergen" }, rating: 1 }],
  candidates,
  ...more,
});

async function fault(act: Promise<unknown>): Promise<ModelFault> {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ModelFault) return error;
  throw new Error(`no fault came, but ${String(error)}`);
}

function expectSound(
  { answer, groups, tokens, milliseconds, text }: Selection,
  { candidates }: Scenario,
  form: AnswerForm,
) {
  const chosen = candidates.findIndex(({ name }) => name === answer.call.tool_name);
  const own = candidates[chosen];
  expect(own && callFaults(own, answer.call.parameters)).toEqual([]);
  expect(groups[0]?.candidates).toContain(chosen);
  expect(groups.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
  expect(groups.flatMap((group) => group.candidates).toSorted()).toEqual(candidates.map((_, index) => index));
  expect(answer.fit === null).toBe(form === "call");
  expect(text.startsWith(form === "call" ? '{"tool_name": "' : "Fit: ")).toBe(true);
  expect(tokens.prompt).toBeGreaterThan(50);
  expect(tokens.answer).toBeGreaterThan(5);
  expect(milliseconds.total).toBeCloseTo(milliseconds.prefill + milliseconds.decode, 3);
}

/** Every worker that was started. */
const workers: Worker[] = [];
const RealWorker = Worker;
class RecordedWorker extends RealWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    workers.push(this);
  }
}

let model: LocatedModel;
let client: ModelClient;
let ownWorker: Worker | undefined;

beforeAll(async () => {
  vi.stubGlobal("Worker", RecordedWorker);
  model = await loadManifest(folder);
  await remove(model);
});
afterAll(() => {
  client.close();
  vi.unstubAllGlobals();
});

test("the probe finds the software adapter good enough, and says what it is", async () => {
  const report = await probeGpu(model.manifest);
  expect(report).toMatchObject({ ok: true, reason: null, lacking: [], adapter: { software: true } });
  const greedy = {
    requires: { ...model.manifest.requires, features: ["shader-f16"], maxBufferSize: 2 ** 40 },
  };
  const refused = await probeGpu(greedy);
  expect(refused).toMatchObject({ ok: false, reason: "weak-adapter" });
  expect(refused.lacking).toHaveLength(2);
});

describe("loading", () => {
  test(
    "can be cancelled on the way to the device, leaves no worker, and can begin again",
    { timeout: SLOW },
    async () => {
      client = new ModelClient(model);
      const terminated = vi.spyOn(RealWorker.prototype, "terminate");
      const controller = new AbortController();
      const ended = fault(
        client.load({
          signal: controller.signal,
          onProgress: ({ phase }) => {
            if (phase === "compile") controller.abort();
          },
        }),
      );
      expect((await ended).kind).toBe("cancelled");
      expect(terminated).toHaveBeenCalledTimes(1);
      expect(client.ready).toBe(false);
      expect((await fault(client.select(scenario()))).kind).toBe("not-loaded");
      terminated.mockRestore();
    },
  );

  test("ends after a minute with a worker that never says a word", async () => {
    class MuteWorker extends RealWorker {
      constructor() {
        super(URL.createObjectURL(new Blob([""], { type: "text/javascript" })));
        workers.push(this);
      }
    }
    vi.stubGlobal("Worker", MuteWorker);
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    const terminated = vi.spyOn(RealWorker.prototype, "terminate");
    try {
      const mute = new ModelClient(model);
      const before = workers.length;
      let ended = false;
      const refusal = fault(mute.load()).finally(() => (ended = true));
      await vi.waitFor(() => expect(workers).toHaveLength(before + 1), { timeout: 20_000 });
      await vi.advanceTimersByTimeAsync(55_000);
      expect(ended).toBe(false);
      await vi.advanceTimersByTimeAsync(10_000);
      expect((await refusal).said).toEqual({ code: "worker-silent", seconds: 60 });
      expect(terminated).toHaveBeenCalledTimes(1);
    } finally {
      terminated.mockRestore();
      vi.useRealTimers();
      vi.stubGlobal("Worker", RecordedWorker);
    }
  });

  test("goes through its phases without any other download", { timeout: SLOW }, async () => {
    const phases: LoadPhase[] = [];
    const before = performance.getEntriesByType("resource").length;
    await client.load({ onProgress: ({ phase }) => phases.push(phase) });
    // The cancelled load left the verified files.
    expect(phases.filter((phase, at) => phase !== phases[at - 1])).toEqual([
      "check",
      "load",
      "compile",
      "ready",
    ]);
    expect(client.ready).toBe(true);
    ownWorker = workers.at(-1);
    const fetched = performance.getEntriesByType("resource").slice(before);
    expect(fetched.filter(({ name }) => name.startsWith(folder))).toEqual([]);
  });
});

describe("selecting", () => {
  let selector: Selector;
  beforeEach(() => {
    selector = new Selector(client);
  });

  test("gives a tool call under the schema, the probabilities, and progress", { timeout: SLOW }, async () => {
    const seen: SelectProgress[] = [];
    const selection = await client.select(scenario(), { onProgress: (progress) => seen.push(progress) });
    expectSound(selection, scenario(), "call");
    expect(selection.dropped).toBe(0);
    expect(seen[0]).toEqual({
      phase: "prefill",
      read: 0,
      text: "",
      groups: null,
      chosen: null,
      fits: null,
      fit: null,
    });
    expect(seen.every(({ text }) => selection.text.startsWith(text))).toBe(true);
    const reads = seen.map(({ read }) => read);
    expect(reads).toEqual([...reads].sort((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ phase: "decode", read: 1, text: selection.text });
    const decided = seen.find(({ groups }) => groups !== null);
    expect(decided?.groups).toEqual(selection.groups);
    expect(decided?.chosen).toBe(brief.findIndex(({ name }) => name === selection.answer.call.tool_name));
    // The name is known before it is written.
    expect(decided?.text).not.toContain("parameters");
    // The same again: nothing random is left.
    const again = await client.select(scenario());
    expect(again.text).toBe(selection.text);
    expect(again.groups).toEqual(selection.groups);
  });

  test("names with anything in them", { timeout: SLOW }, async () => {
    const odd = scenario(
      [
        tool('Q."u\\o/t".e'),
        tool("E.😀.Ü", [{ name: 'a"b', type: "string", enum: ['c"d'] }]),
        tool("R.שלום.م"),
      ],
      {
        query: "$& `<|im_end|>` {function_string} \n\u2028 🦙",
      },
    );
    const selection = await client.select(odd);
    expectSound(selection, odd, "call");
    // The tokens that fitting counts are those that web-llm reads.
    const read = async (path: string): Promise<unknown> => (await fetch(folder + path)).json();
    const config = chatConfigSchema.parse(await read("mlc-chat-config.json"));
    const tokens = new Tokens((await read("tokenizer.json")) as object);
    const pieces = chatPieces(config, promptTexts(odd, "call")).map(joinTexts);
    expect(selection.tokens.prompt).toBe(pieces.reduce((sum, piece) => sum + tokens.encode(piece).length, 0));
    expect(joinTexts(selection.prompt)).toBe(pieces.join(""));
  });

  test("one candidate, no history, no query", { timeout: SLOW }, async () => {
    const bare = scenario([tool("A.B.C")], { query: "", history: [] });
    const selection = await client.select(bare);
    expectSound(selection, bare, "call");
    expect(selection.groups).toEqual([{ candidates: [0], probability: 1 }]);
  });

  test("an answer without end is cut off, and the next one is fine", { timeout: SLOW }, async () => {
    expect((await fault(client.select(scenario(), { maxTokens: 9 }))).kind).toBe("cut-off");
    const bare = scenario([tool("A.B.C")]);
    expectSound(await client.select(bare), bare, "call");
  });

  test("can be interrupted between two tokens; then the next one runs", { timeout: SLOW }, async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const ended = fault(
      client.select(scenario(), {
        signal: controller.signal,
        onProgress: ({ phase, text }) => {
          if (phase === "decode" && seen.push(text) === 3) controller.abort();
        },
      }),
    );
    expect((await ended).kind).toBe("cancelled");
    const next = await client.select(scenario());
    expectSound(next, scenario(), "call");
    expect(next.text.startsWith(seen.at(-1) ?? "nothing")).toBe(true);
    expect(next.text).not.toBe(seen.at(-1));
  });

  test("in a burst the latest wins, and is remembered", { timeout: SLOW }, async () => {
    const queries = ["one", "two", "three", "four"];
    let begun = () => {};
    const underWay = new Promise<void>((done) => (begun = done));
    const outcomes = queries.map((query) =>
      selector.select(scenario(brief, { query }), begun).then(
        ({ text }) => text,
        (error: unknown) => (error as ModelFault).kind,
      ),
    );
    // One more while the last of these is under way already.
    await underWay;
    const last = selector.select(scenario(brief, { query: "last" }));
    const ends = await Promise.all(outcomes);
    expect(ends).toEqual(["superseded", "superseded", "superseded", "superseded"]);
    const selection = await last;
    expectSound(selection, scenario(), "call");
    const started = performance.now();
    expect(await selector.select(scenario(brief, { query: "last" }))).toBe(selection);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe("another form, and little context", () => {
  let narrow: ModelClient;
  const long = Array.from({ length: 300 }, (_, index) => ({
    tool: "Weather.SkyCast.Forecast",
    parameters: { city: `Oslo ${index}` },
    rating: 1 as const,
  }));
  const only = [tool("A.B.C")];

  beforeAll(async () => {
    const small = { ...model, manifest: { ...model.manifest, contextWindow: 512 } };
    narrow = new ModelClient(small, { answerForm: "fit-call" });
    await narrow.load();
  }, SLOW);
  afterAll(() => narrow.close());

  test("lists what fits before it calls", { timeout: SLOW }, async () => {
    expect(narrow.identity).not.toBe(client.identity);
    const selection = await narrow.select(scenario());
    expectSound(selection, scenario(), "fit-call");
    expect(selection.answer.fit?.length).toBeGreaterThan(0);
  });

  test("a history that is too long loses its oldest calls", { timeout: SLOW }, async () => {
    const whole = scenario(only, { history: long });
    const selection = await narrow.select(whole);
    expectSound(selection, whole, "fit-call");
    expect(selection.dropped).toBeGreaterThan(250);
    expect(selection.dropped).toBeLessThan(300);
    const kept = scenario(only, { history: long.slice(selection.dropped) });
    expect(await narrow.select(kept)).toMatchObject({
      dropped: 0,
      tokens: { prompt: selection.tokens.prompt },
    });
  });

  test("candidates that alone are too long are refused", { timeout: SLOW }, async () => {
    const wordy = scenario([tool(`A.B.${"word ".repeat(30)}C`)], { query: "many words ".repeat(80) });
    const { said } = await fault(narrow.select(wordy));
    expect(said).toMatchObject({ code: "prompt-too-long", needed: expect.any(Number) });
  });
});

describe("a loss", () => {
  test("of any device is told", async () => {
    const told = vi.fn();
    onDeviceLost(told);
    const device = await (await navigator.gpu.requestAdapter())?.requestDevice();
    expect(told).not.toHaveBeenCalled();
    device?.destroy();
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  });

  test("of the worker is told, and loading again heals it", { timeout: SLOW }, async () => {
    const lost = vi.fn();
    client.onLost = lost;
    const running = fault(client.select(scenario()));
    ownWorker?.dispatchEvent(new ErrorEvent("error", { message: "killed" }));
    expect((await running).kind).toBe("worker");
    expect(lost).toHaveBeenCalledTimes(1);
    expect(client.ready).toBe(false);
    await client.load();
    const bare = scenario([tool("A.B.C")]);
    expectSound(await client.select(bare), bare, "call");
    client.close();
    expect(lost).toHaveBeenCalledTimes(1);
  });
});
