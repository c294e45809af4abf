import type { CallParameters } from "./interaction";
import type { JsonValue } from "./json";
import type { ResponseLeaf, ResponseShape } from "./responseShape";
import { seededRandom } from "./seededRandom";
import type { ToolCall } from "./toolCall";

/** How many entries a made-up list has. */
const ENTRIES = 2;

const names = ["Solveig", "Amara", "Jonas", "Mei", "Rafael", "Ines"];
const places = ["Tromsø", "Porto", "Nairobi", "Kyoto", "Quito", "Leeds"];

/** Values for names of properties, the first that matches; numbers get a range. */
const texts: [RegExp, readonly string[]][] = [
  [/currency/, ["EUR", "NOK", "USD"]],
  [/country/, ["NO", "PT", "KE", "JP"]],
  [/lang|locale/, ["en", "no", "pt"]],
  [/status|state$/, ["ok"]],
  [/city|place|location|address/, places],
  [/time.?zone|^tz/, ["Europe/Oslo", "Europe/Lisbon"]],
  [/author|user|owner|name$/, names],
  [/colou?r/, ["#2f6f8f", "#c9782d"]],
];
const ranges: [RegExp, number, number][] = [
  [/lat/, -60, 70],
  [/lon|lng/, -180, 180],
  [/temp/, -5, 28],
  [/percent|humidity|probability/, 0, 100],
  [/price|amount|cost|total|rate/, 1, 200],
  [/width|height|size/, 200, 1600],
];

/** Writes values for a shape. The same call gets the same values. */
class Mock {
  readonly #random: () => number;
  readonly #given: CallParameters;

  constructor({ tool_name, parameters }: ToolCall) {
    this.#random = seededRandom(JSON.stringify([tool_name, parameters]));
    this.#given = parameters;
  }

  write(shape: ResponseShape, name: string): JsonValue {
    if (typeof shape === "string") return this.#echo(shape, name) ?? this.#leaf(shape, name.toLowerCase());
    if (Array.isArray(shape)) {
      const [entry] = shape;
      return entry ? Array.from({ length: ENTRIES }, () => this.write(entry, name)) : [];
    }
    return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, this.write(inner, key)]));
  }

  /** Many services repeat what they were asked. */
  #echo(leaf: ResponseLeaf, name: string): JsonValue | undefined {
    const value = Object.hasOwn(this.#given, name) ? this.#given[name] : undefined;
    const kind = leaf === "integer" ? "number" : leaf === "number" || leaf === "boolean" ? leaf : "string";
    return typeof value === kind ? value : undefined;
  }

  #leaf(leaf: ResponseLeaf, name: string): JsonValue {
    const day = `2026-0${1 + this.#upTo(9)}-${10 + this.#upTo(18)}`;
    switch (leaf) {
      case "boolean":
        return this.#random() < 0.5;
      case "integer":
        return Math.round(this.#number(name, 1, 100));
      case "number":
        return Number(this.#number(name, 0, 100).toFixed(2));
      case "date":
        return day;
      case "date-time":
        return `${day}T${10 + this.#upTo(10)}:00:00Z`;
      case "uri":
        return `https://example.org/${this.#id()}`;
      case "email":
        return `${this.#pick(names).toLowerCase()}@example.org`;
      case "string":
        return this.#text(name, day);
    }
  }

  #text(name: string, day: string): string {
    if (/(^|_)id$|uuid|key$|token/.test(name)) return this.#id();
    if (/url|uri|href|link/.test(name)) return `https://example.org/${this.#id()}`;
    if (/date|time|created|updated/.test(name) && !/zone/.test(name)) return day;
    const known = texts.find(([pattern]) => pattern.test(name));
    return known ? this.#pick(known[1]) : `some ${name.replace(/[_-]+/g, " ") || "text"}`;
  }

  #number(name: string, low: number, high: number): number {
    const [, from, to] = ranges.find(([pattern]) => pattern.test(name)) ?? [null, low, high];
    return from + this.#random() * (to - from);
  }

  #upTo(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #pick(values: readonly string[]): string {
    return values[this.#upTo(values.length)] ?? "";
  }

  #id(): string {
    return Math.floor(this.#random() * 0xffffff)
      .toString(16)
      .padStart(6, "0");
  }
}

/** A made-up response to a call, in the shape that the tool's document gives; nothing is asked of anybody. */
export function mockResponse(call: ToolCall, shape: ResponseShape): JsonValue {
  return new Mock(call).write(shape, "");
}
