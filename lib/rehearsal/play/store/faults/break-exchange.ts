import { isIP } from 'node:net';
import type { Random } from '../../../kernel/clock/random';
import type { Exchange, ResponseExchange } from '../../../kernel/network/exchange';
import { type NetworkRequest, pathOf } from '../../../kernel/network/network';
import type { StoreFault } from '../../../scenario/fault';
import { STAGES, TLS } from '../../../scenario/fault-stages';
import { strength } from './active-faults';

/** An attempt to talk to the store, and when it is made. */
export interface StoreAttempt {
  /** What the client connected to: an IP address or a host name. */
  readonly address: string;
  readonly protocol: 'http' | 'https';
  readonly sinceStartMs: number;
  readonly random: Random;
}

/** Emulation: one round trip to the store, two for TLS on top; what a resolver takes to find that there is nothing. */
const ROUND_TRIP_MS = 30;
const NO_SUCH_NAME_MS = 50;

/** Marks a page that is not the store's, so that a shopper who gets it, from a cache too, is not taken for served. */
export const WRONG_CONTENT_HEADER = 'x-rehearsal-wrong-content';

type Break<K extends StoreFault['kind']> = (
  exchange: Exchange,
  fault: Extract<StoreFault, { kind: K }>,
  attempt: StoreAttempt,
) => Exchange;

const BREAKS: { readonly [K in StoreFault['kind']]: Break<K> } = {
  // A closed port answers the first packet with a reset: one round trip.
  refuses: () => ({ kind: 'connect-refused', elapsedMs: ROUND_TRIP_MS }),
  'black hole': () => ({ kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }),
  hangs: () => ({ kind: 'no-response', connectMs: ROUND_TRIP_MS }),
  errors: (exchange, fault, { random, sinceStartMs }) =>
    random() * 100 < fault.sharePercent * strength(fault, sinceStartMs)
      ? replaced(exchange, { status: fault.status, headers: ERROR_HEADERS, body: ERROR })
      : exchange,
  slow: (exchange, fault, { sinceStartMs }) =>
    exchange.kind === 'response'
      ? {
          ...exchange,
          firstByteMs: exchange.firstByteMs + fault.delaySeconds * 1000 * strength(fault, sinceStartMs),
        }
      : exchange,
  // The store itself leaves the texts out; what other faults put in place of its page never had them.
  reworded: (exchange) => exchange,
  'wrong content': (exchange) => replaced(exchange, { status: 200, headers: WRONG_HEADERS, body: WRONG }),
  // A client that knows the store by its IP address needs no DNS.
  'name fails': (exchange, _, { address }) =>
    isIP(address) ? exchange : { kind: 'dns-failure', elapsedMs: NO_SUCH_NAME_MS },
  'certificate expired': (behind, _, { protocol }) =>
    protocol === 'https'
      ? { kind: 'tls-failure', reason: 'certificate', elapsedMs: 3 * ROUND_TRIP_MS, behind }
      : behind,
};

/** The stage at which an exchange ended. */
const ENDED_AT: Readonly<Record<Exchange['kind'], number>> = {
  'dns-failure': 0,
  'connect-refused': 1,
  'connect-timeout': 1,
  'tls-failure': TLS,
  reset: 3,
  'no-response': 3,
  response: 4,
};

/** What becomes of an exchange with the store under a fault, whatever the order in which faults are looked at. */
export function breakExchange<K extends StoreFault['kind']>(
  exchange: Exchange,
  fault: Extract<StoreFault, { kind: K }>,
  attempt: StoreAttempt,
): Exchange {
  const stage = STAGES[fault.kind];
  if (exchange.kind === 'tls-failure' && exchange.behind !== undefined && stage > TLS) {
    const behind = breakExchange(exchange.behind, fault, attempt);
    return behind === exchange.behind ? exchange : { ...exchange, behind };
  }
  if (stage > ENDED_AT[exchange.kind]) {
    return exchange;
  }
  const apply: Break<K> = BREAKS[fault.kind as K];
  return apply(exchange, fault, attempt);
}

/** Whether nobody who meets a fault gets a connection. */
export const keepsAway = ({ kind }: StoreFault, { address }: Pick<StoreAttempt, 'address'>): boolean =>
  STAGES[kind] < TLS && !(kind === 'name fails' && isIP(address));

/** Whether a fault concerns a request: at a path that it names or one below, with a method that it names. */
export function concerns(
  { paths, methods }: StoreFault,
  request: Pick<NetworkRequest, 'path' | 'method'>,
): boolean {
  if (methods !== undefined && !methods.some((method) => method === request.method)) {
    return false;
  }
  if (paths === undefined) {
    return true;
  }
  const pathname = pathOf(request);
  return paths.some(
    (path) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
  );
}

const replaced = (
  exchange: Exchange,
  answer: Pick<ResponseExchange, 'status' | 'headers' | 'body'>,
): Exchange => (exchange.kind === 'response' ? { ...exchange, ...answer } : exchange);

const ERROR_HEADERS = { 'content-type': 'text/html' };
const ERROR = Buffer.from('<!doctype html><title>Error</title><p>Something went wrong.</p>');
const WRONG_HEADERS = { 'content-type': 'text/html', [WRONG_CONTENT_HEADER]: 'yes' };
const WRONG = Buffer.from('<!doctype html><title>It works!</title><p>It works!</p>');
