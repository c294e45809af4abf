/** All that the app's state needs of the model side. */
export { ModelClient, type LoadOptions } from "./client";
export { remove, stored, type Stored } from "./delivery";
export { isWanted, ModelFault, toFault } from "./fault";
export { loadManifest, modelBytes, type LocatedModel, type ModelManifest } from "./manifest";
export { probeGpu, type GpuReport } from "./probe";
export type { LoadPhase, LoadProgress } from "./progress";
export type { SelectProgress } from "./protocol";
export { modelFolder } from "./registry";
export { Selector } from "./selector";
