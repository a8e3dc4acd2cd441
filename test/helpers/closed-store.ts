import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STATUS_PATH } from '../../lambda/emergency-response/contract/paths';

/** One request as the store's host saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** Whether a script asked, and not a tab or a frame that loads a page. */
  readonly byScript: boolean;
}

/** Answers one request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A host that answers every path with the emergency page until the store opens, on a port of its own. */
export class ClosedStore {
  readonly seen: SeenRequest[] = [];
  /** The answer at `STATUS_PATH`; undefined is a 404. */
  status: string | undefined;
  open = false;
  /** Whether it answers scripts as an open store does. */
  answersProbes = false;
  /** What it answers at a path whatever else holds. */
  readonly answers = new Map<string, Answer>();
  /** Further headers of the page. */
  readonly headers: Record<string, string> = {};
  /** What the host's clock says, for the `Date` of every answer. */
  readonly #now: Date;
  readonly #page: string;
  readonly #server: Server;

  constructor(page: string, now: Date) {
    this.#page = page;
    this.#now = now;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How often a path was asked for. */
  count(method: string, path: string): number {
    return this.seen.filter((request) => request.method === method && request.path === path).length;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const byScript = request.headers['sec-fetch-dest'] === 'empty';
    const answer = this.answers.get(path);
    response.setHeader('date', this.#now.toUTCString());
    this.seen.push({ method: request.method ?? '', path, byScript });
    if (answer) {
      answer(request, response);
    } else if (path === STATUS_PATH) {
      response.writeHead(this.status === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(this.status);
    } else if (this.open || (this.answersProbes && byScript)) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Open</title><h1>Welcome</h1>');
    } else {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
      response.writeHead(503, { ...headers, ...this.headers });
      response.end(this.#page);
    }
  }
}
