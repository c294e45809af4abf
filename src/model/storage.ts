import { ModelFault } from "./fault";
import { CHAT_CONFIG, type LocatedModel, type ModelFile } from "./manifest";

/** The caches that web-llm reads (its backend "cache"), and one for the library, which it gets from us. */
export const CONFIG_CACHE = "webllm/config";
export const MODEL_CACHE = "webllm/model";
const LIBRARY_CACHE = "petoolllama/library";

/**
 * The virtual folder of a model's verified files. web-llm takes a URL that holds `/resolve/` as it is. The version
 * is part of it, so that a file of another version can't be taken for one of this.
 */
export function virtualBase({ folder, manifest }: LocatedModel): string {
  return new URL(`resolve/${manifest.version}/`, folder).href;
}

function cacheOf({ manifest }: LocatedModel, path: string): string {
  if (path === manifest.library) return LIBRARY_CACHE;
  return path === CHAT_CONFIG ? CONFIG_CACHE : MODEL_CACHE;
}

async function openCache(name: string): Promise<Cache> {
  try {
    return await caches.open(name);
  } catch (error) {
    throw new ModelFault(
      "no-storage",
      "The browser refuses to store files for this page (a private window, or storage is blocked). Allow it, then try again.",
      { cause: error },
    );
  }
}

/** The files of one model in the browser's Cache Storage. */
export class ModelStorage {
  readonly #model: LocatedModel;

  constructor(model: LocatedModel) {
    this.#model = model;
  }

  #key(path: string): string {
    return new URL(path, virtualBase(this.#model)).href;
  }

  #open(path: string): Promise<Cache> {
    return openCache(cacheOf(this.#model, path));
  }

  /** The stored file, or null. Its content is unchecked. */
  async read(path: string): Promise<Blob | null> {
    const response = await (await this.#open(path)).match(this.#key(path));
    return response ? response.blob() : null;
  }

  async write({ path, bytes }: ModelFile, content: Uint8Array<ArrayBuffer>): Promise<void> {
    const type = path.endsWith(".json") ? "application/json" : "application/octet-stream";
    const headers = { "content-type": type, "content-length": String(bytes) };
    try {
      await (await this.#open(path)).put(this.#key(path), new Response(content, { headers }));
    } catch (error) {
      if (error instanceof Error && error.name === "QuotaExceededError") throw noSpace(bytes, null);
      throw error;
    }
  }

  async delete(path: string): Promise<void> {
    await (await this.#open(path)).delete(this.#key(path));
  }

  /** Bytes of this model's files that are stored, judged by presence and size alone. */
  async size(): Promise<number> {
    const sizes = await Promise.all(
      this.#model.manifest.files.map(async ({ path, bytes }) => {
        const stored = await this.read(path);
        return stored?.size === bytes ? bytes : 0;
      }),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Deletes this model's files: all versions, or only the others. */
  async clear(which: "all" | "other versions"): Promise<void> {
    const every = new URL("resolve/", this.#model.folder).href;
    const kept = which === "all" ? null : virtualBase(this.#model);
    for (const name of [CONFIG_CACHE, MODEL_CACHE, LIBRARY_CACHE]) {
      const cache = await openCache(name);
      const stale = (await cache.keys()).filter(
        ({ url }) => url.startsWith(every) && !(kept && url.startsWith(kept)),
      );
      await Promise.all(stale.map((request) => cache.delete(request)));
    }
  }
}

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

function noSpace(needed: number, free: number | null): ModelFault {
  const offered = free === null ? "it gives no more" : `it offers ${inMegabytes(free)}`;
  return new ModelFault(
    "no-space",
    `The model needs ${inMegabytes(needed)} of the browser's storage, but ${offered}. Free some space, then try again.`,
  );
}

/**
 * Checks that the browser has room, as far as it tells.
 * @param needed bytes still to be stored.
 * @throws ModelFault "no-space".
 */
export async function requireSpace(needed: number): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  if (quota === undefined) return;
  const free = quota - (usage ?? 0);
  // A little more than the files themselves: the browser's bookkeeping, and the user's history.
  if (needed * 1.05 + 1e6 > free) throw noSpace(needed, Math.max(0, free));
}
