/** The colours of src/app.css, and whether those that stand together can be told apart (WCAG 2.2, AA). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Color from "colorjs.io";
import { describe, expect, test } from "vitest";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const css = readFileSync(join(source, "app.css"), "utf8");

/** The declarations of the first rule with this selector. */
function declarations(selector: string): Map<string, string> {
  const block = css.split(`\n${selector} {`)[1]?.split("}")[0] ?? "";
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? "", value ?? ""]),
  );
}

const normal = declarations(":root");
const contrast = declarations(':root[data-theme="contrast"]');
const MIXED = /color-mix\(in oklab, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\)/g;
const PRINT = /@media print \{(?:[^{}]|\{[^{}]*\})*\}/g;
const PAIR = /^light-dark\(((?:[^()]|\([^()]*\))+), ((?:[^()]|\([^()]*\))+)\)$/;

/** A palette's colours by token. @param form the first or the second of `light-dark(…, …)`. */
function palette(tokens: Map<string, string>, form: 1 | 2): Map<string, Color> {
  const all = [...normal, ...tokens].flatMap(([name, value]) => {
    const text = PAIR.exec(value)?.[form] ?? (value.startsWith("#") ? value : null);
    return text === null ? [] : [[name, new Color(text)] as const];
  });
  return new Map(all);
}

const themes = {
  light: palette(new Map(), 1),
  dark: palette(new Map(), 2),
  "high contrast, light": palette(contrast, 1),
  "high contrast, dark": palette(contrast, 2),
};

const GROUNDS = ["ground", "surface"];

/** What text stands on what. */
const texts: Record<string, string[]> = {
  ink: [
    ...GROUNDS,
    "sunken",
    "accent-soft",
    "liked-soft",
    "disliked-soft",
    "caution-soft",
    "warm-soft",
    "cold-soft",
  ],
  "ink-soft": [...GROUNDS, "sunken", "accent-soft", "warm-soft", "cold-soft"],
  accent: [...GROUNDS, "accent-soft"],
  "accent-ink": ["accent"],
  liked: [...GROUNDS, "liked-soft"],
  disliked: [...GROUNDS, "disliked-soft"],
  caution: [...GROUNDS, "caution-soft"],
  warm: GROUNDS,
  cold: GROUNDS,
  fit: [...GROUNDS, "liked-soft"],
  // Messages at the edge of the page are the other way round.
  surface: ["ink", "liked", "disliked", "accent"],
  "code-dark": ["code-light"],
};

/** The initials of users: the same in every theme, since who is who is told by their colour, too. */
const portraits = {
  "portrait-ink": ["0", "1", "2", "3", "4", "5"].map((number) => `portrait-${number}`),
};

/** What text stands on two tokens mixed; by the second of them. */
const overMixed: Record<string, string> = { surface: "ink", ink: "accent-ink" };

/** What part of a control or a picture stands on what, where it tells something that no text tells. */
const parts: Record<string, string[]> = {
  accent: [...GROUNDS, "sunken", "accent-soft", "bar-rest"],
  "line-strong": [...GROUNDS],
  bar: ["bar-rest"],
  fit: ["bar-rest"],
  warm: [...GROUNDS, "warm-soft"],
  cold: [...GROUNDS, "cold-soft"],
  liked: GROUNDS,
  disliked: GROUNDS,
};

/** Grounds of text, shadows and lines that only please the eye. */
const decorative = ["line", "shade", "shade-far", "veil"];

const ratio = (theme: Map<string, Color>, one: string, other: string): number => {
  const [first, second] = [theme.get(one), theme.get(other)];
  if (!first || !second) throw new Error(`app.css lacks --${first ? other : one}.`);
  return first.contrast(second, "WCAG21");
};

function tooLow(theme: Map<string, Color>, pairs: Record<string, string[]>, least: number): string[] {
  return Object.entries(pairs).flatMap(([over, grounds]) =>
    grounds
      .map((ground) => [ground, ratio(theme, over, ground)] as const)
      .filter(([, value]) => value < least)
      .map(([ground, value]) => `${over} on ${ground}: ${value.toFixed(2)}`),
  );
}

/** All styles of the page: app.css and those of the components. */
const styles = [
  css,
  ...readdirSync(join(source, "views"))
    .filter((name) => name.endsWith(".svelte"))
    .map((name) => readFileSync(join(source, "views", name), "utf8").split("<style")[1] ?? ""),
].join("\n");

const used = (property: string) =>
  [...styles.matchAll(new RegExp(`[\\s;]${property}:\\s*var\\(--([\\w-]+)\\)`, "g"))].flatMap(
    ([, name]) => name ?? [],
  );

describe.each(Object.entries(themes))("the %s theme", (name, theme) => {
  test("has every colour", () => {
    expect([...theme.keys()]).toEqual([...themes.light.keys()]);
    expect(theme.size).toBeGreaterThan(25);
  });

  test("text can be read on what it stands on", () => {
    expect(tooLow(theme, texts, name.startsWith("high") ? 7 : 4.5)).toEqual([]);
    expect(tooLow(theme, portraits, 4.5)).toEqual([]);
  });

  test("text can be read on mixed colours", () => {
    const mixed = [...styles.matchAll(MIXED)].map(([words, one = "", share = "", other = ""]) => {
      const [over, first, second] = [overMixed[other] ?? "", one, other].map((token) => theme.get(token));
      if (!over || !first || !second) throw new Error(`What stands on ${words}?`);
      const under = first.mix(second, 1 - Number(share) / 100, { space: "oklab" });
      return [words, over.contrast(under, "WCAG21")] as const;
    });
    expect(mixed.filter(([, value]) => value < 4.5)).toEqual([]);
    expect(mixed.length).toBeGreaterThan(4);
  });

  test("parts of controls and pictures can be told from what they stand on", () => {
    expect(tooLow(theme, parts, name.startsWith("high") ? 4.5 : 3)).toEqual([]);
  });
});

describe("the tables above", () => {
  const pairs = [texts, portraits, parts];
  const grounds = new Set(pairs.flatMap((one) => Object.values(one).flat()));
  const over = new Set([...pairs.flatMap((one) => Object.keys(one)), ...decorative]);

  test("know every colour of app.css", () => {
    const known = new Set([...over, ...grounds]);
    expect([...themes.light.keys()].filter((token) => !known.has(token))).toEqual([]);
  });

  test("know every token that a style writes with or lays under something", () => {
    // Set where it is used, from tokens that are known.
    const local = ["tone", "tone-soft"];
    const colours = new Set([...used("color")].filter((token) => !local.includes(token)));
    expect([...colours].filter((token) => !over.has(token))).toEqual([]);
    const under = [...used("background"), ...used("background-color")].filter(
      (token) => !local.includes(token),
    );
    const known = new Set([...grounds, ...Object.keys(parts), ...decorative]);
    expect([...new Set(under)].filter((token) => !known.has(token))).toEqual([]);
    expect(colours.size).toBeGreaterThan(8);
  });

  test("are all there is: no component has a colour of its own", () => {
    // Paper is white, and a mask has no colour.
    const views = styles
      .slice(css.length)
      .replace(PRINT, "")
      .replace(/mask-image:[^;]+;/g, "");
    expect(views.match(/#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab)\(/gi) ?? []).toEqual([]);
  });
});
