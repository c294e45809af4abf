// Runs in Chromium: loads a model folder into web-llm and hands out what tests and measurements need.
// It reaches into web-llm's pipeline where the public interface ends (single kernels, exact timings).
import * as profile from "/profile.js";
import { MLCEngine } from "/web-llm.js";

const FORCED = 1e4;

/** Receives the whole logits of every step, keeps a copy, and can force the token that is chosen. */
class Recorder {
  steps = [];
  forced = [];

  start(forced) {
    this.forced = [...forced];
    this.steps = [];
  }
  processLogits(logits) {
    this.steps.push(logits.slice());
    const token = this.forced.shift();
    if (token !== undefined) logits.fill(-FORCED)[token] = FORCED;
    return logits;
  }
  processSampledToken() {}
  resetState() {}
}

const recorder = new Recorder();
let engine;

const pipeline = () => engine.loadedModelIdToPipeline.get("model");

const base64 = (array) => {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(text);
};

const greedy = (logits) => logits.reduce((best, value, at) => (value > logits[best] ? at : best), 0);

/** Loads the served folder; with `record` every step's logits go through the CPU. */
async function load({ record = false } = {}) {
  const logitProcessorRegistry = record ? new Map([["model", recorder]]) : undefined;
  const model = `${location.origin}/model/resolve/main/`;
  const entry = { model, model_id: "model", model_lib: `${location.origin}/model/lib.wasm` };
  engine = new MLCEngine({
    appConfig: { model_list: [entry] },
    logLevel: "WARN",
    logitProcessorRegistry,
  });
  await engine.reload("model");
  return { vocabulary: pipeline().fullVocabSize };
}

/** Prefills the text and decodes the forced tokens one by one; the logits before each of them and after the last. */
async function logits(prompt, forced, stride = 1) {
  recorder.start([...forced, 0]);
  await engine.resetChat();
  const answer = await engine.completions.create({
    prompt,
    max_tokens: forced.length + 1,
    temperature: 0,
    ignore_eos: true,
  });
  const steps = recorder.steps.slice(0, forced.length + 1).map((all) => ({
    greedy: greedy(all),
    logits: base64(all.filter((_, at) => at % stride === 0)),
  }));
  return { promptTokens: answer.usage.prompt_tokens, steps };
}

const float32 = (tvm, values, shape) =>
  tvm.empty(shape, "float32", pipeline().device).copyFrom(Float32Array.from(values));

async function read(tvm, tensor) {
  const host = tvm.detachFromCurrentScope(tvm.empty(tensor.shape, tensor.dtype, tvm.cpu()).copyFrom(tensor));
  await pipeline().device.sync();
  const values = Array.from(host.toArray());
  host.dispose();
  return values;
}

/** Runs the library's softmax, sort and choice as web-llm does, for one row of logits and several uniform numbers. */
async function sample(values, temperature, topP, uniforms) {
  const p = pipeline();
  const tvm = p.tvm;
  tvm.beginScope();
  const probabilities = p.fsoftmaxWithTemperature(
    float32(tvm, values, [1, 1, values.length]),
    float32(tvm, [temperature], [1]),
  );
  const sorted = p.fargsortProbs(probabilities.view([1, values.length]));
  const rows = tvm.empty([uniforms.length], "int32", p.device).copyFrom(new Int32Array(uniforms.length));
  const chosen = p.fsampleWithTopP(
    sorted.get(0),
    sorted.get(1),
    float32(tvm, uniforms, [uniforms.length]),
    rows,
    float32(tvm, [topP], [1]),
  );
  const result = {
    probabilities: await read(tvm, probabilities),
    chosen: await read(tvm, chosen),
  };
  tvm.endScope();
  return result;
}

/** Wall time of the run in milliseconds, and the GPU time of each kernel in it. */
async function timed(run) {
  await pipeline().device.sync();
  profile.start();
  const start = performance.now();
  await run();
  await pipeline().device.sync();
  const wall = performance.now() - start;
  return { wall, kernels: await profile.stop() };
}

/** Times a prefill of the given token count, then decode steps, then the sampler alone. */
async function bench({ tokens, decodes, samples }) {
  const p = pipeline();
  const ids = Array.from({ length: tokens }, (_, at) => 300 + ((at * 7919) % (p.fullVocabSize - 400)));
  const forward = async (input) => {
    p.tvm.beginScope();
    await p.embedAndForward([input], input.length);
    p.tvm.endScope();
    await p.device.sync();
  };
  // The first runs compile the pipelines.
  p.resetKVCache();
  await forward(ids.slice(0, 16));
  await forward([5]);
  p.resetKVCache();
  const prefill = await timed(async () => {
    for (let at = 0; at < tokens; at += p.prefillChunkSize)
      await forward(ids.slice(at, at + p.prefillChunkSize));
  });
  const decode = await timed(async () => {
    for (let at = 0; at < decodes; at++) await forward([ids[at]]);
  });
  p.tvm.beginScope();
  const size = p.fullVocabSize;
  const logits = float32(
    p.tvm,
    Array.from({ length: size }, (_, at) => Math.sin(at * 12.9898) * 8),
    [1, 1, size],
  );
  const once = async () => {
    p.tvm.beginScope();
    const probabilities = p.fsoftmaxWithTemperature(logits, float32(p.tvm, [1], [1]));
    const sorted = p.fargsortProbs(probabilities.view([1, size]));
    const uniform = float32(p.tvm, [0.5], [1]);
    p.fsampleWithTopP(sorted.get(0), sorted.get(1), uniform, p.sampleIndicesDevice, float32(p.tvm, [1], [1]));
    p.tvm.endScope();
    await p.device.sync();
  };
  await once();
  const sampler = await timed(async () => {
    for (let at = 0; at < samples; at++) await once();
  });
  p.tvm.endScope();
  return { prefill, decode, sampler };
}

window.model = { load, logits, sample, bench };
