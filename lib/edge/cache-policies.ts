import { Duration } from 'aws-cdk-lib';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

/**
 * The origin's own `Cache-Control` decides; without one nothing is kept. The maximum must be above zero: CloudFront
 * serves stale objects during an outage only if it may keep objects at all.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 */
const ORIGIN_DECIDES = {
  minTtl: Duration.seconds(0),
  defaultTtl: Duration.seconds(0),
  maxTtl: Duration.days(365),
  queryStringBehavior: CacheQueryStringBehavior.all(),
  enableAcceptEncodingGzip: true,
  enableAcceptEncodingBrotli: true,
};

/**
 * What the answer to a preflight depends on. A behavior that caches OPTIONS has these in its key, or CloudFront gives
 * what one site may do to another.
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachedMethods.html
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
const PREFLIGHT_HEADERS = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'];

/** The cache policies of the store's distribution. */
export class CachePolicies extends Construct {
  /**
   * For the store itself. Cookies and `Authorization` are part of the key, so that a page made for one shopper is
   * never served to another, stale or not; `Origin`, so that answers to cross-origin requests are not mixed up.
   */
  readonly store = new CachePolicy(this, 'Store', {
    ...ORIGIN_DECIDES,
    comment: 'Understudy: the origin decides, one copy per shopper',
    cookieBehavior: CacheCookieBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Host', 'Authorization', 'Origin'),
  });

  /** For mirrored paths, OPTIONS included: the same for every shopper, and without `Host`, which S3 would refuse. */
  readonly mirrored = new CachePolicy(this, 'Mirrored', {
    ...ORIGIN_DECIDES,
    comment: 'Understudy: the origin decides, one copy for all',
    cookieBehavior: CacheCookieBehavior.none(),
    headerBehavior: CacheHeaderBehavior.allowList(...PREFLIGHT_HEADERS),
  });
}
