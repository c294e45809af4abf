/// <reference lib="webworker" />
/**
 * Keeps the built page, so that it opens without a network. Models are not its business: the page has them in caches
 * of its own, checked by their hashes, and requests for them pass here untouched.
 *
 * Every build has a cache of its own, filled before the build takes over: a page is always made of the files of one
 * build. A file that doesn't have the hash it was built with (a captive portal, a half deployed server) ends the
 * installation, and the old build stays.
 */
import { PrecacheController, PrecacheRoute, type PrecacheEntry } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope;
/** Written by the build: see vite.offline.ts. */
declare const PAGE: { build: string; files: PrecacheEntry[] };

const PREFIX = "petoolllama/page-";
/** How many older builds stay while other tabs are open, which may still need their files. */
const KEPT = 2;

const cacheName = PREFIX + PAGE.build;
const page = new PrecacheController({ cacheName });
page.addToCacheList(PAGE.files);

/** Deletes what older builds have stored, if nobody can need it any more. */
async function tidy(): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  const kept = windows.length > 1 ? KEPT : 0;
  // In the order in which they were made.
  for (const name of others.slice(0, others.length - kept)) await caches.delete(name);
}

self.addEventListener("install", (event) => {
  event.waitUntil(page.install(event));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([page.activate(event), tidy()]));
});
self.addEventListener("message", ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: unknown } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});

registerRoute(new PrecacheRoute(page));
// Whatever the query says, it's the same page; files that somebody opens in a tab of their own are not.
registerRoute(
  new NavigationRoute(page.createHandlerBoundToURL("index.html"), { denylist: [/\.(?!html$)[^/]+$/] }),
);
// A page of an older build, still open, that loads one of its parts only now.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.includes("/assets/"),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);
