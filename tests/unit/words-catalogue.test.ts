/**
 * The words of the interface, language by language: nothing is empty, untranslated or said without what it is about.
 * What a phrase takes is read from the types of en.ts, so that a new phrase is tested without a line here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { ModelManifest } from "../../src/model/manifest";
import { languages as tagsOfPage, type Words } from "../../src/words/words.svelte";

/** Phrases that are rightly the same in English and German. */
const SAME = new Set([
  // The product's name.
  "page.title",
  "picture.noModel",
  // Words that both languages have.
  "lessons.minutes",
  "person.name",
  "presenter.sizes.normal",
  "share.link",
  "share.person",
  // A person's name.
  "tour.person.name",
]);

/** What phrases leave out on purpose, as `path: parameter`. */
const UNSAID = new Set([
  // Bytes and characters that are said in millions.
  "faults.model.no-space: __0.needed",
  "faults.model.no-space: __0.free",
  "imports.faults.too-long: __0.characters",
  "imports.faults.long-yaml: __0.characters",
  "share.troubles.large-link: __0.bytes",
  // Only "it" or "them".
  "notices.look: entries",
  // Said only where nothing is hidden.
  "blindSpots: __0.shown",
]);

/** One call of a phrase: what it is given, and what its text must then hold. */
interface Sample {
  given: unknown;
  /** Each with the path of the parameter that it comes from. */
  said: { path: string; text: string }[];
}

const files = import.meta.glob<Words>("../../src/words/languages/*.ts", { eager: true, import: "default" });
const languages = new Map(
  Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.ts$/g, ""), words]),
);
const english: Words = languages.get("en") ?? fail("There is no English.");

function fail(message: string): never {
  throw new Error(message);
}

const checker = (() => {
  const file = fileURLToPath(new URL("../../src/words/languages/en.ts", import.meta.url));
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2024.d.ts"],
    types: [],
  });
  const source = program.getSourceFile(file);
  const types = program.getTypeChecker();
  const symbol = source && types.getSymbolAtLocation(source);
  const own = symbol && types.getExportsOfModule(symbol).find(({ name }) => name === "default");
  return { types, source, root: own ? types.getTypeOfSymbol(own) : fail("en.ts has no default export.") };
})();

let last = 40;

/** Values of a type, one for each way it can be. */
function samples(type: ts.Type, path: string, depth = 0): Sample[] {
  const { types } = checker;
  // A type that holds itself, such as that of JSON.
  if (depth > 5) return [];
  if (type.isUnion()) return type.types.flatMap((one) => samples(one, path, depth + 1));
  if (type.isStringLiteral() || type.isNumberLiteral()) return [{ given: type.value, said: [] }];
  const { flags } = type;
  if (flags & ts.TypeFlags.BooleanLiteral) return [{ given: types.typeToString(type) === "true", said: [] }];
  if (flags & ts.TypeFlags.Null) return [{ given: null, said: [] }];
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return [{ given: undefined, said: [] }];
  if (flags & ts.TypeFlags.Number) {
    last += 1;
    // One thing may be said without its number: "the oldest call".
    return [
      { given: last, said: [{ path, text: String(last) }] },
      { given: 1, said: [] },
    ];
  }
  if (flags & (ts.TypeFlags.String | ts.TypeFlags.Unknown)) {
    const text = `Näme${(last += 1)}`;
    return [{ given: text, said: [{ path, text }] }];
  }
  if (types.typeToString(type) === "Date")
    return [{ given: new Date(2031, 4, 17), said: [{ path, text: "2031" }] }];
  if (types.isTupleType(type)) {
    const elements = types.getTypeArguments(type as ts.TypeReference);
    const parts = elements.map((one, index) => ({
      name: String(index),
      samples: samples(one, `${path}.${index}`, depth + 1),
    }));
    return products(parts).map((picked) => ({
      given: picked.map(({ sample }) => sample.given),
      said: picked.flatMap(({ sample }) => sample.said),
    }));
  }
  const [element] = types.isArrayType(type) ? types.getTypeArguments(type as ts.TypeReference) : [];
  if (element) {
    const [one] = samples(element, path, depth + 1);
    const [other] = samples(element, path, depth + 1);
    if (!one || !other) return [];
    return [
      { given: [one.given, other.given], said: [...one.said, ...other.said] },
      { given: [one.given], said: one.said },
    ];
  }
  const properties = types.getPropertiesOfType(type);
  return products(
    properties.map((property) => ({
      name: property.name,
      samples: samples(types.getTypeOfSymbol(property), `${path}.${property.name}`, depth + 1),
    })),
  ).map((picked) => ({
    given: Object.fromEntries(picked.map(({ name, sample }) => [name, sample.given])),
    said: picked.flatMap(({ sample }) => sample.said),
  }));
}

