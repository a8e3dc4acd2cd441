import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { PeerStack, SHOP, SORRY_PAGE } from './peer-stack';

/**
 * Route 53 failover alone: the shop's name leads to the store, and to a page in a bucket behind CloudFront while the
 * health check fails. The check has the default interval and threshold and looks for no text; the TTL is the 60 s that
 * Route 53 recommends for records with a health check.
 *
 * In its favour: every path and method gets the page, with status 503.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-configuring.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-failover.html
 */
export class Route53FailoverPeer extends PeerStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const distribution = new Distribution(this, 'Distribution', {
      domainNames: [SHOP],
      certificate: this.certificate,
      defaultBehavior: { origin: this.sorrySite() },
      errorResponses: [{ httpStatus: 403, responseHttpStatus: 503, responsePagePath: SORRY_PAGE }],
    });
    this.failOver({
      name: SHOP,
      secondary: {
        aliasTarget: {
          dnsName: distribution.distributionDomainName,
          hostedZoneId: CloudFrontTarget.getHostedZoneId(this),
        },
      },
    });
  }
}
