import { ModelFault } from "./fault";
import { CHAT_CONFIG, MANIFEST, parseManifest, type LocatedModel, type ModelFile } from "./manifest";

/**
 * The caches that web-llm reads (its backend "cache"), and one for the library, which it gets from us, and for the
 * manifest, by which everything else is found again without a network.
 */
export const CONFIG_CACHE = "webllm/config";
export const MODEL_CACHE = "webllm/model";
const LIBRARY_CACHE = "petoolllama/library";
const CACHES = [CONFIG_CACHE, MODEL_CACHE, LIBRARY_CACHE];

/**
 * The virtual folder of a model's verified files. web-llm takes a URL that holds `/resolve/` as it is. The version
 * is part of it, so that a file of another version can't be taken for one of this.
 */
export function virtualBase({ folder, manifest }: LocatedModel): string {
  return new URL(`resolve/${manifest.version}/`, folder).href;
}

function cacheOf({ manifest }: LocatedModel, path: string): string {
  if (path === manifest.library || path === MANIFEST) return LIBRARY_CACHE;
  return path === CHAT_CONFIG ? CONFIG_CACHE : MODEL_CACHE;
}

async function openCache(name: string): Promise<Cache> {
  try {
    return await caches.open(name);
  } catch (error) {
    throw new ModelFault({ code: "storage-refused" }, { cause: error });
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

  /** Notes which model this is, so that its files are known without a network. The time of the first note stays. */
  async describe(): Promise<void> {
    const note = JSON.stringify(this.#model.manifest);
    if ((await (await this.read(MANIFEST))?.text()) === note) return;
    const content = new TextEncoder().encode(note);
    await this.write({ path: MANIFEST, bytes: content.length }, content);
  }

  async write(
    { path, bytes }: Pick<ModelFile, "path" | "bytes">,
    content: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const type = path.endsWith(".json") ? "application/json" : "application/octet-stream";
    const headers = {
      "content-type": type,
      "content-length": String(bytes),
      date: new Date().toUTCString(),
    };
    try {
      await (await this.#open(path)).put(this.#key(path), new Response(content, { headers }));
    } catch (error) {
      if (error instanceof Error && error.name === "QuotaExceededError")
        throw new ModelFault({ code: "no-space", needed: bytes, free: null });
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

  /** Whether files of other versions lie here. */
  async hasOtherVersions(): Promise<boolean> {
    return (await this.#versions("other versions")).length > 0;
  }

  /** Deletes this model's files: all versions, or only the others. */
  async clear(which: "all" | "other versions"): Promise<void> {
    for (const { cache, request } of await this.#versions(which)) await cache.delete(request);
  }

  async #versions(which: "all" | "other versions"): Promise<Entry[]> {
    const every = new URL("resolve/", this.#model.folder).href;
    const kept = which === "all" ? null : virtualBase(this.#model);
    return (await entries()).filter(
      ({ request: { url } }) => url.startsWith(every) && !(kept && url.startsWith(kept)),
    );
  }
}

interface Entry {
  cache: Cache;
  request: Request;
}

/** Everything in the caches of models. */
async function entries(): Promise<Entry[]> {
  const lists = CACHES.map(async (name) => {
    const cache = await openCache(name);
    return (await cache.keys()).map((request) => ({ cache, request }));
  });
  return (await Promise.all(lists)).flat();
}

/** A model, or a part of one, in this browser. */
export interface StoredModel {
  /** The virtual folder of its files: a name for this version of this model. */
  base: string;
  /** The folder that it came from. */
  folder: string;
  version: string;
  /** Null if its manifest is missing or damaged: it can only be deleted then. */
  model: LocatedModel | null;
  /** Bytes of its files that are here. */
  bytes: number;
  /** When it was first stored, in milliseconds since 1970, or null if that isn't known. */
  since: number | null;
}

async function describeStored(base: string, own: readonly Entry[]): Promise<StoredModel> {
  const [, folder = base, version = ""] = /^(.*\/)resolve\/([^/]+)\/$/.exec(base) ?? [];
  const stored: StoredModel = { base, folder, version, model: null, bytes: 0, since: null };
  for (const { cache, request } of own) {
    const response = await cache.match(request);
    if (!response) continue;
    if (request.url !== base + MANIFEST) {
      stored.bytes += Number(response.headers.get("content-length")) || (await response.blob()).size;
      continue;
    }
    stored.since = Date.parse(response.headers.get("date") ?? "") || null;
    try {
      const manifest = parseManifest(await response.json());
      if (manifest.version === version) stored.model = { folder, manifest };
    } catch {
      // It stays null.
    }
  }
  return stored;
}

/** All models in this browser, of all versions, whole or not, by name. */
export async function storedModels(): Promise<StoredModel[]> {
  const byBase = Map.groupBy(await entries(), ({ request }) => new URL(".", request.url).href);
  const models = await Promise.all([...byBase].map(([base, own]) => describeStored(base, own)));
  return models.sort((one, other) => (one.base < other.base ? -1 : 1));
}

/** Deletes a stored model by its virtual folder. */
export async function deleteStored(base: string): Promise<void> {
  for (const { cache, request } of await entries())
    if (request.url.startsWith(base)) await cache.delete(request);
}

/** Bytes that the browser still gives this page, or null if it doesn't tell. */
export async function freeSpace(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
  } catch {
    return null;
  }
}

/** Whether so many more bytes fit, with a little for the browser's bookkeeping and the user's history. */
export const fits = (needed: number, free: number | null): boolean =>
  free === null || needed * 1.05 + 1e6 <= free;

/**
 * Checks that the browser has room, as far as it tells.
 * @param needed bytes still to be stored.
 * @throws ModelFault "no-space".
 */
export async function requireSpace(needed: number): Promise<void> {
  const free = await freeSpace();
  if (!fits(needed, free)) throw new ModelFault({ code: "no-space", needed, free });
}
