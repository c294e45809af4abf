/** What one history leads to. */
interface Side {
  tool: string;
  /** Of each candidate, 0 to 1. */
  each: readonly number[];
}

/** How two histories lead apart. */
interface Difference {
  sameTool: boolean;
  /** How likely each side holds its own tool. */
  shares: readonly [number, number];
  /** The candidate on which they differ most. */
  largest: { tool: string; by: number };
}

/** Compares what the same question comes to with two histories. @param candidates their names, in the order of `each`. */
export function differenceOf(candidates: readonly string[], sides: readonly [Side, Side]): Difference {
  const [one, other] = sides;
  const share = ({ tool, each }: Side) => each[candidates.indexOf(tool)] ?? 0;
  const all = candidates.map((tool, at) => ({
    tool,
    by: Math.abs((one.each[at] ?? 0) - (other.each[at] ?? 0)),
  }));
  return {
    sameTool: one.tool === other.tool,
    shares: [share(one), share(other)],
    largest: all.reduce((most, next) => (next.by > most.by ? next : most), all[0] ?? { tool: "", by: 0 }),
  };
}
