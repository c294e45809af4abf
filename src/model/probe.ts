import type { ModelManifest, ModelRequirements } from "./manifest";

const MiB = 1 << 20;

type Limit = Exclude<keyof ModelRequirements, "features">;

/** What web-llm 0.2.86 asks of any device, whatever the model (its `detectGPUDevice`). */
const engineNeeds: Record<Limit, number> = {
  maxBufferSize: 256 * MiB,
  maxStorageBufferBindingSize: 128 * MiB,
  maxComputeWorkgroupStorageSize: 32 << 10,
  maxComputeInvocationsPerWorkgroup: 256,
  maxStorageBuffersPerShaderStage: 10,
};

/** The parts of a GPUAdapter that matter here; a test hands in a plain object. */
export interface AdapterTraits {
  features: { has(name: string): boolean };
  limits: Partial<Record<Limit, number>>;
}

/** A need of the engine or the model that an adapter doesn't meet. Sizes in bytes. */
export type Lack =
  { code: "feature"; name: string } | { code: "limit"; limit: Limit; needed: number; offered: number };

/** What was found about the graphics device. */
export interface GpuReport {
  /** Whether the model can run. */
  ok: boolean;
  /** Why it can't. */
  reason: "insecure" | "no-webgpu" | "no-adapter" | "weak-adapter" | null;
  /** The adapter's own words, which may be none; null if there is no adapter. `software`: computed on the CPU, slow. */
  adapter: { name: string; software: boolean } | null;
  lacking: Lack[];
}

/** The needs of the engine and the model that an adapter doesn't meet. */
export function lackingNeeds(adapter: AdapterTraits, requires: ModelRequirements): Lack[] {
  const features = requires.features.filter((name) => !adapter.features.has(name));
  return [
    ...features.map((name): Lack => ({ code: "feature", name })),
    ...(Object.keys(engineNeeds) as Limit[]).flatMap((limit): Lack[] => {
      const needed = Math.max(engineNeeds[limit], requires[limit]);
      const offered = adapter.limits[limit] ?? 0;
      return offered < needed ? [{ code: "limit", limit, needed, offered }] : [];
    }),
  ];
}

function describe({ vendor, architecture, device, description, isFallbackAdapter }: GPUAdapterInfo) {
  const words = [vendor, architecture, device, description].filter(Boolean);
  return {
    name: description || words.join(" "),
    software: isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(words.join(" ")),
  };
}

/** Looks whether this browser can run a model. To be asked before any download. Never throws. */
export async function probeGpu({ requires }: Pick<ModelManifest, "requires">): Promise<GpuReport> {
  const refused = (reason: GpuReport["reason"]) => ({ ok: false, reason, adapter: null, lacking: [] });
  if (!globalThis.isSecureContext) return refused("insecure");
  // Typed as always there, but missing in many browsers.
  const gpu = (navigator as { gpu?: GPU }).gpu;
  if (!gpu) return refused("no-webgpu");
  // The same question that web-llm asks, so that it gets the same answer.
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  if (!adapter) return refused("no-adapter");
  const lacking = lackingNeeds(adapter, requires);
  const ok = lacking.length === 0;
  return { ok, reason: ok ? null : "weak-adapter", adapter: describe(adapter.info), lacking };
}
