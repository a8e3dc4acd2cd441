import type { HealthChecks } from '../../../lib/rehearsal/aws/route53/health-checks';
import { Zone } from '../../../lib/rehearsal/aws/route53/zone';
import { EventLog } from '../../../lib/rehearsal/kernel/event-log';
import { aDeployment, aResource } from './a-deployment';

export type ZoneResources = Parameters<typeof aDeployment>[0];

/** A record set, of type A unless told otherwise. */
export const aRecord = (Properties: Record<string, unknown>) =>
  aResource('AWS::Route53::RecordSet', { Type: 'A', ...Properties });

/** The zone of some resources. `health` is read as it is when somebody asks, by health check or load balancer. */
export function aZone(resources: ZoneResources, health: Record<string, boolean> = {}) {
  const loadBalancer = (dnsName: string) => health[dnsName];
  const log = new EventLog(() => 0);
  const healthChecks = { isHealthy: (id: string) => health[id] } as HealthChecks;
  return { zone: new Zone(aDeployment(resources), () => ({ healthChecks, loadBalancer }), log), log, health };
}
