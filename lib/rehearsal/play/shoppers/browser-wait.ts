import { MINUTE_MS } from '../../kernel/clock/units';
import type { Exchange } from '../../kernel/network/exchange';

/** Emulation: how long a browser waits for a connection and for an answer before it shows an error of its own. */
const BROWSER_CONNECT_MS = 30_000;
const BROWSER_ANSWER_MS = MINUTE_MS;

/** How long a browser waits, in milliseconds, until it has an answer or gives up. */
export function browserWaitMs(exchange: Exchange): number {
  switch (exchange.kind) {
    case 'response':
      return exchange.connectMs + exchange.firstByteMs + exchange.bodyMs;
    case 'no-response':
      return exchange.connectMs + BROWSER_ANSWER_MS;
    default:
      return Math.min(exchange.elapsedMs, BROWSER_CONNECT_MS);
  }
}
