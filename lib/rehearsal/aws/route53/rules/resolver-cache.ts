/**
 * The TTL with which Route 53 answers for an alias of a load balancer, in seconds.
 *
 * @see https://aws.amazon.com/route53/faqs/
 */
const LOAD_BALANCER_TTL_SECONDS = 60;

/** A record that a resolver asks for. */
export interface CacheableRecord {
  /** Seconds. @default - an alias of an AWS resource, which takes that one's TTL */
  readonly ttlSeconds?: number;
  /** The name or the address that it leads to. */
  readonly target: string;
}

/**
 * How long resolvers may keep a record, in seconds. An alias has no TTL of its own: its target's counts.
 *
 * @param aliasTtlSeconds of an alias of anything but a load balancer, for which AWS gives no number
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
 */
export const effectiveTtlSeconds = (record: CacheableRecord, aliasTtlSeconds: number): number =>
  knownTtlSeconds(record) ?? aliasTtlSeconds;

/** The same, undefined where AWS gives no number. */
export const knownTtlSeconds = ({ ttlSeconds, target }: CacheableRecord): number | undefined =>
  ttlSeconds ?? (isLoadBalancer(target) ? LOAD_BALANCER_TTL_SECONDS : undefined);

/** @see https://docs.aws.amazon.com/general/latest/gr/elb.html */
export const isLoadBalancer = (name: string): boolean => /\.elb\.([a-z0-9-]+\.)?amazonaws\.com$/i.test(name);

/**
 * The instant from which a resolver asks again. Emulation: a resolver keeps an answer for exactly its TTL, or for its
 * own minimum where that is longer; real ones may also drop it sooner.
 *
 * @param minimumSeconds What a resolver that does not keep to the rules caches at least. 0: it keeps to them.
 * @see https://www.rfc-editor.org/rfc/rfc2181#section-8
 */
export function freshUntil(answeredAtMs: number, ttlSeconds: number, minimumSeconds = 0): number {
  return answeredAtMs + Math.max(ttlSeconds, minimumSeconds) * 1_000;
}

/** Whether a cached answer may still be used: up to, not at, the end of its TTL. So a TTL of 0 is never reused. */
export function isFresh(freshUntilMs: number, nowMs: number): boolean {
  return nowMs < freshUntilMs;
}
