import { z } from "zod";
import { changedHistory, type InteractionChange } from "../domain/edit";
import {
  changedFields,
  interactionSchema,
  mockUserSchema,
  type Interaction,
  type MockUser,
} from "../domain/interaction";
import { toolSchema, type Tool } from "../domain/tool";
import { IndexedDatabase, type DatabaseOptions, type Reader, type Writer } from "./database";
import { planImport, type ImportMode, type ImportPlan } from "./importPlan";
import { Listeners, type Listener } from "./listeners";
import { MemoryDatabase } from "./memory";
import { inOrder, move } from "./order";
import { fromRows, isOwnSetting, toRows, type PageData } from "./pageData";
import { check, damage, setAside, sound } from "./rows";
import { plant, type SeedUser } from "./seeding";
import { SteadyDatabase } from "./steady";
import { StoreError } from "./storeError";
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

/** Something that the page should tell its user: rows set aside, or why nothing is kept on disk any more. */
export type StoreTrouble = { damaged: DamagedRow[] } | { memory: StoreError };

/** A removed user, with all that was the user's. */
interface RemovedUser {
  user: Row<"users">;
  interactions: Interaction[];
  preferences: Row<"preferences">[];
}

const changeSchema = z.array(z.enum(tables));

/**
 * Opens the page's database and sets damaged rows aside. Where it can't be opened in time, or the browser has none for
 * this page (private mode), the store is in memory and `fault` says why.
 */
export async function openStore(
  name = "petoolllama-live",
  options: Omit<DatabaseOptions, "onInterruption"> = {},
): Promise<Store> {
  const listeners = { changes: new Listeners<readonly Table[]>(), troubles: new Listeners<StoreTrouble>() };
  const database = await SteadyDatabase.open(
    (onInterruption) => IndexedDatabase.open(name, { ...options, onInterruption }),
    {
      onMemory: (memory) => listeners.troubles.tell({ memory }),
      onReread: () => listeners.changes.tell(tables),
    },
  );
  return Store.over(database, listeners, new BroadcastChannel(name));
}

interface StoreListeners {
  changes: Listeners<readonly Table[]>;
  troubles: Listeners<StoreTrouble>;
}

/**
 * Users, their histories, imported tools and preferences. A method that writes resolves once all it does is
 * committed; if it rejects, nothing has changed.
 *
 * Every method can throw a StoreError: quota, interrupted, closed, newer or failed; `invalid` if what is to be
 * written isn't what the domain defines.
 */
export class Store {
  readonly #database: SteadyDatabase | MemoryDatabase;
  readonly #channel: BroadcastChannel | null;
  readonly #changes: Listeners<readonly Table[]>;
  readonly #troubles: Listeners<StoreTrouble>;
  readonly #writes = new Listeners<number>();
  /** Writes that have begun and aren't committed. */
  #open = 0;

  private constructor(
    database: SteadyDatabase | MemoryDatabase,
    { changes, troubles }: StoreListeners,
    channel: BroadcastChannel | null,
  ) {
    this.#database = database;
    this.#changes = changes;
    this.#troubles = troubles;
    this.#channel = channel;
    channel?.addEventListener("message", ({ data }) => {
      const change = changeSchema.safeParse(data);
      if (change.success) void this.#takeOver(change.data);
    });
  }

  /** @internal Use `openStore`. */
  static async over(
    database: SteadyDatabase | MemoryDatabase,
    listeners: StoreListeners,
    channel: BroadcastChannel | null,
  ): Promise<Store> {
    const store = new Store(database, listeners, channel);
    // A row too damaged to stand in an index would never be met by reading later.
    for (const table of dataTables) await store.#rows(table);
    return store;
  }

  /** A store that lives as long as the page. */
  static inMemory(): Promise<Store> {
    return Store.over(new MemoryDatabase(), { changes: new Listeners(), troubles: new Listeners() }, null);
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
    return this.#changes.add(listener);
  }

