import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  OriginRequestPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { ORIGIN, PeerStack, SHOP, SORRY_PAGE, SORRY_PATTERN } from './peer-stack';

/**
 * CDK's default distribution with an origin group: the store, and a bucket for when it fails. All timeouts, the cache
 * policy and the failover criteria are the defaults.
 *
 * In its favour: CloudFront refuses POST for a behavior with an origin group, so the cart and the checkout go to the
 * store alone; and a page stands in for the 403 that S3 answers where it has no object.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront_origins-readme.html#failover-origins-origin-groups
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
export class OriginGroupPeer extends PeerStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const store = new HttpOrigin(ORIGIN);
    const sorrySite = this.sorrySite();
    const orders: BehaviorOptions = {
      origin: store,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
    };
    const distribution = new Distribution(this, 'Distribution', {
      domainNames: [SHOP],
      certificate: this.certificate,
      defaultBehavior: { origin: new OriginGroup({ primaryOrigin: store, fallbackOrigin: sorrySite }) },
      additionalBehaviors: {
        '/cart': orders,
        '/checkout': orders,
        [SORRY_PATTERN]: { origin: sorrySite },
      },
      errorResponses: [{ httpStatus: 403, responseHttpStatus: 503, responsePagePath: SORRY_PAGE }],
    });
    this.leadToStore(ORIGIN);
    this.leadShopTo(distribution);
  }
}
