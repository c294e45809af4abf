import type { Catalogue } from "../domain/catalogue";
import type { Interaction, MockUser, PastCall } from "../domain/interaction";
import type { Scenario } from "../domain/scenario";
import { visibleHistory, type Setting } from "../domain/setting";
import { shares, type Share } from "../domain/shares";
import type { Suggestion } from "../domain/suggestions";
import { toolParts } from "../domain/tool";
import type { Store, StoreTrouble } from "../store/store";
import { Candidates } from "./candidates.svelte";
import { History } from "./history.svelte";
import { ModelSession } from "./modelSession.svelte";
import type { ModelSource } from "./modelSource";
import { Selecting } from "./selecting.svelte";
import { Toasts } from "./toasts.svelte";
import { Toolbox } from "./toolbox.svelte";
import { StoredTrust } from "./trust";

/** How many suggested queries are shown at once. */
const SUGGESTIONS = 5;

export interface AppParts {
  store: Store;
  storageNotice: string | null;
  catalogue: Catalogue;
  models: ModelSource;
}

/** The page as a whole: whose history, what is asked, by which setting, and what the model makes of it. */
export class App {
  readonly history: History;
  readonly toolbox: Toolbox;
  readonly candidates: Candidates;
  readonly model: ModelSession;
  readonly selecting = new Selecting();
  readonly toasts = new Toasts();

