import { RehearsalError } from '../../kernel/errors';
import type { Deployment } from '../assembly/deployment';
import { LOAD_BALANCER } from '../load-balancing/resource';
import { configOf } from './health-check';
import { normalize } from './record-names';
import { HEALTH_CHECK, RECORD_SET } from './resource';
import { targetOf } from './zone-records';

/**
 * Finds out before anything is played whether all that decides about records is there: what is not would count as
 * healthy forever.
 * @throws RehearsalError UNSUPPORTED_RESOURCE for a health check or a load balancer that the assembly does not hold,
 * UNSUPPORTED_PROPERTY for a calculated health check that counts another
 */
export function requireKnownHealth(deployment: Deployment): void {
  const checks = deployment.all(HEALTH_CHECK);
  const ids = new Set(checks.map(({ ref }) => ref));
  const calculated = new Set(
    checks.filter((check) => configOf(check).Type === 'CALCULATED').map(({ ref }) => ref),
  );
  for (const check of checks) {
    const where = `${check.name}.HealthCheckConfig.ChildHealthChecks`;
    for (const id of configOf(check).ChildHealthChecks) {
      if (!ids.has(id)) {
        throw foreign(where, id);
      }
      if (calculated.has(id)) {
        throw nested(where, id);
      }
    }
  }
  for (const { name, properties } of deployment.all(RECORD_SET)) {
    const { HealthCheckId: id } = properties;
    if (id !== undefined && !ids.has(id)) {
      throw foreign(`${name}.HealthCheckId`, id);
    }
  }
  requireLoadBalancers(deployment);
}

/** Emulation: a standby is always healthy, and so is a load balancer with a health check of Route 53 beside it. */
function requireLoadBalancers(deployment: Deployment): void {
  const asked = deployment
    .all(RECORD_SET)
    .filter(
      ({ properties: { AliasTarget, Failover, HealthCheckId } }) =>
        AliasTarget?.EvaluateTargetHealth && Failover !== 'SECONDARY' && HealthCheckId === undefined,
    )
    .filter(({ properties }) => LOAD_BALANCER_NAME.test(targetOf(properties)));
  if (asked.length === 0) {
    return;
  }
  const known = new Set(
    deployment.all(LOAD_BALANCER).map(({ attribute }) => normalize(attribute('DNSName'))),
  );
  const lost = asked.find(({ properties }) => !known.has(targetOf(properties)));
  if (lost === undefined) {
    return;
  }
  throw new RehearsalError(
    'UNSUPPORTED_RESOURCE',
    `${lost.name}.AliasTarget: asks for the health of a load balancer that is not in this assembly, got ${targetOf(lost.properties)}; give the record a health check`,
  );
}

/** @see https://docs.aws.amazon.com/general/latest/gr/elb.html */
const LOAD_BALANCER_NAME = /\.elb(\.[a-z0-9-]+)?\.amazonaws\.com$/;

const foreign = (where: string, id: string): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_RESOURCE',
    `${where}: leads to a health check that is not in this assembly, got ${id}; rehearse it with the stack that has it`,
  );

/** @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html */
const nested = (where: string, id: string): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${where}: a calculated health check can't monitor another one, got ${id}; name the health checks that it monitors`,
  );
