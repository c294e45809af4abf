import { loadCatalogue } from "../store/catalogue";
import { seedUsers } from "../store/mockUsers";
import { openStore, Store } from "../store/store";
import { StoreError } from "../store/storeError";
import { App } from "./app.svelte";
import { modelSource } from "./modelSource";

const NOT_KEPT =
  "This browser lets the page store nothing, perhaps because the window is private. Your edits last until you close the page.";

/** Opens the store with the mock users in it, or one in memory with a reason in words for the page. */
async function openAnyStore(): Promise<{ store: Store; storageNotice: string | null }> {
  try {
    const store = await openStore();
    await store.seed(seedUsers(Date.now()));
    return { store, storageNotice: store.persistent ? null : NOT_KEPT };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const store = await Store.inMemory();
    await store.seed(seedUsers(Date.now()));
    return { store, storageNotice: `${error.message} Until then nothing is kept.` };
  }
}

/**
 * Opens the page's data and puts the app together.
 * @param model a bundled model's id, the URL of a model's folder, or null for the default.
 * @throws Error with words for the page, if the bundled tools can't be loaded.
 */
export async function openApp(model: string | null): Promise<App> {
  const [{ store, storageNotice }, catalogue] = await Promise.all([openAnyStore(), loadCatalogue()]);
  const app = new App({ store, storageNotice, catalogue, models: modelSource(model) });
  await app.open();
  return app;
}
