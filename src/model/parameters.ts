import type { AnswerWriter } from "./answerWriter";
import type { Matcher } from "./grammar";
import { StringWatch } from "./stringWatch";

/** A weak model may go on for ever inside a string, which the grammar doesn't bound. */
const STRING_TOKENS = 48;
/** After so many tokens of parameters every string ends as soon as it can. */
export const PARAMETER_TOKENS = 240;

/** What has to be known of the vocabulary. */
export interface QuoteTokens {
  /** Tokens that begin with a quote. */
  readonly quote: ReadonlySet<number>;
  /** The text of a token; only its quotes and backslashes matter. */
  text(token: number): string;
}

/** Lets the model write what a grammar allows, to its end. */
export async function writeParameters(
  writer: AnswerWriter,
  matcher: Matcher,
  tokens: QuoteTokens,
): Promise<void> {
  const strings = new StringWatch();
  for (let count = 0; ; count++) {
    const allowed = await matcher.allowed();
    if (allowed.length === 0) return;
    const limit = count < PARAMETER_TOKENS ? STRING_TOKENS : 1;
    const endings =
      strings.closable && strings.length >= limit ? allowed.filter((token) => tokens.quote.has(token)) : [];
    // Where the grammar allows no quote (within an enumeration's value) the string goes on.
    const { token } = await writer.write(endings.length > 0 ? endings : allowed, "parameters");
    matcher.accept(token);
    strings.read(tokens.text(token));
  }
}
