import { changedHistory, type InteractionChange } from "../domain/edit";
import {
  changedFields,
  interactionSchema,
  mockUserSchema,
  type Interaction,
  type MockUser,
} from "../domain/interaction";
import { toolSchema, type Tool } from "../domain/tool";
import { IndexedDatabase, type DatabaseOptions, type Reader } from "./database";
import { planImport, type ImportMode, type ImportPlan } from "./importPlan";
import { MemoryDatabase } from "./memory";
import { inOrder, move } from "./order";
import { fromRows, isOwnSetting, toRows, type PageData } from "./pageData";
import { check, sound } from "./rows";
import { plant, type SeedUser } from "./seeding";
import { SharedTables, TableListeners } from "./sharedTables";
import { SteadyDatabase } from "./steady";
import { StoreError } from "./storeError";
import {
  preferencesOf,
  dataTables,
  rowSchemas,
  tables,
  type Preference,
  type PreferenceKey,
  type Row,
} from "./tables";

/** A removed user, with all that was the user's. */
interface RemovedUser {
  user: Row<"users">;
  interactions: Interaction[];
  preferences: Row<"preferences">[];
}

/**
 * Opens the page's database and sets damaged rows aside. Where it can't be opened in time, or the browser has none for
 * this page (private mode), the store is in memory and `fault` says why.
 */
export async function openStore(
  name = "petoolllama-live",
  options: Omit<DatabaseOptions, "onInterruption"> = {},
): Promise<Store> {
  const listeners = new TableListeners();
  const database = await SteadyDatabase.open(
    (onInterruption) => IndexedDatabase.open(name, { ...options, onInterruption }),
    {
      onMemory: (memory) => listeners.troubles.tell({ memory }),
      onReread: () => listeners.changes.tell(tables),
    },
  );
  return Store.over(database, listeners, new BroadcastChannel(name));
}

/**
 * Users, their histories, imported tools and preferences. A method that writes resolves once all it does is
 * committed; if it rejects, nothing has changed.
 *
 * Every method can throw a StoreError: quota, interrupted, closed, newer or failed; `invalid` if what is to be
 * written isn't what the domain defines.
 */
export class Store extends SharedTables {
  /** @internal Use `openStore`. */
  static async over(
    database: SteadyDatabase | MemoryDatabase,
    listeners: TableListeners,
    channel: BroadcastChannel | null,
  ): Promise<Store> {
    const store = new Store(database, listeners, channel);
    await store.inspect();
    return store;
  }

  /** A store that lives as long as the page. */
  static inMemory(): Promise<Store> {
    return Store.over(new MemoryDatabase(), new TableListeners(), null);
  }

  /** Users in the order in which they were added. */
  async users(): Promise<MockUser[]> {
    const rows = inOrder(await this.rows("users"));
    return rows.map((row) => mockUserSchema.parse(row));
  }

  /** Adds a user, with past calls if there are any, or changes the one with this id. */
  async addUser(user: MockUser, history: readonly Interaction[] = []): Promise<void> {
    const valid = check(mockUserSchema, user);
    const calls = history.map((one) => check(interactionSchema, one));
    await this.write(["users", "interactions"], async (writer) => {
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
    return this.write(["users", "interactions", "preferences"], async (writer) => {
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
    await this.write(["users", "interactions", "preferences"], (writer) => {
      writer.putAll("users", [user]);
      writer.putAll("interactions", interactions);
      writer.putAll("preferences", preferences);
      return Promise.resolve();
    });
  }

  /** The interactions of a user, oldest first. */
  async history(userId: string): Promise<Interaction[]> {
    return inOrder(await this.rows("interactions", (reader) => reader.interactionsOf(userId)));
  }

  /**
   * Adds an interaction, changes the one with this id, or puts a deleted one back in its place.
   * @throws StoreError of kind missing if its user is gone.
   */
  async putInteraction(interaction: Interaction): Promise<void> {
    const valid = check(interactionSchema, interaction);
    await this.write(["users", "interactions"], async (writer) => {
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
    await this.write(["interactions"], async (writer) => {
      const [stored] = sound("interactions", [await writer.get("interactions", before.id)]);
      if (!stored) throw new StoreError("missing");
      await writer.put("interactions", { ...stored, ...difference });
    });
  }

  /** Deletes an interaction, if it's still there. */
  async deleteInteraction(id: string): Promise<void> {
    await this.write(["interactions"], (writer) => writer.delete("interactions", id));
  }

  /**
   * Moves an interaction to an index (clamped) among the others of its history, oldest first.
   * @throws StoreError of kind missing if it's gone.
   */
  async moveInteraction(userId: string, id: string, toIndex: number): Promise<void> {
    await this.write(["interactions"], async (writer) => {
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
    await this.write(["users", "interactions"], async (writer) => {
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
    return this.write(["users", "interactions", "preferences"], async (writer) => {
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
    await this.write(dataTables, async (writer) => {
      const own = keepOwn ? await ownSettings(writer) : [];
      await Promise.all(dataTables.map((table) => writer.clear(table)));
      writer.putAll("preferences", own);
      await plant(writer, users);
    });
  }

  /** Everything that an export holds. */
  contents(): Promise<PageData> {
    return this.read(dataTables, contents);
  }

  /** What `import` would change now. */
  async plan(file: PageData, mode: ImportMode): Promise<ImportPlan> {
    return planImport(await this.contents(), file, mode);
  }

  /** Imports everything that a file holds, or nothing. */
  async import(file: PageData, mode: ImportMode): Promise<void> {
    // What is damaged is set aside now: it would be cleared with the rest.
    await this.inspect();
    await this.write(dataTables, async (writer) => {
      const own = await ownSettings(writer);
      const rows = toRows(planImport(await contents(writer), file, mode).result);
      await Promise.all(dataTables.map((table) => writer.clear(table)));
      for (const table of dataTables) writer.putAll(table, rows[table]);
      writer.putAll("preferences", own);
    });
  }

  /** Tools that the user imported, by name. */
  async importedTools(): Promise<Tool[]> {
    const tools = await this.rows("tools");
    return tools.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Adds tools, all of them or none. A tool takes the place of one with the same name. */
  async addTools(tools: readonly Tool[]): Promise<void> {
    const valid = tools.map((tool) => check(toolSchema, tool));
    await this.write(["tools"], (writer) => Promise.all(valid.map((tool) => writer.put("tools", tool))));
  }

  async removeTool(name: string): Promise<void> {
    await this.write(["tools"], (writer) => writer.delete("tools", name));
  }

  /** The value of a preference, or undefined. */
  async preference<Key extends PreferenceKey>(key: Key): Promise<Preference<Key> | undefined> {
    const [row] = await this.rows("preferences", async (reader) => {
      const found = await reader.get("preferences", key);
      return found === undefined ? [] : [found];
    });
    // The row's schema has checked the value against the key.
    return row?.value as Preference<Key> | undefined;
  }

  async setPreference<Key extends PreferenceKey>(key: Key, value: Preference<Key>): Promise<void> {
    const row = check(rowSchemas.preferences, { key, value });
    await this.write(["preferences"], (writer) => writer.put("preferences", row));
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
