import MiniSearch, { type SearchResult } from "minisearch";
import type { ToolFunction } from "../domain/catalogue";
import { toolParts, type Tool } from "../domain/tool";

/** Words that stand in any question and tell nothing about what is wanted. */
const stopWords = new Set(
  `a about all am an and any api are around as at back be but by call called can could d data did do does doing done
  find for from gave get getting give given go going good got gotta had has have her here him his how i if in into is
  it its just know let like list ll look looking m make me my need needs new of off ok on one or our out please put
  re really request return returns s see set she should show so some start t take tell than thanks that the their them
  then there these they this those to too try up us use using ve very wanna want was we were what when where which who
  whose why will with would you your long latest recent right
  today tonight tomorrow yesterday now next last week weekend weeks month months year years day days evening afternoon
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december pm`.split(/\s+/),
);

/** What a question holds often says more than its words: a phone number, a link, an amount, a turn of phrase. */
const cues: [RegExp, string][] = [
  [/https?:\/\/\S+|\bwww\.\S+/gi, " url link website "],
  [/\b[\w.+-]+@[\w-]+\.[\w.]+\b/g, " email mail "],
  [/\b\d{1,3}(\.\d{1,3}){3}\b/g, " ip "],
  [/-?\d{1,3}\.\d+\s*[,;/ ]\s*-?\d{1,3}\.\d+/g, " gpspoint reverse "],
  [/\+\d[\d ()-]{6,}\d|\b0\d{2,4}[ /-]?\d{5,}/g, " phone number "],
  [/[$]/g, " dollar "],
  [/€/g, " euro "],
  [/£/g, " pound "],
  [/¥/g, " yen "],
  [/(^|\s)#\w+/g, " channel "],
  [/\be-mails?\b/gi, " email "],
  [/\bto-?dos?\b/gi, " todo "],
  [/\bwi-?fi\b/gi, " wifi "],
  [/\blat\s*\/\s*(lon|long|lng)\b/gi, " latitude longitude "],
  [/\bhow (do|can|would|should) (i|we|you) (get|go) (from|to|there|home)\b/gi, " directions route "],
  [/\bwhere (can|do|could) (i|we|you) (get|find|eat|buy|drink)\b/gi, " nearby place restaurant "],
  [/\b(near|close to|around) (me|here|us)\b/gi, " nearby place "],
  [/\b(what time|how late|what's the time)\b/gi, " clock time "],
  [/\b(remind me|don'?t (let me )?forget|remember to)\b/gi, " todo reminder "],
  [
    /\bwhat('s| is)? (going on|happening|the latest)\b|\blatest (news )?(on|about)\b|\bpapers\b/gi,
    " news headlines ",
  ],
  [
    /\bhow far\b|\b(quickest|fastest|shortest|best) way (from|to)\b|\bdriving time\b/gi,
    " directions route distance ",
  ],
  [/^\s*(please )?(e-?mail|mail)\b/gi, " email mail inbox "],
  [/^\s*(please )?(text|sms)\b/gi, " sms phone "],
  [/^\s*(please )?play\b/gi, " music song "],
  [
    /\b(into|in|on|to) (my|the|our) (calendar|diary|agenda)\b|\bpencil in\b/gi,
    " calendar event appointment ",
  ],
  [/\bhow (do|would) (you|i|we) say\b/gi, " translate say "],
  [/\bmeaning of\b|\bwhat does \S+ mean\b/gi, " define meaning "],
  [/\bplaying (live|this|in|at|near)\b/gi, " concert tour "],
  [
    /\b(in|into|to) (english|spanish|french|german|italian|portuguese|japanese|chinese|korean|russian|polish|dutch|norwegian)\b/gi,
    " translate translation ",
  ],
  [/\b(out loud|aloud)\b/gi, " aloud voice "],
  [/\bmake (me|us|him|her|them) (laugh|smile)\b/gi, " joke laugh "],
];

/** The words of a text; a name such as SoundCloud counts as its parts and as a whole, however people write it. */
function tokenize(text: string): string[] {
  const marked = cues.reduce((read, [pattern, word]) => read.replace(pattern, word), text);
  return marked
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => {
      const parts = word.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(" ");
      return parts.length > 1 ? [...parts, word] : parts;
    })
    .filter((word) => word !== "");
}

/** Lower case, without accents and the commonest endings; null for a word that tells nothing. */
function processTerm(word: string): string | null {
  const term = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  if (stopWords.has(term) || (/^\d+$/.test(term) && term.length !== 4)) return null;
  if (!/^[a-z]{4,}$/.test(term)) return term;
  return term
    .replace(/(sses|shes|ches|xes)$/, (ending) => ending.slice(0, -2))
    .replace(/ies$/, "y")
    .replace(/([^su])s$/, "$1")
    .replace(/(\w{4})(ing|ed)$/, "$1")
    .replace(/(\w{3})e$/, "$1");
}

interface ToolEntry {
  id: number;
  name: string;
  description: string;
  parameters: string;
}

interface FunctionEntry {
  id: string;
  title: string;
  queries: string;
  words: string;
  tools: string;
}

const options = {
  tokenize,
  processTerm,
  searchOptions: {
    prefix: (term: string) => term.length > 4,
    fuzzy: (term: string) => (term.length > 5 ? 0.15 : false),
    weights: { prefix: 0.4, fuzzy: 0.25 },
  },
};

/** How much a tool's own words count beside its function's, both from 0 to 1. */
const OWN_WORDS = 0.4;

/** Finds tools for a question in everyday words. */
export class ToolSearch {
  #tools: readonly Tool[];
  readonly #ownWords = new MiniSearch<ToolEntry>({
    fields: ["name", "description", "parameters"],
    ...options,
  });
  readonly #functions = new MiniSearch<FunctionEntry>({
    fields: ["title", "queries", "words", "tools"],
    ...options,
  });

  /** @param functions their titles, example queries and words count for all their tools. */
  constructor(tools: readonly Tool[], functions: readonly ToolFunction[]) {
    this.#tools = tools;
    this.#ownWords.addAll(tools.map(toolEntry));
    this.#functions.addAll(functions.map((entry) => functionEntry(entry, tools)));
  }

  /** The same, read bit by bit, so that the page can do something else in between. */
  static async gradually(tools: readonly Tool[], functions: readonly ToolFunction[]): Promise<ToolSearch> {
    const search = new ToolSearch([], []);
    search.#tools = tools;
    await search.#ownWords.addAllAsync(tools.map(toolEntry), { chunkSize: 20 });
    await search.#functions.addAllAsync(
      functions.map((entry) => functionEntry(entry, tools)),
      { chunkSize: 4 },
    );
    return search;
  }

  /** The tools that match, the best first: those of the function that is meant, the best description first. */
  rank(query: string): Tool[] {
    const terms = new Set(tokenize(query).map(processTerm).filter(Boolean)).size;
    const functions = shares(
      this.#functions.search(query, { boost: { title: 1.5, queries: 1, words: 2.5, tools: 0.2 } }),
      terms,
    );
    const own = shares(this.#ownWords.search(query, { boost: { name: 1.5, parameters: 0.3 } }), terms);
    const score = ({ function: id }: Tool, at: number): number =>
      id === undefined ? (own.get(at) ?? 0) : (functions.get(id) ?? 0) + OWN_WORDS * (own.get(at) ?? 0);
    return this.#tools
      .map((tool, at) => ({ tool, score: score(tool, at) }))
      .filter((entry) => entry.score > 0)
      .sort((one, other) => other.score - one.score)
      .map(({ tool }) => tool);
  }
}

/**
 * Scores from 0 to 1: shares of the best one, times the part of the query's terms that the best one knows. So
 * a function that shares one accidental word with the query can't outdo a tool that is about all of it.
 */
function shares(results: readonly SearchResult[], terms: number): Map<unknown, number> {
  const [best] = results;
  if (!best) return new Map();
  const known = new Set(best.queryTerms).size / terms;
  return new Map(results.map(({ id, score }) => [id, (known * score) / best.score]));
}

function toolEntry({ name, description, parameters }: Tool, id: number): ToolEntry {
  const { category, provider, operation } = toolParts(name);
  return {
    id,
    name: `${category} ${provider} ${operation}`,
    description,
    parameters: parameters.map((parameter) => parameter.name).join(" "),
  };
}

function functionEntry(
  { id, title, category, queries, words }: ToolFunction,
  tools: readonly Tool[],
): FunctionEntry {
  const own = tools.filter((tool) => tool.function === id);
  return {
    id,
    title: `${title} ${category}`,
    queries: queries.join(" "),
    words: words.join(" "),
    tools: own.map(({ name, description }) => `${name} ${description}`).join(" "),
  };
}