interface Picked {
  name: string;
  sample: Sample;
}

/** The first sample of each part, then each other sample of one part among the first ones of the others. */
function products(parts: { name: string; samples: Sample[] }[]): Picked[][] {
  const first = parts.flatMap(({ name, samples: [sample] }) => (sample ? [{ name, sample }] : []));
  const others = parts.flatMap(({ name, samples: [, ...rest] }) =>
    rest.map((sample) => first.map((one) => (one.name === name ? { name, sample } : one))),
  );
  return [first, ...others];
}

/** One phrase: its path, such as `history.title`, and the calls to try; none for a plain text. */
interface Phrase {
  path: string;
  calls: { given: unknown[]; said: Sample["said"] }[] | null;
}

/** Where languages may have any keys. */
const open: string[] = [];

function phrases(type: ts.Type, path: string): Phrase[] {
  const { types, source } = checker;
  const [signature] = type.getCallSignatures();
  if (signature) {
    const parts = signature.getParameters().map((parameter) => ({
      name: parameter.name,
      samples: samples(
        source ? types.getTypeOfSymbolAtLocation(parameter, source) : types.getTypeOfSymbol(parameter),
        parameter.name,
      ),
    }));
    const calls = products(parts).map((picked) => ({
      given: picked.map(({ sample }) => sample.given),
      said: picked.flatMap(({ sample }) => sample.said),
    }));
    return [{ path, calls }];
  }
  if (type.flags & ts.TypeFlags.StringLike) return [{ path, calls: null }];
  const list = at(english, path);
  if (Array.isArray(list)) {
    const elements = types.getTypeArguments(type as ts.TypeReference);
    return list.flatMap((_, index) => {
      const element = elements[index] ?? elements[0];
      return element ? phrases(element, `${path}.${index}`) : [];
    });
  }
  // Some texts by keys that no type tells.
  if (types.getIndexInfosOfType(type).length > 0) open.push(`${path}.`);
  return types
    .getPropertiesOfType(type)
    .flatMap((property) =>
      phrases(types.getTypeOfSymbol(property), path === "" ? property.name : `${path}.${property.name}`),
    );
}

const all = phrases(checker.root, "");

/** What a language has at a path. */
function at(words: Words, path: string): unknown {
  const keys = path === "" ? [] : path.split(".");
  return keys.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], words);
}

/** All texts of a phrase in a language, each with what it must hold. */
function texts(words: Words, { path, calls }: Phrase): { text: string; said: Sample["said"] }[] {
  const found = at(words, path);
  if (calls === null) return [{ text: found as string, said: [] }];
  const say = found as (...given: unknown[]) => string;
  return calls.map(({ given, said }) => {
    try {
      return { text: say(...given), said };
    } catch (error) {
      throw new Error(`${path} can't say ${JSON.stringify(given)}.`, { cause: error });
    }
  });
}

/** The paths of all phrases of a language. */
const pathsOf = (words: Words): string[] =>
  paths(words)
    .filter((path) => !open.some((prefix) => path.startsWith(prefix)))
    .toSorted();

function paths(part: unknown, path = ""): string[] {
  if (typeof part !== "object" || part === null) return [path];
  return Object.entries(part).flatMap(([key, value]) => paths(value, path === "" ? key : `${path}.${key}`));
}

