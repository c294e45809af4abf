import type { Rating } from "./interaction";
import { toolParts } from "./tool";

/** A candidate in a picture. Probabilities are 0 to 1; `without` is the one with an empty history, null if unknown. */
export interface PictureBar {
  name: string;
  probability: number;
  without: number | null;
  chosen: boolean;
}

/** A past call and what it did for the choice, in log-odds. */
export interface PictureWeight {
  tool: string;
  rating: Rating;
  weight: number;
}

/** What a picture shows of a selection. */
export interface Picture {
  query: string;
  /** In the order in which they are shown. */
  bars: readonly PictureBar[];
  /** The chosen tool's name, and how likely it was. */
  chosen: string;
  sure: number;
  /** The call as JSON, with line ends. */
  call: string;
  /** The strongest first; null if nobody asked. */
  spokeFor: readonly PictureWeight[] | null;
  spokeAgainst: readonly PictureWeight[] | null;
}

/** The words of a picture, ready to be shown. */
export interface PictureWords {
  /** Whose history it is, and what the model saw of it. */
  subject: string;
  /** "Recorded", "mock user". */
  labels: readonly string[];
  tools: string;
  withHistory: string;
  withoutHistory: string;
  picks: string;
  sure: string;
  spokeFor: string;
  spokeAgainst: string;
  noneSpoke: string;
  /** How many more there are than fit. */
  more: (count: number) => string;
  percent: (share: number) => string;
  weight: (weight: number) => string;
  rating: (rating: Rating) => string;
  /** The model, and where the picture comes from. */
  source: string;
}

/** Colours as any program that shows SVG understands them: `#rrggbb`. */
export interface PicturePalette {
  ground: string;
  surface: string;
  ink: string;
  soft: string;
  line: string;
  accent: string;
  bar: string;
  rest: string;
  warm: string;
  cold: string;
  label: string;
  labelGround: string;
}

export const PICTURE_WIDTH = 1280;

const MARGIN = 56;
const INNER = PICTURE_WIDTH - 2 * MARGIN;
const MAX_QUERY_LINES = 4;
const MAX_CALL_LINES = 14;
const MAX_WEIGHTS = 5;
const SANS = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const MONO = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/**
 * The picture of an explanation, as an SVG document of its own: PICTURE_WIDTH wide, as high as it needs to be. It
 * loads nothing and runs nothing, whatever the names and the query hold.
 */
export function pictureSvg(picture: Picture, words: PictureWords, palette: PicturePalette): string {
  const head = heading(picture, words, palette);
  const left = bars(picture.bars, words, palette, head.bottom + 48);
  const right = choice(picture, words, palette, head.bottom + 48);
  const split = Math.max(left.bottom, right.bottom) + 32;
  const below = weights(picture, words, palette, split);
  const foot = below.bottom + 36;
  const height = foot + 44;
  const body = [
    rect({ x: 0, y: 0, width: PICTURE_WIDTH, height, fill: palette.ground }),
    ...head.parts,
    ...left.parts,
    ...right.parts,
    ...below.parts,
    line(foot - 10, palette.line),
    text(words.source, { x: MARGIN, y: foot + 18, size: 16, fill: palette.soft, width: INNER }),
  ];
  const size = { width: PICTURE_WIDTH, height, viewBox: `0 0 ${PICTURE_WIDTH} ${height}` };
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...size, role: "img", "font-family": SANS },
    element("title", {}, xml(`${words.picks}: ${picture.chosen}`)),
    element("desc", {}, xml(`${words.subject} ${picture.query}`)),
    ...body,
  );
}

/** A part of the picture, and where it ends. */
interface Part {
  parts: string[];
  bottom: number;
}

function heading(
  { query }: Picture,
  { subject, labels }: PictureWords,
  { ink, soft, label, labelGround }: PicturePalette,
): Part {
  const parts: string[] = [];
  let right = PICTURE_WIDTH - MARGIN;
  for (const words of labels.toReversed()) {
    const width = widthOf(words, 15 * BOLD) + 28;
    right -= width;
    parts.push(
      rect({ x: right, y: 40, width, height: 30, rx: 15, fill: labelGround }),
      text(words, { x: right + width / 2, y: 60, size: 15, fill: label, weight: 700, anchor: "middle" }),
    );
    right -= 12;
  }
  parts.push(text(subject, { x: MARGIN, y: 62, size: 20, fill: soft, width: right - MARGIN }));
  const lines = wrap(query, 38 * BOLD, INNER, MAX_QUERY_LINES);
  lines.forEach((words, at) =>
    parts.push(text(words, { x: MARGIN, y: 120 + at * 48, size: 38, fill: ink, weight: 700 })),
  );
  return { parts, bottom: 120 + Math.max(0, lines.length - 1) * 48 };
}

const LEFT = 660;
const BARS = { x: MARGIN + 300, width: 228 };

