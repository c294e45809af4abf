import type { AnswerWriter } from "./answerWriter";
import { Copying } from "./copying";
import type { Matcher } from "./grammar";
import { StringWatch } from "./stringWatch";

/** A weak model may go on for ever inside a string, which the grammar doesn't bound. */
const STRING_TOKENS = 48;
/** After so many tokens of parameters every string ends as soon as it can. */
export const PARAMETER_TOKENS = 240;

/** What has to be known of the vocabulary. */
export interface ParameterTokens {
  /** Tokens that begin with a quote. */
  readonly quote: ReadonlySet<number>;
  /** The text of some tokens; U+FFFD stands for a character of which bytes are missing. */
  decode(tokens: readonly number[]): string;
}

/**
 * Lets the model write what a grammar allows, to its end.
 * @param query where values are rather copied from than made up.
 */
export async function writeParameters(
  writer: AnswerWriter,
  matcher: Matcher,
  tokens: ParameterTokens,
  query: string,
): Promise<void> {
  const strings = new StringWatch();
  const copying = new Copying(query);
  for (let count = 0; ; count++) {
    const allowed = await matcher.allowed();
    if (allowed.length === 0) return;
    const limit = count < PARAMETER_TOKENS ? STRING_TOKENS : 1;
    const endings =
      strings.closable && strings.length >= limit ? allowed.filter((token) => tokens.quote.has(token)) : [];
    // Where the grammar allows no quote (within an enumeration's value) the string goes on.
    const choice = endings.length > 0 ? endings : allowed;
    const { token } = await writer.write(choice, "parameters", (probabilities) =>
      copying.pick(probabilities, strings.value, (at) => tokens.decode(choice.slice(at, at + 1))),
    );
    matcher.accept(token);
    strings.read(tokens.decode([token]));
  }
}