test("each file in languages is a language of the page, whose numbers the browser can write", () => {
  const folder = fileURLToPath(new URL("../../src/words/languages/", import.meta.url));
  const tags = readdirSync(folder).map((name) => name.replace(/\.ts$/, ""));
  expect(tags).toEqual(expect.arrayContaining(["de", "en"]));
  expect(tagsOfPage).toEqual(tags.toSorted());
  expect(Intl.NumberFormat.supportedLocalesOf(tags)).toEqual(tags);
});

test("every phrase of en.ts was found by its type", () => {
  expect(all.map(({ path }) => path).toSorted()).toEqual(pathsOf(english));
  expect(all.filter(({ calls }) => calls !== null).length).toBeGreaterThan(50);
});

describe.each([...languages])("%s", (tag, words) => {
  test("has each phrase and no other", () => {
    expect(pathsOf(words)).toEqual(pathsOf(english));
  });

  test("says something in each", () => {
    const silent = all.filter((phrase) =>
      texts(words, phrase).some(
        ({ text }) =>
          typeof text !== "string" ||
          text.trim() === "" ||
          /undefined|\bnull\b(?! character)|NaN|\[object|\$\{|\s{2}/.test(text),
      ),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test("says each number and name that it is given", () => {
    const missing = all.flatMap((phrase) => {
      const reference = texts(english, phrase);
      return texts(words, phrase).flatMap(({ text, said }, index) =>
        said
          .filter((one) => !text.includes(one.text))
          // Of a larger thing English says what there is to say.
          .filter((one) =>
            tag === "en" ? one.path.split(".").length < 3 : reference[index]?.text.includes(one.text),
          )
          .map((one) => `${phrase.path}: ${one.path}`)
          .filter((one) => !UNSAID.has(one)),
      );
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  test.skipIf(tag === "en")("is translated", () => {
    const shared = all.filter((phrase) => {
      const own = texts(words, phrase);
      return texts(english, phrase).some(
        ({ text, said }, index) => text === own[index]?.text && /\p{L}/u.test(without(text, said)),
      );
    });
    expect(shared.map(({ path }) => path).filter((path) => !SAME.has(path))).toEqual([]);
  });
});

/** A text without what it was given. */
function without(text: string, said: Sample["said"]): string {
  return said.reduce((rest, one) => rest.replaceAll(one.text, ""), text);
}

describe("German", () => {
  const german = languages.get("de") ?? english;
  const matching = (pattern: RegExp) =>
    all
      .flatMap((phrase) => texts(german, phrase).map(({ text }) => `${phrase.path}: ${text}`))
      .filter((line) => pattern.test(line.slice(line.indexOf(": "))));

  test("holds no English words", () => {
    expect(matching(/\b(the|and|of|with|your|you|is|are|this|not|call|tool)\b/i)).toEqual([]);
  });

  test("is the same only where it is listed", () => {
    const same = all.filter((phrase) => texts(english, phrase)[0]?.text === texts(german, phrase)[0]?.text);
    expect([...SAME].filter((path) => !same.some((phrase) => phrase.path === path))).toEqual([]);
  });

  test("knows what the bundled models say of themselves", () => {
    const folder = new URL("../../public/models/", import.meta.url);
    const said = readdirSync(folder).map((id) => {
      const manifest = JSON.parse(readFileSync(new URL(`${id}/model.json`, folder), "utf8")) as ModelManifest;
      return manifest.summary;
    });
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((summary) => german.modelPanel.summary(summary) === summary)).toEqual([]);
  });

  test("is formal", () => {
    expect(matching(/\b(du|dir|dich|dein(e[rmns]?)?|euch|euer)\b/i)).toEqual([]);
  });

  test("has German quotation marks and umlauts", () => {
    expect(matching(/”|«|»|\b(fuer|ueber|koennen|muessen|waehl\w*|aender\w*|loesch\w*)\b/i)).toEqual([]);
  });
});
