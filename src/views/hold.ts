import type { Attachment } from "svelte/attachments";

/** So far (pixels) a finger may move and still hold. */
const SLACK = 10;

/**
 * Hears that somebody holds an element: pointer down on it, but not on a control in it, for `delay` milliseconds.
 * Moving away before is scrolling; letting go ends it.
 */
export function hold(start: () => void, end: () => void, delay = 400): Attachment<HTMLElement> {
  return (node) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from: { x: number; y: number } | null = null;
    let held = false;

    const stop = () => {
      clearTimeout(timer);
      from = null;
      if (held) end();
      held = false;
    };
    const down = (event: PointerEvent) => {
      const onControl = event.target instanceof Element && event.target.closest("button, a, input, .handle");
      if (event.button !== 0 || onControl) return;
      from = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => {
        held = true;
        getSelection()?.removeAllRanges();
        start();
      }, delay);
    };
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (from && !held && Math.hypot(clientX - from.x, clientY - from.y) > SLACK) stop();
    };
    // A phone opens a menu when something is held.
    const menu = (event: Event) => {
      if (from) event.preventDefault();
    };

    node.addEventListener("pointerdown", down);
    node.addEventListener("contextmenu", menu);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop);
    window.addEventListener("pointercancel", stop);
    return () => {
      stop();
      node.removeEventListener("pointerdown", down);
      node.removeEventListener("contextmenu", menu);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", stop);
      window.removeEventListener("pointercancel", stop);
    };
  };
}
