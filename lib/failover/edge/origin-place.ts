import type { Duration } from 'aws-cdk-lib';
import { ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { StoreTarget } from '../../store-target';
import { type OriginRole, originPlaceName } from '../shop-names';

/** One of the two places that the origin's name may lead to. */
export interface OriginPlaceProps {
  readonly zone: IHostedZone;
  readonly role: OriginRole;
  /** The name that fails over. */
  readonly originDomainName: string;
  readonly target: StoreTarget;
  /** Of the address record, if there is one. */
  readonly ttl: Duration;
}

/**
 * A place by host name, because a CNAME leads to names only. An address gets a record of its own, which never fails
 * over. Nobody sends this name as `Host` or SNI (CloudFront sends the shop's or the origin's), so no certificate needs
 * it; health checks connect to the address itself.
 */
export class OriginPlace extends Construct {
  readonly hostName: string;

  constructor(scope: Construct, id: string, props: OriginPlaceProps) {
    super(scope, id);
    this.hostName = this.nameOf(props);
  }

  private nameOf({ target, role, originDomainName, zone, ttl }: OriginPlaceProps): string {
    switch (target.kind) {
      case 'host-name':
        return target.hostName;
      case 'load-balancer':
        return target.dnsName;
      case 'ip': {
        const name = originPlaceName(role, originDomainName);
        new ARecord(this, 'Address', {
          zone,
          recordName: `${name}.`,
          target: RecordTarget.fromIpAddresses(...target.ipv4),
          ttl,
        });
        return name;
      }
    }
  }
}
