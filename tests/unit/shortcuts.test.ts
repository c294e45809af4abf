import { describe, expect, test } from "vitest";
import {
  isPressed,
  isSingleCharacter,
  shortcuts,
  type Keys,
  type KeyPress,
  type ShortcutId,
} from "../../src/domain/shortcuts";

const ids = Object.keys(shortcuts) as ShortcutId[];
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("shortcuts", () => {
  test.each([
    ["undo", press("z", { ctrlKey: true })],
    ["undo", press("z", { metaKey: true })],
    ["undo", press("Z", { ctrlKey: true })],
    ["redo", press("Z", { ctrlKey: true, shiftKey: true })],
    ["redo", press("y", { ctrlKey: true })],
    ["sheet", press("?", { shiftKey: true })],
    ["sheet", press("?")],
    ["preview", press("w")],
    ["next", press("PageDown")],
  ] as const)("%s: %j", (id, pressed) => {
    expect(isPressed(id, pressed)).toBe(true);
    const { place } = shortcuts[id];
    expect(ids.filter((other) => shortcuts[other].place === place && isPressed(other, pressed))).toEqual([
      id,
    ]);
  });

  test.each([
    ["undo", press("z")],
    ["undo", press("z", { ctrlKey: true, altKey: true })],
    ["undo", press("z", { ctrlKey: true, shiftKey: true })],
    ["redo", press("z", { ctrlKey: true })],
    ["preview", press("w", { ctrlKey: true })],
    ["preview", press("w", { metaKey: true })],
    ["sheet", press("?", { altKey: true })],
    ["close", press("escape")],
  ] as const)("not %s: %j", (id, pressed) => expect(isPressed(id, pressed)).toBe(false));

  test("no two in one place share a key", () => {
    const all = ids.flatMap((id) =>
      (shortcuts[id].ways as readonly Keys[]).map(
        ({ key, ctrl, shift }) => `${shortcuts[id].place} ${ctrl ?? false} ${shift ?? "any"} ${key}`,
      ),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  test("single characters are known as such: those that must not act in a field", () => {
    expect(ids.filter(isSingleCharacter)).toEqual(["sheet", "preview"]);
  });
});
