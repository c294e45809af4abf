import type { ModelManifest, ModelRequirements } from "./manifest";

const MiB = 1 << 20;

/** What web-llm 0.2.86 asks of any device, whatever the model (its `detectGPUDevice`). */
const engineNeeds: ModelRequirements = {
  features: [],
  maxBufferSize: 256 * MiB,
  maxStorageBufferBindingSize: 128 * MiB,
  maxComputeWorkgroupStorageSize: 32 << 10,
  maxComputeInvocationsPerWorkgroup: 256,
  maxStorageBuffersPerShaderStage: 10,
};

/** The parts of a GPUAdapter that matter here; a test hands in a plain object. */
export interface AdapterTraits {
  features: { has(name: string): boolean };
  limits: Partial<Record<Exclude<keyof ModelRequirements, "features">, number>>;
}

/** What was found about the graphics device, in words for the page. */
export interface GpuReport {
  /** Whether the model can run. */
  ok: boolean;
  reason: "insecure" | "no-webgpu" | "no-adapter" | "weak-adapter" | null;
  /** What was found, one sentence. */
  message: string;
  /** What the user can do about it; empty if there is nothing to do. */
  advice: string;
  /** The adapter's own words, null if there is none. `software`: computed on the CPU, slow. */
  adapter: { name: string; software: boolean } | null;
  /** Every need that isn't met, in words. */
  lacking: string[];
}

const limitWords: Record<Exclude<keyof ModelRequirements, "features">, string> = {
  maxBufferSize: "buffer size",
  maxStorageBufferBindingSize: "size of a bound buffer",
  maxComputeWorkgroupStorageSize: "workgroup memory",
  maxComputeInvocationsPerWorkgroup: "threads a workgroup",
  maxStorageBuffersPerShaderStage: "buffers a shader",
};

const inWords = (value: number): string => (value >= MiB ? `${Math.floor(value / MiB)} MiB` : `${value}`);

/** The needs of the engine and the model that an adapter doesn't meet, in words. */
export function lackingNeeds(adapter: AdapterTraits, requires: ModelRequirements): string[] {
  const features = requires.features.filter((name) => !adapter.features.has(name));
  const limits = (Object.keys(limitWords) as (keyof typeof limitWords)[]).flatMap((limit) => {
    const needed = Math.max(engineNeeds[limit], requires[limit]);
    const offered = adapter.limits[limit] ?? 0;
    return offered < needed
      ? [`${limitWords[limit]}: ${inWords(needed)} needed, ${inWords(offered)} offered`]
      : [];
  });
  return [...features.map((name) => `feature ${name}`), ...limits];
}

function refused(reason: GpuReport["reason"], message: string, advice: string): GpuReport {
  return { ok: false, reason, message, advice, adapter: null, lacking: [] };
}

function describe({ vendor, architecture, device, description, isFallbackAdapter }: GPUAdapterInfo) {
  const words = [vendor, architecture, device, description].filter(Boolean);
  return {
    name: description || words.join(" ") || "unnamed",
    software: isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(words.join(" ")),
  };
}

/** Looks whether this browser can run a model. To be asked before any download. Never throws. */
export async function probeGpu({ requires }: Pick<ModelManifest, "requires">): Promise<GpuReport> {
  if (!globalThis.isSecureContext)
    return refused(
      "insecure",
      "The page came over an insecure connection, where browsers switch WebGPU off.",
      "Open it by https, or on localhost.",
    );
  // Typed as always there, but missing in many browsers.
  const gpu = (navigator as { gpu?: GPU }).gpu;
  if (!gpu)
    return refused(
      "no-webgpu",
      "This browser has no WebGPU.",
      "Use a current Chrome or Edge, Safari 26, or Firefox on Windows; on Linux WebGPU may need a flag.",
    );
  // The same question that web-llm asks, so that it gets the same answer.
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  if (!adapter)
    return refused(
      "no-adapter",
      "WebGPU is there, but the browser offers no graphics device.",
      "Update the graphics driver, switch hardware acceleration on in the browser's settings, or try another browser.",
    );
  const found = describe(adapter.info);
  const lacking = lackingNeeds(adapter, requires);
  if (lacking.length > 0)
    return {
      ok: false,
      reason: "weak-adapter",
      message: `The graphics device (${found.name}) offers less than the model needs.`,
      advice: "Try a smaller model, or a computer with a newer graphics device.",
      adapter: found,
      lacking,
    };
  return {
    ok: true,
    reason: null,
    message: found.software ? `Software rendering (${found.name}).` : `${found.name}.`,
    advice: found.software
      ? "Without a graphics device a selection takes a minute or so. Hardware acceleration may be switched off."
      : "",
    adapter: found,
    lacking: [],
  };
}
