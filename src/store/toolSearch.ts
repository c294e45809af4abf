import MiniSearch from "minisearch";
import type { ToolFunction } from "../domain/catalogue";
import { toolParts, type Tool } from "../domain/tool";

/** Words that stand in any question and tell nothing about what is wanted. */
const stopWords = new Set(
  `a an and any are as at be but by can could did do does doing done for give had has have her him his how i if
  in into is it its just let like me my need of off on one or our out please s she should so some t than thanks
  that the their them then there these they this those to too us very want was we were what when where which
  who will with would you your get got going show tell know about m re ve ll d am use using api data returns
  return list given request`.split(/\s+/),
);

/** What a question holds often says more than its words: a phone number, a link, an amount of money. */
const cues: [RegExp, string][] = [
  [/https?:\/\/\S+|\bwww\.\S+/gi, " url link website "],
  [/\b[\w.+-]+@[\w-]+\.[\w.]+\b/g, " email mail "],
  [/\b\d{1,3}(\.\d{1,3}){3}\b/g, " ip "],
  [/-?\d{1,3}\.\d+\s*[,;/ ]\s*-?\d{1,3}\.\d+/g, " coordinates latitude longitude "],
  [/\+\d[\d ()-]{6,}\d|\b0\d{2,4}[ /-]?\d{5,}/g, " phone number "],
  [/[$]/g, " dollar "],
  [/€/g, " euro "],
  [/£/g, " pound "],
  [/¥/g, " yen "],
  [/(^|\s)#\w+/g, " channel "],
  [/\be-mails?\b/gi, " email "],
  [/\bto-?dos?\b/gi, " todo "],
  [/\bwi-?fi\b/gi, " wifi "],
];

function tokenize(text: string): string[] {
  const marked = cues.reduce((read, [pattern, word]) => read.replace(pattern, word), text);
  return marked
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
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
    .replace(/(\w{3})(ing|ed)$/, "$1")
    .replace(/(\w{3})e$/, "$1");
}

interface Entry {
  id: number;
  name: string;
  description: string;
  parameters: string;
  title: string;
  queries: string;
  words: string;
}

/** Finds tools for a question in everyday words. */
export class ToolSearch {
  readonly #tools: readonly Tool[];
  readonly #index: MiniSearch<Entry>;

  /** @param functions their titles, example queries and words count for all their tools. */
  constructor(tools: readonly Tool[], functions: readonly ToolFunction[]) {
    const byId = new Map(functions.map((entry) => [entry.id, entry]));
    this.#tools = tools;
    this.#index = new MiniSearch<Entry>({
      fields: ["name", "description", "parameters", "title", "queries", "words"],
      tokenize,
      processTerm,
      searchOptions: {
        boost: { name: 1.5, description: 1, parameters: 0.3, title: 2.5, queries: 1.2, words: 2 },
        prefix: (term) => term.length > 4,
        fuzzy: (term) => (term.length > 5 ? 0.15 : false),
        weights: { prefix: 0.4, fuzzy: 0.25 },
      },
    });
    this.#index.addAll(tools.map((tool, id) => entryOf(tool, id, byId)));
  }

  /** The tools that match, the best first. */
  rank(query: string): Tool[] {
    return this.#index
      .search(query)
      .map(({ id }) => this.#tools[Number(id)])
      .filter((tool) => tool !== undefined);
  }
}

function entryOf(tool: Tool, id: number, functions: ReadonlyMap<string, ToolFunction>): Entry {
  const known = tool.function === undefined ? undefined : functions.get(tool.function);
  const { category, provider, operation } = toolParts(tool.name);
  return {
    id,
    name: `${category} ${provider} ${operation}`,
    description: tool.description,
    parameters: tool.parameters.map(({ name }) => name).join(" "),
    title: known ? `${known.title} ${known.category}` : "",
    queries: known?.queries.join(" ") ?? "",
    words: known?.words.join(" ") ?? "",
  };
}
