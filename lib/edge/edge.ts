import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { FailoverRecords } from '../dns/failover-records';
import { DEFAULT_FAILOVER_TTL } from '../dns/failover-ttl';
import { type RecordAnswers, recordAnswers } from '../dns/record-answers';
import { ViewerLogs } from '../emergency-site/viewer-logs';
import { originDomainName, shopNames } from '../shop-names';
import { FastFailResponder } from './fast-fail-responder';
import { StoreDistribution, type StoreDistributionProps } from './store-distribution';

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
    if (props.cutOver) this.leadShoppersToCloudFront(props);
    this.failOverOrigin(props);
  }

  private leadShoppersToCloudFront(props: EdgeProps): void {
    const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution));
    for (const recordName of shopNames(props)) {
      new ARecord(this, `A-${recordName}`, { zone: props.zone, recordName: `${recordName}.`, target });
      new AaaaRecord(this, `AAAA-${recordName}`, { zone: props.zone, recordName: `${recordName}.`, target });
    }
  }

  private failOverOrigin(props: EdgeProps): void {
    const { domainName, topology, zone, storeHealthCheckId } = props;
    new FailoverRecords(this, 'OriginRecords', {
      zone,
      recordName: originDomainName(domainName, topology),
      primary: recordAnswers(topology.primary),
      secondary: this.secondary(props),
      healthCheckId: storeHealthCheckId,
      ttl: topology.failoverTtl ?? DEFAULT_FAILOVER_TTL,
    });
  }

  private secondary(props: EdgeProps): RecordAnswers {
    const { domainName, topology, certificate } = props;
    if (topology.standby !== undefined) {
      return recordAnswers(topology.standby);
    }
    const responder = new FastFailResponder(this, 'FastFailResponder', {
      originDomainName: originDomainName(domainName, topology),
      shopNames: shopNames(props),
      certificate,
    });
    return responder.answers;
  }
}
