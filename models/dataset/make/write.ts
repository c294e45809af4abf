import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z, ZodError } from "zod";
import { knownSampleSchema, playsSchema, type KnownSample, type Plays } from "./schema.ts";

/** Texts of files by their paths in the dataset's folder. */
export type Files = Record<string, string>;

export const toLines = (entries: readonly unknown[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");

/** The SHA-256 of each file. */
export function checksums(files: Files): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => [name, createHash("sha256").update(text).digest("hex")]),
  );
}

export function writeFiles(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** The entries of a file, as `parse` reads them. @throws Error with the number of the first line that it refuses. */
function readLines<T>(file: string, parse: (entry: unknown) => T): T[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [parse(JSON.parse(line))];
    } catch (cause) {
      const why =
        cause instanceof ZodError
          ? cause.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)[0]
          : String(cause);
      throw new Error(`${file}, line ${at + 1}: ${why ?? ""}`, { cause });
    }
  });
}

const lenientSchema = knownSampleSchema.extend({ fits: knownSampleSchema.shape.fits.default([]) });

/** The samples of a file. @throws Error with the number of the first line that is none. */
export const readSamples = (file: string): KnownSample[] =>
  readLines(file, (entry) => lenientSchema.parse(entry));

/** The samples of a file, or its questions with several histories. @throws Error with the number of the first line that is neither. */
export const readEntries = (file: string): (KnownSample | Plays)[] =>
  readLines(file, (entry) =>
    z.object({ plays: z.unknown() }).safeParse(entry).data?.plays === undefined
      ? lenientSchema.parse(entry)
      : playsSchema.parse(entry),
  );

/** The value behind a flag of the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}
