import {
  DeviceLock,
  findModel,
  freeSpace,
  isForeign,
  ModelClient,
  modelFolder,
  probeGpu,
  remove,
  Selector,
  stored,
  type GpuReport,
  type LoadOptions,
  type LocatedModel,
  type ModelFault,
  type Stored,
} from "../model";
import type { Select } from "./selecting.svelte";
import type { Distribute, Prepare } from "./study.svelte";

/** A model in its worker. */
export interface ModelConnection {
  onLost: ((fault: ModelFault) => void) | null;
  load(options: LoadOptions): Promise<void>;
  readonly select: Select;
  /** Waits for selections, which go first. */
  readonly distribution: Distribute;
  readonly prepare: Prepare;
  close(): void;
}

/** Where a session gets its model from; a test puts a made-up one in its place. */
export interface ModelSource {
  /** Which tab has the graphics device. */
  readonly lock: Pick<DeviceLock, "take" | "free" | "release">;
  find(): Promise<LocatedModel>;
  /** Whether a model comes from another origin, so that its program needs the user's consent. */
  foreign(model: LocatedModel): boolean;
  probe(model: LocatedModel): Promise<GpuReport>;
  stored(model: LocatedModel): Promise<Stored>;
  /** Bytes that can still be stored, or null if the browser doesn't tell. */
  free(): Promise<number | null>;
  remove(model: LocatedModel): Promise<void>;
  /** @param contextWindow tokens of prompt and answer together. */
  connect(model: LocatedModel, contextWindow: number): ModelConnection;
}

function connect(model: LocatedModel, contextWindow: number): ModelConnection {
  const client = new ModelClient(model, { contextWindow });
  const selector = new Selector(client);
  return {
    set onLost(listener: ((fault: ModelFault) => void) | null) {
      client.onLost = listener;
    },
    load: (options) => client.load(options),
    select: (scenario, onProgress) => selector.select(scenario, onProgress),
    distribution: (scenario, options) => selector.distribution(scenario, options),
    prepare: (scenario, options) => selector.prepare(scenario, options),
    close: () => client.close(),
  };
}

/** @param choice a bundled model's id, the URL of a model's folder, or null for the default. */
export function modelSource(choice: string | null): ModelSource {
  return {
    lock: new DeviceLock(),
    find: async () => findModel(modelFolder(choice, location.href)),
    foreign: ({ folder }) => isForeign(folder, location.href),
    probe: ({ manifest }) => probeGpu(manifest),
    stored,
    free: freeSpace,
    remove,
    connect,
  };
}
