import type { Database, IndexedDatabase, Interruption, Reader, Writer } from "./database";
import { MemoryDatabase } from "./memory";
import { StoreError, storeError, type StoreFault } from "./storeError";
import { tables, type Table } from "./tables";

/** The disk is of no more use after one of these; the others say something about the write. */
const lasting = new Set<StoreFault>([
  "blocked",
  "timeout",
  "newer",
  "unavailable",
  "quota",
  "interrupted",
  "failed",
]);

/** Milliseconds. */
const REOPEN_DELAY = 500;

type Work = (writer: Writer) => Promise<unknown>;
/** Opens the database, anew at each call. @throws StoreError */
type Open = (onInterruption: (interruption: Interruption) => void) => Promise<IndexedDatabase>;

export interface SteadyListener {
  /** From now on everything is in memory only. */
  onMemory(fault: StoreError): void;
  /** The rows may have changed without us. */
  onReread(): void;
}

/**
 * IndexedDB while it works, and memory from its first lasting fault on, with all rows that were stored. What is
 * written in memory is remembered as what it does, not as rows, so that `save` can do it again on the disk without
 * undoing what other tabs have done there meanwhile.
 */
export class SteadyDatabase implements Database {
  readonly #open: () => Promise<IndexedDatabase>;
  readonly #listener: SteadyListener;
  /** All rows, as they were stored last. */
  #memory = new MemoryDatabase();
  #disk: IndexedDatabase | null = null;
  #fault: StoreError | null = null;
  readonly #unsaved = new Set<Work>();
  #wasOnDisk = false;
  #commits = 0;
  /** While it's looked into what an interruption has left. */
  #check: Promise<void> | null = null;
  #closed = false;

  private constructor(open: Open, listener: SteadyListener) {
    this.#open = () => open((interruption) => this.#interrupted(interruption));
    this.#listener = listener;
  }

  /** Opens the database, or goes on in memory. */
  static async open(open: Open, listener: SteadyListener): Promise<SteadyDatabase> {
    const database = new SteadyDatabase(open, listener);
    try {
      database.#disk = await database.#open();
      await database.reread();
    } catch (error) {
      database.#disk?.close();
      database.#disk = null;
      database.#fault = storeError(error);
    }
    return database;
  }

  get persistent(): boolean {
    return this.#fault === null;
  }

  /** Why everything is in memory, or null. */
  get fault(): StoreError | null {
    return this.#fault;
  }

  async read<T>(names: readonly Table[], work: (reader: Reader) => Promise<T>): Promise<T> {
    const done = await this.#onDisk((disk) => disk.read(names, work));
    return done ? done.result : this.#memory.read(names, work);
  }

