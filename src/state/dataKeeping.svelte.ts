import { writeExport } from "../store/exportFile";
import { seedUsers } from "../store/mockUsers";
import type { Store } from "../store/store";
import type { StoreError } from "../store/storeError";
import type { DamagedRow } from "../store/tables";
import { DataImport } from "./dataImport.svelte";
import { faultWords } from "./faultWords";

export type { DamagedRow } from "../store/tables";

/** How much this page stores in the browser, in bytes, and whether the browser may delete it by itself. */
export interface Space {
  used: number;
  free: number;
  persisted: boolean;
}

/** The part of the browser's storage manager that is used; a test puts a made-up one in its place. */
export type StorageManagerPart = Pick<StorageManager, "estimate" | "persist" | "persisted">;

/** How everything that the page keeps is kept, and how it gets out of the browser and in. */
export class DataKeeping {
  readonly #store: Store;
  readonly #manager: StorageManagerPart | undefined;
  readonly #onReplaced: () => Promise<void>;
  #fault = $state.raw<StoreError | null>(null);
  #open = $state(0);
  #damaged = $state.raw<readonly DamagedRow[]>([]);
  #space = $state.raw<Space | null>(null);
  #asked = false;

  /**
   * @param onReplaced reads everything again, after an import or a reset.
   * @param manager undefined where the browser has none.
   */
  constructor(store: Store, onReplaced: () => Promise<void>, manager: StorageManagerPart | undefined) {
    this.#store = store;
    this.#manager = manager;
    this.#onReplaced = onReplaced;
    this.#fault = store.fault;
  }

  /** Why nothing is kept beyond the life of this page, in words, or null if all is. */
  get fault(): string | null {
    return this.#fault && faultWords(this.#fault);
  }

  /** True while a write isn't committed. */
  get saving(): boolean {
    return this.#open > 0;
  }

  /** Entries that were set aside since they were damaged or of an older form. */
  get damaged(): readonly DamagedRow[] {
    return this.#damaged;
  }

  /** Null until `measure` has been called, and where the browser doesn't tell. */
  get space(): Space | null {
    return this.#space;
  }

  /** Follows the store. @returns a function that ends this. */
  async open(): Promise<() => void> {
    const endTroubles = this.#store.onTrouble((trouble) => {
      if ("memory" in trouble) this.#fault = trouble.memory;
      else void this.#readDamaged();
    });
    const endWrites = this.#store.onWrite((open) => (this.#open = open));
    await this.#readDamaged();
    return () => {
      endTroubles();
      endWrites();
    };
  }

  /** Asks the browser, once, not to delete this page's data by itself: there is something to lose now. */
  async protect(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    // Refusing is the browser's right; the page shows what came of it.
    await this.#manager?.persist().catch(() => false);
    if (this.#space) await this.measure();
  }

  /** Asks the browser how much is used and free. */
  async measure(): Promise<void> {
    try {
      const [estimate, persisted] = await Promise.all([
        this.#manager?.estimate(),
        this.#manager?.persisted(),
      ]);
      const { usage = 0, quota } = estimate ?? {};
      this.#space =
        quota === undefined
          ? null
          : { used: usage, free: Math.max(0, quota - usage), persisted: !!persisted };
    } catch {
      this.#space = null;
    }
  }

  /**
   * Tries again to store what is in memory only.
   * @throws StoreError that says why it can't.
   */
  async save(): Promise<void> {
    try {
      await this.#store.save();
    } finally {
      this.#fault = this.#store.fault;
    }
  }

  /** Everything as one file. */
  async export(): Promise<{ fileName: string; text: string }> {
    return writeExport(await this.#store.contents(), new Date());
  }

  /** An import of everything, which changes nothing before it's told to. */
  startImport(): DataImport {
    return new DataImport(this.#store, this.#onReplaced);
  }

  /**
   * Erases everything but the entries set aside, and writes the mock users again.
   * @param keepOwn the settings that say something about this browser stay.
   */
  async reset({ keepOwn = false } = {}): Promise<void> {
    await this.#store.reset(seedUsers(Date.now()), { keepOwn });
    await this.#onReplaced();
  }

  /** The entries set aside as a file. */
  exportDamaged(): { fileName: string; text: string } {
    return {
      fileName: "petoolllama-live-set-aside.json",
      text: `${JSON.stringify(this.#damaged, null, 1)}\n`,
    };
  }

  async deleteDamaged(): Promise<void> {
    await this.#store.deleteDamaged(this.#damaged.map(({ id }) => id));
    await this.#readDamaged();
  }

  async #readDamaged(): Promise<void> {
    this.#damaged = await this.#store.damagedRows();
  }
}
