import { z } from "zod";
import type { Reader, Writer } from "./database";
import { Listeners, type Listener } from "./listeners";
import type { MemoryDatabase } from "./memory";
import { damage, setAside, sound } from "./rows";
import { SteadyDatabase } from "./steady";
import type { StoreError } from "./storeError";
import { dataTables, tables, type DamagedRow, type DataTable, type Row, type Table } from "./tables";

/** Something that the page should tell its user: rows set aside, or why nothing is kept on disk any more. */
export type StoreTrouble = { damaged: DamagedRow[] } | { memory: StoreError };

/** Who hears of what happens to the tables. */
export class TableListeners {
  readonly changes = new Listeners<readonly Table[]>();
  readonly troubles = new Listeners<StoreTrouble>();
  readonly writes = new Listeners<number>();
}

const changeSchema = z.array(z.enum(tables));

/**
 * The tables as all tabs share them: a write is told to the others, and rows are read past what they must be; damaged
 * ones are mended or set aside, and told.
 */
export abstract class SharedTables {
  readonly #database: SteadyDatabase | MemoryDatabase;
  readonly #listeners: TableListeners;
  readonly #channel: BroadcastChannel | null;
  /** Writes that have begun and aren't committed. */
  #open = 0;

  protected constructor(
    database: SteadyDatabase | MemoryDatabase,
    listeners: TableListeners,
    channel: BroadcastChannel | null,
  ) {
    this.#database = database;
    this.#listeners = listeners;
    this.#channel = channel;
    channel?.addEventListener("message", ({ data }) => {
      const change = changeSchema.safeParse(data);
      if (change.success) void this.#takeOver(change.data);
    });
  }

  /** False if everything is lost when the page is closed. */
  get persistent(): boolean {
    return this.#database.persistent;
  }

  /** Why nothing is kept on disk, or null. */
  get fault(): StoreError | null {
    return this.#database instanceof SteadyDatabase ? this.#database.fault : null;
  }

  /**
   * Tries the disk again, and writes there what has been done in memory, all of it or nothing.
   * @throws StoreError that says why it can't.
   */
  async save(): Promise<void> {
    if (this.persistent || !(this.#database instanceof SteadyDatabase)) return;
    await this.#database.save();
    this.#channel?.postMessage(tables);
  }

  /**
   * Calls the listener after each change that wasn't made by this store's methods, with the tables.
   * @returns a function that ends this.
   */
  onChange(listener: Listener<readonly Table[]>): () => void {
    return this.#listeners.changes.add(listener);
  }

  /** Calls the listener when damaged rows were set aside, or nothing is kept on disk any more. */
  onTrouble(listener: Listener<StoreTrouble>): () => void {
    return this.#listeners.troubles.add(listener);
  }

  /** Calls the listener whenever a write begins or ends, with the number of those that aren't committed. */
  onWrite(listener: Listener<number>): () => void {
    return this.#listeners.writes.add(listener);
  }

  /** Rows that were set aside, also those of which a mended one has taken the place; the latest first. */
  async damagedRows(): Promise<DamagedRow[]> {
    const rows = await this.#database.read(["quarantine"], (reader) => reader.all("quarantine"));
    return setAside(rows).toSorted((one, other) => other.time - one.time);
  }

  /** Deletes rows that were set aside. */
  async deleteDamaged(ids: readonly string[]): Promise<void> {
    await this.write(["quarantine"], (writer) =>
      Promise.all(ids.map((id) => writer.delete("quarantine", id))),
    );
  }

  /** Ends the connection; every later call throws a StoreError of kind closed. */
  close(): void {
    this.#channel?.close();
    this.#database.close();
  }

  /** Reads every row: one too damaged to stand in an index would never be met by reading later. */
  protected async inspect(): Promise<void> {
    for (const table of dataTables) await this.rows(table);
  }

  /** Reads in one transaction, rows as they lie there. */
  protected read<T>(names: readonly Table[], work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#database.read(names, work);
  }

  /** Reads rows of one table, all unless told otherwise. Damaged ones are mended or set aside, and told. */
  protected async rows<T extends DataTable>(
    table: T,
    load: (reader: Reader) => Promise<unknown[]> = (reader) => reader.all(table),
  ): Promise<Row<T>[]> {
    const rows = await this.#database.read([table], load);
    const good = sound(table, rows);
    if (good.length === rows.length) return good;
    const mended = await this.#setAside(table, rows);
    return [...good, ...sound(table, mended)];
  }

  /** @returns the rows that could be mended. */
  async #setAside(table: DataTable, rows: readonly unknown[]): Promise<object[]> {
    const damages = rows.flatMap((row) => damage(table, row) ?? []);
    const damaged = await this.write([table, "quarantine"], async (writer) => {
      const reports: DamagedRow[] = [];
      for (const { key, report, mended } of damages) {
        // Another tab may have been faster.
        const row = await writer.get(table, key);
        if (row === undefined || !damage(table, row)) continue;
        await writer.put("quarantine", report);
        await writer.delete(table, key);
        if (mended) await writer.put(table, mended);
        reports.push(report);
      }
      return reports;
    });
    if (damaged.length > 0) this.#listeners.troubles.tell({ damaged });
    return damages.flatMap(({ mended }) => mended ?? []);
  }

  /** Writes in one transaction: all of it or nothing. */
  protected async write<T>(changed: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T> {
    this.#listeners.writes.tell((this.#open += 1));
    try {
      const result = await this.#database.write(changed, work);
      // What is only in memory is nothing to other tabs.
      if (this.persistent) this.#channel?.postMessage(changed);
      return result;
    } finally {
      this.#listeners.writes.tell((this.#open -= 1));
    }
  }

  /** Another tab has changed these tables. */
  async #takeOver(changed: readonly Table[]): Promise<void> {
    if (this.#database instanceof SteadyDatabase) {
      if (!this.persistent) return;
      // If that fails, the next reading says so.
      await this.#database.reread(changed).catch(() => undefined);
    }
    this.#listeners.changes.tell(changed);
  }
}
