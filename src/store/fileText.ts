import { fileLabel, ImportError } from "./fault";

const MAX_BYTES = 100_000_000;

/** The marks at the start of texts that aren't UTF-8. */
const marks: [encoding: string, bytes: number[]][] = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The text of a file, in UTF-8, or in UTF-16 if it says so.
 * @throws ImportError if it is too large, of another encoding or no text at all.
 */
export async function fileText(file: File): Promise<string> {
  const label = fileLabel(file.name);
  if (file.size > MAX_BYTES) throw new ImportError({ code: "huge", file: label });
  const bytes = new Uint8Array(
    await file.arrayBuffer().catch((cause: unknown) => {
      throw new ImportError({ code: "unreadable", file: label }, { cause });
    }),
  );
  const marked = marks.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  let text: string;
  try {
    text = new TextDecoder(marked?.[0] ?? "utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ImportError({ code: "no-utf-8", file: label }, { cause });
  }
  const at = text.indexOf("\0");
  if (at >= 0) throw new ImportError({ code: "null-character", file: label, position: at + 1 });
  return text;
}
