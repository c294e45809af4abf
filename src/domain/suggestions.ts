import type { ToolFunction } from "./catalogue";
import type { PastCall } from "./interaction";
import type { Tool } from "./tool";

/** A query to try, and what it asks for in a word or two. */
export interface Suggestion {
  title: string;
  query: string;
}

/**
 * Queries to try for a user, one of each function: first those of the functions in which the history holds calls
 * of two or more tools, most calls first, because there the history can tell which one is preferred; then those
 * with calls of one tool; then the others.
 */
export function suggestQueries(
  functions: readonly ToolFunction[],
  tools: readonly Tool[],
  history: readonly PastCall[],
): Suggestion[] {
  const functionOf = new Map(tools.map((tool) => [tool.name, tool.function]));
  const calls = new Map<string, string[]>(functions.map(({ id }) => [id, []]));
  for (const { tool } of history) calls.get(functionOf.get(tool) ?? "")?.push(tool);
  const weights = new Map(
    Array.from(calls, ([id, called]) => {
      const telling = new Set(called).size > 1;
      return [id, called.length + (telling ? history.length : 0)];
    }),
  );
  const weight = ({ id }: ToolFunction) => weights.get(id) ?? 0;
  return functions
    .toSorted((a, b) => weight(b) - weight(a))
    .flatMap(({ title, queries }) => queries.slice(0, 1).map((query) => ({ title, query })));
}
