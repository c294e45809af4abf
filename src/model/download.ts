import { cancelled, ModelFault } from "./fault";
import type { ModelFile } from "./manifest";

const ATTEMPTS = 3;
const STALL_MS = 30_000;
const PAUSE_MS = 400;

/** SHA-256 in hexadecimal digits. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What is wrong with the content of a file, in words, or null. */
export async function contentFault(
  file: ModelFile,
  content: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  if (content.length !== file.bytes) return `${content.length} bytes instead of ${file.bytes}`;
  return (await sha256(content)) === file.sha256 ? null : "altered content (its SHA-256 differs)";
}

/** Why an attempt failed: the server's answer was wrong, or there was none. */
class Failure extends Error {
  readonly kind: "network" | "wrong-file";
  constructor(kind: "network" | "wrong-file", came: string) {
    super(came);
    this.kind = kind;
  }
}

/** One attempt. `onBytes` hears what arrives, and the negative sum if the attempt fails. */
async function attempt(
  url: string,
  file: ModelFile,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const stall = new AbortController();
  let timer = setTimeout(() => stall.abort(), STALL_MS);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), STALL_MS);
  };
  let position = 0;
  let answer = "no answer";
  try {
    // The verified copy goes to Cache Storage; a second one in the HTTP cache would be a waste, or a stale one.
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.any([signal, stall.signal]) });
    const type = response.headers.get("content-type") ?? "no content type";
    answer = `status ${response.status}, ${type}`;
    if (!response.ok || !response.body) throw new Failure("wrong-file", answer);
    const content = new Uint8Array(file.bytes);
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      alive();
      if (position + part.value.length > file.bytes) {
        await reader.cancel();
        throw new Failure("wrong-file", `${answer}, more than ${file.bytes} bytes`);
      }
      content.set(part.value, position);
      position += part.value.length;
      onBytes(part.value.length);
    }
    const fault = await contentFault(file, content.subarray(0, position));
    if (fault) throw new Failure("wrong-file", `${answer}, ${fault}`);
    return content;
  } catch (error) {
    onBytes(-position);
    if (signal.aborted) throw cancelled();
    if (error instanceof Failure) throw error;
    const why = stall.signal.aborted ? `nothing came for ${STALL_MS / 1000} seconds` : "the connection broke";
    throw new Failure("network", `${answer}, ${position} of ${file.bytes} bytes, then ${why}`);
  } finally {
    clearTimeout(timer);
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
 * Downloads one file and checks it; tries again when something wrong comes.
 * @throws ModelFault "network" or "wrong-file", which name the file and what came; "cancelled".
 */
export async function download(
  folder: string,
  file: ModelFile,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(file.path, folder).href;
  for (let tried = 1; ; tried++) {
    if (signal.aborted) throw cancelled();
    try {
      return await attempt(url, file, signal, onBytes);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (tried === ATTEMPTS)
        throw new ModelFault(
          error.kind,
          error.kind === "network"
            ? `${file.path} could not be downloaded (${error.message}; ${tried} attempts). Check the connection, then try again: the files that are complete stay.`
            : `${file.path} is not the file that the model was published with (${error.message}; ${tried} attempts). It was thrown away and never run. Try again later.`,
        );
      await pause(PAUSE_MS * tried, signal);
    }
  }
}
