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
  #closed = false;

  private constructor(open: Open, listener: SteadyListener) {
    this.#open = () => open((interruption) => void this.#interrupted(interruption));
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
    const disk = this.#disk;
    if (!disk) return this.#memory.read(names, work);
    try {
      return await twice(() => disk.read(names, work));
    } catch (error) {
      this.#leave(disk, error);
      return this.#memory.read(names, work);
    }
  }

  async write<T>(names: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T> {
    const disk = this.#disk;
    if (!disk) return this.#writeToMemory(names, work);
    try {
      const result = await twice(() => disk.write(names, work));
      this.#commits += 1;
      // What the disk took, memory takes as well; if not, it reads the rows anew.
      this.#memory.write(names, work).catch(() => this.reread(names).catch(() => undefined));
      return result;
    } catch (error) {
      this.#leave(disk, error);
      return this.#writeToMemory(names, work);
    }
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

  async #interrupted(interruption: Interruption): Promise<void> {
    const disk = this.#disk;
    if (!disk || this.#closed) return;
    if (interruption === "outdated") {
      this.#fall(disk, new StoreError("newer"));
      return;
    }
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

  /** @throws the error, if it doesn't mean that the disk is of no more use. */
  #leave(disk: IndexedDatabase, error: unknown): void {
    const fault = storeError(error);
    if (this.#closed || !lasting.has(fault.kind)) throw fault;
    if (disk === this.#current) this.#fall(disk, fault);
  }

  #fall(disk: IndexedDatabase, fault: StoreError): void {
    this.#disk = null;
    this.#fault = fault;
    disk.close();
    this.#listener.onMemory(fault);
  }
}

/** Once more after an interruption: the database opens its connection again. */
async function twice<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (storeError(error).kind !== "interrupted") throw error;
    return act();
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
  await Promise.all(
    names.flatMap((name, at) => (rows[at] ?? []).map((row) => writer.put(name, row as object))),
  );
}
