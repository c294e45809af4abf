import type { z } from "zod";
import { SaidError } from "../domain/said";
import { shorten } from "../domain/tool";
import type { JsonFault } from "./jsonFault";

/**
 * Why a file can't be imported. `file` is its name, cut, perhaps empty; `path` a place in a JSON value, `why` a message
 * of the schema library in English.
 */
export type ImportTrouble =
  /** Of any file. */
  | { code: "huge"; file: string }
  | { code: "unreadable"; file: string }
  | { code: "no-utf-8"; file: string }
  | { code: "null-character"; file: string; position: number }
  | { code: "no-json"; file: string; at: JsonFault | null }
  /** Of a file that should hold tools. */
  | { code: "no-text"; file: string }
  | { code: "too-long"; file: string; characters: number }
  | { code: "no-tools"; file: string }
  | { code: "many-tools"; file: string; count: number; most: number }
  | { code: "deep-tools"; file: string }
  | { code: "unusable-tool"; file: string; path: string; why: string }
  | { code: "no-tool-document"; file: string }
  | { code: "line-no-json"; line: number; at: JsonFault | null }
  | { code: "bad-document"; part: "entry" | "line"; number: number; path: string; why: string }
  | { code: "long-yaml"; file: string; characters: number }
  | { code: "no-yaml"; file: string; at: { line: number; column: number } | null; why: string }
  | { code: "yaml-aliases"; file: string }
  /** Of a file that should hold an export. */
  | { code: "empty-export"; file: string }
  | { code: "long-export"; file: string }
  | { code: "no-export"; file: string; path: string; why: string }
  | { code: "newer-export"; file: string; version: number; newest: number }
  | { code: "bad-export"; file: string; path: string; why: string; more: number }
  | { code: "large-number"; file: string; path: string }
  | { code: "unusable-name"; file: string; path: string }
  | { code: "deep-export"; file: string; path: string };

/** Something that can't be imported. */
export class ImportError extends SaidError<ImportTrouble> {
  override readonly name = "ImportError";
}

/** A file's name for a message: not too long. */
export function fileLabel(fileName: string): string {
  return fileName.slice(0, 100);
}

/** A place in a JSON value, as JavaScript would reach it: `users[3].history[17].rating`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => {
      if (typeof part === "number") return `[${part}]`;
      const name = shorten(String(part), 80);
      if (!/^[\w$]+$/.test(name)) return `[${JSON.stringify(name)}]`;
      return at > 0 ? `.${name}` : name;
    })
    .join("");
}

/** The first fault of a value: where, and what is wrong there in words. */
export function firstFault(error: z.ZodError): { path: string; why: string } {
  const { path, issue } = deepest(error.issues[0]);
  return { path: jsonPath(path), why: plainWords(issue?.message ?? "something is wrong") };
}

/** A message of the schema library for people. */
export function plainWords(message: string): string {
  return message.replace(/^Invalid input: /, "").replace(/received undefined$/, "but it is missing");
}

interface Deepest {
  path: PropertyKey[];
  issue: z.core.$ZodIssue | undefined;
}

/** Of the ways in which a value fails, the one that comes furthest is the one that was meant. */
function deepest(issue: z.core.$ZodIssue | undefined): Deepest {
  if (issue?.code !== "invalid_union") return { path: issue?.path ?? [], issue };
  const inner = issue.errors
    .map(([first]) => deepest(first))
    .reduce<Deepest>((best, one) => (one.path.length > best.path.length ? one : best), { path: [], issue });
  return { path: [...issue.path, ...inner.path], issue: inner.path.length > 0 ? inner.issue : issue };
}
