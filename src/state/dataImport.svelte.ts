import { readExport } from "../store/exportFile";
import { fileText } from "../store/fileText";
import type { ImportMode, ImportPlan } from "../store/importPlan";
import type { PageData } from "../store/pageData";
import type { Store } from "../store/store";
import { faultWords } from "./faultWords";

export type { Changes, ImportMode } from "../store/importPlan";

/** What an import would do, kind by kind. */
export type Preview = Omit<ImportPlan, "result">;

/** One import of an export: choose a file, look at what it would change, and only then change it. */
export class DataImport {
  readonly #store: Pick<Store, "plan" | "import">;
  readonly #onImported: () => Promise<void>;
  #file = $state.raw<{ name: string; data: PageData } | null>(null);
  #mode = $state<ImportMode>("merge");
  #preview = $state.raw<Preview | null>(null);
  #fault = $state.raw<unknown>(null);
  #busy = $state(false);
  #done = $state(false);

  constructor(store: Pick<Store, "plan" | "import">, onImported: () => Promise<void>) {
    this.#store = store;
    this.#onImported = onImported;
  }

  get fileName(): string | null {
    return this.#file?.name ?? null;
  }

  /** What is wrong with the file, or why it couldn't be imported, in words. */
  get fault(): string | null {
    return this.#fault === null ? null : faultWords(this.#fault);
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** True after the import. */
  get done(): boolean {
    return this.#done;
  }

  get mode(): ImportMode {
    return this.#mode;
  }

  set mode(mode: ImportMode) {
    this.#mode = mode;
    void this.#do(() => this.#plan());
  }

  /** What the import will change, or null before a file was read. */
  get preview(): Preview | null {
    return this.#preview;
  }

  /** Reads a file. Nothing is changed. */
  async read(file: File): Promise<void> {
    [this.#file, this.#preview, this.#done] = [null, null, false];
    await this.#do(async () => {
      this.#file = { name: file.name, data: readExport(file.name, await fileText(file)) };
      await this.#plan();
    });
  }

  /** Imports the file that was read, all of it or nothing. */
  async import(): Promise<void> {
    const { data } = this.#file ?? {};
    if (!data) return;
    await this.#do(async () => {
      await this.#store.import(data, this.#mode);
      await this.#onImported();
      [this.#preview, this.#done] = [null, true];
    });
  }

  async #plan(): Promise<void> {
    if (this.#file) this.#preview = await this.#store.plan(this.#file.data, this.#mode);
  }

  async #do(act: () => Promise<void>): Promise<void> {
    [this.#busy, this.#fault] = [true, null];
    try {
      await act();
    } catch (error) {
      this.#fault = error;
    }
    this.#busy = false;
  }
}