  /** Calls the listener when damaged rows were set aside, or nothing is kept on disk any more. */
  onTrouble(listener: Listener<StoreTrouble>): () => void {
    return this.#troubles.add(listener);
  }

  /** Calls the listener whenever a write begins or ends, with the number of those that aren't committed. */
  onWrite(listener: Listener<number>): () => void {
    return this.#writes.add(listener);
  }

  /** Users in the order in which they were added. */
  async users(): Promise<MockUser[]> {
    const rows = inOrder(await this.#rows("users"));
    return rows.map((row) => mockUserSchema.parse(row));
  }

  /** Adds a user, with past calls if there are any, or changes the one with this id. */
  async addUser(user: MockUser, history: readonly Interaction[] = []): Promise<void> {
    const valid = check(mockUserSchema, user);
    const calls = history.map((one) => check(interactionSchema, one));
    await this.#write(["users", "interactions"], async (writer) => {
      const others = sound("users", await writer.all("users"));
      const known = others.find(({ id }) => id === valid.id);
      await writer.put("users", { ...valid, position: known?.position ?? nextPosition(others) });
      writer.putAll("interactions", calls);
    });
  }

  /**
   * Removes a user with the whole history and the preferences.
   * @returns what was removed, for `restoreUser`; null if there was no such user any more.
   */
  removeUser(userId: string): Promise<RemovedUser | null> {
    return this.#write(["users", "interactions", "preferences"], async (writer) => {
      const [user] = sound("users", [await writer.get("users", userId)]);
      const interactions = sound("interactions", await writer.interactionsOf(userId));
      const keys = preferencesOf(userId);
      const found = await Promise.all(keys.map((key) => writer.get("preferences", key)));
      await Promise.all([
        writer.delete("users", userId),
        ...interactions.map(({ id }) => writer.delete("interactions", id)),
        ...keys.map((key) => writer.delete("preferences", key)),
      ]);
      return user ? { user, interactions, preferences: sound("preferences", found) } : null;
    });
  }

  /** Puts a removed user back, in the same place. */
  async restoreUser({ user, interactions, preferences }: RemovedUser): Promise<void> {
    await this.#write(["users", "interactions", "preferences"], (writer) => {
      writer.putAll("users", [user]);
      writer.putAll("interactions", interactions);
      writer.putAll("preferences", preferences);
      return Promise.resolve();
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

  /**
   * Changes those fields of an interaction in which two versions of it differ; what another tab has meanwhile done to
   * the other fields stays.
   * @throws StoreError of kind missing if it's gone.
   */
  async changeInteraction(before: Interaction, after: Interaction): Promise<void> {
    const difference = changedFields(before, check(interactionSchema, after));
    await this.#write(["interactions"], async (writer) => {
      const [stored] = sound("interactions", [await writer.get("interactions", before.id)]);
      if (!stored) throw new StoreError("missing");
      await writer.put("interactions", { ...stored, ...difference });
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
   * Makes changes to a user's interactions, all of them or none.
   * @throws StoreError of kind missing if one of them is no longer as the change expects it.
   */
  async changeInteractions(userId: string, changes: readonly InteractionChange[]): Promise<void> {
    const valid = (one: Interaction | null) => one && check(interactionSchema, one);
    const checked = changes.map(({ before, after }) => ({ before: valid(before), after: valid(after) }));
    await this.#write(["users", "interactions"], async (writer) => {
      const history = sound("interactions", await writer.interactionsOf(userId));
      if (!(await writer.get("users", userId)) || !changedHistory(history, checked))
        throw new StoreError("missing");
      for (const { before, after } of checked)
        if (after) await writer.put("interactions", after);
        else if (before) await writer.delete("interactions", before.id);
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

  /**
   * Erases everything but the rows set aside, and writes the mock users again.
   * @param keepOwn the settings that say something about this browser stay.
   */
  async reset(users: readonly SeedUser[], { keepOwn = false }: { keepOwn?: boolean } = {}): Promise<void> {
    await this.#write(dataTables, async (writer) => {
      const own = keepOwn ? await ownSettings(writer) : [];
      await Promise.all(dataTables.map((table) => writer.clear(table)));
      writer.putAll("preferences", own);
      await plant(writer, users);
    });
  }

  /** Everything that an export holds. */
  contents(): Promise<PageData> {
    return this.#database.read(dataTables, contents);
  }

  /** What `import` would change now. */
  async plan(file: PageData, mode: ImportMode): Promise<ImportPlan> {
    return planImport(await this.contents(), file, mode);
  }

  /** Imports everything that a file holds, or nothing. */
  async import(file: PageData, mode: ImportMode): Promise<void> {
    // What is damaged is set aside now: it would be cleared with the rest.
    for (const table of dataTables) await this.#rows(table);
    await this.#write(dataTables, async (writer) => {
      const own = await ownSettings(writer);
      const rows = toRows(planImport(await contents(writer), file, mode).result);
      await Promise.all(dataTables.map((table) => writer.clear(table)));
      for (const table of dataTables) writer.putAll(table, rows[table]);
      writer.putAll("preferences", own);
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

  /** Rows that were set aside, also those of which a mended one has taken the place; the latest first. */
  async damagedRows(): Promise<DamagedRow[]> {
    const rows = await this.#database.read(["quarantine"], (reader) => reader.all("quarantine"));
    return setAside(rows).toSorted((one, other) => other.time - one.time);
  }

  /** Deletes rows that were set aside. */
  async deleteDamaged(ids: readonly string[]): Promise<void> {
    await this.#write(["quarantine"], (writer) =>
      Promise.all(ids.map((id) => writer.delete("quarantine", id))),
    );
  }

  /** Ends the connection; every later call throws a StoreError of kind closed. */
  close(): void {
    this.#channel?.close();
    this.#database.close();
  }

  /** Reads rows of one table, all unless told otherwise. Damaged ones are mended or set aside, and told. */
  async #rows<T extends DataTable>(
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
    const damaged = await this.#write([table, "quarantine"], async (writer) => {
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
    if (damaged.length > 0) this.#troubles.tell({ damaged });
    return damages.flatMap(({ mended }) => mended ?? []);
  }

  async #write<T>(changed: readonly Table[], work: (writer: Writer) => Promise<T>): Promise<T> {
    this.#writes.tell((this.#open += 1));
    try {
      const result = await this.#database.write(changed, work);
      // What is only in memory is nothing to other tabs.
      if (this.persistent) this.#channel?.postMessage(changed);
      return result;
    } finally {
      this.#writes.tell((this.#open -= 1));
    }
  }

  /** Another tab has changed these tables. */
  async #takeOver(changed: readonly Table[]): Promise<void> {
    if (this.#database instanceof SteadyDatabase) {
      if (!this.persistent) return;
      // If that fails, the next reading says so.
      await this.#database.reread(changed).catch(() => undefined);
    }
    this.#changes.tell(changed);
  }
}

/** Everything, as far as it's sound. */
async function contents(reader: Reader): Promise<PageData> {
  const [users, interactions, tools, preferences] = await Promise.all(
    dataTables.map((table) => reader.all(table)),
  );
  return fromRows({
    users: sound("users", users ?? []),
    interactions: sound("interactions", interactions ?? []),
    tools: sound("tools", tools ?? []),
    preferences: sound("preferences", preferences ?? []),
  });
}

/** The settings that say something about this browser, not about its user. */
async function ownSettings(reader: Reader): Promise<Row<"preferences">[]> {
  return sound("preferences", await reader.all("preferences")).filter(({ key }) => isOwnSetting(key));
}

function nextPosition(rows: readonly { position: number }[]): number {
  return rows.reduce((last, { position }) => Math.max(last, position), 0) + 1;
}
