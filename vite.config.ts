import { svelte } from "@sveltejs/vite-plugin-svelte";
import icons from "unplugin-icons/vite";
import { defineConfig, type Plugin } from "vite";
import { offline } from "./vite.offline.ts";

/**
 * What the built page may load and run. WebAssembly needs `wasm-unsafe-eval`; nothing is inline. `connect-src` is
 * only the outermost bound here: src/policy.ts narrows it to the page's origin and that of the chosen model.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob: https: http://localhost:* http://127.0.0.1:*",
  "img-src 'self' data:",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Writes the policy into the built page, so that it holds on any static host. The dev server goes without:
 * it serves styles inline.
 */
const securityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
      injectTo: "head-prepend",
    },
  ],
};

/** Puts the styles before the scripts: on a slow connection the first words are painted while the rest still comes. */
const stylesFirst: Plugin = {
  name: "styles-first",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html) => {
      const styles = html.match(/[ \t]*<link rel="stylesheet"[^>]*>\n/g)?.join("") ?? "";
      return html
        .replaceAll(/[ \t]*<link rel="stylesheet"[^>]*>\n/g, "")
        .replace(/(?=[ \t]*<script )/, styles);
    },
  },
};

export default defineConfig({
  base: "./",
  // Icons as elements of the page's own templates: made one by one they took a quarter of the time to the first view.
  plugins: [svelte(), icons({ compiler: "svelte" }), securityPolicy, stylesFirst, offline],
  worker: { format: "es" },
  build: {
    target: "es2022",
    // web-llm alone is over 5 MB; it is loaded in the worker only.
    chunkSizeWarningLimit: 8000,
    // The policy has no room for data: in fonts, styles or workers.
    assetsInlineLimit: 0,
    // All that the first view needs in one file: dozens of small ones wait for each other where each answer takes long.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } } },
  },
  preview: {
    headers: {
      // `frame-ancestors` is ignored in a meta tag.
      "Content-Security-Policy": `${contentSecurityPolicy}; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    },
  },
});
