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

  /** For mirrored paths: the same for every shopper, and without `Host`, which S3 would refuse. */
  readonly mirrored = new CachePolicy(this, 'Mirrored', {
    ...ORIGIN_DECIDES,
    comment: 'Understudy: the origin decides, one copy for all',
    cookieBehavior: CacheCookieBehavior.none(),
    headerBehavior: CacheHeaderBehavior.allowList('Origin'),
  });
}
