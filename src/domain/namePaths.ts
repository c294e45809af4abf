/** Candidates (by index) that share a token path which the model did not follow, with their joint probability. */
export interface CandidateGroup {
  candidates: number[];
  probability: number;
}

/** A token that may come next, and the candidates whose names continue with it. */
export interface Branch {
  token: number;
  candidates: number[];
}

/**
 * Follows a model along the token paths of the candidates' names and reads their probabilities where the paths
 * branch: the distribution over the allowed tokens there, multiplied along the way. Where only one token can
 * follow, nothing is decided.
 */
export class NamePaths {
  readonly #paths: readonly (readonly number[])[];
  #alive: number[];
  #position = 0;
  #mass = 1;
  #left: CandidateGroup[] = [];

  /**
   * @param paths the tokens of each candidate's `callLead`, by candidate index; none the beginning of another.
   * @param among the candidates in question, by default all.
   */
  constructor(
    paths: readonly (readonly number[])[],
    among: readonly number[] = paths.map((_, index) => index),
  ) {
    this.#paths = paths;
    this.#alive = [...among];
  }

  /** Whether only one path can be followed any more; several candidates of the same name share one. */
  get decided(): boolean {
    const [first, ...others] = this.#alive.map((candidate) => this.#paths[candidate] ?? []);
    return others.every(
      (path) => path.length === first?.length && path.every((token, at) => token === first[at]),
    );
  }

  /** The candidates that are still possible. */
  get alive(): readonly number[] {
    return this.#alive;
  }

  /** What may come next; empty once the name is complete. */
  branches(): Branch[] {
    const byToken = new Map<number, number[]>();
    for (const candidate of this.#alive) {
      const token = this.#paths[candidate]?.[this.#position];
      if (token !== undefined) byToken.set(token, [...(byToken.get(token) ?? []), candidate]);
    }
    return [...byToken].map(([token, candidates]) => ({ token, candidates }));
  }

  /**
   * Takes one step.
   * @param logits of the whole vocabulary, by token, before this step; not looked at where only one token can follow.
   * @param token the token that was sampled.
   * @throws Error if no path goes on with this token.
   */
  follow(logits: ArrayLike<number>, token: number): void {
    const branches = this.branches();
    const probabilities =
      branches.length > 1 ? softmax(branches.map((branch) => logits[branch.token] ?? -Infinity)) : [1];
    const taken = branches.findIndex((branch) => branch.token === token);
    const branch = branches[taken];
    if (!branch) throw new Error(`The token ${token} continues no candidate's name.`);
    branches.forEach(({ candidates }, index) => {
      if (index !== taken)
        this.#left.push({ candidates, probability: this.#mass * (probabilities[index] ?? 0) });
    });
    this.#mass *= probabilities[taken] ?? 0;
    this.#alive = branch.candidates;
    this.#position += 1;
  }

  /** All candidates in groups, the ones still possible first; the probabilities sum to 1. */
  groups(): CandidateGroup[] {
    return [{ candidates: this.#alive, probability: this.#mass }, ...this.#left];
  }
}

/** Probabilities of logits, of a whole vocabulary too: more than some engines take as arguments of `Math.max`. */
export function softmax(logits: readonly number[]): number[] {
  const top = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const weights = logits.map((logit) => Math.exp(logit - top));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
