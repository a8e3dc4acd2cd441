import { Duration, Tags } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { HealthCheck, HealthCheckType } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import {
  EMERGENCY_PAGE_MARKER,
  EMERGENCY_PAGE_PATH,
} from '../../../lambda/emergency-response/contract/paths';

/** The distribution that would serve the emergency page. */
export interface EmergencyPageCheckProps {
  readonly domainName: string;
  readonly distribution: Distribution;
}

/**
 * Probes the emergency page itself, so that a broken page is found on a quiet day. It asks the distribution's own
 * name, which no failover touches, and moves no record.
 */
export class EmergencyPageCheck extends Construct {
  readonly healthCheckId: string;

  constructor(scope: Construct, id: string, props: EmergencyPageCheckProps) {
    super(scope, id);
    const check = new HealthCheck(this, 'Check', {
      type: HealthCheckType.HTTPS_STR_MATCH,
      fqdn: props.distribution.distributionDomainName,
      port: 443,
      enableSNI: true,
      resourcePath: EMERGENCY_PAGE_PATH,
      searchString: EMERGENCY_PAGE_MARKER,
      requestInterval: Duration.seconds(30),
      failureThreshold: 3,
    });
    Tags.of(check).add('Name', `${props.domainName} emergency page`);
    this.healthCheckId = check.healthCheckId;
  }
}
