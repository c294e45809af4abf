import { openDB, unwrap, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import { openError, StoreError, storeError } from "./storeError";
import { keyPaths, type Table } from "./tables";

/** Reading inside a transaction. Rows come as they lie there: nobody has checked them. */
export interface Reader {
  get(table: Table, key: IDBValidKey): Promise<unknown>;
  all(table: Table): Promise<unknown[]>;
  /** The interactions of a user, in no order. */
  interactionsOf(userId: string): Promise<unknown[]>;
}

/** Reading and writing inside a transaction. A row's key is in the row. */
export interface Writer extends Reader {
  put(table: Table, row: object): Promise<unknown>;
  /** Puts many rows without waiting for each: if one can't be put, the transaction fails. */
  putAll(table: Table, rows: readonly object[]): void;
  delete(table: Table, key: IDBValidKey): Promise<unknown>;
  clear(table: Table): Promise<unknown>;
}

/**
 * Transactions over the tables. All of a `write` is committed when its promise resolves, or none of it is.
 * The work must wait for nothing but its reader or writer.
 * @throws StoreError
 */
export interface Database {
  /** False if everything is lost with the page. */
  readonly persistent: boolean;
  read<T>(tables: readonly Table[], work: (reader: Reader) => Promise<T>): Promise<T>;
  write<T>(tables: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T>;
  close(): void;
}

// Rows are `unknown` because whatever wrote them, it wasn't necessarily this version of this page.
interface Schema extends DBSchema {
  users: { key: IDBValidKey; value: unknown };
  interactions: { key: IDBValidKey; value: unknown; indexes: { userId: string } };
  tools: { key: IDBValidKey; value: unknown };
  preferences: { key: IDBValidKey; value: unknown };
  quarantine: { key: IDBValidKey; value: unknown };
}

type Connection = IDBPDatabase<Schema>;
/** Takes the tables from one version to the next. */
export type Upgrade = (
  connection: Connection,
  transaction: IDBPTransaction<Schema, Table[], "versionchange">,
) => void | Promise<void>;

/** What has to be done to get from each version to the next, from nothing on. Append; never change. */
export const upgrades: readonly Upgrade[] = [
  (connection) => {
    connection.createObjectStore("users", { keyPath: keyPaths.users });
    const interactions = connection.createObjectStore("interactions", { keyPath: keyPaths.interactions });
    interactions.createIndex("userId", "userId");
    connection.createObjectStore("tools", { keyPath: keyPaths.tools });
    connection.createObjectStore("preferences", { keyPath: keyPaths.preferences });
    connection.createObjectStore("quarantine", { keyPath: keyPaths.quarantine });
  },
  // Since then a row that could be mended is kept beside the mended one.
  async (_connection, transaction) => {
    const quarantine = transaction.objectStore("quarantine");
    for (const row of await quarantine.getAll()) await quarantine.put({ ...(row as object), mended: false });
  },
];

/** `outdated`: a newer version of the page took over. `interrupted`: reopened at the next use, read again. */
export type Interruption = "outdated" | "interrupted";

export interface DatabaseOptions {
  /** Milliseconds to wait for the database to open. */
  timeout?: number;
  upgrades?: readonly Upgrade[];
  onInterruption?: (interruption: Interruption) => void;
}

/** How long other tabs get to close their older connections once the browser has asked them to, in milliseconds. */
const BLOCKED_GRACE = 2_000;

/** The tables in IndexedDB. */
export class IndexedDatabase implements Database {
  readonly persistent = true;
  readonly #name: string;
  readonly #options: Required<DatabaseOptions>;
  #connection: Promise<Connection> | null = null;
  #closed: StoreError | null = null;

  private constructor(name: string, options: DatabaseOptions) {
    this.#name = name;
    this.#options = { timeout: 5_000, upgrades, onInterruption: () => undefined, ...options };
  }

  /** @throws StoreError of kind blocked, timeout, newer, quota or unavailable. */
  static async open(name: string, options: DatabaseOptions = {}): Promise<IndexedDatabase> {
    const database = new IndexedDatabase(name, options);
    await database.#connect();
    return database;
  }

  read<T>(tables: readonly Table[], work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#run(tables, "readonly", (transaction) => work(reader(transaction)));
  }

  write<T>(tables: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#run(tables, "readwrite", (transaction) => work(writer(transaction)));
  }

  close(): void {
    this.#shut(new StoreError("closed"));
  }

  async #run<T, Mode extends "readonly" | "readwrite">(
    tables: readonly Table[],
    mode: Mode,
    work: (transaction: IDBPTransaction<Schema, Table[], Mode>) => Promise<T>,
  ): Promise<T> {
    try {
      const connection = await this.#connect();
      // "strict": what the page calls saved is on the disk, not only on its way there.
      return await complete(connection.transaction([...tables], mode, { durability: "strict" }), work);
    } catch (error) {
      throw storeError(error);
    }
  }

  #connect(): Promise<Connection> {
    if (this.#closed) return Promise.reject(this.#closed);
    this.#connection ??= this.#open().catch((error: unknown) => {
      this.#connection = null;
      throw openError(error);
    });
    return this.#connection;
  }

  #open(): Promise<Connection> {
    const { timeout } = this.#options;
    return new Promise((resolve, reject) => {
      let refused = false;
      const refuseAfter = (milliseconds: number, kind: "timeout" | "blocked") =>
        setTimeout(() => {
          refused = true;
          reject(new StoreError(kind));
        }, milliseconds);
      let timer = refuseAfter(timeout, "timeout");
      const blocked = () => {
        clearTimeout(timer);
        timer = refuseAfter(Math.min(timeout, BLOCKED_GRACE), "blocked");
      };
      this.#request(blocked)
        // It may still open, long after everybody stopped waiting.
        .then((connection) => (refused ? connection.close() : resolve(connection)))
        .catch(reject)
        .finally(() => clearTimeout(timer));
    });
  }

  /** Async, so that a browser without IndexedDB rejects instead of throwing. */
  async #request(blocked: () => void): Promise<Connection> {
    const { upgrades } = this.#options;
    return openDB<Schema>(this.#name, upgrades.length, {
      upgrade: (connection, from, _to, transaction) => {
        const run = async () => {
          for (const upgrade of upgrades.slice(from)) await upgrade(connection, transaction);
        };
        // Half an upgrade must not be committed. The rejection of `done` reaches the caller by the request.
        transaction.done.catch(() => undefined);
        run().catch(() => transaction.abort());
      },
      blocked,
      blocking: (_from, to) => this.#interrupt(to === null ? "interrupted" : "outdated"),
      terminated: () => this.#interrupt("interrupted"),
    });
  }

  #interrupt(interruption: Interruption): void {
    this.#shut(interruption === "outdated" ? new StoreError("newer") : null);
    this.#options.onInterruption(interruption);
  }

  /** @param why all later use fails, or null if the next use may open the database again. */
  #shut(why: StoreError | null): void {
    this.#closed ??= why;
    void this.#connection?.then((connection) => connection.close()).catch(() => undefined);
    this.#connection = null;
  }
}

