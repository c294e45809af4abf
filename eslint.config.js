import prettier from "eslint-config-prettier";
import svelte from "eslint-plugin-svelte";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** The import rule: who may import what (see README, "Where things are"). `typesOf` may be imported as types. */
const stations = ["domain", "store", "model", "words", "state", "views", "dataset", "tests"];
const importRule = {
  domain: { may: [], packages: ["zod"] },
  store: { may: ["domain"], packages: ["idb", "yaml", "minisearch", "zod"] },
  model: {
    may: ["domain"],
    packages: ["@mlc-ai/web-llm", "@mlc-ai/web-xgrammar", "@huggingface/tokenizers", "zod"],
  },
  words: { may: [], typesOf: ["domain", "store", "model"], packages: [] },
  state: { may: ["domain", "store", "model", "words"], packages: ["svelte", "workbox-window"] },
  views: {
    may: ["state", "words"],
    typesOf: ["domain"],
    packages: [
      "svelte",
      "bits-ui",
      "@floating-ui/dom",
      "~icons/lucide",
      "lean-qr",
      "svelte-dnd-action",
      "virtua",
    ],
  },
};

const alternatives = (names) => names.map((name) => name.replace("/", "\\/")).join("|");

/** Rules for the files of one station. */
function restrict(station, { may, typesOf = [], packages }) {
  const forbidden = stations.filter((name) => ![station, ...may, ...typesOf].includes(name));
  const toStation = (names) => `^(\\.\\.\\/)+(src\\/|models\\/)?(${alternatives(names)})(\\/|$)`;
  const otherPackage = packages && `^(?!\\.\\.?\\/)(?!(${alternatives(packages)})(\\/|$))`;
  const message = `${station} may import ${[...may, ...typesOf.map((name) => `types of ${name}`), ...(packages ?? [])].join(", ") || "nothing else"}.`;
  const patterns = [toStation(forbidden), otherPackage].filter(Boolean).map((regex) => ({ regex, message }));
  if (typesOf.length > 0) patterns.push({ regex: toStation(typesOf), message, allowTypeImports: true });
  return {
    "@typescript-eslint/no-restricted-imports": ["error", { patterns }],
    // The rule above doesn't see `import("…")`.
    "no-restricted-syntax": [
      "error",
      ...patterns.map(({ regex }) => ({ selector: `ImportExpression > Literal[value=/${regex}/]`, message })),
    ],
  };
}

export default defineConfig(
  globalIgnores(["dist", "public", "models/.venv", ".venv", "models/.cache"]),
  {
    files: ["**/*.ts", "**/*.svelte"],
    extends: [ts.configs.strictTypeChecked, svelte.configs.recommended],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: [".svelte"] },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      eqeqeq: "error",
      // State here is replaced, not mutated: a plain Map or Set that is built anew needs no reactivity.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // ESLint takes callbacks and snippets of another component for any; svelte-check knows their types.
    files: ["**/*.svelte"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  ...Object.entries(importRule).map(([station, rule]) => ({
    files: [`src/${station}/**`],
    rules: restrict(station, rule),
  })),
  { files: ["models/dataset/**"], rules: restrict("dataset", { may: ["domain"] }) },
  // Vitest's matchers such as `expect.any` are typed as any.
  { files: ["tests/**"], rules: { "@typescript-eslint/no-unsafe-assignment": "off" } },
  prettier,
  svelte.configs.prettier,
);
