import type { MockUser } from "../domain/interaction";
import { adopted, sharedPageSchema, withoutOldest, type SharedPage } from "../domain/sharedPage";
import { shorten } from "../domain/tool";
import type { LinkTrouble } from "../store/shareLink";
import type { Store } from "../store/store";
import { words } from "../words/words.svelte";
import type { Explaining } from "./explaining.svelte";
import { faultWords } from "./faultWords";
import type { History } from "./history.svelte";
import type { Presenting } from "./presenting.svelte";
import type { Question } from "./question.svelte";
import type { Toolbox } from "./toolbox.svelte";

export type { SharedPage } from "../domain/sharedPage";

const MINUTE = 60_000;
const MAX_NAME = 100;
const MAX_PORTRAIT = 1000;

/** What a link has brought, for the visitor to decide on. */
export interface Arrived {
  page: SharedPage;
  /** Tools that the link names and nobody here knows. */
  unknown: readonly string[];
}

/** A link, or why what the page shows fits into none. */
export type Made =
  | { url: string; calls: number; leftOut: number }
  | {
      /** Characters: of the whole link, and those that go if the history or the tools do. */
      characters: { all: number; most: number; history: number; tools: number };
      /** How many of the oldest calls would have to stay behind; null if even that isn't enough. */
      drop: number | null;
    }
  /** The browser can't make links. */
  | { trouble: LinkTrouble };

export interface SharingParts {
  store: Pick<Store, "import">;
  toolbox: Toolbox;
  question: Question;
  history: History;
  explaining: Pick<Explaining, "open">;
  presenting: Presenting;
  users: () => readonly MockUser[];
  user: () => MockUser | undefined;
  /** Reads everything that is stored, also who is to be shown. */
  reread: () => Promise<void>;
}

/** Links that carry what the page shows: made here, and opened here. Nothing of them goes to a server. */
export class Sharing {
  readonly #parts: SharingParts;
  #arrived = $state.raw<Arrived | null>(null);
  #trouble = $state.raw<LinkTrouble | null>(null);
  #fault = $state<string | null>(null);
  #looks = 0;

  constructor(parts: SharingParts) {
    this.#parts = parts;
  }

  /** What a link has brought, until somebody decides. */
  get arrived(): Arrived | null {
    return this.#arrived;
  }

  /** What is wrong with the link that was opened. */
  get trouble(): LinkTrouble | null {
    return this.#trouble;
  }

  /** Why what came could not be stored, in words. */
  get fault(): string | null {
    return this.#fault;
  }

  /** What the person who came by a link will be called here. */
  get proposedName(): string {
    return this.#newName(this.#arrived?.page.name ?? "");
  }

