import { Tokenizer } from "@huggingface/tokenizers";
import { z } from "zod";

const addedSchema = z.object({
  added_tokens: z.array(z.object({ id: z.number(), special: z.boolean().default(false) })).default([]),
});

/** A model's own tokenizer on the CPU. */
export class Tokens {
  readonly #tokenizer: Tokenizer;
  /** The vocabulary's own spelling of each token, by token; undefined where a number has none. */
  readonly vocabulary: readonly (string | undefined)[];
  /** Tokens that stand for no text, such as those that frame a message. */
  readonly special: ReadonlySet<number>;
  /** Tokens that begin with a quote. */
  readonly quote: ReadonlySet<number>;

  /** @param json the parsed `tokenizer.json`. */
  constructor(json: object) {
    this.#tokenizer = new Tokenizer(json, {});
    const vocabulary: (string | undefined)[] = [];
    const quote = new Set<number>();
    for (const [text, token] of this.#tokenizer.get_vocab(true)) {
      vocabulary[token] = text;
      if (text.startsWith('"')) quote.add(token);
    }
    this.vocabulary = vocabulary;
    this.quote = quote;
    const { added_tokens } = addedSchema.parse(json);
    this.special = new Set(added_tokens.filter(({ special }) => special).map(({ id }) => id));
  }

  /** Encodes as web-llm does: without the tokens that a model wants at the beginning. */
  encode(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }

  /** The text that tokens spell; U+FFFD stands for a character of which bytes are missing. */
  decode(tokens: readonly number[]): string {
    return this.#tokenizer.decode([...tokens], {
      skip_special_tokens: false,
      clean_up_tokenization_spaces: false,
    });
  }
}
