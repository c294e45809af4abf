import type { z } from "zod";
import { isDeeper } from "../domain/json";
import {
  lessonIndexSchema,
  lessonSchema,
  MAX_LESSON_BYTES,
  type Lesson,
  type LessonIndex,
} from "../domain/lesson";
import { recordingIndexSchema, recordingSchema, type Recording } from "../domain/recording";
import { SaidError } from "../domain/said";
import { firstFault } from "./fault";
import { jsonFault } from "./jsonFault";

/** Deeper nesting than any lesson or recording has. */
const MAX_LEVELS = 40;
/** A file that is longer on its way than this won't come, in milliseconds. */
const PATIENCE = 20_000;

/** Why a lesson can't be had. `name`: of the file, or its address; `why`: a message of the schema library in English. */
export type TeachingFault =
  | { code: "no-address"; name: string }
  | { code: "too-large"; name: string; kilobytes: number }
  | { code: "unreachable"; name: string }
  | { code: "answered"; name: string; status: number }
  | { code: "not-text"; name: string }
  | { code: "not-json"; name: string; line: number; column: number }
  | { code: "invalid"; name: string; path: string; why: string }
  | { code: "no-tool"; name: string; path: string; tool: string };

/** A lesson or recording that can't be read, and why. */
export class TeachingError extends SaidError<TeachingFault> {
  override readonly name = "TeachingError";
}

/**
 * Reads a value of a known shape from a JSON text.
 * @param name of the file, for the error.
 * @throws TeachingError that names the place of the first fault.
 */
function readJson<T>(name: string, text: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const { line, column } = jsonFault(text.replace(/^\uFEFF/, "")) ?? { line: 1, column: 1 };
    throw new TeachingError({ code: "not-json", name, line, column }, { cause });
  }
  // Schemas of conditions within conditions go down as deep as the value does.
  if (isDeeper(json, MAX_LEVELS))
    throw new TeachingError({ code: "invalid", name, path: "", why: `nested more than ${MAX_LEVELS} deep` });
  const found = schema.safeParse(json);
  if (found.success) return found.data;
  throw new TeachingError({ code: "invalid", name, ...firstFault(found.error) }, { cause: found.error });
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new TeachingError({ code: "not-text", name }, { cause });
  }
}

const tooLarge = (name: string) =>
  new TeachingError({ code: "too-large", name, kilobytes: MAX_LESSON_BYTES / 1024 });

/** The bytes of an address, as long as they are no more than `limit`. It is asked once, without cookies. */
async function fetchBytes(
  name: string,
  url: string,
  fetcher: typeof fetch,
  limit: number,
): Promise<Uint8Array> {
  try {
    const response = await fetcher(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) throw new TeachingError({ code: "answered", name, status: response.status });
    const chunks: Uint8Array[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      length += part.value.length;
      if (length > limit) {
        await reader?.cancel();
        throw tooLarge(name);
      }
      chunks.push(part.value);
    }
    const bytes = new Uint8Array(length);
    chunks.reduce((at, chunk) => (bytes.set(chunk, at), at + chunk.length), 0);
    return bytes;
  } catch (cause) {
    if (cause instanceof TeachingError) throw cause;
    throw new TeachingError({ code: "unreachable", name }, { cause });
  }
}

const own = (path: string) => `${import.meta.env.BASE_URL}${path}`;

async function fetchOwn<T>(path: string, schema: z.ZodType<T>, fetcher: typeof fetch): Promise<T> {
  const bytes = await fetchBytes(path, own(path), fetcher, 4 * MAX_LESSON_BYTES);
  return readJson(path, decode(path, bytes), schema);
}

/**
 * Reads a lesson from the text of its file.
 * @throws TeachingError that says what is wrong, and where.
 */
export function readLesson(name: string, text: string): Lesson {
  return readJson(name, text, lessonSchema);
}

/** @throws TeachingError as `readLesson` does, and for what is too large or no text. */
export async function lessonFromFile(file: File): Promise<Lesson> {
  if (file.size > MAX_LESSON_BYTES) throw tooLarge(file.name);
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw new TeachingError({ code: "unreachable", name: file.name }, { cause });
  });
  return readLesson(file.name, decode(file.name, new Uint8Array(bytes)));
}

/** Fetches a lesson, once. @throws TeachingError as `readLesson` does, and for what doesn't come or is too large. */
export async function lessonFromAddress(address: string, fetcher: typeof fetch = fetch): Promise<Lesson> {
  const bytes = await fetchBytes(address, address, fetcher, MAX_LESSON_BYTES);
  return readLesson(address, decode(address, bytes));
}

/** A lesson that comes with the page. @throws TeachingError if it can't be had. */
export function bundledLesson(id: string, fetcher: typeof fetch = fetch): Promise<Lesson> {
  return fetchOwn(`lessons/${id}.json`, lessonSchema, fetcher);
}

/** The lessons that come with the page. @throws TeachingError if the list can't be had. */
export function lessonIndex(fetcher: typeof fetch = fetch): Promise<LessonIndex> {
  return fetchOwn("lessons/index.json", lessonIndexSchema, fetcher);
}

/** What is played while no model is ready; null if nothing was recorded. @throws TeachingError if it can't be had. */
export async function bundledRecording(fetcher: typeof fetch = fetch): Promise<Recording | null> {
  const { recordings } = await fetchOwn("recorded/index.json", recordingIndexSchema, fetcher);
  const [id] = recordings;
  return id === undefined ? null : fetchOwn(`recorded/${id}.json`, recordingSchema, fetcher);
}
