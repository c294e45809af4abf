import {
  loadManifest,
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

/** A model in its worker. */
export interface ModelConnection {
  onLost: ((fault: ModelFault) => void) | null;
  load(options: LoadOptions): Promise<void>;
  readonly select: Select;
  close(): void;
}

/** Where a session gets its model from; a test puts a made-up one in its place. */
export interface ModelSource {
  find(): Promise<LocatedModel>;
  probe(model: LocatedModel): Promise<GpuReport>;
  stored(model: LocatedModel): Promise<Stored>;
  remove(model: LocatedModel): Promise<void>;
  connect(model: LocatedModel): ModelConnection;
}

function connect(model: LocatedModel): ModelConnection {
  const client = new ModelClient(model);
  const selector = new Selector(client);
  return {
    set onLost(listener: ((fault: ModelFault) => void) | null) {
      client.onLost = listener;
    },
    load: (options) => client.load(options),
    select: (scenario, onPhase) => selector.select(scenario, onPhase),
    close: () => client.close(),
  };
}

/** @param choice a bundled model's id, the URL of a model's folder, or null for the default. */
export function modelSource(choice: string | null): ModelSource {
  return {
    find: async () => loadManifest(modelFolder(choice, location.href)),
    probe: ({ manifest }) => probeGpu(manifest),
    stored,
    remove,
    connect,
  };
}
