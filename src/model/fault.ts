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

/** A fault as it crosses the border between worker and page, where errors lose their class. */
export interface FaultReport {
  kind: FaultKind;
  message: string;
}

/** An error of the model side. `message` says in plain words what happened and what to do. */
export class ModelFault extends Error {
  override readonly name = "ModelFault";
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }

  /** This fault as plain data. */
  report(): FaultReport {
    return { kind: this.kind, message: this.message };
  }
}

export const cancelled = (): ModelFault => new ModelFault("cancelled", "Cancelled.");

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
  const fault = (kind: FaultKind, message: string) => new ModelFault(kind, message, { cause: thrown });
  if (name === "AbortError") return cancelled();
  // While a model is ready, web-llm says "not loaded" only after it lost the device and unloaded by itself.
  if (["DeviceLostError", "ModelNotLoadedError", "WorkerEngineModelNotLoadedError"].includes(name))
    return fault(
      "device-lost",
      "The graphics device was lost, often for want of memory. Load the model again; the history is untouched.",
    );
  if (["WebGPUNotAvailableError", "WebGPUNotFoundError"].includes(name))
    return fault("no-webgpu", "This browser offers no WebGPU here. Use a current Chrome, Edge or Safari.");
  if (["ShaderF16SupportError", "FeatureSupportError"].includes(name))
    return fault("weak-adapter", `This graphics device lacks a feature that the model needs (${text}).`);
  if (name === "ContextWindowSizeExceededError") return promptTooLong();
  if (name === "QuotaExceededError")
    return fault("no-space", "The browser has no space left for this page. Free some, then try again.");
  if (memory.test(text))
    return fault(
      "out-of-memory",
      `The graphics device ran out of memory. Close other tabs, then load again (${text}).`,
    );
  return fault("engine", `The inference engine stopped: ${text.slice(0, 400)}`);
}

export function promptTooLong(): ModelFault {
  return new ModelFault(
    "prompt-too-long",
    "The query and the candidates alone exceed what this model can read. Take fewer or shorter candidates.",
  );
}

export function cutOff(tokens: number): ModelFault {
  return new ModelFault(
    "cut-off",
    `The answer was not finished after ${tokens} tokens. Ask more simply, or take candidates with fewer parameters.`,
  );
}
