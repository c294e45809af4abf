import source from "/node_modules/@mlc-ai/web-llm/lib/index.js?raw";

interface Disposable {
  dispose(): void;
}
interface Matcher extends Disposable {
  acceptToken(token: number): boolean;
  getNextTokenBitmask(): Promise<Int32Array>;
  isTerminated(): boolean;
}
interface Compiler extends Disposable {
  compileGrammar(grammar: string): Promise<Disposable>;
}
interface Xgrammar {
  TokenizerInfo: {
    createTokenizerInfo(
      vocabulary: string[],
      kind: string,
      prependSpace: boolean,
      size: number,
      stopTokens: number[],
    ): Promise<Disposable>;
  };
  GrammarCompiler: { createGrammarCompiler(info: Disposable): Promise<Compiler> };
  GrammarMatcher: { createGrammarMatcher(grammar: Disposable): Promise<Matcher> };
}

interface TokenizerJson {
  model: { vocab: Record<string, number> };
  added_tokens: { id: number; content: string }[];
}

/** xgrammar as web-llm carries it. The library keeps it to itself, so it is exported from a copy of its text. */
export async function loadXgrammar(): Promise<Xgrammar> {
  const text = `${source}\nexport { libExports$1 as xgrammar };`;
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const { xgrammar } = (await import(/* @vite-ignore */ url)) as { xgrammar: Xgrammar };
  URL.revokeObjectURL(url);
  return xgrammar;
}

/** The texts of all tokens, by token. */
export function vocabularyOf({ model, added_tokens }: TokenizerJson): string[] {
  const texts: string[] = [];
  for (const [text, token] of Object.entries(model.vocab)) texts[token] = text;
  for (const { id, content } of added_tokens) texts[id] = content;
  return Array.from(texts, (text: string | undefined, token) => text ?? `<unused ${token}>`);
}
