import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Stands where the rest of the world would be: a proxy that a browser takes for all but a few hosts. It notes who is
 * asked for, whoever asks (page, worker, service worker), and answers nobody.
 */
export class OtherHosts {
  /** Host and port of every request, in order. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<OtherHosts> {
    const server = createServer();
    const hosts = new OtherHosts(server);
    server.on("request", (request, response) => {
      hosts.asked.push(new URL(request.url ?? "", "http://unknown").host);
      response.writeHead(502).end();
    });
    server.on("connect", (request, socket) => {
      hosts.asked.push(request.url ?? "");
      socket.end("HTTP/1.1 502 Nobody\r\n\r\n");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return hosts;
  }

  /** @param known hosts with port that the browser asks directly. */
  flags(...known: string[]): string[] {
    const { port } = this.#server.address() as AddressInfo;
    return [
      `--proxy-server=127.0.0.1:${port}`,
      // Without the first, Chromium would go past the proxy for everything on this machine.
      `--proxy-bypass-list=${["<-loopback>", ...known].join(";")}`,
    ];
  }

  close(): Promise<void> {
    return new Promise((closed) => {
      this.#server.close(() => closed());
      this.#server.closeAllConnections();
    });
  }
}
