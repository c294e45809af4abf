import type { PastCall } from "./interaction";
import { MAX_CANDIDATES } from "./scenario";
import { seededRandom, shuffled } from "./seededRandom";
import { toolParts, type Tool } from "./tool";

const MAX_FITTING = 5;
const MAX_HARD = 3;
/** How far down the ranking a tool without a function may stand to be taken as fitting. */
const FIT_RANK = 5;

export interface CandidateRequest {
  query: string;
  /** Everything that can be proposed. Of tools with the same name only the first counts. */
  tools: readonly Tool[];
  /** Tools that match the query, the best first, as `ToolSearch` finds them. */
  ranked: readonly Tool[];
  history: readonly PastCall[];
}

/**
 * Up to ten candidates for a query: tools that do what is asked (at most five, those first whose provider the
 * user has tried, so that the history can decide), then tools that look alike (same category, or same
 * provider with another function), then any. The query alone fixes their order, which says nothing.
 * Without a query there are no candidates.
 */
export function proposeCandidates({ query, tools, ranked, history }: CandidateRequest): Tool[] {
  if (query.trim() === "") return [];
  const random = seededRandom(query.trim());
  const all = shuffled(firstOfEachName(tools), random);
  const fitting = fittingTools(all, ranked, history);
  const categories = new Set(fitting.map(({ name }) => toolParts(name).category));
  const providers = new Set(fitting.map(({ name }) => toolParts(name).provider));
  const taken = new Set(fitting.map(({ name }) => name));
  const others = all.filter(({ name, function: id }) => !taken.has(name) && !sharesFunction(id, fitting));
  const hard = others
    .filter(({ name }) => categories.has(toolParts(name).category) || providers.has(toolParts(name).provider))
    .slice(0, MAX_HARD);
  const rest = others.filter((tool) => !hard.includes(tool));
  // Where the tools run out, further ones that fit are better than fewer than ten candidates.
  const spare = all.filter((tool) => !taken.has(tool.name) && !others.includes(tool));
  return shuffled([...fitting, ...hard, ...rest, ...spare].slice(0, MAX_CANDIDATES), random);
}

function firstOfEachName(tools: readonly Tool[]): Tool[] {
  return [...new Map([...tools].reverse().map((tool) => [tool.name, tool])).values()].reverse();
}

function sharesFunction(id: string | undefined, fitting: readonly Tool[]): boolean {
  return id !== undefined && fitting.some((tool) => tool.function === id);
}

/** Tools of the best match's function, and imported ones that match about as well. */
function fittingTools(all: readonly Tool[], ranked: readonly Tool[], history: readonly PastCall[]): Tool[] {
  const id = ranked.find((tool) => tool.function !== undefined)?.function;
  const rank = new Map(ranked.map(({ name }, at) => [name, at]).reverse() as [string, number][]);
  const rankOf = ({ name }: Tool) => rank.get(name) ?? Infinity;
  const used = new Set(history.map(({ tool }) => tool));
  const usedProviders = new Set(history.map(({ tool }) => toolParts(tool).provider));
  const familiarity = ({ name }: Tool) =>
    used.has(name) ? 2 : usedProviders.has(toolParts(name).provider) ? 1 : 0;
  return all
    .filter((tool) => (tool.function === undefined ? rankOf(tool) < FIT_RANK : tool.function === id))
    .sort((a, b) => familiarity(b) - familiarity(a) || rankOf(a) - rankOf(b))
    .slice(0, MAX_FITTING);
}
