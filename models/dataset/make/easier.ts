import { overlap } from "./rules.ts";
import { packSamples, type KnownSample, type Pack } from "./schema.ts";

/** Whether the candidates that share most words with the query all do what it asks, and others don't. */
function isPlain(sample: KnownSample): boolean {
  if (sample.fits.length === sample.candidates.length) return false;
  const shared = sample.candidates.map(({ name }) => overlap(sample, name));
  const most = Math.max(...shared);
  return most > 0 && shared.every((count, at) => count < most || sample.fits.includes(at));
}

/**
 * What of a pack a model can learn first: questions in the tools' own words, and few candidates to choose from.
 * @param most how many candidates are kept at most, unless more of them do what is asked.
 * @returns null if fewer than `least` of the questions are that plain.
 */
export function easier(pack: Pack, least: number, most: number): Pack | null {
  const plain = packSamples(pack).map(isPlain);
  const questions = pack.questions.filter((_, at) => plain[at]);
  if (questions.length < least) return null;
  const wanted = new Set(questions.flatMap(({ fits }) => fits));
  let room = most - wanted.size;
  const kept = pack.candidates.map((_, at) => wanted.has(at) || room-- > 0);
  const place = (at: number): number => kept.slice(0, at).filter(Boolean).length;
  return {
    ...pack,
    candidates: pack.candidates.filter((_, at) => kept[at]),
    questions: questions.map((question) => ({ ...question, fits: question.fits.map(place) })),
  };
}
