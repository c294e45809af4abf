/** All that the app's state needs of the model side. */
export { ModelClient, type LoadOptions, type SelectOptions } from "./client";
export { remove, stored, type Stored } from "./delivery";
export { isWanted, ModelFault, toFault, type FaultKind } from "./fault";
export { loadManifest, modelBytes, type LocatedModel, type ModelManifest } from "./manifest";
export { probeGpu, type GpuReport } from "./probe";
export type { LoadPhase, LoadProgress, OnLoadProgress } from "./progress";
export type { SelectProgress } from "./protocol";
export { BUNDLED_MODELS, modelFolder, type BundledModel } from "./registry";
export { Selector, type SelectingModel } from "./selector";