function bars(all: readonly PictureBar[], words: PictureWords, palette: PicturePalette, top: number): Part {
  const { ink, soft, accent, bar, rest } = palette;
  const parts = [
    text(words.tools, { x: MARGIN, y: top, size: 18, fill: soft, weight: 600, width: LEFT - MARGIN }),
  ];
  const row = 60;
  all.forEach(({ name, probability, without, chosen }, at) => {
    const y = top + 26 + at * row;
    const { title, rest: under } = nameLines(name);
    const share = words.percent(probability);
    parts.push(
      text(title, { x: MARGIN, y: y + 20, size: 20, fill: ink, weight: chosen ? 700 : 500, width: 285 }),
      text(under, { x: MARGIN, y: y + 41, size: 15, fill: soft, width: 285 }),
      rect({ x: BARS.x, y: y + 6, width: BARS.width, height: 14, rx: 7, fill: rest }),
      ...filled(BARS.x, y + 6, BARS.width * clamp(probability), 14, chosen ? accent : bar),
      text(share, {
        x: BARS.x + BARS.width + 12,
        y: y + 20,
        size: 19,
        fill: ink,
        weight: chosen ? 700 : 500,
      }),
    );
    if (without === null) return;
    parts.push(
      ...filled(BARS.x, y + 27, BARS.width * clamp(without), 6, soft),
      text(words.percent(without), { x: BARS.x + BARS.width + 12, y: y + 38, size: 15, fill: soft }),
    );
  });
  const bottom = top + 26 + all.length * row;
  if (!all.some(({ without }) => without !== null)) return { parts, bottom };
  const legend = [
    { words: words.withHistory, fill: accent, height: 14 },
    { words: words.withoutHistory, fill: soft, height: 6 },
  ];
  legend.forEach(({ words: name, fill, height }, at) =>
    parts.push(
      ...filled(MARGIN, bottom + 14 + at * 26 - height / 2, 32, height, fill),
      text(name, {
        x: MARGIN + 44,
        y: bottom + 19 + at * 26,
        size: 16,
        fill: soft,
        width: LEFT - MARGIN - 44,
      }),
    ),
  );
  return { parts, bottom: bottom + 52 };
}

function choice(picture: Picture, words: PictureWords, palette: PicturePalette, top: number): Part {
  const { surface, line: edge, ink, soft, accent } = palette;
  const box = { x: LEFT + 20, width: PICTURE_WIDTH - MARGIN - LEFT - 20 };
  const [x, width] = [box.x + 28, box.width - 56];
  const { title, rest } = nameLines(picture.chosen);
  const names = wrap(title, 36 * BOLD, width, 2);
  const call = picture.call.split("\n").flatMap((one) => wrap(one, 15, width, 3, 0.61));
  const shown = call.length > MAX_CALL_LINES ? [...call.slice(0, MAX_CALL_LINES - 1), "…"] : call;
  let y = top + 34;
  const parts = [text(words.picks, { x, y, size: 18, fill: soft, weight: 600, width })];
  for (const name of names) {
    y += 44;
    parts.push(text(name, { x, y, size: 36, fill: ink, weight: 700 }));
  }
  y += 30;
  parts.push(text(rest, { x, y, size: 18, fill: soft, width }));
  y += 34;
  const sure = `${words.percent(picture.sure)} ${words.sure}`;
  parts.push(text(sure, { x, y, size: 22, fill: accent, weight: 700, width }));
  y += 14;
  for (const one of shown) {
    y += 23;
    parts.push(text(one, { x, y, size: 15, fill: ink, mono: true }));
  }
  const bottom = y + 30;
  const frame = rect({
    x: box.x,
    y: top,
    width: box.width,
    height: bottom - top,
    rx: 14,
    fill: surface,
    stroke: edge,
  });
  return { parts: [frame, ...parts], bottom };
}

function weights(picture: Picture, words: PictureWords, palette: PicturePalette, top: number): Part {
  const half = (INNER - 40) / 2;
  const columns = [
    { title: words.spokeFor, all: picture.spokeFor, x: MARGIN, tone: palette.warm },
    { title: words.spokeAgainst, all: picture.spokeAgainst, x: MARGIN + half + 40, tone: palette.cold },
  ].flatMap(({ title, all, x, tone }) =>
    all ? [weightList(title, all, x, half, top, tone, words, palette)] : [],
  );
  return {
    parts: columns.flatMap(({ parts }) => parts),
    bottom: Math.max(top - 20, ...columns.map(({ bottom }) => bottom)),
  };
}

function weightList(
  title: string,
  all: readonly PictureWeight[],
  x: number,
  width: number,
  top: number,
  tone: string,
  words: PictureWords,
  { ink, soft }: PicturePalette,
): Part {
  const parts = [text(title, { x, y: top + 16, size: 18, fill: soft, weight: 600, width })];
  const shown = all.slice(0, MAX_WEIGHTS);
  shown.forEach(({ tool, rating, weight }, at) => {
    const y = top + 32 + at * 50;
    const { title: name, rest } = nameLines(tool);
    parts.push(
      rect({ x, y, width: 6, height: 40, rx: 3, fill: tone }),
      text(name, { x: x + 20, y: y + 18, size: 18, fill: ink, weight: 600, width: width - 110 }),
      text(`${rest} · ${words.rating(rating)}`, {
        x: x + 20,
        y: y + 37,
        size: 14,
        fill: soft,
        width: width - 110,
      }),
      text(words.weight(weight), {
        x: x + width,
        y: y + 26,
        size: 19,
        fill: ink,
        weight: 700,
        anchor: "end",
      }),
    );
  });
  const bottom = top + 32 + shown.length * 50;
  const last =
    shown.length === 0
      ? words.noneSpoke
      : all.length > shown.length
        ? words.more(all.length - shown.length)
        : "";
  if (last === "") return { parts, bottom };
  return {
    parts: [...parts, text(last, { x, y: bottom + 16, size: 16, fill: soft, width })],
    bottom: bottom + 26,
  };
}

