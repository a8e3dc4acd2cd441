import { fine, type VerifyFinding, warned, wrong } from './finding';
import { type DeployedStack, type Inspector, ofType } from './inspector';
import type { OriginAnswer } from './mirrored/ask-location';
import { type MirroredPaths, mirroredPaths } from './mirrored/mirrored-paths';

const SUBJECT = 'mirrored paths';

/**
 * Whether the primary serves under the origin's name what CloudFront asks there. A store that redirects every name but
 * its own sends shoppers from there back to CloudFront, round and round.
 */
export async function verifyMirrored(stack: DeployedStack, inspector: Inspector): Promise<VerifyFinding[]> {
  const findings: VerifyFinding[] = [];
  for (const mirrored of mirroredPaths(stack)) {
    const connectTo = await primaryOf(mirrored.originName, stack, inspector);
    // That the record is not there is what the look at the records says.
    if (connectTo !== undefined) {
      findings.push(await findingOf(mirrored, connectTo, inspector));
    }
  }
  return findings;
}

/** Where the origin's name leads while all is well, wherever it leads now. */
async function primaryOf(
  originName: string,
  stack: DeployedStack,
  inspector: Inspector,
): Promise<string | undefined> {
  const record = ofType(stack, 'AWS::Route53::RecordSet').find(
    ({ properties }) => properties['Name'] === `${originName}.` && properties['Failover'] === 'PRIMARY',
  );
  if (record === undefined) {
    return undefined;
  }
  const { HostedZoneId: zone, Name: name, Type: type } = record.properties;
  const found = await inspector.recordSets(String(zone), String(name), String(type));
  const primary = found.find((one) => 'Failover' in one && one.Failover === 'PRIMARY');
  const { ResourceRecords: [value] = [] } = (primary ?? {}) as {
    ResourceRecords?: readonly { Value?: string }[];
  };
  return value?.Value;
}

async function findingOf(
  mirrored: MirroredPaths,
  connectTo: string,
  inspector: Inspector,
): Promise<VerifyFinding> {
  const { originName, paths } = mirrored;
  const loops: string[] = [];
  try {
    for (const path of paths) {
      const answer = await inspector.location({ connectTo, originName, path });
      if (leadsBack(path, answer, mirrored)) {
        loops.push(path);
      }
    }
  } catch (error) {
    // One that does not answer is asked no more; what it said before counts.
    if (loops.length === 0) {
      return warned(SUBJECT, silence(originName, connectTo, error));
    }
  }
  return loops.length === 0
    ? fine(SUBJECT, `${originName} redirects none of ${paths.join(', ')} back to itself`)
    : wrong(SUBJECT, loopDetail(originName, loops));
}

/** Whether a browser that follows an answer ends up where it was: at CloudFront, with the same path. */
export function leadsBack(
  path: string,
  { status, location }: OriginAnswer,
  { shopNames }: Pick<MirroredPaths, 'shopNames'>,
): boolean {
  const asked = `https://${shopNames[0]}${path}`;
  if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, asked)) {
    return false;
  }
  const { hostname, port, pathname, search } = new URL(location, asked);
  return shopNames.includes(hostname) && port === '' && `${pathname}${search}` === new URL(asked).pathname;
}

const loopDetail = (originName: string, paths: readonly string[]): string =>
  `the store, asked as ${originName}, redirects ${paths.join(', ')} to the shop's own name, where CloudFront asks it as ` +
  `${originName} again: shoppers never get there; exempt that name from the redirect, or take the paths out of ` +
  'mirroredPathPatterns (sharedPathPatterns keep the name) and documents';

const silence = (originName: string, connectTo: string, error: unknown): string =>
  `${connectTo} does not answer as ${originName}: ${error instanceof Error ? error.message : error}; whether it redirects ` +
  'is not known, and until it answers under that name shoppers get the copies in the emergency bucket';
