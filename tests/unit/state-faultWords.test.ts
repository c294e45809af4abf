import { afterEach, describe, expect, test } from "vitest";
import type { EditPart } from "../../src/domain/edit";
import type { TextFault } from "../../src/domain/parameterText";
import type { CallFault } from "../../src/domain/toolCall";
import { ModelFault, type GpuReport, type Lack, type Trouble } from "../../src/model";
import type { Mishap } from "../../src/model/fault";
import { adapterWords, faultWords, gpuWords, noteWords } from "../../src/state/faultWords";
import { portraitWords } from "../../src/state/portraitWords";
import { CatalogueError, type CatalogueTrouble } from "../../src/store/catalogue";
import { ImportError, type ImportTrouble } from "../../src/store/fault";
import { seedUsers } from "../../src/store/mockUsers";
import { StoreError, type StoreFault } from "../../src/store/storeError";
import type { ImportNote } from "../../src/store/toolImport";
import { sentence } from "../../src/words/sentences";
import { languages, speak, words } from "../../src/words/words.svelte";

/** One example for each code; a new code is missed here by its type. */
type Examples<One extends { code: string }> = {
  [Code in One["code"]]: Omit<Extract<One, { code: Code }>, "code">;
};
const examples = <One extends { code: string }>(all: Examples<One>): One[] =>
  Object.entries(all).map(([code, fields]) => ({ code, ...(fields as object) }) as unknown as One);

const file = "tools.json";
const answer = { status: 200, type: "text/html" };
const at = { line: 2, column: 7, expected: "colon", found: "x" } as const;

const troubles = examples<Trouble>({
  insecure: {},
  "no-webgpu": {},
  "weak-adapter": { why: "shader-f16" },
  "bad-manifest": { field: "files.0", why: "Invalid" },
  "other-prompt-format": { name: "Tiny", format: 3, ours: 2 },
  "no-manifest": { url: "https://m/model.json", page: true },
  "manifest-refused": { url: "https://m/model.json", status: 404 },
  "unlisted-file": { file: "a.bin", by: "tensor-cache.json" },
  "no-such-model": { choice: "mine" },
  "insecure-address": { origin: "http://m" },
  unreachable: { url: "https://m/model.json" },
  "broken-download": { file: "a.bin", came: { answer: null, mishap: null }, attempts: 3 },
  "wrong-file": { file: "a.bin", came: { answer, mishap: { code: "altered" } }, attempts: 3 },
  "no-space": { needed: 3e6, free: 2e6 },
  "no-space-left": {},
  "storage-refused": {},
  "file-gone": { file: "a.bin" },
  "files-gone": {},
  "device-lost": {},
  "out-of-memory": { why: "allocation failed" },
  "worker-stopped": { why: "killed" },
  "worker-unloadable": {},
  "worker-unreadable": {},
  "worker-ended": {},
  "worker-silent": { seconds: 60 },
  "worker-confused": {},
  "not-loaded": {},
  "prompt-too-long": { needed: 1268 },
  "cut-off": { tokens: 300 },
  engine: { why: "Error: x" },
  cancelled: {},
  superseded: {},
});

const mishaps = examples<Mishap>({
  "too-many": { size: 100 },
  miscounted: { got: 99, size: 100 },
  altered: {},
  "broken-off": { got: 50, size: 100 },
  stalled: { got: 50, size: 100, seconds: 30 },
});

const importTroubles = examples<ImportTrouble>({
  huge: { file },
  unreadable: { file },
  "no-utf-8": { file },
  "null-character": { file, position: 9 },
  "no-json": { file, at },
  "no-text": { file },
  "too-long": { file, characters: 31e6 },
  "no-tools": { file },
  "many-tools": { file, count: 10_001, most: 10_000 },
  "deep-tools": { file },
  "unusable-tool": { file, path: "[0].name", why: "too long" },
  "no-tool-document": { file },
  "line-no-json": { line: 3, at },
  "bad-document": { part: "line", number: 3, path: "provider", why: "expected string" },
  "long-yaml": { file, characters: 7e6 },
  "no-yaml": { file, at: { line: 1, column: 2 }, why: "x" },
  "yaml-aliases": { file },
  "empty-export": { file },
  "long-export": { file },
  "no-export": { file, path: "format", why: "expected x" },
  "newer-export": { file, version: 4, newest: 3 },
  "bad-export": { file, path: "users", why: "expected array", more: 2 },
  "large-number": { file, path: "users[0]" },
  "unusable-name": { file, path: "users[0]" },
  "deep-export": { file, path: "users[0]" },
});

const catalogueTroubles = examples<CatalogueTrouble>({
  unreachable: { url: "/catalogue.json" },
  refused: { url: "/catalogue.json", status: 500 },
  "no-json": { url: "/catalogue.json" },
  "bad-field": { url: "/catalogue.json", field: "version", why: "expected 1" },
});

const storeFaults = Object.keys({
  blocked: 0,
  timeout: 0,
  newer: 0,
  unavailable: 0,
  quota: 0,
  interrupted: 0,
  emptied: 0,
  closed: 0,
  missing: 0,
  invalid: 0,
  failed: 0,
} satisfies Record<StoreFault, 0>) as StoreFault[];

const notes = examples<ImportNote>({
  "remote-reference": { reference: "https://x" },
  "dangling-reference": { reference: "#/x" },
  "circular-reference": {},
  "unusable-name": { name: "__proto__" },
  "many-operations": { most: 5000 },
  "many-parameters": { count: 120, most: 100 },
  merged: { count: 2 },
  numbered: { count: 2, example: "A.B.c (2)" },
});

