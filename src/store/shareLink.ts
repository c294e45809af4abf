import { z } from "zod";
import { jsonValueSchema } from "../domain/json";
import { SaidError } from "../domain/said";
import { sharedPageSchema, type SharedPage } from "../domain/sharedPage";
import { shorten } from "../domain/tool";
import { unsafePlace } from "./exportFile";
import { firstFault, jsonPath } from "./fault";

const VERSION = 1;
/** What a link's fragment begins with. */
const MARK = "#share=";
/** The most characters that the address of a link may have. */
export const MAX_LINK = 8192;
/** What a link unpacks to must not be longer (bytes). */
const MAX_UNPACKED = 256 * 1024;

const headSchema = z.looseObject({ version: jsonValueSchema });

/** Why a link can't be opened. `path` is a place in what it carries, `why` a message of the schema library in English. */
export type LinkTrouble =
  | { code: "long-link"; characters: number; most: number }
  | { code: "strange-character"; character: string; position: number }
  | { code: "damaged-link" }
  | { code: "large-link"; bytes: number }
  | { code: "no-json-link" }
  | { code: "other-link-version"; version: string; known: number }
  | { code: "unsafe-link"; path: string }
  | { code: "no-page-link"; path: string; why: string }
  | { code: "no-compression" };

/** A link that can't be opened. */
export class LinkError extends SaidError<LinkTrouble> {
  override readonly name = "LinkError";
}

/** Whether an address's fragment is meant as a link's, whatever state it is in. */
export function isShareFragment(fragment: string): boolean {
  return fragment.startsWith(MARK);
}

/** Whether a page isn't too large to be unpacked again, however well it can be compressed. */
export function fitsUnpacked(page: SharedPage): boolean {
  return new TextEncoder().encode(write(page)).length <= MAX_UNPACKED;
}

/** A page as the fragment of an address. @throws LinkError "no-compression" */
export async function packFragment(page: SharedPage): Promise<string> {
  requireCompression();
  // Zlib's form has a checksum, which tells a damaged link from a whole one.
  const packed = new Blob([write(page)]).stream().pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return MARK + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Reads the fragment of an address. Nothing in it is trusted: its length, what it unpacks to, and every field have
 * their bounds.
 * @throws LinkError
 */
export async function unpackFragment(fragment: string): Promise<SharedPage> {
  requireCompression();
  if (fragment.length > MAX_LINK)
    throw new LinkError({ code: "long-link", characters: fragment.length, most: MAX_LINK });
  const value = parse(await inflate(bytesOf(fragment.slice(MARK.length))));
  const unsafe = unsafePlace(value);
  if (unsafe) throw new LinkError({ code: "unsafe-link", path: jsonPath(unsafe.path) });
  const head = headSchema.safeParse(value);
  if (!head.success) throw new LinkError({ code: "no-page-link", ...firstFault(head.error) });
  const { version, ...rest } = head.data;
  if (version !== VERSION)
    throw new LinkError({
      code: "other-link-version",
      version: shorten(JSON.stringify(version), 20),
      known: VERSION,
    });
  const page = sharedPageSchema.safeParse(rest);
  if (page.success) return page.data;
  throw new LinkError({ code: "no-page-link", ...firstFault(page.error) });
}

function write(page: SharedPage): string {
  return JSON.stringify({ version: VERSION, ...page });
}

function requireCompression(): void {
  if (!("CompressionStream" in globalThis)) throw new LinkError({ code: "no-compression" });
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const strange = /[^\w-]/u.exec(base64url);
  if (strange)
    throw new LinkError({
      code: "strange-character",
      character: strange[0],
      position: MARK.length + strange.index + 1,
    });
  try {
    const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    // A length that no bytes lead to.
    throw new LinkError({ code: "damaged-link" });
  }
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [text, size] = ["", 0];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > MAX_UNPACKED) break;
      text += decoder.decode(part.value, { stream: true });
    }
    if (size <= MAX_UNPACKED) return text + decoder.decode();
  } catch {
    throw new LinkError({ code: "damaged-link" });
  }
  await reader.cancel();
  throw new LinkError({ code: "large-link", bytes: MAX_UNPACKED });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LinkError({ code: "no-json-link" });
  }
}
