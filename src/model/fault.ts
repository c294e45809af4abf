import { SaidError } from "../domain/said";

/** What went wrong, for the page to act on. */
export type FaultKind =
  | "insecure" // the page is no secure context: no WebGPU, no caches
  | "no-webgpu"
  | "weak-adapter"
  | "not-a-model" // the folder holds no model that this app can run
  | "other-origin"
  | "network"
  | "wrong-file"
  | "no-space"
  | "no-storage" // the browser refuses its Cache Storage
  | "device-lost"
  | "out-of-memory"
  | "worker"
  | "not-loaded"
  | "prompt-too-long"
  | "cut-off"
  | "engine" // anything else that the inference engine threw
  | "cancelled"
  | "superseded";

/** What came in place of a file. */
export interface Arrival {
  /** The status and content type of the answer; null if there was none. */
  answer: { status: number; type: string | null } | null;
  mishap: Mishap | null;
}

/** What was wrong with the bytes that came. `size`: how many there should be. */
export type Mishap =
  | { code: "too-many"; size: number }
  | { code: "miscounted"; got: number; size: number }
  | { code: "altered" }
  | { code: "broken-off"; got: number; size: number }
  | { code: "stalled"; got: number; size: number; seconds: number };

/** What went wrong, with all that a sentence about it needs. As plain data it crosses the border of the worker. */
export type Trouble =
  | { code: "insecure" }
  | { code: "no-webgpu" }
  | { code: "weak-adapter"; why: string }
  | { code: "bad-manifest"; field: string; why: string }
  | { code: "other-prompt-format"; name: string; format: number; ours: number }
  | { code: "no-manifest"; url: string; page: boolean }
  | { code: "manifest-refused"; url: string; status: number }
  | { code: "unlisted-file"; file: string; by: string }
  | { code: "no-such-model"; choice: string }
  | { code: "insecure-address"; origin: string }
  | { code: "unreachable"; url: string }
  | { code: "broken-download"; file: string; came: Arrival; attempts: number }
  | { code: "wrong-file"; file: string; came: Arrival; attempts: number }
  /** In bytes; `free` is null if the browser doesn't tell. */
  | { code: "no-space"; needed: number; free: number | null }
  | { code: "no-space-left" }
  | { code: "storage-refused" }
  | { code: "file-gone"; file: string }
  | { code: "files-gone" }
  | { code: "device-lost" }
  | { code: "out-of-memory"; why: string }
  | { code: "worker-stopped"; why: string }
  | { code: "worker-unloadable" }
  | { code: "worker-unreadable" }
  | { code: "worker-ended" }
  | { code: "worker-silent"; seconds: number }
  | { code: "worker-confused" }
  | { code: "not-loaded" }
  /** In tokens, an answer included; null if only the engine knows. */
  | { code: "prompt-too-long"; needed: number | null }
  | { code: "cut-off"; tokens: number }
  | { code: "engine"; why: string }
  | { code: "cancelled" }
  | { code: "superseded" };

const kinds: Record<Trouble["code"], FaultKind> = {
  insecure: "insecure",
  "no-webgpu": "no-webgpu",
  "weak-adapter": "weak-adapter",
  "bad-manifest": "not-a-model",
  "other-prompt-format": "not-a-model",
  "no-manifest": "not-a-model",
  "manifest-refused": "not-a-model",
  "unlisted-file": "not-a-model",
  "no-such-model": "not-a-model",
  "insecure-address": "other-origin",
  unreachable: "network",
  "broken-download": "network",
  "wrong-file": "wrong-file",
  "no-space": "no-space",
  "no-space-left": "no-space",
  "storage-refused": "no-storage",
  "file-gone": "no-storage",
  "files-gone": "no-storage",
  "device-lost": "device-lost",
  "out-of-memory": "out-of-memory",
  "worker-stopped": "worker",
  "worker-unloadable": "worker",
  "worker-unreadable": "worker",
  "worker-ended": "worker",
  "worker-silent": "worker",
  "worker-confused": "worker",
  "not-loaded": "not-loaded",
  "prompt-too-long": "prompt-too-long",
  "cut-off": "cut-off",
  engine: "engine",
  cancelled: "cancelled",
  superseded: "superseded",
};

/** An error of the model side. */
export class ModelFault extends SaidError<Trouble> {
  override readonly name = "ModelFault";

  get kind(): FaultKind {
    return kinds[this.said.code];
  }
}

export const cancelled = (): ModelFault => new ModelFault({ code: "cancelled" });

/** Whether an error only says that somebody asked for the end: nothing to show as a problem. */
export function isWanted(error: unknown): boolean {
  return error instanceof ModelFault && (error.kind === "cancelled" || error.kind === "superseded");
}

const memory = /out of memory|allocation failed|exceeds? (?:the )?(?:max|limit)|failed to (?:grow|allocate)/i;

/**
 * Makes a fault of anything that was thrown. web-llm's own classes are mostly not exported, and its errors may
 * arrive as strings, so the name is read at the front of the text.
 */
export function toFault(thrown: unknown): ModelFault {
  if (thrown instanceof ModelFault) return thrown;
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  const name = /^(?:Uncaught )?(?:\(in promise\) )?(\w+)/.exec(text)?.[1] ?? "";
  const fault = (trouble: Trouble) => new ModelFault(trouble, { cause: thrown });
  if (name === "AbortError") return cancelled();
  // While a model is ready, web-llm says "not loaded" only after it lost the device and unloaded by itself.
  if (["DeviceLostError", "ModelNotLoadedError", "WorkerEngineModelNotLoadedError"].includes(name))
    return fault({ code: "device-lost" });
  if (["WebGPUNotAvailableError", "WebGPUNotFoundError"].includes(name)) return fault({ code: "no-webgpu" });
  if (["ShaderF16SupportError", "FeatureSupportError"].includes(name))
    return fault({ code: "weak-adapter", why: text });
  if (name === "ContextWindowSizeExceededError") return fault({ code: "prompt-too-long", needed: null });
  if (name === "QuotaExceededError") return fault({ code: "no-space-left" });
  if (memory.test(text)) return fault({ code: "out-of-memory", why: text });
  return fault({ code: "engine", why: text.slice(0, 400) });
}
