import { readFileSync } from "node:fs";
import { catalogueSchema } from "../../src/domain/catalogue";
import type { PastCall } from "../../src/domain/interaction";

/** The bundled tools, and the functions that group them. `npm run catalogue` writes them. */
export const { functions, tools } = catalogueSchema.parse(
  JSON.parse(readFileSync(new URL("../../public/catalogue.json", import.meta.url), "utf8")),
);

/** The one tool of several that a history rates best, if it is liked and at least two of them were rated. */
export function bestRated(history: readonly PastCall[], names: ReadonlySet<string>): string | undefined {
  const scores = new Map<string, number>();
  for (const { tool, rating } of history)
    if (names.has(tool) && rating !== null)
      scores.set(tool, (scores.get(tool) ?? 0) + (rating === 1 ? 1 : -1));
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return best && second && best[1] > Math.max(0, second[1]) ? best[0] : undefined;
}
