import type { EdgeFacts } from '../../facts/edge-facts';
import { MINUTE_MS } from '../../kernel/clock/units';
import { type Interval, inSequence, interval } from './interval';
import { type ClientSees, EXCHANGE_MS } from './store-failure';

/** A page from the emergency site, and everything else that is not a timeout. */
const REST_MS = 1_000;

/** What one request through CloudFront costs while the store fails and DNS has not switched. */
export interface EdgeWait {
  readonly waitMs: number;
  /** Whether it ends with the emergency page, rather than with what the store sends. */
  readonly showsPage: boolean;
}

/** With which CloudFront stands in for an origin that can't be reached or does not answer: its pages disagree. */
const NO_ANSWER = [502, 503, 504];

/**
 * Adds up CloudFront's timeouts. It connects as often as `ConnectionAttempts` says, and asks a silent origin again as
 * often for GET, within the response completion timeout.
 * @returns undefined where it hangs on milliseconds whether an answer comes in time
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
 */
export function edgeWait(edge: EdgeFacts, client: ClientSees): EdgeWait | undefined {
  const { connectionAttempts, connectionTimeoutMs, readTimeoutMs, errorPages } = edge;
  const limitMs = edge.completionTimeoutMs ?? Number.POSITIVE_INFINITY;
  const page = (waitMs: number, statuses = NO_ANSWER): EdgeWait => ({
    waitMs: Math.min(waitMs, limitMs),
    showsPage: statuses.every((status) => errorPages.includes(status)),
  });
  switch (client.kind) {
    case 'fails at once':
      return page(0, client.status === undefined ? NO_ANSWER : [client.status]);
    case 'never connects':
      return page(connectionAttempts * connectionTimeoutMs);
    case 'never answers':
      return page(connectionAttempts * readTimeoutMs);
    case 'answers': {
      const inTimeMs = Math.min(readTimeoutMs, limitMs);
      if (client.afterMs >= inTimeMs) {
        return page(connectionAttempts * readTimeoutMs);
      }
      return client.afterMs + EXCHANGE_MS < inTimeMs
        ? { waitMs: client.afterMs, showsPage: false }
        : undefined;
    }
  }
}

/** The shoppers who come while the store fails, and for how long DNS leads them to it. */
export interface Visitors {
  /** When the first and the last resolver lead to the emergency site. */
  readonly switched: Interval;
  readonly arrivalsPerMinute: number;
}

/** The longest wait of shoppers who all wait for so long; somebody has to come before DNS switches. */
export function predictWorstWait(waitMs: number, visitors: Visitors): Interval {
  return interval(isSomebodySure(visitors) ? waitMs : 0, waitMs + REST_MS);
}

/** How long a shopper waits who asks the store itself; undefined where the browser's own patience decides. */
export function browserWaitMs(client: ClientSees): number | undefined {
  switch (client.kind) {
    case 'fails at once':
      return 0;
    case 'answers':
      return client.afterMs;
    default:
      return undefined;
  }
}

/** What the first emergency page depends on. */
export interface FirstPage extends Visitors {
  /** @default - shoppers ask the store itself */
  readonly edge?: EdgeWait;
  /** Whether there is a page once DNS has switched. */
  readonly switchShowsPage: boolean;
}

/**
 * When the first emergency page can be seen, also by a shopper who has left by then.
 * @returns undefined where there may be none
 */
export function predictFirstPage({ edge, switchShowsPage, ...visitors }: FirstPage): Interval | undefined {
  const { switched, arrivalsPerMinute } = visitors;
  const seen = interval(0, REST_MS + longestPauseMs(arrivalsPerMinute));
  const before = edge?.showsPage ? inSequence(interval(edge.waitMs, edge.waitMs), seen) : undefined;
  if (before !== undefined && isSomebodySure(visitors)) {
    return before;
  }
  if (!switchShowsPage) {
    return undefined;
  }
  const after = inSequence(switched, seen);
  if (before === undefined) {
    return after;
  }
  return interval(Math.min(before.earliestMs, after.earliestMs), Math.max(before.latestMs, after.latestMs));
}

/** Whether somebody surely comes before the first resolver has switched. */
const isSomebodySure = ({ switched, arrivalsPerMinute }: Visitors): boolean =>
  longestPauseMs(arrivalsPerMinute) <= switched.earliestMs;

/** So long nobody comes once in four hundred times, when shoppers come at random. Never, where nobody comes at all. */
export const longestPauseMs = (arrivalsPerMinute: number): number =>
  arrivalsPerMinute === 0 ? Number.POSITIVE_INFINITY : (Math.log(400) * MINUTE_MS) / arrivalsPerMinute;
