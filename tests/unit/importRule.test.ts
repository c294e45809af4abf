import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

// Only the two rules that carry the import rule, so that no types have to be read.
const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => ruleId.endsWith("no-restricted-imports") || ruleId === "no-restricted-syntax",
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ message }) => message);
}

const forbidden = [
  ["src/domain/new.ts", 'import { openStore } from "../store/store";'],
  ["src/domain/new.ts", 'import { openDB } from "idb";'],
  ["src/domain/new.ts", 'export * from "../model/worker";'],
  ["src/domain/new.ts", 'await import("../model/worker");'],
  ["src/store/new.ts", 'import { App } from "../state/app.svelte";'],
  ["src/store/deep/new.ts", 'import { App } from "../../state/app.svelte";'],
  ["src/model/new.ts", 'import type { Store } from "../store/store";'],
  ["src/state/new.svelte.ts", 'import Panel from "../views/Panel.svelte";'],
  ["src/state/new.svelte.ts", 'import { openDB } from "idb";'],
  ["src/views/new.ts", 'import { openStore } from "../store/store";'],
  ["src/views/New.svelte", '<script lang="ts">import { openStore } from "../store/store";</script>'],
  ["src/views/new.ts", 'import { writePrompt } from "../domain/prompt";'],
  ["models/dataset/new.ts", 'import { openStore } from "../../src/store/store";'],
] as const;

const allowed = [
  ["src/domain/new.ts", 'import { z } from "zod"; import { toolSchema } from "./tool";'],
  ["src/store/new.ts", 'import { openDB } from "idb"; import { toolSchema } from "../domain/tool";'],
  ["src/store/deep/new.ts", 'import { x } from "../store"; import { toolSchema } from "../../domain/tool";'],
  ["src/state/new.svelte.ts", 'import { openStore } from "../store/store"; import { x } from "../model/x";'],
  ["src/views/new.ts", 'import type { Tool } from "../domain/tool"; import X from "~icons/lucide/x";'],
  ["models/dataset/new.ts", 'import { writePrompt } from "../../src/domain/prompt";'],
] as const;

describe("the import rule of the folders", () => {
  test.each(forbidden)("%s must not hold %s", async (file, code) => {
    expect(await faults(file, code)).toEqual([expect.stringContaining(" may import ")]);
  });

  test.each(allowed)("%s may hold %s", async (file, code) => {
    expect(await faults(file, code)).toEqual([]);
  });
});
