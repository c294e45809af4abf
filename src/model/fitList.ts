import { NamePaths, type CandidateGroup } from "../domain/namePaths";
import type { AnswerWriter } from "./answerWriter";
import type { Encoder } from "./fitting";

const LEAD = "Fit:";
/**
 * With this probability a candidate is listed. Far less than a half, because who isn't listed can't be named, and who is
 * needn't be.
 */
const ENOUGH = 0.1;

/** A list of candidates that fit, and how likely it takes each of them: see `Distribution`. */
export interface FitList {
  fits: number[];
  fit: number[];
}

/** The tokens of a text where another one stands before it. */
function tokensAfter(encoder: Encoder, before: string, text: string): number[] {
  const [head, whole] = [encoder.encode(before), encoder.encode(before + text)];
  return head.every((token, at) => whole[at] === token) ? whole.slice(head.length) : encoder.encode(text);
}

/** Writes a list that is given, without asking the model. */
export async function copyFitList(
  writer: AnswerWriter,
  encoder: Encoder,
  fits: readonly number[],
): Promise<void> {
  for (const token of encoder.encode(`${LEAD}${fits.map((index) => ` ${index}`).join("")}\n`))
    await writer.write([token], "fit");
}

/** Lets the model list candidates in ascending order, at least one, and reads how likely each is to fit. */
export async function writeFitList(writer: AnswerWriter, encoder: Encoder, count: number): Promise<FitList> {
  for (const token of encoder.encode(LEAD)) await writer.write([token], "fit");
  const fits: number[] = [];
  const fit = new Array<number>(count).fill(0);
  for (let next = 0; ;) {
    const before = LEAD + fits.map((index) => ` ${index}`).join("");
    const rest = Array.from({ length: count - next }, (_, at) => next + at);
    const endings = fits.length > 0 ? ["\n"] : [];
    const options = [...rest.map((index) => ` ${index}`), ...endings];
    const groups = await choose(
      writer,
      options.map((text) => tokensAfter(encoder, before, text)),
    );
    const chosen = groups[0]?.candidates[0] ?? 0;
    const known = likelihoods(groups, options.length);
    rest.forEach((index, option) => {
      if (option <= chosen) fit[index] = known[option] ?? 0;
    });
    const index = rest[chosen];
    if (index === undefined) return { fits, fit };
    fits.push(index);
    next = index + 1;
  }
}

/**
 * Lets the model write one of some texts, given by their tokens: the first that is likely enough, given that none before
 * it is taken. Where none is, or it turns out so on the way, the likeliest that is left.
 */
async function choose(
  writer: AnswerWriter,
  paths: readonly (readonly number[])[],
): Promise<CandidateGroup[]> {
  const options = new NamePaths(paths);
  for (let next = options.branches(); next.length > 0; next = options.branches()) {
    const [{ probability: mass } = { probability: 1 }] = options.groups();
    const { token, logits } = await writer.write(
      next.map((branch) => branch.token),
      "fit",
      (probabilities) => firstEnough(probabilities, mass),
    );
    options.follow(logits ?? [], token);
  }
  return options.groups();
}

/**
 * The first of some ways that is likely enough, given that none before it is taken; the likeliest if none is. Of a way to
 * several options that is the most that any of them can reach.
 * @param mass the probability of getting this far.
 */
function firstEnough(probabilities: readonly number[], mass: number): number {
  let left = 1;
  const first = probabilities.findIndex((probability) => {
    const enough = mass * probability >= ENOUGH * left;
    left -= mass * probability;
    return enough;
  });
  return first < 0 ? probabilities.indexOf(Math.max(...probabilities)) : first;
}

/**
 * For each option how likely it is, given that none before it was taken. Options that can't be told from each other
 * have their joint probability.
 */
function likelihoods(groups: readonly CandidateGroup[], count: number): number[] {
  const known = new Array<number>(count).fill(0);
  const joint = new Array<number>(count).fill(0);
  for (const { candidates, probability } of groups)
    for (const option of candidates) {
      joint[option] = probability;
      known[option] = candidates.length === 1 ? probability : NaN;
    }
  let left = 1;
  return known.map((probability, option) => {
    if (Number.isNaN(probability)) return joint[option] ?? 0;
    const share = left > 0 ? Math.min(1, probability / left) : 0;
    left -= probability;
    return share;
  });
}
