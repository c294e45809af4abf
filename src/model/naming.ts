import { NamePaths, type CandidateGroup } from "../domain/namePaths";
import type { AnswerWriter } from "./answerWriter";

interface NameOptions {
  /** The tokens of each candidate's lead. */
  paths: readonly (readonly number[])[];
  /** The candidates in question, by default all. */
  among?: readonly number[];
}

/**
 * Lets the model name a candidate, up to where the name is decided: what is left of it can't be another's.
 * @returns the candidates' probabilities, the named one first, and the tokens that complete the name.
 */
export async function decideName(
  writer: AnswerWriter,
  { paths, among }: NameOptions,
): Promise<{ groups: CandidateGroup[]; rest: readonly number[] }> {
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
