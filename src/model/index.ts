/** All that the app's state needs of the model side. */
export { ModelClient, type LoadOptions } from "./client";
export { findModel, remove, stored, verifyStored, type Stored } from "./delivery";
export { isWanted, ModelFault, toFault, type FaultKind, type Trouble } from "./fault";
export { libraryHash, loadManifest, modelBytes, type LocatedModel, type ModelManifest } from "./manifest";
export { DeviceLock } from "./deviceLock";
export { probeGpu, type GpuReport, type Lack } from "./probe";
export type { LoadPhase, LoadProgress } from "./progress";
export type { SelectProgress } from "./protocol";
export { isForeign, modelFolder } from "./registry";
export { deleteStored, fits, freeSpace, storedModels, type StoredModel } from "./storage";
export { Selector } from "./selector";
