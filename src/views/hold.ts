import type { Attachment } from "svelte/attachments";

/** So far (pixels) a finger may move and still hold. */
const SLACK = 10;

/**
 * Hears that somebody holds an element: one finger or the mouse down on it, but not on a control in it, for `delay`
 * milliseconds. Moving away before is scrolling; letting go ends it.
 */
export function hold(start: () => void, end: () => void, delay = 400): Attachment<HTMLElement> {
  return (node) => {
    /** Ends what listens while something is down; null while nothing is. */
    let press: AbortController | null = null;
    let touched = false;
    let held = false;

    const release = () => {
      press?.abort();
      press = null;
      if (held) end();
      held = false;
    };
    const down = ({ target, button, isPrimary, pointerType, clientX: x, clientY: y }: PointerEvent) => {
      release();
      const onControl = target instanceof Element && target.closest("button, a, input, .handle");
      // A second finger zooms.
      if (!isPrimary || button !== 0 || onControl) return;
      press = new AbortController();
      const { signal } = press;
      touched = pointerType !== "mouse";
      const timer = setTimeout(() => {
        held = true;
        getSelection()?.removeAllRanges();
        start();
      }, delay);
      signal.addEventListener("abort", () => clearTimeout(timer));
      const move = ({ clientX, clientY }: PointerEvent) => {
        if (!held && Math.hypot(clientX - x, clientY - y) > SLACK) release();
      };
      addEventListener("pointermove", move, { signal });
      addEventListener("pointerup", release, { signal });
      addEventListener("pointercancel", release, { signal });
      // The window has lost sight of the mouse or the finger.
      addEventListener("blur", release, { signal });
    };
    /** Keeps the browser from what it does when a finger rests: it opens a menu, selects a word, or scrolls later on. */
    const keep = (whether: () => boolean) => (event: Event) => {
      if (whether() && event.cancelable) event.preventDefault();
    };

    const attached = new AbortController();
    const { signal } = attached;
    node.addEventListener("pointerdown", down, { signal });
    node.addEventListener(
      "contextmenu",
      keep(() => press !== null),
      { signal },
    );
    node.addEventListener(
      "selectstart",
      keep(() => press !== null && touched),
      { signal },
    );
    // Browsers ask before a scroll begins, and only those who listened when the finger came down.
    node.addEventListener(
      "touchmove",
      keep(() => held),
      { signal, passive: false },
    );
    return () => {
      release();
      attached.abort();
    };
  };
}
