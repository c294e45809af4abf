import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PROMPT_FORMAT } from "../../src/domain/prompt";
import { ModelFault, toFault, type FaultKind } from "../../src/model/fault";
import { modelBytes, parseManifest } from "../../src/model/manifest";
import { lackingNeeds } from "../../src/model/probe";
import { faultWords } from "../../src/state/faultWords";
import { BUNDLED_MODEL, connectPolicy, isForeign, modelFolder } from "../../src/model/registry";

const file = new URL("../fixtures/tiny-llama/model.json", import.meta.url);
const sound = () =>
  JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown> & { files: { path: string }[] };

function fault(act: () => unknown): ModelFault {
  try {
    act();
  } catch (error) {
    if (error instanceof ModelFault) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("a manifest", () => {
  test("of the test model is read", () => {
    const manifest = parseManifest(sound());
    expect(manifest.id).toBe("tiny-llama");
    expect(modelBytes(manifest)).toBe(manifest.files.reduce((sum, { bytes }) => sum + bytes, 0));
  });

  test.for([
    ["another prompt format", { promptFormat: PROMPT_FORMAT + 1 }, "prompt format"],
    [
      "a path that leads out",
      { files: [...sound().files, { path: "../x", bytes: 1, sha256: "0".repeat(64) }] },
      "plain file name",
    ],
    [
      "a hash that is none",
      { files: sound().files.map((entry) => ({ ...entry, sha256: "abc" })) },
      "files.0.sha256",
    ],
    [
      "no tokenizer",
      { files: sound().files.filter(({ path }) => path !== "tokenizer.json") },
      "lacks tokenizer.json",
    ],
    ["a file named twice", { files: [...sound().files, ...sound().files] }, "twice"],
    ["a library that isn't listed", { library: "other.wasm" }, "lacks other.wasm"],
    ["an unknown answer form", { answerForm: "poem" }, "answerForm"],
    ["a version that is none", { version: "latest" }, "version"],
  ] as const)("with %s is refused", ([, change, words]) => {
    const refusal = fault(() => parseManifest({ ...sound(), ...change }));
    expect(refusal.kind).toBe("not-a-model");
    expect(faultWords(refusal)).toContain(words);
  });

  test.for([null, 3, "x", [], {}])("%j is none", (value) => {
    expect(fault(() => parseManifest(value)).kind).toBe("not-a-model");
  });
});

describe("the registry", () => {
  const page = "https://booth.example/demo/index.html?x=1";
  const bundled = `https://booth.example/demo/models/${BUNDLED_MODEL}/`;

  test.for<[string | null, string]>([
    [null, bundled],
    ["", bundled],
    [BUNDLED_MODEL, bundled],
    ["mine", "https://booth.example/demo/mine/"],
    ["/models/mine/", "https://booth.example/models/mine/"],
    ["https://booth.example/m/model.json", "https://booth.example/m/"],
    ["https://booth.example/m?a=b#c", "https://booth.example/m/"],
    // A matter of trust, which is asked for later.
    ["https://elsewhere.example/m/", "https://elsewhere.example/m/"],
    ["//elsewhere.example/m/model.json", "https://elsewhere.example/m/"],
    ["http://localhost:8000/m", "http://localhost:8000/m/"],
  ])("%s lies at %s", ([choice, folder]) => {
    expect(modelFolder(choice, page)).toBe(folder);
  });

  test.for<[string, FaultKind]>([
    ["http://elsewhere.example/m/", "other-origin"],
    ["http://booth.example/m/", "other-origin"],
    ["https://*/m/", "not-a-model"],
    ["https://*.example/m/", "not-a-model"],
    ["https://a;script-src *;/m/", "not-a-model"],
    ["https://a,b/m/", "not-a-model"],
    ["javascript:alert(1)", "not-a-model"],
    ["data:application/json,{}", "not-a-model"],
    ["https://", "not-a-model"],
  ])("%s is refused: %s", ([choice, kind]) => {
    expect(fault(() => modelFolder(choice, page)).kind).toBe(kind);
  });
});

test("the bundled model is there, of this prompt format and under its own id", () => {
  const manifest = new URL(`../../public/models/${BUNDLED_MODEL}/model.json`, import.meta.url);
  expect(parseManifest(JSON.parse(readFileSync(manifest, "utf8"))).id).toBe(BUNDLED_MODEL);
});

describe("what the page may connect to", () => {
  const page = "https://booth.example/demo/";

  test.for<[string | null, string]>([
    [null, "connect-src 'self' blob:"],
    ["mine", "connect-src 'self' blob:"],
    ["https://booth.example/m/", "connect-src 'self' blob:"],
    ["https://elsewhere.example/m/", "connect-src 'self' blob: https://elsewhere.example"],
    ["https://elsewhere.example:8443/m/", "connect-src 'self' blob: https://elsewhere.example:8443"],
    ["https://*/m/", "connect-src 'self' blob:"],
    ["https://a; script-src *", "connect-src 'self' blob:"],
    ["http://elsewhere.example/m/", "connect-src 'self' blob:"],
  ])("with the model %s", ([choice, policy]) => {
    expect(connectPolicy(choice, page)).toBe(policy);
  });

  test("a model is foreign by its origin, port included", () => {
    expect(isForeign("https://booth.example/m/", page)).toBe(false);
    expect(isForeign("https://booth.example:8443/m/", page)).toBe(true);
  });
});

describe("faults", () => {
  test.for<[unknown, FaultKind]>([
    ["ModelNotLoadedError: Model not loaded before trying to complete X", "device-lost"],
    [Object.assign(new Error("The device was lost"), { name: "DeviceLostError" }), "device-lost"],
    ["Uncaught (in promise) DeviceLostError: x", "device-lost"],
    [new DOMException("stop", "AbortError"), "cancelled"],
    [new DOMException("full", "QuotaExceededError"), "no-space"],
    ["ShaderF16SupportError: needs shader-f16", "weak-adapter"],
    [Object.assign(new Error("x"), { name: "ContextWindowSizeExceededError" }), "prompt-too-long"],
    [new RangeError("Array buffer allocation failed"), "out-of-memory"],
    [new Error("something else"), "engine"],
    [undefined, "engine"],
  ])("%s is %s", ([thrown, kind]) => {
    expect(toFault(thrown).kind).toBe(kind);
  });

  test("a fault stays itself", () => {
    const own = new ModelFault({ code: "unreachable", url: "x" });
    expect(toFault(own)).toBe(own);
  });
});

describe("a graphics device", () => {
  const requires = parseManifest(sound()).requires;
  const limits = {
    maxBufferSize: 2 ** 30,
    maxStorageBufferBindingSize: 2 ** 30,
    maxComputeWorkgroupStorageSize: 32768,
    maxComputeInvocationsPerWorkgroup: 256,
    maxStorageBuffersPerShaderStage: 10,
  };
  const features = new Set<string>();

  test("that has all is fine", () => {
    expect(lackingNeeds({ features, limits }, requires)).toEqual([]);
  });

  test.for([
    [
      { limits: { ...limits, maxBufferSize: 2 ** 27 } },
      {},
      { limit: "maxBufferSize", needed: 2 ** 28, offered: 2 ** 27 },
    ],
    [
      { limits: { ...limits, maxStorageBuffersPerShaderStage: 8 } },
      {},
      { limit: "maxStorageBuffersPerShaderStage", needed: 10, offered: 8 },
    ],
    [{}, { features: ["shader-f16"] }, { name: "shader-f16" }],
    [
      {},
      { maxStorageBufferBindingSize: 2 ** 31 },
      { limit: "maxStorageBufferBindingSize", needed: 2 ** 31, offered: 2 ** 30 },
    ],
  ] as const)("that lacks something is told so", ([offered, needed, lack]) => {
    const own = { ...requires, ...needed, features: [...("features" in needed ? needed.features : [])] };
    expect(lackingNeeds({ features, limits, ...offered }, own)).toMatchObject([lack]);
  });

  test("the engine's own needs count, whatever the model asks", () => {
    const modest = { ...requires, maxBufferSize: 0, maxStorageBuffersPerShaderStage: 0 };
    expect(lackingNeeds({ features, limits: {} }, modest)).toHaveLength(5);
  });
});