/** The provider, which people know, and what else a name says. */
function nameLines(name: string): { title: string; rest: string } {
  const { category, provider, operation } = toolParts(name);
  return provider ? { title: provider, rest: `${operation} · ${category}` } : { title: operation, rest: "" };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** A bar, unless there is nothing of it. */
function filled(x: number, y: number, width: number, height: number, fill: string): string[] {
  return width < 0.5 ? [] : [rect({ x, y, width, height, rx: Math.min(height, width) / 2, fill })];
}

type Attributes = Record<string, string | number>;

function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    const plain = typeof value === "number" ? String(Math.round(value * 100) / 100) : xml(value);
    return ` ${key}="${plain}"`;
  });
  return `<${name}${written.join("")}${children.length > 0 ? `>${children.join("")}</${name}>` : "/>"}`;
}

function rect(attributes: Attributes): string {
  return element("rect", attributes);
}

function line(y: number, stroke: string): string {
  return element("line", { x1: MARGIN, x2: PICTURE_WIDTH - MARGIN, y1: y, y2: y, stroke });
}

interface TextStyle {
  x: number;
  /** Of the base line. */
  y: number;
  size: number;
  fill: string;
  weight?: number;
  anchor?: "middle" | "end";
  mono?: boolean;
  /** What doesn't fit is cut. */
  width?: number;
}

function text(words: string, { x, y, size, fill, weight, anchor, mono, width }: TextStyle): string {
  const wide = weight && weight >= 600 ? size * BOLD : size;
  const shown = width === undefined ? words : (wrap(words, wide, width, 1)[0] ?? "");
  if (shown === "") return "";
  const attributes: Attributes = { x, y, "font-size": size, fill };
  if (weight) attributes["font-weight"] = weight;
  if (anchor) attributes["text-anchor"] = anchor;
  if (mono) attributes["font-family"] = MONO;
  // Blanks count: they indent JSON.
  return element("text", { ...attributes, "xml:space": "preserve" }, xml(shown));
}

/** What XML can't hold, or what would turn the direction of all that follows. */
const UNSAFE = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u202A-\u202E\u2066-\u2069]/gu;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text for an element or an attribute. */
function xml(words: string): string {
  return words
    .toWellFormed()
    .replace(UNSAFE, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Scripts whose characters are as wide as they are high. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F000}-\u{3FFFF}]/u;
const NARROW = /[ijl.,:;'|!()[\]{}ft ]/;
const BROAD = /[mwMWÄÖÜA-Z@%&…—]/;

/** How much wider bold type is. */
const BOLD = 1.17;

/** About how wide a text comes out. Fonts differ, and there is none here to ask: rather too wide than too narrow. */
function widthOf(words: string, size: number, each?: number): number {
  const widths = Array.from(words, (one) => {
    if (WIDE.test(one)) return 1;
    return each ?? (NARROW.test(one) ? 0.38 : BROAD.test(one) ? 0.8 : 0.61);
  });
  return size * widths.reduce((sum, width) => sum + width, 0);
}

/**
 * Breaks a text into lines that fit, at blanks where there are any.
 * @param most lines; what is left is cut, with an ellipsis.
 * @param each how wide a character is by its height, where all are the same.
 */
export function wrap(words: string, size: number, width: number, most: number, each?: number): string[] {
  const fits = (one: string) => widthOf(one, size, each) <= width;
  const lines: string[] = [];
  let rest = words.replace(/\s+$/u, "");
  while (rest !== "" && lines.length < most) {
    if (fits(rest)) return [...lines, rest];
    const characters = Array.from(rest);
    let count = 1;
    while (count < characters.length && fits(characters.slice(0, count + 1).join(""))) count += 1;
    const last = lines.length === most - 1;
    const head = characters.slice(0, last ? Math.max(1, count - 1) : count).join("");
    const blank = head.search(/\s\S*$/u);
    const cut = !last && blank > head.length / 3 ? blank : head.length;
    lines.push(last ? `${head.trimEnd()}…` : rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return lines;
}

const MAX_PART = 36;

/** A file's name for the picture of a user's query: letters, digits and hyphens of any script, without an ending. */
export function pictureName(user: string, query: string): string {
  const part = (words: string) =>
    Array.from(
      words
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-"),
    )
      .slice(0, MAX_PART)
      .join("")
      .replace(/^-+|-+$/g, "");
  return ["petoolllama", part(user), part(query)].filter((one) => one !== "").join("-");
}
