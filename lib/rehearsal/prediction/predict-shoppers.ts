import { PATIENCE_MS } from '../shoppers/tally';
import type { EdgeFacts } from './edge-facts';
import { type Interval, inSequence, interval } from './interval';
import type { ClientSees } from './store-failure';

/** A page from the emergency site, and everything else that is not a timeout. */
const REST_MS = 1_000;

/** What one request through CloudFront costs while the store fails and DNS has not switched. */
export interface EdgeWait {
  readonly waitMs: number;
  /** Whether it ends with the emergency page, rather than with what the store sends. */
  readonly showsPage: boolean;
}

/**
 * Adds up CloudFront's timeouts. It connects as often as `ConnectionAttempts` says, and asks a silent origin again as
 * often for GET, within the response completion timeout.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
 */
export function edgeWait(edge: EdgeFacts, client: ClientSees): EdgeWait {
  const { connectionAttempts, connectionTimeoutMs, readTimeoutMs } = edge;
  const limitMs = edge.completionTimeoutMs ?? Number.POSITIVE_INFINITY;
  const page = (waitMs: number): EdgeWait => ({
    waitMs: Math.min(waitMs, limitMs),
    showsPage: edge.hasErrorPage,
  });
  switch (client.kind) {
    case 'fails at once':
      return page(0);
    case 'never connects':
      return page(connectionAttempts * connectionTimeoutMs);
    case 'never answers':
      return page(connectionAttempts * readTimeoutMs);
    case 'answers':
      return client.afterMs < Math.min(readTimeoutMs, limitMs)
        ? { waitMs: client.afterMs, showsPage: false }
        : page(connectionAttempts * readTimeoutMs);
  }
}

/** The longest wait of a shopper behind CloudFront. */
export const worstWaitBehindEdge = ({ waitMs }: EdgeWait): Interval => interval(waitMs, waitMs + REST_MS);

/** The longest wait of a shopper who asks the store itself; undefined where the browser's own patience decides. */
export function worstWaitOfBrowser(client: ClientSees): Interval | undefined {
  switch (client.kind) {
    case 'fails at once':
      return interval(0, REST_MS);
    case 'answers':
      return interval(client.afterMs, client.afterMs + REST_MS);
    default:
      return undefined;
  }
}

/** What the first emergency page depends on. */
export interface FirstPage {
  /** @default - shoppers ask the store itself */
  readonly edge?: EdgeWait;
  /** When the first and the last resolver lead to the emergency site. */
  readonly switched: Interval;
  readonly arrivalsPerMinute: number;
}

/** When the first shopper sees the emergency page. Whoever waits too long for it has left before. */
export function predictFirstPage({ edge, switched, arrivalsPerMinute }: FirstPage): Interval {
  const seen = interval(0, REST_MS + longestPauseMs(arrivalsPerMinute));
  if (!edge?.showsPage) return inSequence(switched, seen);
  const { waitMs } = edge;
  if (waitMs + REST_MS <= PATIENCE_MS) return inSequence(interval(waitMs, waitMs), seen);
  return interval(Math.min(waitMs, switched.earliestMs), inSequence(switched, seen).latestMs);
}

/** So long nobody comes once in a thousand times, when shoppers come at random. */
const longestPauseMs = (arrivalsPerMinute: number): number => (Math.log(1_000) * 60_000) / arrivalsPerMinute;
