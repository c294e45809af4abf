import type { PastCall } from "../../../src/domain/interaction.ts";
import { toolParts } from "../../../src/domain/tool.ts";
import type { KnownSample } from "./schema.ts";

/** A rule's score for each of the tools that it may choose from; equal best ones are a tie. */
export type Rule = (sample: KnownSample) => { choices: number[]; scores: number[] };

/** A rule that scores the fitting candidates. */
const amongFits =
  (score: (sample: KnownSample, name: string) => number): Rule =>
  (sample) => ({
    choices: sample.fits,
    scores: sample.fits.map((at) => score(sample, sample.candidates[at]?.name ?? "")),
  });

const providerOf = (name: string): string => toolParts(name).provider;
const sum = (history: readonly PastCall[], worth: (call: PastCall) => number): number =>
  history.reduce((total, call) => total + worth(call), 0);
const rated = ({ rating }: PastCall): number => (rating === 1 ? 1 : rating === 0 ? -1 : 0);

const words = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/** How many words of the query occur in a tool's name and description, by their first five letters. */
export function overlap({ query, candidates }: KnownSample, name: string): number {
  const tool = candidates.find((candidate) => candidate.name === name);
  const stems = new Set(words(`${name} ${tool?.description ?? ""}`).map((word) => word.slice(0, 5)));
  return new Set(
    words(query)
      .map((word) => word.slice(0, 5))
      .filter((stem) => stems.has(stem)),
  ).size;
}

export const heuristics: Record<string, Rule> = {
  "random fitting": amongFits(() => 0),
  "most frequent provider": amongFits(({ history }, name) =>
    sum(history, ({ tool }) => Number(providerOf(tool) === providerOf(name))),
  ),
  "most frequent tool": amongFits(({ history }, name) => sum(history, ({ tool }) => Number(tool === name))),
  "most recent provider": amongFits(({ history }, name) =>
    history.findLastIndex(({ tool }) => providerOf(tool) === providerOf(name)),
  ),
  "most recent tool": amongFits(({ history }, name) => history.findLastIndex(({ tool }) => tool === name)),
  "most liked provider": amongFits(({ history }, name) =>
    sum(history, (call) =>
      Number(
        call.rating !== 0 &&
          providerOf(call.tool) === providerOf(name) &&
          (call.rating === 1 || history.every(({ rating }) => rating === null)),
      ),
    ),
  ),
  "best rated provider (likes minus dislikes)": amongFits(({ history }, name) =>
    sum(history, (call) => (providerOf(call.tool) === providerOf(name) ? rated(call) : 0)),
  ),
  "best rated tool (likes minus dislikes)": amongFits(({ history }, name) =>
    sum(history, (call) => (call.tool === name ? rated(call) : 0)),
  ),
  "lexical match only": (sample) => ({
    choices: sample.candidates.map((_, at) => at),
    scores: sample.candidates.map(({ name }) => overlap(sample, name)),
  }),
};

/** The share of samples in which a rule finds the preferred tool; a tie counts as the chance to guess it. */
export function hitRate(samples: readonly KnownSample[], rule: Rule): number {
  const hits = samples.map((sample) => {
    const { choices, scores } = rule(sample);
    const best = Math.max(...scores);
    const tied = choices.filter((_, at) => scores[at] === best);
    const gold = sample.candidates.findIndex(({ name }) => name === sample.answer.tool_name);
    return tied.includes(gold) ? 1 / tied.length : 0;
  });
  return hits.reduce((total, hit) => total + hit, 0) / Math.max(1, samples.length);
}
