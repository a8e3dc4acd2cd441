import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seededRandom } from '../../kernel/clock/random';
import { type ExampleStore, itemsAfter, storeAnswer } from './example-store';
import { sessionIn } from './session-cookie';
import { ShopSessions } from './shop-sessions';
import { headersFor } from './shop-visit';

/** What the store's process is told on its command line, as JSON. */
export interface StoreProcessArguments {
  /** 0 for any free port. */
  readonly port: number;
  readonly store: ExampleStore;
  /** How often it was started before: no session that began then begins again. */
  readonly starts: number;
  /** The baskets that were filled then, by session: a store keeps them in a database, which outlives its process. */
  readonly baskets: readonly (readonly [string, number])[];
}

/** What the store's process tells its parent: where it listens, or why it can't, and what is in a basket now. */
export type StoreProcessMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'basket'; readonly session: string; readonly items: number };

/** The program of the store's own process. It ends with its parent, however that one ends. */
function run({ port, store, starts, baskets }: StoreProcessArguments): void {
  const tell = (message: StoreProcessMessage) => process.send?.(message);
  const sessions = new ShopSessions(seededRandom(starts), `${starts}.`, baskets);
  const server = createServer(({ method = 'GET', url: path = '/', headers: { cookie } }, response) => {
    const known = sessionIn(cookie);
    const request = { method, path, items: known === undefined ? 0 : sessions.itemsOf(known) };
    const answer = storeAnswer(store, request);
    if (answer.knows === 'nobody') {
      return response.writeHead(answer.status, answer.headers).end(answer.body);
    }
    const session = sessions.enter(known);
    const items = itemsAfter(store, request);
    if (items !== request.items) {
      sessions.fill(session.id, items);
      tell({ kind: 'basket', session: session.id, items });
    }
    return response.writeHead(answer.status, headersFor(answer, session)).end(answer.body);
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
