/** Keys that would lead away from the page or open a window of the browser, with Ctrl or ⌘. */
const COMMANDS = new Set([
  "p",
  "s",
  "o",
  "u",
  "r",
  "f",
  "g",
  "h",
  "j",
  "d",
  "l",
  "n",
  "t",
  "w",
  "+",
  "-",
  "=",
  "0",
]);
/** The same, alone. F5 reloads; the others open or focus something of the browser's. */
const ALONE = new Set(["F1", "F3", "F5", "F6", "F7", "F11", "F12", "BrowserBack", "BrowserHome"]);

/** Whether a key press would lead away from the page, as far as browsers let a page know. */
export function leads(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ALONE.has(key)) return true;
  if (altKey && !ctrlKey) return ["ArrowLeft", "ArrowRight", "Home"].includes(key);
  return (ctrlKey || metaKey) && !altKey && COMMANDS.has(key.toLowerCase());
}

/** Whether a link leads to another page. */
export function leavesPage(href: string, here: string): boolean {
  const [target, page] = [new URL(href, here), new URL(here)];
  return target.origin !== page.origin || target.pathname !== page.pathname || target.search !== page.search;
}

/**
 * Keeps visitors on this page, as far as a page can: no link, drop, menu, key, print or reload leads away. What it can't
 * prevent is listed in docs/teaching.md.
 * @returns a function that lets go.
 */
export function holdPage(): () => void {
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  const prevent = (event: Event) => event.preventDefault();
  const preventLink = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    // What is saved as a file stays on the page.
    if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return;
    if (leavesPage(link.href, location.href) || link.target === "_blank") prevent(event);
  };
  window.addEventListener("beforeunload", prevent, options);
  for (const kind of ["dragover", "drop", "contextmenu"]) window.addEventListener(kind, prevent, options);
  window.addEventListener("click", preventLink, options);
  window.addEventListener("auxclick", preventLink, options);
  window.addEventListener("keydown", (event) => leads(event) && prevent(event), options);
  // A pinch would leave the next visitor with half of the page.
  window.addEventListener("wheel", (event) => event.ctrlKey && prevent(event), {
    ...options,
    passive: false,
  });
  const print = window.print.bind(window);
  window.print = () => undefined;
  return () => {
    controller.abort();
    window.print = print;
  };
}

/** Fills the screen at a visitor's gestures, for as long as the browser allows it. @returns a function that ends this. */
export function fillScreen(): () => void {
  const controller = new AbortController();
  const fill = () => {
    const page = document.documentElement as { requestFullscreen?: Element["requestFullscreen"] };
    if (document.fullscreenElement || !page.requestFullscreen) return;
    // The browser may refuse, as on phones: then the page goes on in its window.
    page.requestFullscreen({ navigationUI: "hide" }).catch(() => undefined);
  };
  // The kinds of event that browsers take as a gesture.
  for (const kind of ["pointerup", "keydown"])
    window.addEventListener(kind, fill, { capture: true, signal: controller.signal });
  return () => controller.abort();
}

/** Keeps the screen on while the page is in sight. Browsers without wake lock go without. @returns a function that ends this. */
export function keepAwake(): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let lock: WakeLockSentinel | null = null;
  const take = async () => {
    const { wakeLock } = navigator as { wakeLock?: WakeLock };
    if (!wakeLock || document.visibilityState !== "visible" || (lock && !lock.released)) return;
    try {
      lock = await wakeLock.request("screen");
      if (signal.aborted) await lock.release();
    } catch {
      // Refused, perhaps to save power: the next time in sight it is tried again.
    }
  };
  // The browser takes the lock back whenever the page goes out of sight, and may do so to save power.
  for (const kind of ["visibilitychange", "pointerup"])
    document.addEventListener(kind, () => void take(), { signal });
  void take();
  return () => {
    controller.abort();
    void lock?.release();
  };
}
