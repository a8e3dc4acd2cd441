import type { Side } from '../../../lambda/status-update/contract/hold';
import { heldSide } from '../failover/held-side';
import { differences, type PhysicalIds } from './differences';
import { fine, type VerifyFinding, wrong } from './finding';
import { type DeployedStack, type Inspector, ofType, type StackResource } from './inspector';

/** Whether the health checks probe what they were deployed to probe. */
export async function verifyHealthChecks(
  stack: DeployedStack,
  inspector: Inspector,
  ids: PhysicalIds,
): Promise<VerifyFinding[]> {
  const checks = ofType(stack, 'AWS::Route53::HealthCheck');
  return Promise.all(checks.map((check) => verifyHealthCheck(check, inspector, ids)));
}

async function verifyHealthCheck(
  { logicalId, physicalId, properties }: StackResource,
  inspector: Inspector,
  ids: PhysicalIds,
): Promise<VerifyFinding> {
  const subject = `health check ${logicalId}`;
  const config = physicalId === undefined ? undefined : await inspector.healthCheck(physicalId);
  if (config === undefined) {
    return wrong(subject, 'is not there; deploy again');
  }
  if ('Disabled' in config && config.Disabled === true) {
    return wrong(subject, 'is disabled and counts as healthy whatever happens; enable it');
  }
  const deployed = properties['HealthCheckConfig'];
  const side = heldSide(thresholdOf(deployed), thresholdOf(config));
  if (side !== undefined) {
    return { ...wrong(subject, heldDetail(side)), held: side };
  }
  const found = differences(deployed, config, ids);
  return found.length === 0
    ? fine(subject, 'is as deployed')
    : wrong(subject, `${found.join('; ')}; deploy again`);
}

/** A hold ends by itself, and a deployment does not end it. */
const heldDetail = (side: Side): string =>
  `is held on ${side.toUpperCase()} by a person, so that its endpoints decide nothing; "npx understudy failover" shows who and until when, "npx understudy failover auto" ends it`;

const thresholdOf = (config: unknown): unknown =>
  typeof config === 'object' && config !== null && 'HealthThreshold' in config
    ? config.HealthThreshold
    : undefined;
