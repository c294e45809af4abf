import type { z } from "zod";
import { shorten } from "../domain/tool";

/** Something that can't be imported; the message says where, what is wrong and what to do. */
export class ImportError extends Error {
  override readonly name = "ImportError";
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
