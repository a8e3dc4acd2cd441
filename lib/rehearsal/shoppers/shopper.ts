import { isEdgeExchange } from '../cloudfront/edge-answer';
import type { ShopperOutcome } from '../event-log';
import type { Exchange } from '../network/exchange';
import type { Host, NetworkRequest } from '../network/network';
import type { DnsResolver } from '../route53/resolver';

/** Emulation: how long a browser waits for a connection and for an answer before it shows an error of its own. */
const BROWSER_CONNECT_MS = 30_000;
const BROWSER_ANSWER_MS = 60_000;

/** What one request came to for the shopper who made it. */
export interface Visit {
  readonly outcome: ShopperOutcome;
  /** From asking until something could be seen. */
  readonly waitMs: number;
  readonly status?: number;
  readonly because: string;
}

/** One request of a browser. */
export interface VisitRequest {
  readonly domainName: string;
  readonly request: NetworkRequest;
  readonly resolver: DnsResolver;
  readonly internet: Host;
  readonly startMs: number;
}

/** Asks for a page as a browser does: the name first, then whatever is there. */
export async function visit({
  domainName,
  request,
  resolver,
  internet,
  startMs,
}: VisitRequest): Promise<Visit> {
  const address = resolver.addressOf(domainName);
  const headers = { ...request.headers, host: domainName };
  const exchange = await internet.exchange(address, { ...request, headers }, startMs);
  return judge(exchange);
}

/** Sorts what came back by what the shopper sees. */
export function judge(exchange: Exchange): Visit {
  switch (exchange.kind) {
    case 'response':
      return judgeResponse(exchange);
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

function judgeResponse(exchange: Extract<Exchange, { kind: 'response' }>): Visit {
  const waitMs = exchange.connectMs + exchange.firstByteMs + exchange.bodyMs;
  const { status } = exchange;
  const seen = (outcome: ShopperOutcome, because: string): Visit => ({ outcome, waitMs, status, because });
  if (status < 500) {
    const stale = isEdgeExchange(exchange) && exchange.servedFrom === 'stale cache';
    return stale
      ? seen('stale page', 'CloudFront served an expired object')
      : seen('store', `status ${status}`);
  }
  // A page that comes from the emergency site's bucket, or that a function made, is nobody's raw error.
  const ownPage =
    exchange.headers['server'] === 'AmazonS3' ||
    (isEdgeExchange(exchange) && exchange.servedFrom === 'function');
  return ownPage && status === 503
    ? seen('emergency page', 'status 503')
    : seen('raw error', `status ${status}`);
}
