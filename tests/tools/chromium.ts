import { existsSync } from "node:fs";

/** Where systems put Chromium or Chrome. */
const usualPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Flags that give headless Chromium WebGPU on the processor, and keep it off the network. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
];

/**
 * The Chromium that tests run in: the one that the environment variable CHROME_PATH names, or an installed one.
 * @throws Error that says how to get one.
 */
export function findChromium(): string {
  const named = process.env["CHROME_PATH"];
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
  const found = named ?? usualPaths.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    "The tests need Chromium or Chrome with WebGPU. Install one " +
      "(Debian: apt-get install chromium mesa-vulkan-drivers), or name it in CHROME_PATH.",
  );
}
