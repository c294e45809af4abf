import { toolParts } from "../../../src/domain/tool.ts";
import type { KnownSample } from "./schema.ts";
import { leaning } from "./preference.ts";
import { Random } from "./random.ts";

/** An earlier moment of a history: after how many calls, and each fitting tool's share of what was preferred then. */
export interface Moment {
  calls: number;
  shares: number[];
}

/**
 * Up to `count` earlier moments of a sample's history, in order: such as come after a call of a fitting tool or of
 * its provider, for only these move a preference.
 */
export function chooseMoments(
  { id, setting, history, candidates, fits }: KnownSample,
  count: number,
): Moment[] {
  const names = fits.map((at) => candidates[at]?.name ?? "");
  const providers = names.map((name) => toolParts(name).provider);
  const telling = history.flatMap(({ tool }, at) =>
    at + 1 < history.length && providers.includes(toolParts(tool).provider) ? [at + 1] : [],
  );
  return new Random(`${id} moments`)
    .sample(telling, count)
    .sort((a, b) => a - b)
    .map((calls) => ({ calls, shares: leaning(setting, history.slice(0, calls), names) }));
}
