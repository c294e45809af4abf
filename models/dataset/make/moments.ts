import type { KnownSample } from "./schema.ts";
import { preferred } from "./preference.ts";
import { Random } from "./random.ts";

/** An earlier moment of a history: after how many calls, and which fitting tool was preferred then (its name). */
export interface Moment {
  calls: number;
  tool: string;
}

/**
 * Up to `count` earlier moments of a sample's history at which it clearly says what is preferred, in order. Of the times
 * during which one tool is preferred each comes before a second moment of any: what changed a mind is what is to be learnt.
 */
export function chooseMoments(
  { id, setting, history, candidates, fits }: KnownSample,
  count: number,
): Moment[] {
  const random = new Random(`${id} moments`);
  const names = fits.map((at) => candidates[at]?.name ?? "");
  const times: Moment[][] = [];
  for (let calls = 1; calls < history.length; calls++) {
    const best = preferred(setting, history.slice(0, calls), names);
    const tool = best === null ? undefined : names[best];
    if (tool === undefined) continue;
    const last = times.at(-1);
    if (last?.[0]?.tool === tool) last.push({ calls, tool });
    else times.push([{ calls, tool }]);
  }
  const [firsts, more] = [times.map((time) => random.pick(time)), random.shuffle(times.flat())];
  const inOrder = new Set([...random.shuffle(firsts), ...more]);
  return [...inOrder].slice(0, count).sort((a, b) => a.calls - b.calls);
}
