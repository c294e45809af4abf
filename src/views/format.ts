import type { Flip } from "../domain/flips";
import type { JsonValue } from "../domain/json";
import { shortName, writeJson } from "../state/shown";
import { language, words } from "../words/words.svelte";

/** A number as the language that is shown writes it, with so many digits after the point. */
export function digits(value: number, count: number): string {
  return value.toLocaleString(language(), { minimumFractionDigits: count, maximumFractionDigits: count });
}

/** "63 MB": decimal units, as download dialogs show them. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 999_500) return `${digits(count / 1000, 0)} kB`;
  const megabytes = count / 1e6;
  if (megabytes < 999.5) return `${digits(megabytes, megabytes < 10 ? 1 : 0)} MB`;
  return `${digits(count / 1e9, 1)} GB`;
}

/** "420 ms", "3.2 s", "1 min 5 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${digits(seconds, 1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Time that is left, in words that don't jump about: "about 20 seconds". */
export function timeLeft(seconds: number): string {
  const { time } = words();
  if (seconds < 10) return time.soon;
  if (seconds < 55) return time.seconds(Math.ceil(seconds / 5) * 5);
  return time.minutes(Math.ceil(seconds / 60));
}

/** "83 %"; never a certain-looking 0 or 100 for what isn't. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "< 1 %";
  if (share < 1 && share > 0.99) return "> 99 %";
  return `${Math.round(share * 100)} %`;
}

/** "+23", "−4", "±0": percentage points, for beside a percentage. */
export function difference(share: number): string {
  const points = Math.round(share * 100);
  return points === 0 ? "±0" : points > 0 ? `+${points}` : `−${-points}`;
}

/** "12 runs, about 20 seconds": what work in the background will take. */
export function effort(runs: number, milliseconds: number | null): string {
  const counted = words().time.runs(runs);
  return milliseconds === null ? counted : `${counted}, ${timeLeft(milliseconds / 1000)}`;
}

/** By language: to make one takes longer than to use it for all calls of a history. */
const relativeTimes = new Map<string, Intl.RelativeTimeFormat>();

function relativeTime(): Intl.RelativeTimeFormat {
  const made = relativeTimes.get(language()) ?? new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
  relativeTimes.set(language(), made);
  return made;
}

/** "today", "3 days ago", "2 months ago"; "in 2 days" for a clock that was wrong. */
export function ago(time: number, now = Date.now()): string {
  const days = Math.trunc((now - time) / 86_400_000);
  const relative = relativeTime();
  if (Math.abs(days) < 14) return relative.format(-days, "day");
  if (Math.abs(days) < 60) return relative.format(-Math.trunc(days / 7), "week");
  if (Math.abs(days) < 730) return relative.format(-Math.trunc(days / 30), "month");
  return relative.format(-Math.trunc(days / 365), "year");
}

/** A parameter's value on a history card. */
export function shownValue(value: JsonValue): string {
  return typeof value === "string" ? value : writeJson(value);
}

/** "+1.32", "−0.05": a change in log-odds. */
export function weightWords(weight: number): string {
  return `${weight < 0 ? "−" : "+"}${digits(Math.abs(weight), 2)}`;
}

/** "GraphHopper · Route were disliked", for after an "if". */
export function flipWords({ to }: Flip, tool?: string): string {
  const { flips } = words();
  const name = tool === undefined ? flips.someCall : shortName(tool);
  if (to === "removed") return flips.removed(name);
  return { 1: flips.liked, 0: flips.disliked, none: flips.unrated }[to.rating ?? "none"](name);
}

/** A token's text with its blanks and line ends visible; one without text is part of a character. */
export function shownToken(text: string): string {
  return text === "" ? "◌" : text.replaceAll("\n", "⏎").replaceAll("\t", "⇥");
}

/** What a person is called. */
export function firstName(name: string): string {
  return name.split(/\s/, 1)[0] || name;
}

/** Up to two letters for a portrait. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .slice(0, 2)
    .toUpperCase();
}
