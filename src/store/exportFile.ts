import { z } from "zod";
import { MAX_DEPTH } from "../domain/json";
import { firstFault, ImportError, jsonPath } from "./fault";
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
  const label = `"${fileName.slice(0, 100) || "The file"}"`;
  const text = content.replace(/^\uFEFF/, "");
  if (text.trim() === "") throw new ImportError(`${label} is empty.`);
  if (text.length > MAX_CHARACTERS)
    throw new ImportError(`${label} is too large for an export of this page.`);
  const file = parse(label, text);
  const head = headSchema.safeParse(file);
  if (!head.success)
    throw new ImportError(
      `${label} is no export of this page: ${place(head.error)}. Choose a file that "Export everything" has written; tools are imported by "Import tools".`,
    );
  const newest = upgrades.length + 1;
  if (head.data.version > newest)
    throw new ImportError(
      `${label} comes from a newer version of this page (version: ${head.data.version}, this page reads up to ${newest}). Reload the page to get that version.`,
    );
  const upgraded = upgrades
    .slice(head.data.version - 1)
    .reduce<Record<string, unknown>>((older, upgrade) => upgrade(older), head.data);
  const data = pageDataSchema.safeParse(upgraded);
  if (data.success) return data.data;
  const more = data.error.issues.length - 1;
  throw new ImportError(
    `${label}: ${place(data.error)}${more > 0 ? ` (and ${more} more ${more === 1 ? "fault" : "faults"})` : ""}. Correct it and import the file again.`,
  );
}

function place(error: z.ZodError): string {
  const { path, why } = firstFault(error);
  return path ? `${path}: ${why}` : why;
}

function parse(label: string, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    throw new ImportError(
      `${label} is no JSON (${fault ? `line ${fault.line}, column ${fault.column}: ${fault.why}` : "unknown fault"}). Correct it and import the file again.`,
    );
  }
  const fault = unsafePlace(value);
  if (fault) throw new ImportError(`${label}: ${jsonPath(fault.path)}: ${fault.why}.`);
  return value;
}

/** The wrapper, users, histories and calls around a parameter's value. */
const OUTER_DEPTH = 8;

/**
 * Finds what JSON allows and the page can't hold or would silently leave out: a key that stands for an object's
 * prototype, a number without end, values nested too deeply. Costs no stack, however deep the value is.
 */
function unsafePlace(root: unknown): { path: PropertyKey[]; why: string } | null {
  const around: Frame[] = [];
  const found = (why: string, ...last: PropertyKey[]) => ({
    path: [...around.map(({ entries, at }) => entries[at - 1]?.[0] ?? ""), ...last],
    why,
  });
  let value = root;
  for (;;) {
    if (typeof value === "number" && !Number.isFinite(value)) return found("this number is too large");
    if (typeof value === "object" && value !== null) {
      if (Object.hasOwn(value, "__proto__")) return found("this name can't be used", "__proto__");
      if (around.length > MAX_DEPTH + OUTER_DEPTH) {
        around.length = 8;
        return found("this is nested too deeply");
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
