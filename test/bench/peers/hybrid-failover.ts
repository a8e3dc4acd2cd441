import { AllowedMethods, type BehaviorOptions, CachePolicy, Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup } from 'aws-cdk-lib/aws-cloudfront-origins';
import { ARecord, RecordTarget } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { ORIGIN, PeerStack, SHOP, TTL } from './peer-stack';

const STANDBY = `standby.${SHOP}`;
const STANDBY_ADDRESS = '192.0.2.20';

/**
 * AWS's hybrid origin failover, with the settings of its sample: the origin's name fails over by a health check of
 * 10 s and three failures, an origin group leads to the standby meanwhile, nothing is cached. It needs a second store,
 * which the others do not have.
 *
 * In its favour: the four default failover codes instead of the sample's 502 alone; and, as the sample takes no orders,
 * a cart and a checkout behind its other setup, the failover name without an origin group. The standby is a store outside of the
 * stack in place of the sample's API, because a rehearsal runs no functions behind one; it does what the store does and
 * never fails, so that it has no health check.
 *
 * @see https://github.com/aws-samples/cloudfront-hybrid-origin-failover/blob/main/source/lib/cdk_failover-stack.ts
 * @see https://aws.amazon.com/blogs/networking-and-content-delivery/improve-web-application-availability-with-cloudfront-and-route53-hybrid-origin-failover/
 */
export class HybridFailoverPeer extends PeerStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const store = new HttpOrigin(ORIGIN);
    const cachePolicy = CachePolicy.CACHING_DISABLED;
    const orders: BehaviorOptions = { origin: store, allowedMethods: AllowedMethods.ALLOW_ALL, cachePolicy };
    const group = new OriginGroup({ primaryOrigin: store, fallbackOrigin: new HttpOrigin(STANDBY) });
    const distribution = new Distribution(this, 'Distribution', {
      domainNames: [SHOP],
      certificate: this.certificate,
      defaultBehavior: { origin: group, cachePolicy },
      additionalBehaviors: { '/cart': orders, '/checkout': orders },
    });
    this.failOver({
      name: ORIGIN,
      check: { requestInterval: 10, failureThreshold: 3 },
      secondary: { resourceRecords: [STANDBY_ADDRESS], ttl: TTL },
    });
    new ARecord(this, 'StandbyName', {
      zone: this.zone,
      recordName: `${STANDBY}.`,
      target: RecordTarget.fromIpAddresses(STANDBY_ADDRESS),
    });
    this.leadShopTo(distribution);
  }
}
