import { randomBytes } from "node:crypto";
import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adopted, sharedPageSchema, withoutOldest, type SharedPage } from "../../src/domain/sharedPage";
import type { Tool } from "../../src/domain/tool";
import {
  fitsUnpacked,
  isShareFragment,
  LinkError,
  MAX_LINK,
  packFragment,
  unpackFragment,
} from "../../src/store/shareLink";

const page: SharedPage = {
  name: "Mia Berg",
  portrait: "Likes short answers.",
  query: "Will it rain in Oslo tomorrow?",
  setting: "rating-integrated",
  candidates: ["Weather.SkyCast.Forecast", "Weather.Own.Forecast"],
  history: [
    { tool: "Weather.SkyCast.Forecast", parameters: { city: "Oslo" }, rating: 1, minute: 29_000_000 },
    { tool: "Mapping.TomTom.Geocode", parameters: {}, rating: 0, minute: 29_000_010 },
    { tool: "Mapping.TomTom.Geocode", parameters: { q: [1, { a: null }] }, rating: null, minute: 29_000_020 },
  ],
  tools: [
    {
      name: "Weather.Own.Forecast",
      description: "Tells the weather",
      parameters: [{ name: "city", type: "string", required: true, description: "" }],
      source: "imported",
    },
  ],
  view: { view: "page", hidden: ["trail"], open: "why" },
};

/** A fragment that holds this text, or these bytes. */
const fragment = (content: string | Uint8Array) =>
  `#share=${deflateSync(content, { level: 9 }).toString("base64url")}`;
const json = (value: unknown) => fragment(JSON.stringify(value));
const whole = { version: 1, ...page };

const text = (maxLength: number) => fc.string({ unit: "binary", maxLength }).map((one) => one.toWellFormed());
const key = text(20).filter((one) => one !== "__proto__");
// A link that holds such a name is refused: see below.
const value = fc
  .json({ maxDepth: 3 })
  .filter((one) => !one.includes('"__proto__"'))
  .map((one): unknown => JSON.parse(one));
const name = fc
  .stringMatching(/^[A-Za-z]{1,8}\.[A-Za-z]{1,8}\.[A-Za-z ]{0,8}[a-z]$/)
  .filter((one) => !one.includes("  "));
const pages: fc.Arbitrary<SharedPage> = fc.record({
  name: text(100),
  portrait: text(300),
  query: text(300),
  setting: fc.constantFrom("preferred-only", "rating-integrated", "chronological"),
  candidates: fc.uniqueArray(name, { maxLength: 10 }),
  history: fc.array(
    fc.record({
      tool: name,
      parameters: fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true }),
      rating: fc.constantFrom(1, 0, null),
      minute: fc.integer({ min: -1e9, max: 1e9 }),
    }),
    { maxLength: 12 },
  ),
  tools: fc.uniqueArray(
    fc.record({
      name,
      description: text(100),
      parameters: fc.uniqueArray(
        fc.record({
          name: key.filter((one) => one !== ""),
          type: fc.constantFrom("string", "integer", "object"),
          required: fc.boolean(),
          description: text(20),
        }),
        { maxLength: 3, selector: (one) => one.name },
      ),
      source: fc.constant("imported" as const),
    }),
    { maxLength: 3, selector: (one) => one.name },
  ),
  view: fc.record({
    view: fc.constantFrom("page", "presenter"),
    hidden: fc.uniqueArray(fc.constantFrom("header", "trail", "history"), { maxLength: 3 }),
    open: fc.constantFrom("why", "hood", null),
  }),
}) as fc.Arbitrary<SharedPage>;

