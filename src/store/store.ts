import { z } from "zod";
import { interactionSchema, mockUserSchema, type Interaction, type MockUser } from "../domain/interaction";
import { toolSchema, type Tool } from "../domain/tool";
import {
  IndexedDatabase,
  type Database,
  type DatabaseOptions,
  type Interruption,
  type Reader,
  type Writer,
} from "./database";
import { MemoryDatabase } from "./memory";
import { inOrder, move } from "./order";
import { StoreError } from "./storeError";
import { check, damage, sound } from "./rows";
import {
  preferencesOf,
  dataTables,
  rowSchemas,
  tables,
  type DamagedRow,
  type DataTable,
  type Preference,
  type PreferenceKey,
  type Row,
  type Table,
} from "./tables";

/** A mock user as the page brings it: past calls oldest first, without what the store adds. */
export interface SeedUser {
  user: MockUser;
  history: readonly Omit<Interaction, "id" | "userId" | "position">[];
}

/** Something that the page should tell its user. */
export type StoreTrouble = Interruption | { damaged: DamagedRow[] };

type Listener<T> = (event: T) => void;

const changeSchema = z.array(z.enum(tables));

/**
 * Opens the page's database and sets damaged rows aside. A browser that has none for this page (private mode)
 * gets a store in memory, with `persistent` false.
 * @throws StoreError of kind blocked, timeout, newer or quota. `Store.inMemory` still works then.
 */
export async function openStore(
  name = "petoolllama-live",
  options: Omit<DatabaseOptions, "onInterruption"> = {},
): Promise<Store> {
  const troubles = new Listeners<StoreTrouble>();
  try {
    const onInterruption = (interruption: Interruption) => troubles.tell(interruption);
    const database = await IndexedDatabase.open(name, { ...options, onInterruption });
    return await Store.over(database, troubles, new BroadcastChannel(name));
  } catch (error) {
    if (error instanceof StoreError && error.kind === "unavailable") return Store.inMemory();
    throw error;
  }
}

/**
 * Users, their histories, imported tools and preferences. A method that writes resolves once all it does is
 * committed; if it rejects, nothing has changed.
 *
 * Every method can throw a StoreError: quota, interrupted, closed, newer or failed; `invalid` if what is to be
 * written isn't what the domain defines.
 */
export class Store {
  readonly #database: Database;
  readonly #channel: BroadcastChannel | null;
  readonly #changes = new Listeners<Table[]>();
  readonly #troubles: Listeners<StoreTrouble>;

  private constructor(
    database: Database,
    troubles: Listeners<StoreTrouble>,
    channel: BroadcastChannel | null,
  ) {
    this.#database = database;
    this.#troubles = troubles;
    this.#channel = channel;
    channel?.addEventListener("message", ({ data }) => {
      const change = changeSchema.safeParse(data);
      if (change.success) this.#changes.tell(change.data);
    });
  }

  /** @internal Use `openStore`. */
  static async over(
    database: Database,
    troubles: Listeners<StoreTrouble>,
    channel: BroadcastChannel | null,
  ): Promise<Store> {
    const store = new Store(database, troubles, channel);
    // A row too damaged to stand in an index would never be met by reading later.
    for (const table of dataTables) await store.#rows(table);
    return store;
  }

  /** A store that lives as long as the page. */
  static inMemory(): Promise<Store> {
    return Store.over(new MemoryDatabase(), new Listeners(), null);
  }

  /** False if everything is lost when the page is closed. */
  get persistent(): boolean {
    return this.#database.persistent;
  }

  /** Calls the listener after each change by another tab, with the tables. @returns a function that ends this. */
  onChange(listener: Listener<Table[]>): () => void {
    return this.#changes.add(listener);
  }

  /** Calls the listener when damaged rows were set aside or the database was closed from outside. */
  onTrouble(listener: Listener<StoreTrouble>): () => void {
    return this.#troubles.add(listener);
  }

