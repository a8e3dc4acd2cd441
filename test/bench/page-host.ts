import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const SAMPLE = /^\/samples\/([\w-]+\.css)$/;

/** A host that answers every path with one page, status 503, compressed as browsers ask, and samples with their style. */
export class PageHost {
  readonly #server: Server;

  constructor(html: string) {
    this.#server = createServer((request, response) => answer(html, request, response));
  }

  /** @returns its address */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/products/7`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

function answer(html: string, request: IncomingMessage, response: ServerResponse): void {
  const style = SAMPLE.exec(request.url ?? '')?.[1];
  const brotli = /\bbr\b/.test(String(request.headers['accept-encoding']));
  const text = style === undefined ? html : readFileSync(join(__dirname, 'samples', style), 'utf8');
  response.writeHead(style === undefined ? 503 : 200, {
    'content-type': style === undefined ? 'text/html; charset=utf-8' : 'text/css',
    'content-encoding': brotli ? 'br' : 'gzip',
  });
  response.end(brotli ? brotliCompressSync(text) : gzipSync(text));
}
