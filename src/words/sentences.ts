/** For each code that something to be said (see src/domain/said.ts) may have, a function that says it. */
export type Sentences<One extends { code: string }> = {
  readonly [Code in One["code"]]: (said: Extract<One, { code: Code }>) => string;
};

/** Says something with the sentence of its code. */
export function sentence<One extends { code: string }>(sentences: Sentences<One>, said: One): string {
  const say = sentences[said.code as One["code"]] as (said: One) => string;
  return say(said);
}