  /** Looks at the fragment of the page's address. Nothing is changed by that. */
  async look(fragment: string): Promise<void> {
    // A page that was opened by its plain address needs none of this code.
    if (fragment.length < 2) return;
    const { isShareFragment, LinkError, unpackFragment } = await import("../store/shareLink");
    if (!isShareFragment(fragment)) return;
    const look = ++this.#looks;
    this.forget();
    try {
      const page = await unpackFragment(fragment);
      if (look === this.#looks) this.#arrived = { page, unknown: this.#unknown(page) };
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      if (look === this.#looks) this.#trouble = error.said;
    }
  }

  /** Leaves what came by a link. */
  forget(): void {
    [this.#arrived, this.#trouble, this.#fault] = [null, null, null];
  }

  /** Makes a user of what came by a link, beside those that are there, and shows that one: all or nothing. */
  async accept(): Promise<void> {
    if (!this.#arrived) return;
    const { store, toolbox, presenting, explaining, reread } = this.#parts;
    const page = adopted(this.#arrived.page, (name) => toolbox.find(name));
    const id = `link-${crypto.randomUUID()}`;
    this.#fault = null;
    try {
      await store.import(
        {
          users: [
            {
              id,
              name: this.#newName(page.name),
              portrait: shorten(words().share.portrait(page.portrait), MAX_PORTRAIT),
              history: page.history.map(({ minute, ...call }, at) => ({
                ...call,
                id: `${id}-${at + 1}`,
                time: minute * MINUTE,
              })),
            },
          ],
          tools: page.tools,
          settings: {
            user: id,
            setting: page.setting,
            [`query:${id}`]: page.query,
            [`candidates:${id}`]: page.candidates,
          },
        },
        "merge",
      );
      await reread();
    } catch (error) {
      this.#fault = faultWords(error);
      return;
    }
    this.forget();
    // The header stays: who did not ask for this view must find the way out of it.
    presenting.show(
      page.view.view,
      page.view.hidden.filter((panel) => panel !== "header"),
    );
    if (!presenting.presenter) explaining.open = page.view.open;
  }

  /**
   * Makes a link of what the page shows.
   * @param address of the page, without a fragment.
   * @param leaveOut how many of the oldest calls stay behind.
   */
  async make(address: string, leaveOut = 0): Promise<Made> {
    const { LinkError } = await import("../store/shareLink");
    try {
      return await this.#made(address, leaveOut);
    } catch (error) {
      if (error instanceof LinkError) return { trouble: error.said };
      throw error;
    }
  }

  async #made(address: string, leaveOut: number): Promise<Made> {
    const { MAX_LINK, fitsUnpacked, packFragment } = await import("../store/shareLink");
    const whole = this.#now();
    const url = async (page: SharedPage) => address + (await packFragment(page));
    const fits = async (page: SharedPage) =>
      sharedPageSchema.safeParse(page).success && fitsUnpacked(page) && (await url(page)).length <= MAX_LINK;
    const wanted = withoutOldest(whole, leaveOut);
    const made = await url(wanted);
    const calls = wanted.history.length;
    if (await fits(wanted)) return { url: made, calls, leftOut: whole.history.length - calls };
    const less = async (page: SharedPage) => made.length - (await url(page)).length;
    return {
      characters: {
        all: made.length,
        most: MAX_LINK,
        history: await less({ ...wanted, history: [] }),
        tools: await less({ ...wanted, tools: [] }),
      },
      drop: await fewest(whole.history.length, (calls) => fits(withoutOldest(whole, calls))),
    };
  }

  #now(): SharedPage {
    const { toolbox, question, history, presenting, explaining, user } = this.#parts;
    const candidates = question.candidates.tools.map(({ name }) => name);
    const calls = history.interactions.map(({ tool, parameters, rating, time }) => ({
      tool,
      parameters,
      rating,
      minute: Math.trunc(time / MINUTE),
    }));
    const named = new Set([...candidates, ...calls.map(({ tool }) => tool)]);
    return {
      name: user()?.name ?? "",
      portrait: user()?.portrait ?? "",
      query: question.query,
      setting: question.setting,
      candidates,
      history: calls,
      tools: toolbox.own.filter(({ name }) => named.has(name)),
      view: {
        view: presenting.presenter ? "presenter" : "page",
        hidden: [...presenting.hidden],
        open: explaining.open,
      },
    };
  }

  #unknown({ candidates, tools }: SharedPage): string[] {
    const brought = new Set(tools.map(({ name }) => name));
    return candidates.filter((name) => !brought.has(name) && !this.#parts.toolbox.find(name));
  }

  /** A name that no user here has. */
  #newName(name: string): string {
    const taken = new Set(this.#parts.users().map((user) => user.name));
    for (let number = 1; ; number++) {
      const tried = words().share.userName(shorten(name, MAX_NAME - 40), number);
      if (!taken.has(tried)) return tried;
    }
  }
}

/** The fewest of `count` things that must go so that the others fit; null if it doesn't help that all go. */
async function fewest(count: number, fits: (gone: number) => Promise<boolean>): Promise<number | null> {
  if (!(await fits(count))) return null;
  let [tooFew, enough] = [0, count];
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    if (await fits(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
