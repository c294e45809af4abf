import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumFlags, findChromium } from "./tests/tools/chromium.ts";

export default defineConfig({
  test: {
    reporters: ["default", "./tests/tools/countReporter.ts"],
    projects: [
      {
        plugins: [svelte()],
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/models/**/*.test.ts"],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [svelte()],
        // Found while tests already run, a package would reload the page under them.
        optimizeDeps: {
          include: [
            "@huggingface/tokenizers",
            "@mlc-ai/web-llm",
            "@mlc-ai/web-xgrammar",
            "fast-check",
            "idb",
            "minisearch",
            "yaml",
            "zod",
          ],
        },
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          // All files share an origin's storage, which some of them fill or clear, and one DevTools session.
          fileParallelism: false,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium(), args: chromiumFlags } }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          // Each file drives a Chromium with a model in it: one at a time.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // Hundreds of tests that wait for one another's seconds on two busy cores: one may be too late. countReporter names it.
          retry: 1,
          // One second, the default, is little for a software adapter on two cores.
          expect: { poll: { timeout: 30_000 } },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