  async write<T>(names: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T> {
    const done = await this.#onDisk((disk) => disk.write(names, work));
    if (!done) return this.#writeToMemory(names, work);
    this.#commits += 1;
    // What the disk took, memory takes as well; if not, it reads the rows anew.
    this.#memory.write(names, work).catch(() => this.reread(names).catch(() => undefined));
    return done.result;
  }

  /** Takes over what others have written. */
  async reread(names: readonly Table[] = tables): Promise<void> {
    const disk = this.#disk;
    if (!disk) return;
    let rows: unknown[][];
    let commits: number;
    do {
      commits = this.#commits;
      rows = await disk.read(names, (reader) => allRows(reader, names));
    } while (commits !== this.#commits);
    await this.#memory.write(names, (writer) => fill(writer, names, rows));
    this.#wasOnDisk = true;
  }

  /**
   * Tries the disk again, and writes there what has been done in memory: all of it or nothing.
   * @throws StoreError that says why everything stays in memory.
   */
  async save(): Promise<void> {
    if (this.#disk) return;
    const disk = await this.#open();
    try {
      do {
        const batch = [...this.#unsaved];
        const rows = await this.#memory.read(tables, (reader) => allRows(reader, tables));
        await disk.write(tables, async (writer) => {
          // What the browser has deleted is written again as a whole.
          if (this.#wasOnDisk && !(await seeded(writer))) await fill(writer, tables, rows);
          else for (const work of batch) await repeat(work, writer);
        });
        for (const work of batch) this.#unsaved.delete(work);
      } while (this.#unsaved.size > 0);
    } catch (error) {
      disk.close();
      throw storeError(error);
    }
    this.#disk = disk;
    this.#fault = null;
    await this.reread();
    this.#listener.onReread();
  }

  close(): void {
    this.#closed = true;
    this.#disk?.close();
    this.#memory.close();
  }

  async #writeToMemory<T>(names: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T> {
    // Noted before it's done, so that a save under way can't miss it.
    this.#unsaved.add(work);
    try {
      return await this.#memory.write(names, work);
    } catch (error) {
      this.#unsaved.delete(work);
      throw error;
    }
  }

  /**
   * Does something on the disk, once more if it was interrupted.
   * @returns null if there is no disk (any more).
   */
  async #onDisk<T>(act: (disk: IndexedDatabase) => Promise<T>): Promise<{ result: T } | null> {
    for (let again = true; ; again = false) {
      await this.#check;
      const disk = this.#disk;
      if (!disk) return null;
      try {
        return { result: await act(disk) };
      } catch (error) {
        const fault = storeError(error);
        if (fault.kind === "interrupted" && again) this.#interrupted("interrupted");
        else if (!this.#leave(disk, fault)) throw fault;
      }
    }
  }

  #interrupted(interruption: Interruption): void {
    const disk = this.#current;
    if (!disk) return;
    if (interruption === "outdated") this.#fall(disk, new StoreError("newer"));
    else
      this.#check ??= this.#lookAt(disk).finally(() => {
        this.#check = null;
      });
  }

  /** Looks at what is left after an interruption. */
  async #lookAt(disk: IndexedDatabase): Promise<void> {
    try {
      // It opens again by itself. If nothing is left, what is in memory is all there is.
      const left = await disk.read(["preferences"], seeded).catch(async () => {
        // While the browser still deletes it, the database can't be opened.
        await new Promise((resolve) => setTimeout(resolve, REOPEN_DELAY));
        return disk.read(["preferences"], seeded);
      });
      if (!left && (await this.#memory.read(["preferences"], seeded))) throw new StoreError("emptied");
      await this.reread();
      this.#listener.onReread();
    } catch (error) {
      if (disk === this.#current) this.#fall(disk, storeError(error));
    }
  }

  /** The disk that is in use, which may have changed while something was waited for. */
  get #current(): IndexedDatabase | null {
    return this.#closed ? null : this.#disk;
  }

  /** @returns false if the fault doesn't mean that the disk is of no more use. */
  #leave(disk: IndexedDatabase, fault: StoreError): boolean {
    if (this.#closed || !lasting.has(fault.kind)) return false;
    if (disk === this.#current) this.#fall(disk, fault);
    return true;
  }

  #fall(disk: IndexedDatabase, fault: StoreError): void {
    this.#disk = null;
    this.#fault = fault;
    disk.close();
    this.#listener.onMemory(fault);
  }
}

function allRows(reader: Reader, names: readonly Table[]): Promise<unknown[][]> {
  return Promise.all(names.map((name) => reader.all(name)));
}

/** Does again on the disk what was done in memory. */
async function repeat(work: Work, writer: Writer): Promise<void> {
  try {
    await work(writer);
  } catch (error) {
    // Another tab has deleted what this edit was about.
    if (!(error instanceof StoreError && error.kind === "missing")) throw error;
  }
}

async function seeded(reader: Reader): Promise<boolean> {
  return (await reader.get("preferences", "seeded")) !== undefined;
}

async function fill(writer: Writer, names: readonly Table[], rows: readonly unknown[][]): Promise<void> {
  await Promise.all(names.map((name) => writer.clear(name)));
  names.forEach((name, at) => writer.putAll(name, (rows[at] ?? []) as object[]));
}
