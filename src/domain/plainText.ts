import { oneLine, shorten } from "./tool";

/** Longer texts are cut before they are cleaned, so that no document can make the patterns below slow. */
const MAX_READ = 6000;

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
  nbsp: " ",
  mdash: "—",
  ndash: "–",
  hellip: "…",
};

/** A text of an author's on one line: without headings, HTML tags, entities and the marks of Markdown. */
export function plainText(text: string): string {
  const read = text.slice(0, MAX_READ);
  const body = read.replace(/^[ \t]*#{1,6}[ \t][^\n]*$/gm, "").replace(/<(h[1-6])>[^<]{0,200}<\/\1>/gi, "");
  return withoutMarks(body) || withoutMarks(read);
}

function withoutMarks(text: string): string {
  return oneLine(
    text
      .replace(/<[a-z/!][^<>]{0,300}>/gi, " ")
      .replace(/&(#39|[a-z]{2,6});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
      .replace(/!?\[([^\]]{0,300})\]\([^)\s]{0,500}\)/g, "$1")
      .replace(/```[a-z]*|`|\*\*|__|\\$/gm, "")
      .replace(/(^|\s)([_*])([^_*\n]{1,80})\2(?!\w)/g, "$1$3")
      .replace(/^[ \t]*(#{1,6}|>|[*+-]|\|)[ \t]+/gm, "")
      .replace(/[ \t]*\|[ \t|:-]*/g, " "),
  ).replace(/ ([.,;:!?])(?= |$)/g, "$1");
}

/** As many whole sentences of a text as `length` characters hold; the cut first sentence if not even one does. */
export function firstSentences(text: string, length: number): string {
  const plain = plainText(text);
  if (plain.length <= length) return plain;
  const head = plain.slice(0, length);
  const ends = [...head.matchAll(/[.!?](?= [\p{Lu}\p{N}"'(])/gu)].map(({ index }) => index + 1);
  const last = ends.at(-1);
  return last !== undefined && last > 20 ? head.slice(0, last) : shorten(plain, length);
}