const editParts = examples<EditPart>({
  asked: { query: "Rain?" },
  "emptied-query": {},
  "proposed-candidates": {},
  "chose-candidates": {},
  "added-candidate": { tool: "A · b" },
  "removed-candidate": { tool: "A · b" },
  set: { setting: "chronological" },
  added: { tool: "A · b" },
  deleted: { tool: "A · b" },
  edited: { tool: "A · b" },
  moved: { tool: "A · b" },
  rated: { tool: "A · b", rating: null },
  replaced: { before: "A · b", after: "C · d" },
  "changed-calls": { count: 3 },
});

const fieldFaults = examples<CallFault | TextFault>({
  "not-allowed": { name: "units", allowed: ["metric", "imperial"] },
  "wrong-type": { name: "days", type: "integer" },
  "wrong-items": { name: "tags", items: "string" },
  unreadable: { parameter: { name: "days", type: "integer", required: true, description: "" } },
  missing: { name: "city" },
  unknown: { name: "mood" },
});

const lacks = examples<Lack>({
  feature: { name: "shader-f16" },
  limit: { limit: "maxBufferSize", needed: 2 ** 28, offered: 2 ** 27 },
});

const report = (reason: GpuReport["reason"]): GpuReport => ({
  ok: reason === null,
  reason,
  adapter: { name: "Iris", software: false },
  lacking: lacks,
});

/** Everything that can be said, in the language that is shown. */
function allSaid(): Map<string, string> {
  const { edits, parameters } = words();
  const reasons = ["insecure", "no-webgpu", "no-adapter", "weak-adapter"] as const;
  return new Map([
    ...troubles.map((one): [string, string] => [`model ${one.code}`, faultWords(new ModelFault(one))]),
    ...mishaps.map((mishap): [string, string] => {
      const trouble: Trouble = {
        code: "broken-download",
        file: "b.bin",
        came: { answer, mishap },
        attempts: 3,
      };
      return [`download ${mishap.code}`, faultWords(new ModelFault(trouble))];
    }),
    ...importTroubles.map((one): [string, string] => [`file ${one.code}`, faultWords(new ImportError(one))]),
    ...catalogueTroubles.map((one): [string, string] => [
      `catalogue ${one.code}`,
      faultWords(new CatalogueError(one)),
    ]),
    ...storeFaults.map((kind): [string, string] => [`store ${kind}`, faultWords(new StoreError(kind))]),
    ...notes.map((one): [string, string] => [`note ${one.code}`, noteWords(one)]),
    ...editParts.map((one): [string, string] => [`edit ${one.code}`, sentence(edits.parts, one)]),
    ...fieldFaults.map((one): [string, string] => [`field ${one.code}`, sentence(parameters.faults, one)]),
    ...reasons.map((one): [string, string] => {
      const said = gpuWords(report(one));
      return [`device ${one}`, `${said?.why ?? ""} ${said?.advice ?? ""} ${said?.lacking.join() ?? ""}`];
    }),
  ]);
}

afterEach(() => speak(["en"]));

describe.each(languages)("in %s", (tag) => {
  test("every fault, note and edit has words of its own", async () => {
    await speak([tag]);
    const said = allSaid();
    for (const [what, text] of said) {
      expect(text, what).toMatch(/\p{L}{2}/u);
      expect(text, what).not.toMatch(/undefined|\[object|NaN|\bnull\b(?! character)/);
    }
    expect(new Set(said.values()).size).toBeGreaterThanOrEqual(said.size - 1);
  });

  test("what a sentence is about stands in it", async () => {
    await speak([tag]);
    const said = [...allSaid().values()].join("\n");
    for (const part of [...troubles, ...importTroubles, ...notes].flatMap((one) =>
      Object.values<unknown>(one),
    ))
      if (typeof part === "string" && /[.:#/[]/.test(part)) expect(said).toContain(part);
  });
});

test("no sentence of another language is English", async () => {
  const english = allSaid();
  for (const tag of languages) {
    if (tag === "en") continue;
    await speak([tag]);
    const same = [...allSaid()].filter(([what, text]) => english.get(what) === text);
    expect(same, tag).toEqual([]);
  }
});

test("details follow a store's fault in place of its full stop", () => {
  expect(faultWords(new StoreError("quota"))).toMatch(/^The browser has no room left .*model\.$/);
  expect(faultWords(new StoreError("invalid", { details: "name: too long" }))).toBe(
    "This can't be stored: name: too long",
  );
});

test("an error that nobody foresaw speaks for itself", () => {
  expect(faultWords(new TypeError("x is not a function"))).toBe("x is not a function");
  expect(faultWords("gone")).toBe("gone");
});

test("a device without a name is called so", () => {
  expect(adapterWords({ name: "", software: false })).toBe("unnamed");
  expect(adapterWords({ name: "Iris", software: false })).toBe("Iris");
});

test("a device that is good enough needs no words", () => {
  expect(gpuWords(report(null))).toBeNull();
});

describe("a portrait", () => {
  const ida = seedUsers(0)[0]?.user ?? { id: "", name: "", portrait: "" };

  test("that came with the page is shown in the language of the page", async () => {
    expect(portraitWords(ida)).toBe(ida.portrait);
    await speak(["de"]);
    for (const { user } of seedUsers(0)) expect(portraitWords(user)).not.toBe(user.portrait);
    expect(portraitWords({ ...ida, id: "copy", name: "Ida's twin" })).toMatch(/Erdkunde/);
  });

  test("that somebody wrote stays as it is", async () => {
    await speak(["de"]);
    expect(portraitWords({ ...ida, portrait: "Likes maps." })).toBe("Likes maps.");
  });
});