async function complete<T, Mode extends "readonly" | "readwrite">(
  transaction: IDBPTransaction<Schema, Table[], Mode>,
  work: (transaction: IDBPTransaction<Schema, Table[], Mode>) => Promise<T>,
): Promise<T> {
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    // If the browser aborted it, its reason says more than the failed request; if it's still alive, nothing may stay.
    const reason: unknown = transaction.error ?? error;
    try {
      transaction.abort();
    } catch {
      // It's over already.
    }
    await transaction.done.catch(() => undefined);
    throw reason;
  }
}

function reader(transaction: IDBPTransaction<Schema, Table[], "readonly" | "readwrite">): Reader {
  return {
    get: (table, key) => transaction.objectStore(table).get(key),
    all: (table) => transaction.objectStore(table).getAll(),
    interactionsOf: (userId) => transaction.objectStore("interactions").index("userId").getAll(userId),
  };
}

function writer(transaction: IDBPTransaction<Schema, Table[], "readwrite">): Writer {
  return {
    ...reader(transaction),
    put: (table, row) => transaction.objectStore(table).put(row),
    putAll: (table, rows) => {
      const store = unwrap(transaction.objectStore(table));
      for (const row of rows) store.put(row);
    },
    delete: (table, key) => transaction.objectStore(table).delete(key),
    clear: (table) => transaction.objectStore(table).clear(),
  };
}
