import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const SCRIPT = "sw.js";
/** Models are stored by the page itself, when the user asks for them. */
const LEFT_OUT = new RegExp(`^(models/|${SCRIPT}$)`);

/** The files of a built page as Workbox wants them, each with its hash, and a name for all of them together. */
function pageFiles(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !LEFT_OUT.test(path))
    .toSorted()
    .map((url) => {
      const hash = createHash("sha256")
        .update(readFileSync(join(folder, url)))
        .digest("base64");
      // The names of assets hold a hash already.
      const revision = url.startsWith("assets/") ? null : hash;
      return { url, revision, integrity: `sha256-${hash}` };
    });
  const all = createHash("sha256").update(JSON.stringify(files)).digest("hex");
  return { build: all.slice(0, 12), files };
}

/**
 * Writes the service worker of a built page.
 * @param folder of the built page.
 */
export async function writeServiceWorker(folder: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { PAGE: JSON.stringify(pageFiles(folder)) },
    build: {
      target: "es2022",
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("src/serviceWorker.ts", import.meta.url)),
        output: { format: "iife", entryFileNames: SCRIPT },
      },
    },
  });
}

/** Adds the service worker to the build. */
export const offline: Plugin = {
  name: "offline",
  apply: "build",
  writeBundle: async ({ dir }) => {
    if (dir) await writeServiceWorker(dir);
  },
};
