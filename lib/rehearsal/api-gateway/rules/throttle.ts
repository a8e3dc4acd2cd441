/** How many requests a method of a stage takes. */
export interface Throttle {
  /** Tokens that a second adds. */
  readonly rateLimit: number;
  /** Tokens that the bucket holds. */
  readonly burstLimit: number;
}

/** A token bucket as a request left it. */
export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

/** Before the first request it is full. */
export const fullBucket = ({ burstLimit }: Throttle): Bucket => ({ tokens: burstLimit, atMs: 0 });

/**
 * Takes a token for a request, if there is one. Emulation: exact, where AWS applies throttles on a best-effort basis;
 * the account's own quota, which all APIs of a Region share, is not modelled.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export function takeToken(
  { rateLimit, burstLimit }: Throttle,
  { tokens, atMs }: Bucket,
  nowMs: number,
): { readonly passes: boolean; readonly bucket: Bucket } {
  // Requests that start later may have been played before: time does not run backwards for the bucket.
  const lastMs = Math.max(atMs, nowMs);
  const filled = Math.min(burstLimit, tokens + ((lastMs - atMs) / 1000) * rateLimit);
  const passes = filled >= 1;
  return { passes, bucket: { tokens: passes ? filled - 1 : filled, atMs: lastMs } };
}
