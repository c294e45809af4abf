import { contentFault, download } from "./download";
import { cancelled, ModelFault, toFault } from "./fault";
import { loadManifest, modelBytes, type LocatedModel, type ModelFile } from "./manifest";
import { DownloadMeter, type OnLoadProgress } from "./progress";
import { ModelStorage, requireSpace, storedModels, virtualBase } from "./storage";

const PARALLEL = 3;

/** What is stored of a model, judged by presence and size. */
export interface Stored {
  bytes: number;
  total: number;
  complete: boolean;
}

/** A model whose files are all here and checked. */
export interface Delivered {
  /** The virtual folder where web-llm finds the files. */
  base: string;
  /** The model library, verified. */
  library: Blob;
}

/** How much of a model is stored in this browser. */
export async function stored(model: LocatedModel): Promise<Stored> {
  const bytes = await new ModelStorage(model).size();
  const total = modelBytes(model.manifest);
  return { bytes, total, complete: bytes === total };
}

/** Deletes a model's files from this browser, of all its versions. */
export async function remove(model: LocatedModel): Promise<void> {
  await new ModelStorage(model).clear("all");
}

/**
 * Finds a model: by the network, or, where that fails, as it is stored. The stored one counts whatever the network
 * said: a captive portal answers with anything, and every file is checked against the manifest that it came with.
 * @param folder the URL of the model's folder, with a slash at the end.
 * @throws ModelFault "network" or "not-a-model" if there is no complete one stored either.
 */
export async function findModel(folder: string): Promise<LocatedModel> {
  try {
    return await loadManifest(folder);
  } catch (error) {
    const kept = await storedModels().catch(() => []);
    const whole = kept
      .filter(
        ({ folder: from, model, bytes }) => from === folder && model && bytes === modelBytes(model.manifest),
      )
      .toSorted((one, other) => (other.since ?? 0) - (one.since ?? 0));
    const [newest] = whole;
    if (newest?.model) return newest.model;
    throw error;
  }
}

/**
 * Hashes all stored files of a model anew and deletes those that are wrong.
 * @returns the names of the wrong and of the missing files.
 */
export async function verifyStored(model: LocatedModel): Promise<string[]> {
  const { signal } = new AbortController();
  const missing = await checkStored(model, new ModelStorage(model), signal, () => {});
  return missing.map(({ path }) => path);
}

/** Checks the stored files one after the other; a wrong one is thrown away. Returns those that are missing. */
async function checkStored(
  { manifest: { files } }: LocatedModel,
  storage: ModelStorage,
  signal: AbortSignal,
  onProgress: OnLoadProgress,
): Promise<ModelFile[]> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const missing: ModelFile[] = [];
  let [seen, good] = [0, 0];
  for (const file of files) {
    if (signal.aborted) throw cancelled();
    const fraction = seen / total;
    onProgress({ phase: "check", fraction, bytes: good, total, bytesPerSecond: null, secondsLeft: null });
    const blob = await storage.read(file.path);
    const intact =
      blob !== null && (await contentFault(file, new Uint8Array(await blob.arrayBuffer()))) === null;
    if (intact) good += file.bytes;
    else missing.push(file);
    if (blob && !intact) await storage.delete(file.path);
    seen += file.bytes;
  }
  return missing;
}

/** Downloads files, a few at a time; the first fault stops all. What is complete stays stored. */
async function fetchMissing(
  { folder, manifest }: LocatedModel,
  storage: ModelStorage,
  missing: readonly ModelFile[],
  signal: AbortSignal,
  onProgress: OnLoadProgress,
): Promise<void> {
  const needed = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  // An older version stays until the new one is whole: with bad luck it is all that runs here. Unless its place is needed.
  await requireSpace(needed).catch(async (error: unknown) => {
    if (!(await storage.hasOtherVersions())) throw error;
    await storage.clear("other versions");
    await requireSpace(needed);
  });
  const total = modelBytes(manifest);
  const meter = new DownloadMeter(total - needed, total, onProgress);
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const waiting = [...missing];
  const faults: ModelFault[] = [];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const content = await download(folder, file, either, (bytes) => meter.add(bytes));
      if (either.aborted) throw cancelled();
      await storage.describe();
      await storage.write(file, content);
    }
  };
  const endings = Array.from({ length: PARALLEL }, () =>
    work().catch((error: unknown) => {
      // The others end with "cancelled" then: only the first fault counts.
      if (!either.aborted) faults.push(toFault(error));
      stop.abort();
    }),
  );
  await Promise.all(endings);
  if (signal.aborted) throw cancelled();
  const [first] = faults;
  if (first) throw first;
}

/**
 * Brings a model into this browser: checks what is stored against the manifest's sizes and hashes, downloads what
 * is missing, and leaves all of it where web-llm looks before it would download by itself.
 * Cancelled or failed, it can be called again and goes on with the files that are complete.
 * @throws ModelFault
 */
export async function deliver(
  model: LocatedModel,
  { signal, onProgress }: { signal: AbortSignal; onProgress: OnLoadProgress },
): Promise<Delivered> {
  if (!("caches" in globalThis)) throw new ModelFault({ code: "insecure" });
  const storage = new ModelStorage(model);
  const missing = await checkStored(model, storage, signal, onProgress);
  if (missing.length > 0) await fetchMissing(model, storage, missing, signal, onProgress);
  if (signal.aborted) throw cancelled();
  await storage.describe();
  await storage.clear("other versions");
  const library = await storage.read(model.manifest.library);
  if (!library) throw new ModelFault({ code: "files-gone" });
  return { base: virtualBase(model), library };
}
