import { StoreError, storeError } from "./storeError";
import type { Database, Reader, Writer } from "./database";
import { keyPaths, tables, type Table } from "./tables";

type Contents = Map<Table, Map<unknown, object>>;

/** The tables in memory, for a browser that doesn't let the page store anything. */
export class MemoryDatabase implements Database {
  readonly persistent = false;
  #contents: Contents = new Map(tables.map((table) => [table, new Map<unknown, object>()]));
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  read<T>(_tables: readonly Table[], work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(access(this.#contents)));
  }

  write<T>(_tables: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const draft: Contents = new Map(Array.from(this.#contents, ([table, rows]) => [table, new Map(rows)]));
      const result = await work(access(draft));
      this.#contents = draft;
      return result;
    });
  }

  close(): void {
    this.#closed = true;
  }

  #inTurn<T>(transaction: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => {
      if (this.#closed) throw new StoreError("closed");
      return transaction();
    });
    this.#queue = turn.catch(() => undefined);
    return turn.catch((error: unknown) => Promise.reject(storeError(error)));
  }
}

function access(contents: Contents): Writer {
  const rows = (table: Table) => contents.get(table) ?? new Map<unknown, object>();
  const put = (table: Table, row: object) => rows(table).set(Reflect.get(row, keyPaths[table]), row);
  return {
    get: (table, key) => Promise.resolve(rows(table).get(key)),
    all: (table) => Promise.resolve([...rows(table).values()]),
    interactionsOf: (userId) =>
      Promise.resolve(
        [...rows("interactions").values()].filter((row) => "userId" in row && row.userId === userId),
      ),
    put: (table, row) => Promise.resolve(put(table, row)),
    putAll: (table, all) => {
      for (const row of all) put(table, row);
    },
    delete: (table, key) => Promise.resolve(rows(table).delete(key)),
    clear: (table) => Promise.resolve(contents.set(table, new Map())),
  };
}
