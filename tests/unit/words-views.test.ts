/** No component says anything that isn't in the catalogue: neither in its markup nor in what it announces. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "svelte/compiler";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../src/views/", import.meta.url));
const components = readdirSync(folder).filter((name) => name.endsWith(".svelte"));

/** Names and signs that are the same in all languages, and names of keys as the browser tells them. */
const ALLOWED = new Set([
  "PEToolLLaMA",
  "Live",
  "SHA",
  "W",
  "s",
  "Escape",
  "Enter",
  "Home",
  "End",
  "Page",
  "Tab",
  "Ctrl",
  "Shift",
]);

/** Attributes, and properties of components, whose text is shown or read out. */
const SHOWN =
  /^(title|alt|placeholder|label|description|none|words|waiting|hint|heading|caption|aria-(label|description|roledescription|valuetext|placeholder))$/;

interface Node {
  type: string;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const nodes = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is Node => isNode(one));

/** The nodes right below one. */
const below = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, value]) =>
    key === "metadata" || key === "parent" ? [] : nodes(value),
  );

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** A text's words that no language's catalogue has. */
const foreign = (said: string): boolean =>
  // An address as an example.
  !/^https:\/\/\S+$/.test(said) &&
  said
    .split(/\s+/)
    .some((word) => /\p{L}/u.test(word) && !ALLOWED.has(word.replace(/^\P{L}+|\P{L}+$/gu, "")));

const literal = ({ type, value }: Node): string =>
  type === "Literal" ? text(value) : type === "TemplateElement" ? text((value as { raw?: unknown }).raw) : "";

/** The texts that an expression may have as its value, as far as they stand in it. */
function values(node: Node): string[] {
  const of = (...keys: string[]) => keys.flatMap((key) => nodes(node[key]).flatMap(values));
  switch (node.type) {
    case "Literal":
    case "TemplateElement":
      return [literal(node)];
    case "TemplateLiteral":
      return of("quasis", "expressions");
    case "ConditionalExpression":
      return of("consequent", "alternate");
    case "LogicalExpression":
    case "BinaryExpression":
      return node["operator"] === "+" || node.type === "LogicalExpression" ? of("left", "right") : [];
    case "ArrayExpression":
      return of("elements");
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return of("expression");
    case "MemberExpression":
      // A list or record of texts that one is picked from.
      return of("object");
    default:
      return [];
  }
}

/** What the markup below a node shows or announces by itself. */
function shown(node: Node): string[] {
  if (node.type === "Text") return [text(node["data"])];
  if (node.type === "ExpressionTag") return nodes(node["expression"]).flatMap(values);
  if (node.type === "Attribute") {
    if (!SHOWN.test(text(node["name"]))) return [];
    return nodes(node["value"]).flatMap((part) =>
      part.type === "Text" ? [text(part["data"])] : shown(part),
    );
  }
  if (/Directive$|^(Comment|StyleSheet|Script|AttachTag|SpreadAttribute)$/.test(node.type)) return [];
  return below(node).flatMap(shown);
}

/** Texts in code that read like words for people: several words, or one with a capital. */
function phrases(node: Node): string[] {
  if (/^(Import|Export|TS|Throw|Comment)/.test(node.type) && !/^TS(As|Satisfies|NonNull)/.test(node.type))
    return [];
  const own = literal(node);
  const reads = /^\P{L}*\p{Lu}\p{Ll}+(?!\p{Lu})([\s.,:…!?]|$)|\p{Ll}{2,} \p{Ll}{2,}|\p{Ll}{2,} …/u.test(own);
  // Selectors, media queries and MIME types are for the browser.
  const forBrowser = /[[\]#()<>=;]|^[a-z]+\/[a-z]+$/.test(own);
  return [...(reads && !forBrowser ? [own] : []), ...below(node).flatMap(phrases)];
}

/** All that a component says without the catalogue. */
function saidBy(source: string): string[] {
  const { fragment, instance, module } = parse(source, { modern: true }) as unknown as Record<
    string,
    unknown
  >;
  return [
    ...nodes(fragment).flatMap(shown),
    ...[instance, module].flatMap((script) => nodes(script)).flatMap(phrases),
  ]
    .map((said) => said.trim())
    .filter(foreign);
}

test.each(components)("%s speaks from the catalogue", (name) => {
  expect(saidBy(readFileSync(folder + name, "utf8"))).toEqual([]);
});

describe("the scan finds", () => {
  test.each([
    ["<p>Hello there</p>", "Hello there"],
    ['<p title="A hint">{x}</p>', "A hint"],
    ['<button aria-label="Close {name}">{x}</button>', "Close"],
    ['<Modal title="Models">{x}</Modal>', "Models"],
    ['<p>{busy ? "Working …" : x}</p>', "Working …"],
    ['<input placeholder={wanted ? "" : "not set"} />', "not set"],
    ["<p>{`${count} calls`}</p>", "calls"],
    ['<p>{["Disliked", "Liked"][rating] ?? x}</p>', "Disliked"],
    ["{#if x}<p>Yes.</p>{/if}", "Yes."],
    ["{#each list as one}<li>{one}</li>{:else}<li>No tools</li>{/each}", "No tools"],
    ['<script>const states = { idle: "Nothing to ask" };</script>', "Nothing to ask"],
    ['<script lang="ts">let name: string = "Ready";</script>', "Ready"],
    ["<script>const line = (n) => `The ${n} oldest`;</script>", "The"],
  ])("%s", (source, said) => {
    expect(saidBy(source)).toContain(said);
  });

  test.each([
    '<p class="soft" data-kind="Some kind">{words().history.add} · {size} {"…"}</p>',
    '<p>{status === "in use" ? words().a : words().b}</p>',
    '<script>import x from "./Some thing"; list.querySelector("[data-id] button");</script>',
  ])("nothing in %s", (source) => {
    expect(saidBy(source)).toEqual([]);
  });
});
