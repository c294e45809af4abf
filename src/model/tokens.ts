import { Tokenizer } from "@huggingface/tokenizers";
import type { GuideTokens } from "./answerGuide";

/** How vocabularies write a line break: as a byte-level BPE maps it, as it is, or as a byte token. */
const LINE_BREAK = /[Ċ\n]|<0x0A>/;

/** A model's own tokenizer on the CPU: for counting, and for the token paths of names. */
export class Tokens {
  readonly #tokenizer: Tokenizer;
  /** What an AnswerGuide needs. */
  readonly guide: GuideTokens;

  /** @param json the parsed `tokenizer.json`. */
  constructor(json: object) {
    this.#tokenizer = new Tokenizer(json, {});
    const endingLine = new Set<number>();
    const crossingLine: number[] = [];
    const quote: number[] = [];
    for (const [text, token] of this.#tokenizer.get_vocab(true)) {
      if (text.startsWith('"')) quote.push(token);
      const end = LINE_BREAK.exec(text);
      if (!end) continue;
      if (/(?:[Ċ\n]|<0x0A>)$/.test(text)) endingLine.add(token);
      else crossingLine.push(token);
    }
    this.guide = { endingLine, crossingLine, quote, text: (token) => this.#text(token) };
  }

  /** The text of a token as the vocabulary writes it: ASCII characters stand for themselves. */
  #text(token: number): string {
    const text = this.#tokenizer.id_to_token(token) ?? "";
    const byte = /^<0x([0-9A-F]{2})>$/.exec(text)?.[1];
    return byte ? String.fromCharCode(parseInt(byte, 16)) : text;
  }

  /** Encodes as web-llm does: without the tokens that a model wants at the beginning. */
  encode(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }
}
