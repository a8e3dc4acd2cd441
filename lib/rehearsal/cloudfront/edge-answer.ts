import type { Exchange, ResponseExchange } from '../network/exchange';

/** Where an edge location took its answer from. */
export type ServedFrom = 'origin' | 'cache' | 'stale cache' | 'error page' | 'function' | 'cloudfront';

/** What a viewer gets, and why. */
export interface EdgeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** From the viewer's request until the whole answer was there. */
  readonly elapsedMs: number;
  readonly servedFrom: ServedFrom;
  /**
   * The origin's own status, or the one that CloudFront goes on with when it does not answer.
   * @default - no origin was involved, now or when the cache was filled
   */
  readonly originStatus?: number;
  /** From the viewer's request to the origin's first byte. @default - no origin answered this request */
  readonly originLatencyMs?: number;
  /** Every decision on the way, in service terms. */
  readonly because: readonly string[];
}

/** An edge location's answer as a client on the network sees it. */
export interface EdgeExchange extends ResponseExchange {
  readonly servedFrom: ServedFrom;
  /** As in {@link EdgeAnswer}. */
  readonly originStatus?: number;
  readonly because: readonly string[];
}

/** Whether an answer came through CloudFront. */
export const isEdgeExchange = (exchange: Exchange): exchange is EdgeExchange =>
  (exchange as Partial<EdgeExchange>).servedFrom !== undefined;

/** An answer that CloudFront makes by itself. */
export const madeByCloudFront = (status: number, because: string): EdgeAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(
    `<html><body><h1>${status} ERROR</h1><p>The request could not be satisfied.</p></body></html>`,
  ),
  elapsedMs: 0,
  servedFrom: 'cloudfront',
  because: [because],
});
