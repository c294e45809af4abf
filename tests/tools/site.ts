import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

/** Answers a request in place of the site. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => void;

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The folder of the built app. */
export const DIST = folder("dist");

/** The built app and, under /fixtures/, the test models, on a port of its own; faults can be injected by path. */
export class Site {
  /** Ends with a slash. */
  readonly url: string;
  /** The paths asked for so far, in order. */
  readonly requests: string[] = [];
  #app: ReturnType<typeof sirv>;
  readonly #faults = new Map<string, Fault>();
  readonly #close: () => Promise<void>;

  private constructor(url: string, app: ReturnType<typeof sirv>, close: () => Promise<void>) {
    this.url = url;
    this.#app = app;
    this.#close = close;
  }

  /**
   * @param built the folder of a built app; `dist` by default.
   * @throws Error if the app hasn't been built.
   */
  static async open(built = DIST): Promise<Site> {
    if (!existsSync(join(built, "index.html")))
      throw new Error("There is no dist/: run `npm run build` first.");
    // Where a built app has compressed files beside the others, browsers get these.
    const own = sirv(built, { dev: true, gzip: true, brotli: true });
    // Another origin may have the models, too.
    const setHeaders = (response: ServerResponse) => response.setHeader("access-control-allow-origin", "*");
    const fixtures = sirv(folder("tests/fixtures"), { dev: true, setHeaders });
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://site").pathname;
      site.requests.push(path);
      const fault = site.#faults.get(path);
      if (fault) return fault(request, response);
      const missing = () => void response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      if (!path.startsWith("/fixtures/")) return site.#app(request, response, missing);
      request.url = path.slice("/fixtures".length);
      fixtures(request, response, missing);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    const site = new Site(
      `http://127.0.0.1:${port}/`,
      own,
      () =>
        new Promise((closed, failed) => {
          server.close((error) => (error ? failed(error) : closed()));
          server.closeAllConnections();
        }),
    );
    return site;
  }

  /** From now on this path is answered by the fault; null mends it. */
  fault(path: string, fault: Fault | null): void {
    if (fault) this.#faults.set(path, fault);
    else this.#faults.delete(path);
  }

  /** From now on the app is that of another site, as after a deployment. */
  become(other: Site): void {
    this.#app = other.#app;
  }

  close(): Promise<void> {
    return this.#close();
  }
}