describe("a link", () => {
  test("brings exactly what was put in", async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (one) => {
        const packed = await packFragment(one);
        expect(packed).toMatch(/^#share=[\w-]+$/);
        expect(isShareFragment(packed)).toBe(true);
        fc.pre(packed.length <= MAX_LINK);
        expect(await unpackFragment(packed)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  test("with any one character changed, or cut anywhere, opens nothing else than it held", async () => {
    const packed = await packFragment(page);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 7, max: packed.length - 1 }),
        fc.stringMatching(/^[\w-]$/),
        fc.boolean(),
        async (at, other, cut) => {
          const changed = cut ? packed.slice(0, at) : packed.slice(0, at) + other + packed.slice(at + 1);
          const opened = await unpackFragment(changed).catch((error: unknown) => error);
          // The last character has bits to spare.
          if (!(opened instanceof LinkError)) expect(opened).toEqual(page);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("made of what a page shows is refused by its own reader only where it is too long", () => {
    expect(fitsUnpacked(page)).toBe(true);
    expect(fitsUnpacked({ ...page, portrait: "x".repeat(300_000) })).toBe(false);
  });
});

describe("a hostile or damaged link is told apart, and told where it is wrong", () => {
  const long = fragment(randomBytes(MAX_LINK));
  const bomb = fragment("a".repeat(5_000_000));
  const deep = `{"version":1,"history":${"[".repeat(5000)}${"]".repeat(5000)}}`;
  const cases: [string, string, object][] = [
    ["empty", "#share=", { code: "damaged-link" }],
    ["a blank in it", "#share=eJw rt", { code: "strange-character", character: " ", position: 11 }],
    ["emoji", "#share=💣", { code: "strange-character", character: "💣", position: 8 }],
    ["an impossible length", "#share=eJwrt", { code: "damaged-link" }],
    [
      "not compressed",
      `#share=${Buffer.from("hello world").toString("base64url")}`,
      { code: "damaged-link" },
    ],
    ["a bomb", bomb, { code: "large-link" }],
    ["too long", long, { code: "long-link", most: MAX_LINK }],
    ["no UTF-8", fragment(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), { code: "damaged-link" }],
    ["no JSON", fragment("hello"), { code: "no-json-link" }],
    ["not an object", json([1]), { code: "no-page-link" }],
    ["null", json(null), { code: "no-page-link" }],
    ["no version", json({ ...page }), { code: "no-page-link", path: "version" }],
    ["a newer version", json({ ...whole, version: 2 }), { code: "other-link-version", version: "2" }],
    ["a strange version", json({ ...whole, version: "x".repeat(99) }), { code: "other-link-version" }],
    [
      "a prototype key",
      fragment(`{"version":1,"view":{"__proto__":{"hidden":[]}}}`),
      { code: "unsafe-link", path: "view.__proto__" },
    ],
    [
      "a prototype key in parameters",
      fragment(JSON.stringify(whole).replace('{"city":"Oslo"}', '{"__proto__":{"x":1}}')),
      { code: "unsafe-link", path: "history[0].parameters.__proto__" },
    ],
    ["an endless number", fragment('{"version":1,"query":1e999}'), { code: "unsafe-link", path: "query" }],
    ["nested deeply", fragment(deep), { code: "unsafe-link" }],
    ["an unknown field", json({ ...whole, admin: true }), { code: "no-page-link" }],
    ["a wrong setting", json({ ...whole, setting: "all" }), { code: "no-page-link", path: "setting" }],
    ["a long query", json({ ...whole, query: "a".repeat(1001) }), { code: "no-page-link", path: "query" }],
    [
      "a wrong rating",
      json({ ...whole, history: [{ ...page.history[0], rating: 2 }] }),
      { code: "no-page-link", path: "history[0].rating" },
    ],
    [
      "a time beyond all dates",
      json({ ...whole, history: [{ ...page.history[0], minute: 1e15 }] }),
      { code: "no-page-link", path: "history[0].minute" },
    ],
    [
      "too many calls",
      json({ ...whole, history: Array.from({ length: 1001 }, () => page.history[0]) }),
      { code: "no-page-link", path: "history" },
    ],
    [
      "a candidate twice",
      json({ ...whole, candidates: ["A.B.C", "A.B.C"] }),
      { code: "no-page-link", path: "candidates" },
    ],
    [
      "a tool with a control token in its name",
      json({ ...whole, tools: [{ ...page.tools[0], name: "A.B.<|eot_id|>" }] }),
      { code: "no-page-link", path: "tools[0].name" },
    ],
    [
      "a parameter called __proto__",
      json({ ...whole, tools: [{ ...page.tools[0], parameters: [{ name: "__proto__" }] }] }),
      { code: "no-page-link" },
    ],
  ];
  test.each(cases)("%s", async (_, hostile, said) => {
    const error: unknown = await unpackFragment(hostile).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(LinkError);
    expect((error as LinkError).said).toMatchObject(said);
    expect(Object.hasOwn(Object.prototype, "hidden") || Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  test("the bomb is one: it fits into a link, and unpacks to far more than the bound", () => {
    expect(bomb.length).toBeLessThan(MAX_LINK);
    expect(inflateSync(Buffer.from(bomb.slice(7), "base64url")).length).toBe(5_000_000);
  });
});

describe("a page from a link", () => {
  const [own] = page.tools as [Tool];
  const known = new Map<string, Tool>([
    ["Weather.SkyCast.Forecast", { ...own, name: "Weather.SkyCast.Forecast" }],
  ]);

  test("brings a tool that nobody here has under its name, marked as from a link", () => {
    const { tools, candidates } = adopted(page, (name) => known.get(name));
    expect(tools).toEqual([{ ...own, source: "link", function: undefined }]);
    expect(candidates).toEqual(page.candidates);
  });

  test("leaves out a tool that is here already, wherever it comes from", () => {
    const here = new Map([
      ...known,
      [own.name, { ...own, source: "invented" as const, function: "weather" }],
    ]);
    expect(adopted(page, (name) => here.get(name)).tools).toEqual([]);
  });

  test("replaces no tool: another of the same name gets a number, wherever it is named", () => {
    const here = new Map<string, Tool>([
      [own.name, { ...own, description: "Mine" }],
      [`${own.name} (2)`, own],
    ]);
    const call = { tool: own.name, parameters: {}, rating: 1 as const, minute: 0 };
    const { tools, candidates, history } = adopted(
      { ...page, candidates: [own.name, `${own.name} (3)`], history: [call] },
      (name) => here.get(name),
    );
    expect(tools.map((tool) => tool.name)).toEqual([`${own.name} (4)`]);
    expect(candidates).toEqual([`${own.name} (4)`, `${own.name} (3)`]);
    expect(history[0]?.tool).toBe(`${own.name} (4)`);
  });

  test("without its oldest calls needs fewer tools, and stays valid", () => {
    const tools = [...page.tools, { ...own, name: "Mapping.TomTom.Geocode" }];
    const call = page.history[0] as SharedPage["history"][number];
    const long = { ...page, tools, history: [...page.history, call] };
    expect(withoutOldest(long, 1).tools).toHaveLength(2);
    const short = withoutOldest(long, 3);
    expect(short.history).toEqual([call]);
    expect(short.tools.map(({ name: kept }) => kept)).toEqual([own.name]);
    expect(sharedPageSchema.safeParse(short).success).toBe(true);
    expect(withoutOldest(long, Infinity).history).toEqual([]);
  });
});
