import type { Exchange, ResponseExchange } from '../../kernel/network/exchange';

/** Where an edge location took its answer from. */
export type ServedFrom = 'origin' | 'cache' | 'stale cache' | 'error page' | 'function' | 'cloudfront';

/** What a viewer gets. */
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
}

/** An edge location's answer as a client on the network sees it. */
export interface EdgeExchange extends ResponseExchange {
  readonly servedFrom: ServedFrom;
  /** As in {@link EdgeAnswer}. */
  readonly originStatus?: number;
}

/** Whether an answer came through CloudFront. */
export const isEdgeExchange = (exchange: Exchange): exchange is EdgeExchange =>
  (exchange as Partial<EdgeExchange>).servedFrom !== undefined;

/** An answer that CloudFront makes by itself. */
export const madeByCloudFront = (status: number): EdgeAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: bodyFor(status),
  elapsedMs: 0,
  servedFrom: 'cloudfront',
});

/** Made once for each status: in an outage CloudFront answers with one of them again and again. */
function bodyFor(status: number): Uint8Array {
  const made =
    bodies.get(status) ??
    Buffer.from(
      `<html><body><h1>${status} ERROR</h1><p>The request could not be satisfied.</p></body></html>`,
    );
  bodies.set(status, made);
  return made;
}

const bodies = new Map<number, Uint8Array>();
