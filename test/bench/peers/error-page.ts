import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { ORIGIN, PeerStack, SHOP, SORRY_PAGE, SORRY_PATTERN } from './peer-stack';

/**
 * A plain custom error page: CloudFront before the store, and a page in a bucket for the four ways in which a store
 * fails. All timeouts and the time that errors are cached are the defaults.
 *
 * In its favour: the managed cache policy that obeys the store's headers, so CloudFront may have a copy to serve; and
 * 503 as the page's status.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-different-locations.html
 */
export class ErrorPagePeer extends PeerStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const distribution = new Distribution(this, 'Distribution', {
      domainNames: [SHOP],
      certificate: this.certificate,
      defaultBehavior: {
        origin: new HttpOrigin(ORIGIN),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.USE_ORIGIN_CACHE_CONTROL_HEADERS,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
      additionalBehaviors: { [SORRY_PATTERN]: { origin: this.sorrySite() } },
      errorResponses: [500, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 503,
        responsePagePath: SORRY_PAGE,
      })),
    });
    this.leadToStore(ORIGIN);
    this.leadShopTo(distribution);
  }
}
