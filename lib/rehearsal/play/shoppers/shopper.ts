import { isEdgeExchange } from '../../aws/cloudfront/edge-answer';
import type { Exchange, ResponseExchange } from '../../kernel/network/exchange';
import type { ShopperOutcome } from '../../kernel/shopper-outcome';
import { PATIENCE_MS, PAYING_PATIENCE_MS } from '../../record/tally';
import { WRONG_CONTENT_HEADER } from '../store/faults/break-exchange';
import { browserWaitMs } from './browser-wait';
import { isEmergencyPage } from './emergency-tab';

/** What one request came to for the shopper who made it. */
export interface Visit {
  readonly outcome: ShopperOutcome;
  /** What is on the screen, also where a POST was lost or nobody waits for it any more. */
  readonly seen: ShopperOutcome;
  /** From asking until something could be seen. */
  readonly waitMs: number;
  readonly because: string;
  /** Whether it is the emergency page with another status than 503. */
  readonly mislabelled: boolean;
}

/**
 * Sorts what came back by what the shopper sees, and by what has become of a POST.
 * @param hasPaid whether it is the way back from paying, for which shoppers wait as long as for a form
 */
export function judge(method: string, exchange: Exchange, hasPaid = false): Visit {
  const { seen, because, mislabelled = false } = whatIsSeen(exchange);
  const waitMs = browserWaitMs(exchange);
  const isAnswered = seen === 'served fresh';
  if (method === 'POST' && !isAnswered) {
    return { outcome: 'POST lost', seen, waitMs, because, mislabelled };
  }
  const isPatient = isAnswered && (method === 'POST' || hasPaid);
  const outcome = waitMs > (isPatient ? PAYING_PATIENCE_MS : PATIENCE_MS) ? 'gave up' : seen;
  return { outcome, seen, waitMs, because, mislabelled };
}

type Seen = Pick<Visit, 'seen' | 'because'> & Partial<Pick<Visit, 'mislabelled'>>;

const whatIsSeen = (exchange: Exchange): Seen =>
  exchange.kind === 'response' ? whatAnswered(exchange) : { seen: 'raw error', because: exchange.kind };

function whatAnswered(response: ResponseExchange): Seen {
  const { status, headers } = response;
  const because = `status ${status}`;
  const { servedFrom, originStatus = 0 } = isEdgeExchange(response) ? response : { servedFrom: 'origin' };
  const fromBucket = headers['server'] === 'AmazonS3';
  // A page that comes from the emergency site's bucket, or that a function made, is nobody's raw error.
  if (status === 503 && (fromBucket || servedFrom === 'function')) {
    return { seen: 'emergency page', because };
  }
  // With any other status, caches, programs and search engines take it for the store.
  if ((fromBucket || servedFrom === 'function') && isEmergencyPage(response)) {
    return { seen: 'raw error', because: `${because} with the emergency page`, mislabelled: true };
  }
  if (servedFrom === 'error page' && status < 400 && originStatus >= 500) {
    return { seen: 'raw error', because: `${because} with the page of a ${originStatus}`, mislabelled: true };
  }
  if (status >= 500 || (fromBucket && status >= 400)) {
    return { seen: 'raw error', because };
  }
  // A method that the cache behavior does not allow never gets to the store.
  if (servedFrom === 'cloudfront' && status >= 400) {
    return { seen: 'raw error', because: `${because} of CloudFront itself` };
  }
  if (headers[WRONG_CONTENT_HEADER] !== undefined) {
    return { seen: 'raw error', because: `${because} with something else than the store` };
  }
  return fromBucket || servedFrom === 'stale cache'
    ? { seen: 'served stale', because: `${because}, a copy` }
    : { seen: 'served fresh', because };
}
