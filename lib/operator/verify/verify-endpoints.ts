import type { VerifyFinding } from './finding';
import { type DeployedStack, type Inspector, ofType, type StackResource } from './inspector';
import { describeProbe } from './probe/describe-probe';
import { probedEndpoint } from './probe/probed-endpoint';

/**
 * What a Route 53 health checker would say of each endpoint now, one after the other so that none slows another down.
 * It stands where this runs: what a firewall does to Route 53's own addresses does not show.
 */
export async function verifyEndpoints(stack: DeployedStack, inspector: Inspector): Promise<VerifyFinding[]> {
  const findings: VerifyFinding[] = [];
  for (const check of ofType(stack, 'AWS::Route53::HealthCheck')) {
    const { physicalId } = check;
    const config = physicalId === undefined ? undefined : await inspector.healthCheck(physicalId);
    const endpoint = probedEndpoint(config);
    if (endpoint === undefined) {
      continue;
    }
    findings.push(describeProbe(`endpoint ${labelOf(check)}`, endpoint, await inspector.probe(endpoint)));
  }
  return findings;
}

/** The name that the console shows. */
function labelOf({ logicalId, properties }: StackResource): string {
  const tags: unknown = properties['HealthCheckTags'];
  const named = Array.isArray(tags) ? tags.find(({ Key }) => Key === 'Name') : undefined;
  return typeof named?.Value === 'string' ? named.Value : logicalId;
}
