import { untrack } from "svelte";
import type { Interaction, MockUser } from "../domain/interaction";
import type { Store } from "../store/store";
import type { Explaining } from "./explaining.svelte";
import type { ModelSession } from "./modelSession.svelte";
import { compareHistories, type Compared, type Comparison } from "./studies";
import { Study } from "./study.svelte";

/** Another user, and what that user did before, oldest first. */
interface Other {
  user: MockUser;
  history: readonly Interaction[];
}

/** What the same model makes of the same question with another user's history. */
export class Comparing {
  readonly study: Study<Compared, Comparison>;
  readonly #store: Pick<Store, "history">;
  readonly #explaining: Pick<Explaining, "subject" | "pace">;
  readonly #model: Pick<ModelSession, "select" | "distribute">;
  #other = $state.raw<Other | null>(null);
  #reads = 0;
  #compared = $derived.by((): Compared | null => {
    const [subject, select] = [this.#explaining.subject, this.#model.select];
    return subject && select && this.#other ? { subject, select, history: this.#other.history } : null;
  });

  constructor(
    store: Pick<Store, "history">,
    explaining: Pick<Explaining, "subject" | "pace">,
    model: Pick<ModelSession, "select" | "distribute">,
  ) {
    this.#store = store;
    this.#explaining = explaining;
    this.#model = model;
    this.study = new Study<Compared, Comparison>(compareHistories, explaining.pace);
  }

  /** With whom the shown user is compared, or null. */
  get other(): MockUser | null {
    return this.#other?.user ?? null;
  }

  /** Compares with this user, by what is stored of them now. */
  async choose(user: MockUser): Promise<void> {
    const read = ++this.#reads;
    const history = await this.#store.history(user.id);
    if (read === this.#reads) this.#other = { user, history };
  }

  /** Ends the comparison and its work. */
  close(): void {
    this.#reads += 1;
    this.#other = null;
  }

  /** Keeps the study up with the page. @returns a function that ends this. */
  begin(): () => void {
    const end = $effect.root(() => {
      $effect(() => {
        const [compared, distribute] = [this.#compared, this.#model.distribute];
        untrack(() => this.study.want(compared, distribute));
      });
    });
    return () => {
      end();
      this.study.want(null, null);
    };
  }
}