  readonly #store: Store;
  readonly #catalogue: Catalogue;
  #storageNotice = $state<string | null>(null);
  #users = $state.raw<readonly MockUser[]>([]);
  #userId = $state("");
  #query = $state("");
  #setting = $state<Setting>("rating-integrated");
  #turn = $state(0);
  #scenario = $derived.by((): Scenario | null => this.#writeScenario());
  #tooOld = $derived.by(() => {
    const dropped = this.selecting.fresh ? (this.selecting.result?.selection.dropped ?? 0) : 0;
    const shown = this.history.interactions.filter(
      ({ rating }) => this.#setting !== "preferred-only" || rating === 1,
    );
    return new Set(shown.slice(0, dropped).map(({ id }) => id));
  });
  #shares = $derived.by(() => {
    const result = this.selecting.result;
    if (!result) return new Map<string, Share>();
    const { candidates } = result.scenario;
    const all = shares(result.selection.groups, candidates.length);
    return new Map(
      candidates.flatMap(({ name }, index): [string, Share][] => {
        const share = all[index];
        return share ? [[name, share]] : [];
      }),
    );
  });
  #examples = $derived.by(() => this.toolbox.suggest(this.history.interactions));

  constructor({ store, storageNotice, catalogue, models }: AppParts) {
    this.#store = store;
    this.#catalogue = catalogue;
    this.#storageNotice = storageNotice;
    this.history = new History(store);
    this.toolbox = new Toolbox(store);
    this.model = new ModelSession(models, new StoredTrust(store));
    this.candidates = new Candidates(
      this.toolbox,
      () => ({ query: this.#query, history: this.history.interactions }),
      (names) => this.#remember(store.setPreference(`candidates:${this.#userId}`, [...names])),
    );
  }

  /** What is wrong with keeping edits, in words, or null if they are kept. */
  get storageNotice(): string | null {
    return this.#storageNotice;
  }

  get users(): readonly MockUser[] {
    return this.#users;
  }

  get user(): MockUser | undefined {
    return this.#users.find(({ id }) => id === this.#userId);
  }

  /** Some queries to try. */
  get suggestions(): Suggestion[] {
    const turns = Math.max(1, Math.ceil(this.#examples.length / SUGGESTIONS));
    const first = (this.#turn % turns) * SUGGESTIONS;
    return this.#examples.slice(first, first + SUGGESTIONS);
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#remember(this.#store.setPreference(`query:${this.#userId}`, query));
  }

  get setting(): Setting {
    return this.#setting;
  }

  set setting(setting: Setting) {
    this.#setting = setting;
    this.#remember(this.#store.setPreference("setting", setting));
  }

  /** What the model is asked now, or null if there is nothing to ask. */
  get scenario(): Scenario | null {
    return this.#scenario;
  }

  /**
   * Reads what is stored, and from then on keeps the selection up with every edit.
   * @returns a function that ends this.
   */
  async open(): Promise<() => void> {
    await this.toolbox.open(this.#catalogue);
    this.#users = await this.#store.users();
    this.#setting = (await this.#store.preference("setting")) ?? this.#setting;
    const wanted = await this.#store.preference("user");
    const user = this.#users.find(({ id }) => id === wanted) ?? this.#users[0];
    if (user) await this.#show(user.id);
    const query = await this.#store.preference(`query:${this.#userId}`);
    this.#query = query ?? this.#examples[0]?.query ?? "";
    this.candidates.restore((await this.#store.preference(`candidates:${this.#userId}`)) ?? []);
    const endChanges = this.#store.onChange(() => void this.#refresh());
    const endTroubles = this.#store.onTrouble((trouble) => this.#tell(trouble));
    const endEffects = $effect.root(() => {
      $effect(() => this.selecting.want(this.#scenario, this.model.select));
    });
    return () => {
      endChanges();
      endTroubles();
      endEffects();
      this.selecting.stop();
    };
  }

  /** Shows another user's history. The query stays, so that one sees what the history does to it. */
  async chooseUser(userId: string): Promise<void> {
    await this.#show(userId);
    this.#remember(this.#store.setPreference("user", userId));
    this.#remember(this.#store.setPreference(`query:${userId}`, this.#query));
    const names = this.candidates.byHand ? this.candidates.tools.map(({ name }) => name) : [];
    this.#remember(this.#store.setPreference(`candidates:${userId}`, names));
  }

  /** Other queries to try. */
  suggestMore(): void {
    this.#turn += 1;
  }

  /** Asks a suggested query, with candidates proposed for it. */
  ask(query: string): void {
    this.query = query;
    if (this.candidates.byHand) this.candidates.propose();
  }

  add(call: PastCall): void {
    this.history.add(call);
    this.toasts.announce(`Added a call of ${call.tool}.`);
  }

  /** Deletes an interaction; a message offers to undo it. */
  delete(id: string): void {
    const deleted = this.history.interactions.find((one) => one.id === id);
    const undo = this.history.delete(id);
    if (deleted && undo) this.toasts.show(`Deleted a call of ${this.#short(deleted.tool)}.`, undo);
  }

  /** Moves an interaction to an index, oldest first, and says so to screen readers. */
  move(id: string, toIndex: number): void {
    this.history.move(id, toIndex);
    const count = this.history.interactions.length;
    this.toasts.announce(`Moved to position ${count - toIndex} of ${count}, counted from the newest.`);
  }

  /** What the last selection says about a candidate. */
  shareOf(name: string): Share | undefined {
    return this.#shares.get(name);
  }

  /** Whether the model listed a candidate as fitting the request; undefined if it makes no such list. */
  fits(name: string): boolean | undefined {
    const result = this.selecting.result;
    const fit = result?.selection.answer.fit;
    if (!result || !fit) return undefined;
    return fit.some((index) => result.scenario.candidates[index]?.name === name);
  }

  /** Why the model doesn't see an interaction, in words, or null if it does. */
  unseen(interaction: Interaction): string | null {
    if (this.#setting === "preferred-only" && interaction.rating !== 1)
      return "Not liked, so not shown to the model";
    return this.#tooOld.has(interaction.id) ? "Too old: it did not fit into the model's context" : null;
  }

  #short(tool: string): string {
    const { provider, operation } = toolParts(tool);
    return provider ? `${provider} · ${operation}` : operation;
  }

  #writeScenario(): Scenario | null {
    const query = this.#query.trim();
    const candidates = [...this.candidates.tools];
    if (query === "" || candidates.length === 0) return null;
    return {
      setting: this.#setting,
      query,
      history: visibleHistory(this.#setting, this.history.interactions),
      candidates,
    };
  }

  async #show(userId: string): Promise<void> {
    await this.history.open(userId);
    this.#userId = userId;
  }

  async #refresh(): Promise<void> {
    this.#users = await this.#store.users();
    await Promise.all([this.history.refresh(), this.toolbox.refresh()]);
  }

  #tell(trouble: StoreTrouble): void {
    if (trouble === "outdated")
      this.#storageNotice =
        "A newer version of this page is open in another tab. Reload this one; until then its changes are not kept.";
    else if (trouble === "interrupted") void this.#refresh();
    else
      this.toasts.show(
        `Damaged data was found and set aside: ${trouble.damaged.length} ${trouble.damaged.length === 1 ? "entry" : "entries"}.`,
      );
  }

  /** Preferences are small comforts: one that can't be stored is told, but stops nothing. */
  #remember(written: Promise<void>): void {
    written.catch((error: unknown) =>
      this.toasts.show(
        `This choice could not be saved: ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
  }
}
