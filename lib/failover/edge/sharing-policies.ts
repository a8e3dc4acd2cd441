import { Duration } from 'aws-cdk-lib';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  type CachePolicyProps,
  CacheQueryStringBehavior,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

/**
 * One copy for everybody, as the origin's own `Cache-Control` says. The maximum must be above zero: CloudFront serves
 * stale objects during an outage only if it may keep objects at all. The minimum must be zero: above it, CloudFront
 * keeps what says `private` or `no-store`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 */
const ONE_COPY = {
  minTtl: Duration.seconds(0),
  maxTtl: Duration.days(365),
  cookieBehavior: CacheCookieBehavior.none(),
  queryStringBehavior: CacheQueryStringBehavior.all(),
  enableAcceptEncodingGzip: true,
  enableAcceptEncodingBrotli: true,
};

/**
 * How long an answer without `Cache-Control` and `Expires` is kept on shared paths. Many platforms send their catalogue
 * and even their files so; with nothing kept, each shopper would reach the store, and a launch would knock it over. A
 * new price shows after a minute at the latest.
 */
const UNSTATED_LIFETIME = Duration.minutes(1);

/**
 * What the answer to a preflight depends on. A behavior that caches OPTIONS has these in its key, or CloudFront gives
 * what one site may do to another.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachedMethods.html
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
const PREFLIGHT_HEADERS = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'];

/**
 * The policies of paths that are the same for everybody, each made when first asked for. The store itself has the managed
 * policy `CachingDisabled`: nothing that a shopper gets there is ever another's.
 */
export class SharingPolicies extends Construct {
  private readonly made = new Map<string, CachePolicy>();
  private headers?: ResponseHeadersPolicy;

  /**
   * The cache policy of shared paths. What an answer may depend on besides its URL is in the key, and nothing else goes to
   * the origin, so that nobody can poison the copy of others: `Host`, which must be one of the distribution's names, and
   * what a browser says of a request from another site.
   */
  get shared(): CachePolicy {
    return this.cachePolicy('Shared', {
      comment: 'Understudy: one copy for all under each name of the shop',
      defaultTtl: UNSTATED_LIFETIME,
      headerBehavior: CacheHeaderBehavior.allowList('Host', ...PREFLIGHT_HEADERS),
    });
  }

  /** The cache policy of mirrored paths, OPTIONS included: without `Host`, which S3 would refuse. */
  get mirrored(): CachePolicy {
    return this.cachePolicy('Mirrored', {
      comment: 'Understudy: the origin decides, one copy for all',
      defaultTtl: Duration.seconds(0),
      headerBehavior: CacheHeaderBehavior.allowList(...PREFLIGHT_HEADERS),
    });
  }

  /**
   * Takes `Set-Cookie` from every answer, whether it comes from the cache or from the origin. CloudFront removes it by
   * itself where no cookies are forwarded; one session handed to everybody is bad enough to say it twice. The header is
   * not among those that such a policy can't remove.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Cookies.html
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#understanding-response-headers-policies-remove-headers
   */
  get noSetCookie(): ResponseHeadersPolicy {
    this.headers ??= new ResponseHeadersPolicy(this, 'NoSetCookie', {
      comment: 'Understudy: no session on shared paths',
      removeHeaders: ['Set-Cookie'],
    });
    return this.headers;
  }

  private cachePolicy(id: string, props: CachePolicyProps): CachePolicy {
    const policy = this.made.get(id) ?? new CachePolicy(this, id, { ...ONE_COPY, ...props });
    this.made.set(id, policy);
    return policy;
  }
}
