import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { HttpVersion, SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront';
import { acknowledge } from './acknowledge';

/** What both topologies' distributions have in common. */
export const DISTRIBUTION_DEFAULTS = {
  httpVersion: HttpVersion.HTTP2_AND_3,
  minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  enableIpv6: true,
} as const;

/** Records which checks of a distribution are the store owner's decision. */
export function acknowledgeDistribution(distribution: Distribution): void {
  acknowledge(distribution, {
    'AwsSolutions-CFR1':
      'A store decides itself where it sells; an outage is no reason to shut countries out',
    'AwsSolutions-CFR2': 'A web ACL is a standing cost and a policy of its own; attach one to `distribution`',
  });
}
