import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ExampleStore, storeAnswer } from './example-store';

/** What the store's process is told on its command line, as JSON. */
export interface StoreProcessArguments {
  /** 0 for any free port. */
  readonly port: number;
  readonly store: ExampleStore;
}

/** What the store's process tells its parent: where it listens, or why it can't. */
export type StoreProcessMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly code: string };

/** The program of the store's own process. It ends with its parent, however that one ends. */
function run({ port, store }: StoreProcessArguments): void {
  const tell = (message: StoreProcessMessage) => process.send?.(message);
  const server = createServer(({ method = 'GET', url: path = '/' }, response) => {
    const { status, headers, body } = storeAnswer(store, { method, path });
    response.writeHead(status, headers).end(body);
  });
  server.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => tell({ kind: 'failed', code }));
  server.listen(port, '127.0.0.1', () =>
    tell({ kind: 'listening', port: (server.address() as AddressInfo).port }),
  );
  process.on('disconnect', () => process.exit());
  // Ctrl+C in a terminal reaches every process of the group: the parent decides when the store ends.
  process.on('SIGINT', () => undefined);
}

run(JSON.parse(process.argv[2] ?? ''));
