import { untrack } from "svelte";
import type { Catalogue } from "../domain/catalogue";
import type { Interaction, MockUser, PastCall } from "../domain/interaction";
import type { Scenario } from "../domain/scenario";
import { isVisible } from "../domain/setting";
import type { Suggestion } from "../domain/suggestions";
import { toolParts } from "../domain/tool";
import type { Store } from "../store/store";
import { AppUpdate } from "./appUpdate.svelte";
import { Bars } from "./bars.svelte";
import { DataKeeping } from "./dataKeeping.svelte";
import { Edits } from "./edits.svelte";
import { Explaining } from "./explaining.svelte";
import { History } from "./history.svelte";
import { ModelSession } from "./modelSession.svelte";
import type { ModelSource } from "./modelSource";
import { Question } from "./question.svelte";
import { Selecting, type Result } from "./selecting.svelte";
import type { Subject } from "./studies";
import { Toasts } from "./toasts.svelte";
import { Toolbox } from "./toolbox.svelte";
import { Trail, type Step } from "./trail.svelte";
import { StoredTrust } from "./trust";

/** How many suggested queries are shown at once. */
const SUGGESTIONS = 5;

export interface AppParts {
  store: Store;
  catalogue: Catalogue;
  models: ModelSource;
}

/** The page as a whole: whose history, what is asked, what the model makes of it, and why. */
export class App {
  readonly keeping: DataKeeping;
  readonly history: History;
  readonly toolbox: Toolbox;
  readonly question: Question;
  readonly edits: Edits;
  readonly model: ModelSession;
  readonly selecting = new Selecting();
  readonly explaining: Explaining;
  readonly bars: Bars;
  readonly trail = new Trail();
  readonly toasts = new Toasts();
  readonly update = new AppUpdate();

