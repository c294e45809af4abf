import { GrammarCompiler, GrammarMatcher, TokenizerInfo } from "@mlc-ai/web-xgrammar";
import { stopTokens, type ChatConfig } from "./chatText";
import type { Tokens } from "./tokens";

/** A grammar on its way through a text. */
export interface Matcher {
  /** The tokens that may come next, ascending; empty at the end of the text. */
  allowed(): Promise<number[]>;
  /** @throws Error if the token may not come here. */
  accept(token: number): void;
  dispose(): void;
}

/** Compiles grammars for a model's vocabulary. */
export class Grammars {
  readonly #compiler: GrammarCompiler;
  readonly #tokens: Tokens;
  readonly #stop: ReadonlySet<number>;

  private constructor(compiler: GrammarCompiler, tokens: Tokens, stop: readonly number[]) {
    this.#compiler = compiler;
    this.#tokens = tokens;
    this.#stop = new Set(stop);
  }

  static async open(tokens: Tokens, config: ChatConfig): Promise<Grammars> {
    const { tokenizer_info, token_table_postproc_method, vocab_size } = config;
    const stop = stopTokens(config);
    const info = await TokenizerInfo.createTokenizerInfo(
      Array.from(tokens.vocabulary, (text) => text ?? ""),
      tokenizer_info?.token_postproc_method ?? token_table_postproc_method ?? "raw",
      tokenizer_info?.prepend_space_in_encode ?? false,
      vocab_size,
      stop,
    );
    // Without a cache: every scenario has grammars of its own.
    return new Grammars(await GrammarCompiler.createGrammarCompiler(info, false), tokens, stop);
  }

  /** @param grammar in xgrammar's EBNF. The caller disposes of the matcher. */
  async match(grammar: string): Promise<Matcher> {
    const compiled = await this.#compiler.compileGrammar(grammar);
    const matcher = await GrammarMatcher.createGrammarMatcher(compiled);
    compiled.dispose();
    return {
      allowed: async () => this.#list(await matcher.getNextTokenBitmask()),
      accept: (token) => {
        if (!matcher.acceptToken(token)) throw new Error(`The grammar refuses the token ${token}.`);
      },
      dispose: () => matcher.dispose(),
    };
  }

  /** Special tokens are no text, whatever the grammar makes of their spelling. */
  #list(mask: Int32Array): number[] {
    const { vocabulary, special } = this.#tokens;
    const allowed: number[] = [];
    mask.forEach((word, at) => {
      if (word === 0) return;
      for (let bit = 0; bit < 32; bit++) {
        const token = 32 * at + bit;
        const set = ((word >>> bit) & 1) === 1;
        if (set && vocabulary[token] && !this.#stop.has(token) && !special.has(token)) allowed.push(token);
      }
    });
    return allowed;
  }
}
