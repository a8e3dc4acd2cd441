import type { Duration } from 'aws-cdk-lib';
import { CfnRecordSet, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import type { RecordAnswer, RecordAnswers, RecordType } from './record-answers';

/** A name, and the two places it may lead to. */
export interface FailoverRecordsProps {
  readonly zone: IHostedZone;
  readonly recordName: string;
  /** One pair of records is made for each type that the primary answers. */
  readonly primary: RecordAnswers;
  /** Answers at least the types of the primary. */
  readonly secondary: RecordAnswers;
  /** Decides alone which of the two is answered. */
  readonly healthCheckId: string;
  /** Of records that are no alias; an alias takes its target's. */
  readonly ttl: Duration;
}

type FailoverRole = 'PRIMARY' | 'SECONDARY';

/**
 * Failover records for one name, always in pairs: an AAAA record without a partner would send every shopper with
 * IPv6 to the emergency page while the store is up.
 *
 * These are L1 constructs because the L2 refuses `EvaluateTargetHealth: false` on failover aliases, and Route 53
 * refuses `true` for CloudFront. `false` is also right for load balancers: with `true` Route 53 would leave a store
 * that still answers as soon as the target group looks unhealthy, and two signals would decide where one is rehearsed.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html
 */
export class FailoverRecords extends Construct {
  constructor(scope: Construct, id: string, props: FailoverRecordsProps) {
    super(scope, id);
    for (const [type, primary] of Object.entries(props.primary) as [RecordType, RecordAnswer][]) {
      const secondary = props.secondary[type];
      if (secondary === undefined) {
        throw new Error(
          `${props.recordName}: the standby must have an ${type} record, got ` +
            `${JSON.stringify(Object.keys(props.secondary))}; name the same kinds of addresses`,
        );
      }
      const first = this.record(`Primary${type}`, type, 'PRIMARY', primary, props);
      // Alone, a secondary is what everybody gets: it comes after its primary, and goes before it.
      this.record(`Secondary${type}`, type, 'SECONDARY', secondary, props).addResourceDependency(first);
    }
  }

  private record(
    id: string,
    type: RecordType,
    failover: FailoverRole,
    answer: RecordAnswer,
    { zone, recordName, healthCheckId, ttl }: FailoverRecordsProps,
  ): CfnRecordSet {
    return new CfnRecordSet(this, id, {
      hostedZoneId: zone.hostedZoneId,
      name: `${recordName}.`,
      type,
      setIdentifier: `${recordName}-${failover.toLowerCase()}`,
      failover,
      // When both sides are unhealthy Route 53 answers the primary. A secondary without a check can't be unhealthy.
      healthCheckId: failover === 'PRIMARY' ? healthCheckId : undefined,
      ...(answer.kind === 'values'
        ? { resourceRecords: [...answer.values], ttl: String(ttl.toSeconds()) }
        : {
            aliasTarget: {
              dnsName: answer.dnsName,
              hostedZoneId: answer.hostedZoneId,
              evaluateTargetHealth: false,
            },
          }),
    });
  }
}