  /** Users in the order in which they were added. */
  async users(): Promise<MockUser[]> {
    const rows = inOrder(await this.#rows("users"));
    return rows.map((row) => mockUserSchema.parse(row));
  }

  /** Adds a user, or changes the one with this id. */
  async addUser(user: MockUser): Promise<void> {
    const valid = check(mockUserSchema, user);
    await this.#write(["users"], async (writer) => {
      const others = sound("users", await writer.all("users"));
      const known = others.find(({ id }) => id === valid.id);
      await writer.put("users", { ...valid, position: known?.position ?? nextPosition(others) });
    });
  }

  /** Removes a user with the whole history and the preferences. */
  async removeUser(userId: string): Promise<void> {
    await this.#write(["users", "interactions", "preferences"], async (writer) => {
      const history = sound("interactions", await writer.interactionsOf(userId));
      await Promise.all([
        writer.delete("users", userId),
        ...history.map(({ id }) => writer.delete("interactions", id)),
        ...preferencesOf(userId).map((key) => writer.delete("preferences", key)),
      ]);
    });
  }

  /** The interactions of a user, oldest first. */
  async history(userId: string): Promise<Interaction[]> {
    return inOrder(await this.#rows("interactions", (reader) => reader.interactionsOf(userId)));
  }

  /**
   * Adds an interaction, changes the one with this id, or puts a deleted one back in its place.
   * @throws StoreError of kind missing if its user is gone.
   */
  async putInteraction(interaction: Interaction): Promise<void> {
    const valid = check(interactionSchema, interaction);
    await this.#write(["users", "interactions"], async (writer) => {
      if (!(await writer.get("users", valid.userId))) throw new StoreError("missing");
      await writer.put("interactions", valid);
    });
  }

  /** Deletes an interaction, if it's still there. */
  async deleteInteraction(id: string): Promise<void> {
    await this.#write(["interactions"], (writer) => writer.delete("interactions", id));
  }

  /**
   * Moves an interaction to an index (clamped) among the others of its history, oldest first.
   * @throws StoreError of kind missing if it's gone.
   */
  async moveInteraction(userId: string, id: string, toIndex: number): Promise<void> {
    await this.#write(["interactions"], async (writer) => {
      const history = inOrder(sound("interactions", await writer.interactionsOf(userId)));
      const changed = move(history, id, toIndex);
      if (!changed) throw new StoreError("missing");
      await Promise.all(changed.map((one) => writer.put("interactions", one)));
    });
  }

  /**
   * Writes the mock users at the first visit, all of them or none.
   * @returns false if that has happened before, perhaps in another tab.
   */
  seed(users: readonly SeedUser[]): Promise<boolean> {
    return this.#write(["users", "interactions", "preferences"], async (writer) => {
      const [seeded, anyUsers] = await Promise.all([
        writer.get("preferences", "seeded"),
        writer.all("users"),
      ]);
      if (seeded || anyUsers.length > 0) return false;
      await plant(writer, users);
      return true;
    });
  }

  /** Erases everything, rows set aside included, and writes the mock users again. */
  async reset(users: readonly SeedUser[]): Promise<void> {
    await this.#write(tables, async (writer) => {
      await Promise.all(tables.map((table) => writer.clear(table)));
      await plant(writer, users);
    });
  }

  /** Tools that the user imported, by name. */
  async importedTools(): Promise<Tool[]> {
    const tools = await this.#rows("tools");
    return tools.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Adds tools, all of them or none. A tool takes the place of one with the same name. */
  async addTools(tools: readonly Tool[]): Promise<void> {
    const valid = tools.map((tool) => check(toolSchema, tool));
    await this.#write(["tools"], (writer) => Promise.all(valid.map((tool) => writer.put("tools", tool))));
  }

  async removeTool(name: string): Promise<void> {
    await this.#write(["tools"], (writer) => writer.delete("tools", name));
  }

  /** The value of a preference, or undefined. */
  async preference<Key extends PreferenceKey>(key: Key): Promise<Preference<Key> | undefined> {
    const [row] = await this.#rows("preferences", async (reader) => {
      const found = await reader.get("preferences", key);
      return found === undefined ? [] : [found];
    });
    // The row's schema has checked the value against the key.
    return row?.value as Preference<Key> | undefined;
  }

  async setPreference<Key extends PreferenceKey>(key: Key, value: Preference<Key>): Promise<void> {
    const row = check(rowSchemas.preferences, { key, value });
    await this.#write(["preferences"], (writer) => writer.put("preferences", row));
  }

  /** Rows that couldn't be read and were set aside since the last reset. */
  async damagedRows(): Promise<DamagedRow[]> {
    return sound(
      "quarantine",
      await this.#database.read(["quarantine"], (reader) => reader.all("quarantine")),
    );
  }

  /** Ends the connection; every later call throws a StoreError of kind closed. */
  close(): void {
    this.#channel?.close();
    this.#database.close();
  }

  /** Reads rows of one table, all unless told otherwise. Damaged ones are set aside and told. */
  async #rows<T extends DataTable>(
    table: T,
    load: (reader: Reader) => Promise<unknown[]> = (reader) => reader.all(table),
  ): Promise<Row<T>[]> {
    const rows = await this.#database.read([table], load);
    const good = sound(table, rows);
    // Where there is no room to set them aside they stay, and are met again at the next reading.
    if (good.length < rows.length) await this.#setAside(table, load).catch(() => undefined);
    return good;
  }

  async #setAside(table: DataTable, load: (reader: Reader) => Promise<unknown[]>): Promise<void> {
    const damaged = await this.#write([table, "quarantine"], async (writer) => {
      const found = (await load(writer)).flatMap((row) => damage(table, row) ?? []);
      for (const { key, report } of found) {
        await writer.put("quarantine", report);
        await writer.delete(table, key);
      }
      return found.map(({ report }) => report);
    });
    if (damaged.length > 0) this.#troubles.tell({ damaged });
  }

  async #write<T>(changed: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T> {
    const result = await this.#database.write(changed, work);
    this.#channel?.postMessage(changed);
    return result;
  }
}

class Listeners<T> {
  readonly #listeners = new Set<Listener<T>>();

  add(listener: Listener<T>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

function nextPosition(rows: readonly { position: number }[]): number {
  return Math.max(0, ...rows.map(({ position }) => position)) + 1;
}

/** Writes the mock users, and that they have been written. */
async function plant(writer: Writer, users: readonly SeedUser[]): Promise<void> {
  const interactions = users.flatMap(({ user, history }) =>
    history.map((call, index) => ({
      ...call,
      id: `${user.id}-${index + 1}`,
      userId: user.id,
      position: index + 1,
    })),
  );
  const rows: [Table, object][] = [
    ...users.map(({ user }, index): [Table, object] => [
      "users",
      { ...check(mockUserSchema, user), position: index + 1 },
    ]),
    ...interactions.map((one): [Table, object] => ["interactions", check(interactionSchema, one)]),
    ["preferences", { key: "seeded", value: Date.now() }],
  ];
  await Promise.all(rows.map(([table, row]) => writer.put(table, row)));
}
