import { loadCatalogue } from "../store/catalogue";
import { seedUsers } from "../store/mockUsers";
import { openStore } from "../store/store";
import { App } from "./app.svelte";
import { modelSource } from "./modelSource";

/**
 * Opens the page's data and puts the app together.
 * @param model a bundled model's id, the URL of a model's folder, or null for the default.
 * @throws CatalogueError if the bundled tools can't be loaded.
 */
export async function openApp(model: string | null): Promise<App> {
  const [store, catalogue] = await Promise.all([openStore(), loadCatalogue()]);
  await store.seed(seedUsers(Date.now()));
  const app = new App({ store, catalogue, models: modelSource(model) });
  await app.open();
  return app;
}
