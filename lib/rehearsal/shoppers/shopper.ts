import { isEdgeExchange } from '../cloudfront/edge-answer';
import type { Exchange, ResponseExchange } from '../network/exchange';
import { WRONG_CONTENT_HEADER } from '../store/faults/break-exchange';
import { PATIENCE_MS, type ShopperOutcome } from './tally';

/** Emulation: how long a browser waits for a connection and for an answer before it shows an error of its own. */
const BROWSER_CONNECT_MS = 30_000;
const BROWSER_ANSWER_MS = 60_000;

/** What one request came to for the shopper who made it. */
export interface Visit {
  readonly outcome: ShopperOutcome;
  /** From asking until something could be seen. */
  readonly waitMs: number;
  readonly because: string;
}

/** Sorts what came back by what the shopper sees, and by what has become of a POST. */
export function judge(method: string, exchange: Exchange): Visit {
  const seen = judgeExchange(exchange);
  if (method === 'POST' && seen.outcome !== 'served fresh') return { ...seen, outcome: 'POST lost' };
  return seen.waitMs > PATIENCE_MS ? { ...seen, outcome: 'gave up' } : seen;
}

function judgeExchange(exchange: Exchange): Visit {
  switch (exchange.kind) {
    case 'response':
      return {
        ...judgeResponse(exchange),
        waitMs: exchange.connectMs + exchange.firstByteMs + exchange.bodyMs,
      };
    case 'no-response':
      return { outcome: 'raw error', waitMs: exchange.connectMs + BROWSER_ANSWER_MS, because: 'no answer' };
    default:
      return {
        outcome: 'raw error',
        waitMs: Math.min(exchange.elapsedMs, BROWSER_CONNECT_MS),
        because: exchange.kind,
      };
  }
}

function judgeResponse(response: ResponseExchange): Omit<Visit, 'waitMs'> {
  const { status, headers } = response;
  const because = `status ${status}`;
  const servedFrom = isEdgeExchange(response) ? response.servedFrom : 'origin';
  const fromBucket = headers['server'] === 'AmazonS3';
  // A page that comes from the emergency site's bucket, or that a function made, is nobody's raw error.
  if (status === 503 && (fromBucket || servedFrom === 'function'))
    return { outcome: 'emergency page', because };
  if (status >= 500 || (fromBucket && status >= 400)) return { outcome: 'raw error', because };
  if (headers[WRONG_CONTENT_HEADER] !== undefined)
    return { outcome: 'raw error', because: `${because} with something else than the store` };
  return fromBucket || servedFrom === 'stale cache'
    ? { outcome: 'served stale', because: `${because}, a copy` }
    : { outcome: 'served fresh', because };
}
