import { NamePaths, type CandidateGroup } from "../domain/namePaths";
import type { AnswerForm } from "../domain/toolCall";
import type { AnswerWriter } from "./answerWriter";
import { copyFitList, writeFitList } from "./fitList";
import type { Encoder } from "./fitting";
import type { ReadingGiven } from "./protocol";

/** What is known as soon as the name is decided. */
export interface Decision {
  /** The candidates that were listed as fitting; null where answers have no list. */
  fits: number[] | null;
  /** See `Distribution`; null as well where the list was given. */
  fit: number[] | null;
  /** The candidates' probabilities, the named one first. */
  groups: CandidateGroup[];
  /** The tokens that complete the name. */
  rest: readonly number[];
}

/**
 * Lets the model name a candidate, up to where the name is decided: what is left of it can't be another's.
 * @param among the candidates in question, by default all.
 */
async function decideName(
  writer: AnswerWriter,
  paths: readonly (readonly number[])[],
  among?: readonly number[],
): Promise<Pick<Decision, "groups" | "rest">> {
  const names = new NamePaths(paths, among);
  let written = 0;
  for (; !names.decided; written++) {
    const allowed = names.branches().map(({ token }) => token);
    const { token, logits } = await writer.write(
      allowed.sort((a, b) => a - b),
      "name",
    );
    names.follow(logits ?? [], token);
  }
  const [named] = names.alive;
  return { groups: names.groups(), rest: (named === undefined ? [] : (paths[named] ?? [])).slice(written) };
}

/**
 * Lets the model answer as far as its name is decided. The list of what fits binds the name: who can't do what is asked
 * has a probability of 0, however much they are liked.
 * @param paths the tokens of each candidate's lead.
 */
export async function decide(
  writer: AnswerWriter,
  encoder: Encoder,
  paths: readonly (readonly number[])[],
  form: AnswerForm,
  { fits: given, among }: ReadingGiven,
): Promise<Decision> {
  if (form === "call") return { fits: null, fit: null, ...(await decideName(writer, paths, among)) };
  if (given) await copyFitList(writer, encoder, given);
  const list = given ? { fits: [...given], fit: null } : await writeFitList(writer, encoder, paths.length);
  // Several of one name can't be told apart: who lists one of them lists all.
  const names = new Set(list.fits.map((index) => String(paths[index])));
  const named = (index: number) => names.has(String(paths[index]));
  const all = paths.map((_, index) => index);
  const { groups, rest } = await decideName(writer, paths, among ?? all.filter(named));
  const others = among ? [] : all.filter((index) => !named(index));
  const none = others.map((index) => ({ candidates: [index], probability: 0 }));
  return { ...list, groups: [...groups, ...none], rest };
}
