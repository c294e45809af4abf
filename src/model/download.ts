import { cancelled, ModelFault, type Arrival, type Mishap } from "./fault";
import type { ModelFile } from "./manifest";
import { SilenceWatch } from "./silence";

const ATTEMPTS = 3;
const STALL_MS = 30_000;
const PAUSE_MS = 400;

/** The verified copy goes to Cache Storage; a second one in the HTTP cache would be a waste, or a stale one. */
const REQUEST: RequestInit = { cache: "no-store", referrerPolicy: "no-referrer" };

/** SHA-256 in hexadecimal digits. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What is wrong with the content of a file, or null. */
export async function contentFault(
  file: ModelFile,
  content: Uint8Array<ArrayBuffer>,
): Promise<Mishap | null> {
  if (content.length !== file.bytes) return { code: "miscounted", got: content.length, size: file.bytes };
  return (await sha256(content)) === file.sha256 ? null : { code: "altered" };
}

/** Why an attempt failed: the server's answer was wrong, or there was none. */
class Failure extends Error {
  readonly code: "broken-download" | "wrong-file";
  readonly came: Arrival;

  constructor(code: "broken-download" | "wrong-file", answer: Arrival["answer"], mishap: Mishap | null) {
    super(code);
    this.code = code;
    this.came = { answer, mishap };
  }
}

/** What has come of a file so far. It outlives a broken connection: the next attempt asks for the rest. */
class Arrived {
  #parts: Uint8Array<ArrayBuffer>[] = [];
  bytes = 0;

  add(part: Uint8Array<ArrayBuffer>): void {
    this.#parts.push(part);
    this.bytes += part.length;
  }

  clear(): void {
    this.#parts = [];
    this.bytes = 0;
  }

  whole(): Promise<ArrayBuffer> {
    return new Blob(this.#parts).arrayBuffer();
  }
}

/** Whether an answer goes on exactly where the file stopped. */
function continues(response: Response, from: number): boolean {
  return response.status === 206 && !!response.headers.get("content-range")?.startsWith(`bytes ${from}-`);
}

/** What is wrong with the size of an answer that isn't read, as far as it says. */
function announced({ headers }: Response, { bytes }: ModelFile): Mishap | null {
  const length = headers.get("content-length");
  return length === null ? null : { code: "miscounted", got: Number(length), size: bytes };
}

/** One attempt. `onBytes` hears what arrives, and a negative sum if bytes have to be thrown away. */
async function attempt(
  url: string,
  file: ModelFile,
  arrived: Arrived,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const stalled = new AbortController();
  const watch = new SilenceWatch(STALL_MS, () => stalled.abort());
  const discard = () => {
    if (arrived.bytes > 0) onBytes(-arrived.bytes);
    arrived.clear();
  };
  let answer: Arrival["answer"] = null;
  try {
    const from = arrived.bytes;
    const response = await fetch(url, {
      ...REQUEST,
      signal: AbortSignal.any([signal, stalled.signal]),
      ...(from > 0 && { headers: { range: `bytes=${from}-` } }),
    });
    answer = { status: response.status, type: response.headers.get("content-type") };
    // Servers may ignore a range and send the whole, or refuse it.
    if (from > 0 && !continues(response, from)) discard();
    if (!response.ok || !response.body) throw new Failure("wrong-file", answer, announced(response, file));
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      watch.heard();
      if (arrived.bytes + part.value.length > file.bytes) {
        await reader.cancel();
        throw new Failure("wrong-file", answer, { code: "too-many", size: file.bytes });
      }
      arrived.add(part.value);
      onBytes(part.value.length);
    }
    const content = new Uint8Array(await arrived.whole());
    const fault = await contentFault(file, content);
    if (fault) throw new Failure("wrong-file", answer, fault);
    return content;
  } catch (error) {
    if (signal.aborted) throw cancelled();
    if (error instanceof Failure) {
      discard();
      throw error;
    }
    const part = { got: arrived.bytes, size: file.bytes };
    throw new Failure(
      "broken-download",
      answer,
      stalled.signal.aborted
        ? { code: "stalled", ...part, seconds: STALL_MS / 1000 }
        : { code: "broken-off", ...part },
    );
  } finally {
    watch.end();
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });
}

/**
 * Downloads one file and checks it; tries again when something wrong comes, and goes on where a connection broke.
 * @throws ModelFault "network" or "wrong-file", which name the file and what came; "cancelled".
 */
export async function download(
  folder: string,
  file: ModelFile,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(file.path, folder).href;
  const arrived = new Arrived();
  for (let tried = 1; ; tried++) {
    if (signal.aborted) throw cancelled();
    try {
      return await attempt(url, file, arrived, signal, onBytes);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (tried === ATTEMPTS)
        throw new ModelFault({ code: error.code, file: file.path, came: error.came, attempts: tried });
      await pause(PAUSE_MS * tried, signal);
    }
  }
}
