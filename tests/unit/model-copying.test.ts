import { describe, expect, test } from "vitest";
import { Copying } from "../../src/model/copying";

/** What is written, where the tokens have these shares. The cases are those of `models/tests/test_copying.py`. */
function pick(query: string, value: string | null, shares: Record<string, number>): string | undefined {
  const texts = Object.keys(shares);
  return texts[new Copying(query).pick(Object.values(shares), value, (at) => texts[at] ?? "")];
}

describe("Copying", () => {
  test.each([
    ["a passage is taken before what is likelier", "", { umb: 0.7, Mont: 0.2, " ": 0.1 }, "Mont"],
    ["the likeliest passage", "Mont", { ana: 0.4, "real free": 0.2, real: 0.4 }, "real"],
    ["not one that is too unlikely", "", { umb: 0.985, Mont: 0.015 }, "umb"],
    ["not one that begins within a word", "", { THB: 0.8, real: 0.2 }, "THB"],
    ["a value ends where a word ends", "Montreal", { 'e"': 0.5, '"}}': 0.3, " free": 0.2 }, '"}}'],
    ["not within one", "Mont", { '"': 0.6, ana: 0.2, real: 0.2 }, "real"],
    ["nor after it", "charger", { ' "': 0.6, " Mont": 0.3 }, " Mont"],
    ["what has left the query goes on by itself", "Mumb", { ai: 0.6, real: 0.4 }, "ai"],
    ["half a character may belong to a passage", "", { "\uFFFD": 0.8, free: 0.2 }, "\uFFFD"],
    ["an empty value is no passage", "", { Oslo: 0.6, '"': 0.4 }, "Oslo"],
    ["outside of values nothing is copied", null, { umb: 0.7, Mont: 0.3 }, "umb"],
  ])("%s", (_, value, shares, expected) => {
    expect(pick("electric car charger Montreal free of charge", value, shares)).toBe(expected);
  });

  test("quotes in a query are copied as JSON writes them", () => {
    expect(pick('say "hi" twice', "say \\", { n: 0.6, '"hi': 0.4 })).toBe('"hi');
    expect(pick('say "hi" twice', 'say \\"hi', { "!": 0.6, '"': 0.4 })).toBe('"');
  });
});
