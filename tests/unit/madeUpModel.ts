import { callLead } from "../../src/domain/answerGrammar";
import type { Scenario } from "../../src/domain/scenario";
import type { Reading } from "../../src/domain/selection";
import type { AnswerForm } from "../../src/domain/toolCall";
import { AnswerWriter, type TokenModel } from "../../src/model/answerWriter";
import { decide } from "../../src/model/naming";
import type { ReadingGiven } from "../../src/model/protocol";

/** A vocabulary of one character a token, as far as answers need it; others share the last tokens. */
const letters = Array.from(
  '\n !"#$%&()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz{}',
);

export const encoder = {
  encode: (text: string): number[] => Array.from(text, (letter) => letters.indexOf(letter)),
};
export const decode = (tokens: readonly number[]): string =>
  tokens.map((token) => letters[token] ?? "").join("");

/** Logits that depend on all tokens before, as a model's do, and on nothing else. */
export function madeUpModel(seed: number): TokenModel & { asked: number } {
  return {
    asked: 0,
    logitsAfter(tokens) {
      this.asked += 1;
      let state = tokens.reduce((sum, token) => (Math.imul(sum, 31) + token + 7) | 0, seed + 1);
      const next = () => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return (state >>> 8) / 2 ** 24;
      };
      return Promise.resolve(Float32Array.from(letters, () => 8 * next()));
    },
  };
}

/** The prompt that the made-up model reads. */
export const promptTokens = ({ query }: Scenario): number[] => encoder.encode(query);

/** A reading as the engine makes it, by the same parts. */
export async function madeUpReading(
  model: TokenModel,
  scenario: Scenario,
  form: AnswerForm,
  given: ReadingGiven,
): Promise<Reading> {
  const writer = new AnswerWriter({ model, decode, prompt: promptTokens(scenario), limit: 1000 });
  const paths = scenario.candidates.map((tool) => encoder.encode(callLead(tool)));
  const { fits, fit, groups } = await decide(writer, encoder, paths, form, given);
  const tokens = { prompt: 1, answer: writer.length, forward: 1 };
  return { fits, fit, groups, tokens, milliseconds: 1 };
}

/**
 * The probability of each candidate by brute force: the product, token by token, of the probability among all tokens
 * with which the name of some candidate in the list goes on; 0 for who isn't in it. Candidates of the same name share
 * one, which is halved among two.
 * @param fits the list that stands in the answer; null where there is none, and all may be named.
 */
export async function bruteForce(
  model: TokenModel,
  scenario: Scenario,
  fits: readonly number[] | null,
): Promise<number[]> {
  const before = fits ? encoder.encode(`Fit:${fits.map((index) => ` ${index}`).join("")}\n`) : [];
  const all = scenario.candidates.map((tool) => encoder.encode(callLead(tool)));
  const names = scenario.candidates.map(({ name }) => name);
  const listed = (index: number) => fits?.some((fit) => names[fit] === names[index]) ?? true;
  const paths = all.filter((_, index) => listed(index));
  return Promise.all(
    all.map(async (path, index) => {
      if (!listed(index)) return 0;
      let probability = 1;
      for (let at = 0; at < path.length; at++) {
        const same = paths.filter((other) =>
          path.slice(0, at).every((token, index) => other[index] === token),
        );
        const next = [...new Set(same.map((other) => other[at] ?? -1))];
        const logits = await model.logitsAfter([...promptTokens(scenario), ...before, ...path.slice(0, at)]);
        const weight = (token: number | undefined) => Math.exp(logits[token ?? -1] ?? -Infinity);
        probability *= weight(path[at]) / next.reduce((sum, token) => sum + weight(token), 0);
      }
      return probability;
    }),
  );
}
