/** A key with those that are held down meanwhile. `ctrl` stands for ⌘ too. */
export interface Keys {
  /** As a keyboard event names it; letters small. */
  key: string;
  ctrl?: boolean;
  /** Undefined where it is part of writing the character, as with "?". */
  shift?: boolean;
}

/** Where a shortcut works: on the whole page, or only while the focus is in something. */
export type ShortcutPlace = "page" | "card" | "list" | "presenter";

export interface Shortcut {
  place: ShortcutPlace;
  /** Any of these. */
  ways: readonly Keys[];
}

/** Every shortcut of the page: the handlers ask this list, and the sheet shows it. */
export const shortcuts = {
  sheet: { place: "page", ways: [{ key: "?" }] },
  undo: { place: "page", ways: [{ key: "z", ctrl: true, shift: false }] },
  redo: {
    place: "page",
    ways: [
      { key: "z", ctrl: true, shift: true },
      { key: "y", ctrl: true },
    ],
  },
  close: { place: "page", ways: [{ key: "Escape" }] },
  preview: { place: "card", ways: [{ key: "w", shift: false }] },
  browse: { place: "list", ways: [{ key: "ArrowDown" }, { key: "ArrowUp" }] },
  leap: { place: "list", ways: [{ key: "PageDown" }, { key: "PageUp" }] },
  pick: { place: "list", ways: [{ key: "Enter" }] },
  next: { place: "presenter", ways: [{ key: "PageDown" }, { key: "ArrowRight" }] },
  back: { place: "presenter", ways: [{ key: "PageUp" }, { key: "ArrowLeft" }] },
  ends: { place: "presenter", ways: [{ key: "Home" }, { key: "End" }] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

/** What of a keyboard event counts. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Whether a key press is a way of a shortcut. */
export function isPressed(id: ShortcutId, { key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  if (altKey) return false;
  const ways: readonly Keys[] = shortcuts[id].ways;
  // With Shift or Caps Lock a letter comes as a capital.
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return ways.some(
    (way) =>
      way.key === pressed &&
      (way.ctrl ?? false) === (ctrlKey || metaKey) &&
      (way.shift === undefined || way.shift === shiftKey),
  );
}

/** Whether a shortcut is a single character, which must not act while somebody writes. */
export function isSingleCharacter(id: ShortcutId): boolean {
  const ways: readonly Keys[] = shortcuts[id].ways;
  return ways.some(({ key, ctrl }) => key.length === 1 && !ctrl);
}
