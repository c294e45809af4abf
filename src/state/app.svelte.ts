import { tick, untrack } from "svelte";
import type { Catalogue } from "../domain/catalogue";
import type { Interaction, MockUser, PastCall } from "../domain/interaction";
import type { Scenario } from "../domain/scenario";
import { isVisible } from "../domain/setting";
import type { Suggestion } from "../domain/suggestions";
import { shortName } from "../domain/tool";
import type { Store } from "../store/store";
import { words } from "../words/words.svelte";
import { AppUpdate } from "./appUpdate.svelte";
import { Bars } from "./bars.svelte";
import { Comparing } from "./comparing.svelte";
import { DataKeeping } from "./dataKeeping.svelte";
import { Edits } from "./edits.svelte";
import { Explaining } from "./explaining.svelte";
import { faultWords } from "./faultWords";
import { History } from "./history.svelte";
import { LanguageChoice } from "./languageChoice";
import { Keys } from "./keys.svelte";
import { lessonSteps } from "./lessonSteps";
import { ModelSession } from "./modelSession.svelte";
import type { ModelSource } from "./modelSource";
import { People } from "./people";
import { Presenting } from "./presenting.svelte";
import { Question } from "./question.svelte";
import { Sandbox, type Guest } from "./sandbox";
import { Selecting, type Result } from "./selecting.svelte";
import { Sharing } from "./sharing.svelte";
import type { Subject } from "./studies";
import { Teaching } from "./teaching.svelte";
import { Theme } from "./theme.svelte";
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
  /** The page stands in a booth: visitors find nothing there that destroys or leads away. */
  booth?: boolean;
  /** The theme that the page's address asks for. */
  theme?: string | null;
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
  readonly theme: Theme;
  readonly keys: Keys;
  readonly people: People;
  readonly comparing: Comparing;
  /** The page stands in a booth: visitors find nothing there that destroys or leads away. */
  readonly booth: boolean;
  readonly update = new AppUpdate();
  readonly language: LanguageChoice;
  readonly teaching: Teaching;
  readonly presenting: Presenting;
  readonly sharing: Sharing;

  readonly #store: Store;
  readonly #catalogue: Catalogue;
  readonly #sandbox: Sandbox;
  #guest = $state.raw<MockUser | null>(null);
  #aside: Pick<Explaining, "open" | "comparing"> | null = null;
  #visits: Promise<void> = Promise.resolve();
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

  constructor({ store, catalogue, models, booth = false, theme = null }: AppParts) {
    this.#store = store;
    this.#catalogue = catalogue;
    this.booth = booth;
    this.theme = new Theme(store, theme);
    this.keys = new Keys(store);
    this.people = new People(store);
    this.keeping = new DataKeeping(store, () => this.#reread(), navigator.storage);
    this.#sandbox = new Sandbox(store);
    this.history = new History(this.#sandbox);
    this.toolbox = new Toolbox(store);
    this.question = new Question(
      this.#sandbox,
      this.toolbox,
      () => this.history.interactions,
      (error) => this.#tellUnsaved(error),
    );
    this.edits = new Edits(this.history, this.question, (what) =>
      this.toasts.show(words().edits.refused(what)),
    );
    this.language = new LanguageChoice(store, (error) => this.#tellUnsaved(error));
    this.model = new ModelSession(models, new StoredTrust(store));
    this.explaining = new Explaining(
      () => this.#subject,
      () => this.model.distribute,
      () => this.model.prepare,
    );
    this.bars = new Bars(this.selecting, this.explaining);
    this.comparing = new Comparing(store, this.explaining, this.model);
    this.teaching = new Teaching(this, store);
    this.presenting = new Presenting(
      this.explaining,
      (text) => this.toasts.announce(text),
      () => lessonSteps(this.teaching),
    );
    this.sharing = new Sharing({
      store,
      toolbox: this.toolbox,
      question: this.question,
      history: this.history,
      explaining: this.explaining,
      presenting: this.presenting,
      users: () => this.#users,
      user: () => this.user,
      reread: () => this.#reread(),
    });
  }

  get users(): readonly MockUser[] {
    return this.#users;
  }

  get user(): MockUser | undefined {
    return this.#guest ?? this.#users.find(({ id }) => id === this.#userId);
  }

  /** Whether the shown user is the made-up one of a lesson or a tour, of whom nothing is stored. */
  get visited(): boolean {
    return this.#guest !== null;
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
    const endComparing = this.comparing.begin();
    const endTheme = this.theme.wear();
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
      endComparing();
      endTheme();
      this.selecting.stop();
    };
  }

  /** Shows another user's history. The query stays, so that one sees what the history does to it. */
  async chooseUser(userId: string): Promise<void> {
    if (userId === this.#userId && !this.#guest) return;
    const visited = this.#guest !== null;
    if (visited) await this.#dismiss();
    await this.#show(userId);
    this.edits.forget();
    this.#store.setPreference("user", userId).catch((error: unknown) => this.#tellUnsaved(error));
    if (visited) await this.#askStored();
    else this.question.handTo(userId);
  }

  /** Shows a guest, in a sandbox: nothing that is done there is stored, and `leave` leads back to where one was. */
  welcome(guest: Guest): Promise<void> {
    return this.#inTurn(async () => {
      await this.history.settled();
      const { open, comparing } = this.explaining;
      this.#aside ??= { open, comparing };
      [this.explaining.open, this.explaining.comparing] = [null, false];
      if (this.#guest) this.trail.drop(this.#guest.id);
      this.#guest = await this.#sandbox.admit(guest);
      // What was chosen for somebody else is nothing that an edit has changed.
      this.selecting.forget();
      this.toolbox.lend(guest.tools);
      await this.history.open(this.#guest.id);
      await this.question.open(this.#guest.id, "");
      this.edits.forget();
      // What is selected now belongs to the guest, or isn't fresh.
      await tick();
    });
  }

  /** Ends a guest's visit. */
  leave(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#guest) return;
      await this.#dismiss();
      const own = this.user ?? this.#users[0];
      await this.#show(own?.id ?? "");
      await this.#askStored();
      this.edits.forget();
      await tick();
    });
  }

  /** Shows a user that has been added or changed. */
  async showPerson(userId: string): Promise<void> {
    await this.#refresh();
    await this.chooseUser(userId);
  }

  /** Deletes a user with the history, but for the last one; a message offers to undo it. */
  async deletePerson(userId: string): Promise<void> {
    const at = this.#users.findIndex(({ id }) => id === userId);
    const [user, next] = [this.#users[at], this.#users[at + 1] ?? this.#users[at - 1]];
    if (!user || !next) return;
    try {
      // What was edited last is written first, so that undo brings it back, too.
      if (userId === this.#userId) await this.chooseUser(next.id);
      const undo = await this.people.delete(userId);
      await this.#refresh();
      if (!undo) return;
      const putBack = () => undo().then(() => this.showPerson(userId));
      this.toasts.show(
        words().person.deleted(user.name),
        () => void putBack().catch((error: unknown) => this.#tellUnsaved(error)),
      );
    } catch (error) {
      this.#tellUnsaved(error);
    }
  }

  /**
   * Begins anew with the mock users, as at the first visit. The model stays loaded, and what says something about this
   * browser stays stored.
   */
  async restart(): Promise<void> {
    await this.teaching.leave();
    await this.history.settled();
    this.keys.sheet = false;
    this.presenting.read(new URLSearchParams(location.search));
    this.toasts.clear();
    this.explaining.close();
    this.comparing.close();
    this.selecting.forget();
    this.#turn = 0;
    await this.keeping.reset({ keepOwn: true });
  }

  /** Other queries to try. */
  suggestMore(): void {
    this.#turn += 1;
  }

  add(call: PastCall): void {
    this.edits.add(call);
    this.toasts.announce(words().edits.addedCall(call.tool));
  }

  /** Adds the selected call to the history, unrated: its user has yet to say whether it was right. */
  accept({ selection }: Result): void {
    const { tool_name: tool, parameters } = selection.answer.call;
    this.edits.add({ tool, parameters, rating: null });
    this.toasts.show(words().edits.accepted(shortName(tool)));
  }

  /** Deletes an interaction; a message offers to undo it. */
  delete(id: string): void {
    const deleted = this.history.interactions.find((one) => one.id === id);
    const undo = this.edits.delete(id);
    if (deleted && undo) this.toasts.show(words().edits.deletedCall(shortName(deleted.tool)), undo);
  }

  /** Moves an interaction to an index, oldest first, and says so to screen readers. */
  move(id: string, toIndex: number): void {
    this.edits.move(id, toIndex);
    const count = this.history.interactions.length;
    this.toasts.announce(words().edits.movedCall(count - toIndex, count));
  }

  undo(): void {
    const what = this.edits.undoable;
    this.edits.undo();
    if (what) this.toasts.announce(words().edits.undone(what));
  }

  redo(): void {
    const what = this.edits.redoable;
    this.edits.redo();
    if (what) this.toasts.announce(words().edits.redone(what));
  }

  /** Goes back to the state of an earlier selection, by an edit that can be undone. */
  async jump({ userId, state }: Step): Promise<void> {
    if (this.#users.some(({ id }) => id === userId)) await this.chooseUser(userId);
    // A guest's step, after the visit: there is nobody to take it for.
    else if (userId !== this.user?.id) return;
    this.edits.restore(state);
  }

  /** Why the model doesn't see an interaction, in words, or null if it does. */
  unseen(interaction: Interaction): string | null {
    const { unseen } = words();
    if (!isVisible(this.question.setting, interaction)) return unseen.notLiked;
    return this.#tooOld.has(interaction.id) ? unseen.tooOld : null;
  }

  #noteStep(): void {
    const { user, selecting } = this;
    if (user && selecting.result)
      this.trail.note(user.id, user.name, this.edits.state, selecting.result.selection);
  }

  /** One visit begins or ends after the other. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    const visit = this.#visits.then(act);
    this.#visits = visit.catch(() => undefined);
    return visit;
  }

  async #dismiss(): Promise<void> {
    await this.history.settled();
    if (this.#guest) {
      this.trail.drop(this.#guest.id);
      this.selecting.forget();
    }
    if (this.#aside) Object.assign(this.explaining, this.#aside);
    [this.#guest, this.#aside] = [null, null];
    this.toolbox.lend([]);
    await this.#sandbox.dismiss();
  }

  /** Takes what the shown user has asked before. */
  #askStored(): Promise<void> {
    return this.question.open(this.#userId, this.#examples[0]?.query ?? "");
  }

  async #show(userId: string): Promise<void> {
    await this.history.open(userId);
    this.#userId = userId;
  }

  /** Reads everything that is stored, also who was shown and what was asked. */
  async #reread(): Promise<void> {
    await this.language.open();
    await this.#dismiss();
    await Promise.all([this.theme.open(), this.keys.open()]);
    await this.#refresh(await this.#store.preference("user"));
    await this.#askStored();
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
    this.toasts.show(words().storage.unsavedChoice(faultWords(error)));
  }
}
