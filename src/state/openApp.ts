import { loadCatalogue } from "../store/catalogue";
import { seedUsers } from "../store/mockUsers";
import { openStore, type Store } from "../store/store";
import { App } from "./app.svelte";
import { modelSource } from "./modelSource";

/** How the page's address wants it to be opened. */
interface Opening {
  /** A bundled model's id, the URL of a model's folder, or null for the default. */
  model: string | null;
  theme?: string | null;
  /** The page stands in a booth. */
  booth?: boolean;
}

/**
 * Opens the page's data and puts the app together.
 * @throws CatalogueError if the bundled tools can't be loaded.
 */
export async function openApp({ model, ...how }: Opening): Promise<{ app: App; store: Store }> {
  // A booth begins anew after each visitor. It has data of its own, so that it never does so with somebody's.
  const opening = how.booth ? openStore("petoolllama-live-booth") : openStore();
  const [store, catalogue] = await Promise.all([opening, loadCatalogue()]);
  await store.seed(seedUsers(Date.now()));
  const app = new App({ store, catalogue, models: modelSource(model), ...how });
  await app.open();
  return { app, store };
}
