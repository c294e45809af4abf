import { proposeCandidates } from "../domain/candidates";
import type { ToolFunction } from "../domain/catalogue";
import type { PastCall } from "../domain/interaction";
import { suggestQueries, type Suggestion } from "../domain/suggestions";
import type { Tool } from "../domain/tool";
import { fileText } from "../store/fileText";
import type { ImportNote } from "../store/toolImport";
import { ToolSearch } from "../store/toolSearch";

/** The part of the store that keeps imported tools. */
export interface ToolStore {
  importedTools(): Promise<Tool[]>;
  addTools(tools: readonly Tool[]): Promise<void>;
  removeTool(name: string): Promise<void>;
}

/** What an import brought. */
export interface Imported {
  fileName: string;
  added: number;
  replaced: number;
  notes: readonly ImportNote[];
}

const MAX_FOUND = 60;

/** All tools of the page: the bundled catalogue, and those that the user imported. */
export class Toolbox {
  readonly #store: ToolStore;
  #bundled = $state.raw<readonly Tool[]>([]);
  #functions = $state.raw<readonly ToolFunction[]>([]);
  #imported = $state.raw<readonly Tool[]>([]);
  #lent = $state.raw<readonly Tool[]>([]);
  /** An imported tool takes the place of a bundled one of the same name, and a lent one that of both. */
  #byName = $derived(
    new Map(
      [...this.#bundled, ...this.#imported, ...this.#lent].map((tool): [string, Tool] => [tool.name, tool]),
    ),
  );
  #tools = $derived([...this.#byName.values()]);
  #bundledIndex = $state.raw(new ToolSearch([], []));
  #index = $derived(
    this.own.length === 0 ? this.#bundledIndex : new ToolSearch(this.#tools, this.#functions),
  );

  constructor(store: ToolStore) {
    this.#store = store;
  }

  get imported(): readonly Tool[] {
    return this.#imported;
  }

  /** Tools that only this visitor has: imported ones, and lent ones. */
  get own(): readonly Tool[] {
    const lent = new Set(this.#lent.map(({ name }) => name));
    return [...this.#imported.filter(({ name }) => !lent.has(name)), ...this.#lent];
  }

  /** How many tools there are. */
  get size(): number {
    return this.#byName.size;
  }

  /** Takes the bundled tools, and reads the imported ones. */
  async open(catalogue: { functions: readonly ToolFunction[]; tools: readonly Tool[] }): Promise<void> {
    this.#bundled = catalogue.tools;
    this.#functions = catalogue.functions;
    this.#bundledIndex = await ToolSearch.gradually(catalogue.tools, catalogue.functions);
    await this.refresh();
  }

  /** Reads the imported tools again; used when another tab has changed them. */
  async refresh(): Promise<void> {
    this.#imported = await this.#store.importedTools();
  }

  /** Has these tools as well, for a while and kept nowhere; an empty list ends it. */
  lend(tools: readonly Tool[]): void {
    this.#lent = tools;
  }

  find(name: string): Tool | undefined {
    return this.#byName.get(name);
  }

  /** Tools for a text, the best first; any tools for an empty text. */
  search(text: string): Tool[] {
    const found = text.trim() === "" ? this.#tools : this.rank(text);
    return found.slice(0, MAX_FOUND);
  }

  /** All tools that match a query, the best first. */
  rank(query: string): Tool[] {
    return this.#index.rank(query);
  }

  /** Candidates for a query: tools that fit, and distractors. */
  propose(query: string, ranked: readonly Tool[], history: readonly PastCall[]): Tool[] {
    return proposeCandidates({ query, tools: this.#tools, ranked, history });
  }

  /** Queries to try, first those where the history can tell something. */
  suggest(history: readonly PastCall[]): Suggestion[] {
    return suggestQueries(this.#functions, this.#tools, history);
  }

  /**
   * Adds the tools of a file, all of them or none.
   * @throws ImportError that says what is wrong with the file.
   */
  async import(file: File): Promise<Imported> {
    // The YAML parser is only loaded by those who import.
    const { readTools } = await import("../store/toolImport");
    const { tools, notes } = readTools(file.name, await fileText(file));
    const before = new Set(this.#imported.map(({ name }) => name));
    await this.#store.addTools(tools);
    await this.refresh();
    const replaced = tools.filter(({ name }) => before.has(name)).length;
    return { fileName: file.name, added: tools.length - replaced, replaced, notes };
  }

  /** Removes an imported tool. */
  async remove(name: string): Promise<void> {
    await this.#store.removeTool(name);
    await this.refresh();
  }
}
