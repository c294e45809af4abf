import { Workbox } from "workbox-window";

/** How often a page that stays open asks for a newer version, in milliseconds. */
const INTERVAL = 3_600_000;

/**
 * Keeps the built page for later visits without a network, and notices a newer version. The new one takes over at
 * the user's word only; until then this page keeps its own files.
 */
export class AppUpdate {
  #workbox: Workbox | null = null;
  #ready = $state(false);
  #waits = false;

  /** A newer version is here, whole, and waits for a reload. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Installs the service worker, in the background. Browsers that allow none go without. */
  async watch(): Promise<void> {
    const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
    if (!container) return;
    const workbox = new Workbox("sw.js", { updateViaCache: "none" });
    workbox.addEventListener("waiting", () => {
      this.#waits = true;
      this.#ready = true;
    });
    // Another tab has let the new version take over.
    container.addEventListener("controllerchange", () => {
      this.#waits = false;
      this.#ready = true;
    });
    try {
      await workbox.register();
    } catch (error) {
      console.warn("This page could not be stored for later visits without a network.", error);
      return;
    }
    this.#workbox = workbox;
    setInterval(() => {
      workbox.update().catch(() => {
        // No network now; there is time.
      });
    }, INTERVAL);
  }

  /** Opens the newer version. */
  reload(): void {
    if (!this.#waits || !this.#workbox) {
      location.reload();
      return;
    }
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    this.#workbox.messageSkipWaiting();
  }
}
