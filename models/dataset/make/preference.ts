import type { PastCall } from "../../../src/domain/interaction.ts";
import type { Setting } from "../../../src/domain/setting.ts";
import { toolParts } from "../../../src/domain/tool.ts";

/** One sensible way to read a history. */
interface Reading {
  /** What a call of another function of the provider counts, where calls of the tool itself exist. */
  related: number;
  /** What each later call takes off. */
  decay: number;
  dislike: number;
  unrated: number;
}

const readings: Record<Setting, readonly Reading[]> = {
  "preferred-only": [
    { related: 0.15, decay: 1, dislike: 0, unrated: 1 },
    { related: 0.3, decay: 1, dislike: 0, unrated: 1 },
    { related: 0.2, decay: 0.95, dislike: 0, unrated: 1 },
  ],
  "rating-integrated": [
    { related: 0.15, decay: 1, dislike: 1, unrated: 0.1 },
    { related: 0.3, decay: 1, dislike: 0.7, unrated: 0.3 },
    { related: 0.2, decay: 0.95, dislike: 1.3, unrated: 0.1 },
  ],
  chronological: [
    { related: 0.08, decay: 0.6, dislike: 0, unrated: 1 },
    { related: 0.15, decay: 0.7, dislike: 0, unrated: 1 },
  ],
};

function worth({ rating }: PastCall, { dislike, unrated }: Reading): number {
  return rating === 1 ? 1 : rating === 0 ? -dislike : unrated;
}

/** The sum over calls that `holds` a tool, later ones in full, earlier ones less. */
function weigh(calls: readonly PastCall[], reading: Reading, holds: (call: PastCall) => boolean): number {
  return calls.reduce(
    (sum, call, at) =>
      holds(call) ? sum + worth(call, reading) * reading.decay ** (calls.length - 1 - at) : sum,
    0,
  );
}

/** What a history says for each of the tools (by name) under one reading. */
function scores(history: readonly PastCall[], tools: readonly string[], reading: Reading): number[] {
  const providers = tools.map((name) => toolParts(name).provider);
  const direct = history.filter(({ tool }) => tools.includes(tool));
  const related = history.filter(
    ({ tool }) => !tools.includes(tool) && providers.includes(toolParts(tool).provider),
  );
  const flat = { ...reading, decay: 1 };
  return tools.map((name, at) => {
    const byProvider = (call: PastCall): boolean => toolParts(call.tool).provider === providers[at];
    if (direct.length === 0) return weigh(related, reading, byProvider);
    return (
      weigh(direct, reading, ({ tool }) => tool === name) + reading.related * weigh(related, flat, byProvider)
    );
  });
}

/**
 * The tool that a person who knows this history would expect the user to prefer among tools that all do what is
 * asked: calls of the tool itself count before those of other functions of its provider. Null unless all sensible
 * readings agree and none of them finds it close.
 */
export function preferred(
  setting: Setting,
  history: readonly PastCall[],
  tools: readonly string[],
): number | null {
  const direct = history.some(({ tool }) => tools.includes(tool));
  const chosen = readings[setting].map((reading) => {
    const all = scores(history, tools, reading);
    const best = all.indexOf(Math.max(...all));
    const top = all[best] ?? 0;
    const second = Math.max(...all.filter((_, at) => at !== best));
    const clear =
      setting === "chronological"
        ? top > second * 1.2 && top - second > 0.3
        : top - second > (direct ? 0.55 : 0.9);
    return clear ? best : null;
  });
  const [first = null] = chosen;
  return chosen.every((choice) => choice === first) ? first : null;
}

/** How much clearer a choice becomes by a point of score. A single like should move a bar, and not settle everything. */
const SHARPNESS = 3;

/** What a call of another function counts, in the mean over the readings, where nothing calls the tools themselves. */
const indirect: Record<Setting, number> = {
  "preferred-only": 0.22,
  "rating-integrated": 0.22,
  chronological: 0.3,
};

/**
 * How a person who knows this history would share out their bets on which of the tools (all of which do what is asked) the
 * user prefers: shares that sum to 1. Unlike `preferred` it says something of every history, and a further like never
 * lowers a tool's share, nor does a dislike raise it.
 */
export function leaning(setting: Setting, history: readonly PastCall[], tools: readonly string[]): number[] {
  const direct = history.some(({ tool }) => tools.includes(tool));
  const weight = SHARPNESS * (direct ? 1 : indirect[setting]);
  const read = readings[setting].map((reading) => scores(history, tools, reading));
  const odds = tools.map((_, at) =>
    Math.exp((weight * read.reduce((sum, one) => sum + (one[at] ?? 0), 0)) / read.length),
  );
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}