  readonly #store: Store;
  readonly #catalogue: Catalogue;
  #users = $state.raw<readonly MockUser[]>([]);
  #userId = $state("");
  #turn = $state(0);
  #scenario = $derived.by((): Scenario | null => this.question.scenario(this.history.interactions));
  #subject = $derived.by((): Subject | null => {
    const { fresh, result } = this.selecting;
    return fresh && result ? { ...result, history: this.history.interactions } : null;
  });
  #tooOld = $derived.by(() => {
    const dropped = this.#subject?.selection.dropped ?? 0;
    const shown = this.history.interactions.filter((one) => isVisible(this.question.setting, one));
    return new Set(shown.slice(0, dropped).map(({ id }) => id));
  });
  #examples = $derived.by(() => this.toolbox.suggest(this.history.interactions));

  constructor({ store, catalogue, models }: AppParts) {
    this.#store = store;
    this.#catalogue = catalogue;
    this.keeping = new DataKeeping(store, () => this.#reread(), navigator.storage);
    this.history = new History(store);
    this.toolbox = new Toolbox(store);
    this.question = new Question(
      store,
      this.toolbox,
      () => this.history.interactions,
      (error) => this.#tellUnsaved(error),
    );
    this.edits = new Edits(this.history, this.question, (what) =>
      this.toasts.show(
        `This can no longer be undone or redone (${what}): it was changed elsewhere meanwhile.`,
      ),
    );
    this.model = new ModelSession(models, new StoredTrust(store));
    this.explaining = new Explaining(
      () => this.#subject,
      () => this.model.distribute,
      () => this.model.prepare,
    );
    this.bars = new Bars(this.selecting, this.explaining);
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

  /**
   * Reads what is stored, and from then on keeps the selection up with every edit.
   * @returns a function that ends this.
   */
  async open(): Promise<() => void> {
    await this.toolbox.open(this.#catalogue);
    await this.#reread();
    const endKeeping = await this.keeping.open();
    const endChanges = this.#store.onChange(() => void this.#refresh());
    const endExplaining = this.explaining.begin();
    const endEffects = $effect.root(() => {
      $effect(() => {
        if (!this.history.saved) void this.keeping.protect();
      });
      $effect(() => this.selecting.want(this.#scenario, this.model.select));
      $effect(() => {
        if (this.#subject) untrack(() => this.#noteStep());
      });
    });
    return () => {
      endChanges();
      endKeeping();
      endEffects();
      endExplaining();
      this.selecting.stop();
    };
  }

  /** Shows another user's history. The query stays, so that one sees what the history does to it. */
  async chooseUser(userId: string): Promise<void> {
    if (userId === this.#userId) return;
    await this.#show(userId);
    this.edits.forget();
    this.#store.setPreference("user", userId).catch((error: unknown) => this.#tellUnsaved(error));
    this.question.handTo(userId);
  }

  /** Other queries to try. */
  suggestMore(): void {
    this.#turn += 1;
  }

  add(call: PastCall): void {
    this.edits.add(call);
    this.toasts.announce(`Added a call of ${call.tool}.`);
  }

  /** Adds the selected call to the history, unrated: its user has yet to say whether it was right. */
  accept({ selection }: Result): void {
    const { tool_name: tool, parameters } = selection.answer.call;
    this.edits.add({ tool, parameters, rating: null });
    this.toasts.show(`Added the call of ${this.#short(tool)}. Rate it in the history.`);
  }

  /** Deletes an interaction; a message offers to undo it. */
  delete(id: string): void {
    const deleted = this.history.interactions.find((one) => one.id === id);
    const undo = this.edits.delete(id);
    if (deleted && undo) this.toasts.show(`Deleted a call of ${this.#short(deleted.tool)}.`, undo);
  }

  /** Moves an interaction to an index, oldest first, and says so to screen readers. */
  move(id: string, toIndex: number): void {
    this.edits.move(id, toIndex);
    const count = this.history.interactions.length;
    this.toasts.announce(`Moved to position ${count - toIndex} of ${count}, counted from the newest.`);
  }

  undo(): void {
    const what = this.edits.undoable;
    this.edits.undo();
    if (what) this.toasts.announce(`Undone: ${what}.`);
  }

  redo(): void {
    const what = this.edits.redoable;
    this.edits.redo();
    if (what) this.toasts.announce(`Redone: ${what}.`);
  }

  /** Goes back to the state of an earlier selection, by an edit that can be undone. */
  async jump({ userId, state }: Step): Promise<void> {
    if (this.#users.some(({ id }) => id === userId)) await this.chooseUser(userId);
    this.edits.restore(state);
  }

  /** Why the model doesn't see an interaction, in words, or null if it does. */
  unseen(interaction: Interaction): string | null {
    if (!isVisible(this.question.setting, interaction)) return "Not liked, so not shown to the model";
    return this.#tooOld.has(interaction.id) ? "Too old: it did not fit into the model's context" : null;
  }

  #short(tool: string): string {
    const { provider, operation } = toolParts(tool);
    return provider ? `${provider} · ${operation}` : operation;
  }

  #noteStep(): void {
    const { user, selecting } = this;
    if (user && selecting.result)
      this.trail.note(user.id, user.name, this.edits.state, selecting.result.selection);
  }

  async #show(userId: string): Promise<void> {
    await this.history.open(userId);
    this.#userId = userId;
  }

  /** Reads everything that is stored, also who was shown and what was asked. */
  async #reread(): Promise<void> {
    await this.#refresh(await this.#store.preference("user"));
    await this.question.open(this.#userId, this.#examples[0]?.query ?? "");
    this.edits.forget();
    this.trail.clear();
  }

  /**
   * Reads users, their histories and tools.
   * @param wanted who should be shown; by default who is shown now. If there is no such user, the first one is shown.
   */
  async #refresh(wanted?: string): Promise<void> {
    await this.toolbox.refresh();
    this.#users = await this.#store.users();
    if (wanted === undefined && this.user) return this.history.refresh();
    const user = this.#users.find(({ id }) => id === wanted) ?? this.#users[0];
    return this.#show(user?.id ?? "");
  }

  #tellUnsaved(error: unknown): void {
    this.toasts.show(
      `This choice could not be saved: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
