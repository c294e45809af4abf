import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import {
  PICTURE_WIDTH,
  pictureName,
  pictureSvg,
  wrap,
  type Picture,
  type PicturePalette,
  type PictureWords,
} from "../../src/domain/picture";

const words: PictureWords = {
  subject: "Mia · With ratings · 3 past calls",
  labels: ["Mock user", "Recorded"],
  tools: "How likely each tool is",
  withHistory: "with the history",
  withoutHistory: "without any history",
  picks: "The model picks",
  sure: "sure",
  spokeFor: "What spoke for SkyCast",
  spokeAgainst: "What spoke against SkyCast",
  noneSpoke: "No single call did.",
  more: (count) => `and ${count} more`,
  percent: (share) => `${Math.round(share * 100)} %`,
  weight: (weight) => weight.toFixed(2),
  rating: (rating) => (rating === 1 ? "liked" : rating === 0 ? "disliked" : "not rated"),
  source: "Tiny, a base model",
};
const colour = "#123456";
const palette = Object.fromEntries(
  "ground surface ink soft line accent bar rest warm cold label labelGround"
    .split(" ")
    .map((part) => [part, colour]),
) as Record<keyof PicturePalette, string>;
const weight = { tool: "Weather.SkyCast.Forecast", rating: 1 as const, weight: 1.25 };
const picture: Picture = {
  query: "Will it rain in Oslo tomorrow?",
  bars: [
    { name: "Weather.SkyCast.Forecast", probability: 0.75, without: 0.25, chosen: true },
    { name: "Weather.Meteo.Forecast", probability: 0.25, without: 0.75, chosen: false },
  ],
  chosen: "Weather.SkyCast.Forecast",
  sure: 0.75,
  call: JSON.stringify({ tool_name: "Weather.SkyCast.Forecast", parameters: { city: "Oslo" } }, null, 2),
  spokeFor: [weight],
  spokeAgainst: [],
};

interface Tag {
  name: string;
  attributes: Record<string, string>;
}

/** Parses a document strictly. @throws Error where it isn't well-formed. */
function parsed(svg: string): { tags: Tag[]; texts: string[] } {
  const tags: Tag[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => tags.push({ name, attributes }));
  parser.on("text", (text) => texts.push(text));
  parser.write(svg).close();
  return { tags, texts };
}

describe("the picture of an explanation", () => {
  test("says all there is: query, bars with and without, the choice, what spoke, model and labels", () => {
    const { tags, texts } = parsed(pictureSvg(picture, words, palette));
    for (const said of [
      picture.query,
      "SkyCast",
      "Forecast · Weather",
      "Meteo",
      "75 %",
      "25 %",
      "75 % sure",
      '    "city": "Oslo"',
      "1.25",
      ...words.labels,
      words.subject,
      words.withHistory,
      words.withoutHistory,
      words.spokeFor,
      words.spokeAgainst,
      words.noneSpoke,
      words.source,
    ])
      expect(texts).toContain(said);
    const widths = tags.filter(({ name }) => name === "rect").map(({ attributes }) => attributes["width"]);
    // 228 units are 100 %.
    expect(widths.filter((width) => width === "171")).toHaveLength(2);
    expect(widths.filter((width) => width === "57")).toHaveLength(2);
  });

  test("leaves out what nobody asked for", () => {
    const bars = picture.bars.map((bar) => ({ ...bar, without: null }));
    const { texts } = parsed(
      pictureSvg({ ...picture, bars, spokeFor: null, spokeAgainst: null }, words, palette),
    );
    for (const silent of [words.withoutHistory, words.spokeFor, words.spokeAgainst, words.noneSpoke])
      expect(texts).not.toContain(silent);
  });

  test("takes every colour from the palette", () => {
    const svg = pictureSvg(picture, words, palette);
    expect(new Set([...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, one]) => one))).toEqual(
      new Set([colour]),
    );
  });

  test("shows no more than fits, and says so", () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...weight, tool: `A.B${at}.C` }));
    const { texts } = parsed(pictureSvg({ ...picture, spokeFor: many }, words, palette));
    expect(texts).toContain("and 25 more");
    const call = JSON.stringify(
      { text: "x".repeat(20_000), list: Array.from({ length: 500 }, () => 1) },
      null,
      1,
    );
    const svg = pictureSvg({ ...picture, call, query: "word ".repeat(400) }, words, palette);
    expect(Number(parsed(svg).tags[0]?.attributes["height"])).toBeLessThan(1600);
  });

  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "</text><script>alert(1)</script>",
      '"><image href="https://evil.example/x.png"/>',
      "]]>",
      "<!--",
      "&xxe;",
      "&#0;",
      "\u0000\u0008\uFFFE\uFFFF",
      "\uD800",
      "\u202Egnp.exe",
      "\u{1F600}".repeat(30),
      "漢字".repeat(40),
    ),
  );

  test("is well-formed XML that loads and runs nothing, whatever names, query and call hold", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const pictures = fc.record({
      query: hostile,
      bars: fc.array(
        fc.record({
          name: hostile,
          probability: share,
          without: fc.option(share),
          chosen: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
      chosen: hostile,
      sure: share,
      call: hostile,
      spokeFor: fc.option(
        fc.array(
          fc.record({
            tool: hostile,
            rating: fc.constantFrom<1 | 0 | null>(1, 0, null),
            weight: fc.double({ min: -9, max: 9, noNaN: true }),
          }),
          { maxLength: 3 },
        ),
      ),
      spokeAgainst: fc.constant(null),
    });
    fc.assert(
      fc.property(pictures, hostile, (one, subject) => {
        const { tags } = parsed(
          pictureSvg(one, { ...words, subject, source: subject, labels: [subject] }, palette),
        );
        const known = ["svg", "title", "desc", "rect", "line", "text"];
        expect(tags.filter(({ name }) => !known.includes(name))).toEqual([]);
        expect(tags[0]?.attributes["width"]).toBe(String(PICTURE_WIDTH));
        for (const { attributes } of tags)
          for (const [key, value] of Object.entries(attributes)) {
            expect(key).not.toMatch(/^on|href/i);
            expect(value).not.toMatch(/NaN|Infinity|undefined/);
          }
      }),
    );
  });
});

describe("lines", () => {
  test("break at blanks, and hold everything that fits", () => {
    const lines = wrap("one two three four five six seven", 20, 120, 9);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(" ")).toBe("one two three four five six seven");
  });

  test("are cut with an ellipsis after the last that may be there", () => {
    expect(wrap("word ".repeat(50), 20, 120, 2)).toHaveLength(2);
    expect(wrap("word ".repeat(50), 20, 120, 2)[1]).toMatch(/…$/);
    expect(wrap("", 20, 120, 2)).toEqual([]);
  });

  test("always come to an end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 0, max: 60 }), (text, width) => {
        expect(wrap(text, 20, width, 5).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

test("file names: letters and digits of any script, nothing that a file system minds", () => {
  expect(pictureName("Mia Berg", "Will it rain in Oslo?")).toBe("petoolllama-mia-berg-will-it-rain-in-oslo");
  expect(pictureName("../..", "con: <>|*?\\/\0")).toBe("petoolllama-con");
  expect(pictureName("Łukasz", "東京の天気")).toBe("petoolllama-łukasz-東京の天気");
  expect(pictureName("", "")).toBe("petoolllama");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (user, query) => {
      const name = pictureName(user, query);
      expect(name).toMatch(/^petoolllama[\p{L}\p{N}\p{M}-]*$/u);
      expect(Array.from(name).length).toBeLessThanOrEqual(90);
    }),
  );
});
