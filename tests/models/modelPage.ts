import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { chromiumFlags, findChromium } from "../tools/chromium.ts";

/** A step's logits (every stride-th) as base64 of float32, and the largest of all. */
export interface Step {
  greedy: number;
  logits: string;
}

/** Wall milliseconds, and [kernel, launches, GPU milliseconds] for each kernel. */
export interface Timing {
  wall: number;
  kernels: [name: string, launches: number, milliseconds: number][];
}

/** What `page.js` offers; see there. */
interface ModelInPage {
  load(options: { record: boolean }): Promise<{ vocabulary: number }>;
  logits(prompt: string, forced: number[], stride: number): Promise<{ promptTokens: number; steps: Step[] }>;
  sample(
    logits: number[],
    temperature: number,
    topP: number,
    uniforms: number[],
  ): Promise<{ probabilities: number[]; chosen: number[] }>;
  bench(options: BenchOptions): Promise<Record<"prefill" | "decode" | "sampler", Timing>>;
}

export interface BenchOptions {
  tokens: number;
  decodes: number;
  samples: number;
}

declare global {
  interface Window {
    model: ModelInPage;
  }
}

const types: Record<string, string> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const webLlm = fileURLToPath(import.meta.resolve("@mlc-ai/web-llm"));

function fileOf(path: string, folder: string): string | null {
  if (path === "/web-llm.js") return webLlm;
  if (path === "/page.js" || path === "/profile.js") return here(path.slice(1));
  return path.startsWith("/model/")
    ? join(folder, path.slice("/model/".length).replace("resolve/main/", ""))
    : null;
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    if (path === "/") {
      response.writeHead(200, { "content-type": "text/html" });
      return response.end('<!doctype html><script type="module" src="/page.js"></script>');
    }
    const file = fileOf(path, folder);
    if (!file || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    return createReadStream(file).pipe(response);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

/** A Chromium with one model folder loaded into web-llm on the software adapter. */
export class ModelPage {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #page: Page;

  private constructor(browser: Browser, server: Server, page: Page) {
    this.#browser = browser;
    this.#server = server;
    this.#page = page;
  }

  /** @param record whether logits pass the CPU, as `logits` needs and `bench` must not. */
  static async open(folder: string, { record = false } = {}): Promise<ModelPage> {
    const server = await serve(folder);
    const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const opened = new ModelPage(browser, server, page);
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForFunction(() => "model" in window);
      await page.evaluate((options) => window.model.load(options), { record });
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  logits(prompt: string, forced: number[], stride: number) {
    return this.#page.evaluate(([text, tokens, step]) => window.model.logits(text, tokens, step), [
      prompt,
      forced,
      stride,
    ] as const);
  }

  sample(logits: number[], temperature: number, topP: number, uniforms: number[]) {
    return this.#page.evaluate(
      ({ logits, temperature, topP, uniforms }) => window.model.sample(logits, temperature, topP, uniforms),
      { logits, temperature, topP, uniforms },
    );
  }

  bench(options: BenchOptions) {
    return this.#page.evaluate((given) => window.model.bench(given), options);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }
}
