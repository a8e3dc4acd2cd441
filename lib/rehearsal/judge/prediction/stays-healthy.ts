import type { EndpointFacts, HealthCheckFacts } from '../../facts/health-facts';
import { isStoreFault, type ScenarioFault, type StoreFault } from '../../scenario/fault';
import { liesApart } from '../../scenario/fault-span';
import { concerns, flapsOf, isHarmless, lastsMs, storeFailure } from './store-failure';

/** Whether a health check is sure to stay healthy, whenever its checkers happen to probe. */
export function staysHealthy(
  id: string,
  faults: readonly ScenarioFault[],
  checks: readonly HealthCheckFacts[],
): boolean {
  const check = checks.find((candidate) => candidate.id === id);
  switch (check?.kind) {
    case 'endpoint':
      return enoughCheckersWork(check.regions, faults) && !mayNotice(check, faults.filter(isStoreFault));
    case 'site':
      return enoughCheckersWork(check.regions, faults) && !faults.some(({ kind }) => HARMS_SITE.has(kind));
    case 'calculated': {
      const steady = check.children.filter((child) => staysHealthy(child, faults, checks));
      return steady.length >= check.healthThreshold;
    }
    default:
      return false;
  }
}

const HARMS_SITE: ReadonlySet<ScenarioFault['kind']> = new Set(['emergency site emptied', 'region lost']);

/**
 * An endpoint is healthy as long as more than 18 % of the checkers say so.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
const ENOUGH_PERCENT = 18;

function enoughCheckersWork(regions: readonly string[], faults: readonly ScenarioFault[]): boolean {
  const failing = new Set<string>(
    faults.flatMap((fault) => (fault.kind === 'checkers fail' ? fault.regions : [])),
  );
  const working = regions.filter((region) => !failing.has(region));
  return working.length * 100 > ENOUGH_PERCENT * regions.length;
}

/** Between faults that lie apart each checker sees that all is well, and its count starts over. */
function mayNotice(check: EndpointFacts, faults: readonly StoreFault[]): boolean {
  const felt = faults.filter((fault) => mayFeel(check, fault));
  if (felt.some((fault) => !isTooShort(check, fault))) {
    return true;
  }
  return felt.some((one, index) => felt.slice(index + 1).some((other) => !liesApart(one, other)));
}

function mayFeel(check: EndpointFacts, fault: StoreFault): boolean {
  const { path, searches, asks } = check;
  if (!concerns(fault, path) || isHarmless(fault, check)) {
    return false;
  }
  const failure = storeFailure(fault);
  if (failure === undefined) {
    return true;
  }
  if (failure.isUnseen || (failure.needsSearch && !searches)) {
    return false;
  }
  return !(failure.needsName && asks === 'address');
}

/** A checker has to begin as many probes as the threshold says: from the first to the last it takes so long at least. */
const isTooShort = ({ failureThreshold, intervalMs }: EndpointFacts, fault: StoreFault): boolean =>
  flapsOf(fault) === undefined && lastsMs(fault) <= (failureThreshold - 1) * intervalMs;
