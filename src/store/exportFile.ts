import { z } from "zod";
import { MAX_DEPTH } from "../domain/json";
import { fileLabel, firstFault, ImportError, jsonPath } from "./fault";
import { jsonFault } from "./jsonFault";
import { pageDataSchema, type PageData } from "./pageData";

const FORMAT = "petoolllama-live";
const MAX_CHARACTERS = 50_000_000;

/** Takes an export from one version to the next. What isn't of that version's form comes out as it is, or throws. */
type ExportUpgrade = (file: Record<string, unknown>) => Record<string, unknown>;

/** What has to be done to read an export of each version, from the first on. Append; never change. */
export const exportUpgrades: readonly ExportUpgrade[] = [
  // The first version had the settings as rows of their table.
  (file) => {
    const rows = z.array(z.object({ key: z.string(), value: z.unknown() })).safeParse(file["settings"]);
    return rows.success
      ? { ...file, settings: Object.fromEntries(rows.data.map(({ key, value }) => [key, value])) }
      : file;
  },
];

const headSchema = z.looseObject({ format: z.literal(FORMAT), version: z.int().min(1) });

/** Everything as a file: its name, which has the date, and its text. */
export function writeExport(data: PageData, now: Date): { fileName: string; text: string } {
  const date = now.toISOString();
  const head = { format: FORMAT, version: exportUpgrades.length + 1, exported: date };
  return {
    fileName: `${FORMAT}-${date.slice(0, 10)}.json`,
    text: `${JSON.stringify({ ...head, ...data }, null, 1)}\n`,
  };
}

/**
 * Reads an export, also one of an older version.
 * @throws ImportError that names the first place where something is wrong.
 */
export function readExport(fileName: string, content: string, upgrades = exportUpgrades): PageData {
  const file = fileLabel(fileName);
  const text = content.replace(/^\uFEFF/, "");
  if (text.trim() === "") throw new ImportError({ code: "empty-export", file });
  if (text.length > MAX_CHARACTERS) throw new ImportError({ code: "long-export", file });
  const head = headSchema.safeParse(parse(file, text));
  if (!head.success) throw new ImportError({ code: "no-export", file, ...firstFault(head.error) });
  const { version } = head.data;
  const newest = upgrades.length + 1;
  if (version > newest) throw new ImportError({ code: "newer-export", file, version, newest });
  const upgraded = upgrades
    .slice(version - 1)
    .reduce<Record<string, unknown>>((older, upgrade) => upgrade(older), head.data);
  const data = pageDataSchema.safeParse(upgraded);
  if (data.success) return data.data;
  const more = data.error.issues.length - 1;
  throw new ImportError({ code: "bad-export", file, ...firstFault(data.error), more });
}

function parse(file: string, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ImportError({ code: "no-json", file, at: jsonFault(text) });
  }
  const fault = unsafePlace(value);
  if (fault) throw new ImportError({ code: fault.code, file, path: jsonPath(fault.path) });
  return value;
}

interface UnsafePlace {
  code: "large-number" | "unusable-name" | "deep-export";
  path: PropertyKey[];
}

/** The wrapper, users, histories and calls around a parameter's value. */
const OUTER_DEPTH = 8;

/**
 * Finds what JSON allows and the page can't hold or would silently leave out: a key that stands for an object's
 * prototype, a number without end, values nested too deeply. Costs no stack, however deep the value is.
 */
export function unsafePlace(root: unknown): UnsafePlace | null {
  const around: Frame[] = [];
  const found = (code: UnsafePlace["code"], ...last: PropertyKey[]) => ({
    code,
    path: [...around.map(({ entries, at }) => entries[at - 1]?.[0] ?? ""), ...last],
  });
  let value = root;
  for (;;) {
    if (typeof value === "number" && !Number.isFinite(value)) return found("large-number");
    if (typeof value === "object" && value !== null) {
      if (Object.hasOwn(value, "__proto__")) return found("unusable-name", "__proto__");
      if (around.length > MAX_DEPTH + OUTER_DEPTH) {
        around.length = 8;
        return found("deep-export");
      }
      around.push({ entries: Array.isArray(value) ? [...value.entries()] : Object.entries(value), at: 0 });
    }
    let frame = around.at(-1);
    while (frame && frame.at >= frame.entries.length) {
      around.pop();
      frame = around.at(-1);
    }
    if (!frame) return null;
    value = frame.entries[frame.at++]?.[1];
  }
}

/** A list or object that is being walked through, and how far. */
interface Frame {
  entries: [PropertyKey, unknown][];
  at: number;
}
