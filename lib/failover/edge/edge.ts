import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { ViewerLogs } from '../../emergency-site/viewer-logs';
import type { StoreTarget } from '../../store-target';
import { FailoverRecords } from '../route53/failover-records';
import { DEFAULT_FAILOVER_TTL } from '../route53/failover-ttl';
import { nameAnswers } from '../route53/record-answers';
import type { OriginRole } from '../shop-names';
import { DeadEnd } from './dead-end';
import { OriginPlace } from './origin-place';
import { StoreDistribution } from './store-distribution';
import type { StoreDistributionProps } from './store-distribution-props';

/** The store whose front door is CloudFront. */
export interface EdgeProps extends StoreDistributionProps {
  readonly zone: IHostedZone;
  readonly storeHealthCheckId: string;
  /** Whether to make the shop's own records, which lead shoppers here. */
  readonly cutOver: boolean;
}

/**
 * The `edge` topology: one distribution for the shop's names, and failover records on the origin's name behind it.
 * The shop's own names never fail over: CloudFront picks a distribution by `Host`, whatever DNS says.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html
 */
export class Edge extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id);
    this.distribution = new StoreDistribution(this, 'Distribution', props);
    new ViewerLogs(this, 'ViewerLogs', {
      distribution: this.distribution,
      bucket: props.emergencySite.accessLogsBucket,
    });
    if (props.cutOver) {
      this.leadShoppersToCloudFront(props);
    }
    // Under a new `originDomainName` CloudFront must find somebody from the first moment on.
    this.distribution.node.addDependency(this.failOverOrigin(props));
  }

  private leadShoppersToCloudFront(props: EdgeProps): void {
    const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution));
    for (const recordName of props.names.shop) {
      new ARecord(this, `A-${recordName}`, { zone: props.zone, recordName: `${recordName}.`, target });
      new AaaaRecord(this, `AAAA-${recordName}`, { zone: props.zone, recordName: `${recordName}.`, target });
    }
  }

  /**
   * A pair of CNAMEs, wherever the store runs: a record can't change its type while the other one of the pair, or its
   * own predecessor, still has the old type. So a store may move between load balancers, addresses and host names. The
   * origin's name is never an apex, and nobody looks for mail or text records there.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#CNAMEFormat
   */
  private failOverOrigin(props: EdgeProps): FailoverRecords {
    const { topology, zone, storeHealthCheckId } = props;
    const ttl = topology.failoverTtl ?? DEFAULT_FAILOVER_TTL;
    const recordName = props.names.origin;
    const place = (role: OriginRole, target: StoreTarget): OriginPlace =>
      new OriginPlace(this, `Place-${role}`, { zone, role, originDomainName: recordName, target, ttl });
    const primary = place('primary', topology.primary);
    const secondary =
      topology.standby === undefined
        ? new DeadEnd(this, 'DeadEnd', recordName)
        : place('standby', topology.standby);
    const records = new FailoverRecords(this, 'OriginRecords', {
      zone,
      recordName,
      primary: nameAnswers(primary.hostName),
      secondary: nameAnswers(secondary.hostName),
      healthCheckId: storeHealthCheckId,
      ttl,
    });
    // They are there before a record leads to them.
    records.node.addDependency(primary, secondary);
    return records;
  }
}
