import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { createServer, type Plugin, type ViteDevServer } from "vite";
import { chromiumFlags, findChromium } from "../../tools/chromium.ts";
import type { Questions } from "./page.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Counts GPU memory in the app's worker; lets web-llm find a folder under the paths that it makes up. */
const measuring: Plugin = {
  name: "measuring",
  enforce: "pre",
  transform: (code, id) =>
    id.split("?")[0]?.endsWith("/src/model/worker.ts")
      ? `import "/tests/models/live/gpuBytes.ts";\n${code}`
      : null,
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      request.url = request.url?.replace("/resolve/main/", "/");
      next();
    });
  },
};

/** A Chromium with the app's model side in it, from the sources, with WebGPU on the processor. */
export class LivePage {
  readonly #server: ViteDevServer;
  readonly #browser: Browser;
  readonly page: Page;

  private constructor(server: ViteDevServer, browser: Browser, page: Page) {
    this.#server = server;
    this.#browser = browser;
    this.page = page;
  }

  static async open(): Promise<LivePage> {
    const server = await createServer({
      root,
      configFile: false,
      // A cache of its own: another server may be running.
      cacheDir: join(root, "node_modules/.vite-live"),
      plugins: [measuring],
      worker: { format: "es", plugins: () => [measuring] },
      optimizeDeps: {
        entries: ["tests/models/live/page.ts"],
        include: ["@mlc-ai/web-llm", "@mlc-ai/web-xgrammar", "@huggingface/tokenizers", "zod"],
      },
      server: {
        port: 0,
        hmr: false,
        watch: null,
        // The browser measures memory only in a page that is isolated from other origins.
        headers: {
          "Cross-Origin-Opener-Policy": "same-origin",
          "Cross-Origin-Embedder-Policy": "require-corp",
        },
      },
      logLevel: "error",
    });
    await server.listen();
    const url = server.resolvedUrls?.local[0];
    const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const opened = new LivePage(server, browser, page);
    try {
      await page.goto(`${url ?? ""}tests/models/live/index.html`);
      await page.waitForFunction(() => "live" in window);
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  /** Where the server has a folder of this project. */
  static path(folder: string): string {
    const path = relative(root, resolve(folder)).replace(/^public\//, "");
    return `/${path}/`;
  }

  /** Asks the page about a scenario or a case. */
  async ask<Name extends keyof Questions>(
    name: Name,
    about: Parameters<Questions[Name]>[0],
  ): Promise<Awaited<ReturnType<Questions[Name]>>> {
    const answer = await this.page.evaluate(([which, text]) => window.live.ask(which, text), [
      name,
      JSON.stringify(about),
    ] as const);
    return JSON.parse(answer) as Awaited<ReturnType<Questions[Name]>>;
  }

  /** What Chromium tells of its graphics adapter. */
  async adapter(): Promise<string> {
    const words = await this.page.evaluate(async () => {
      const info = (await navigator.gpu.requestAdapter())?.info;
      return info ? [info.vendor, info.architecture, info.description] : [];
    });
    return words.filter(Boolean).join(" ");
  }

  /** Bytes of all buffers on the graphics device. */
  async gpuBytes(): Promise<number> {
    const [worker] = this.page.workers();
    if (!worker) throw new Error("No model is loaded.");
    return worker.evaluate(() => (globalThis as unknown as { gpuBytes: number }).gpuBytes);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
