import type { EndpointFacts, HealthCheckFacts } from '../../facts/health-facts';
import { type Interval, interval, kthOf } from './interval';
import { concerns, EXCHANGE_MS, type StoreFailure } from './store-failure';

/** When a health check changes, after the failure and after the repair. */
export interface HealthChange {
  readonly unhealthy: Interval;
  readonly healthy: Interval;
}

/**
 * When a health check finds the store unhealthy, and healthy again.
 *
 * A checker that has just probed probes again after the interval, and needs as many failures in a row as the
 * threshold says; another one may have been about to probe when the store failed. The check as a whole lies in
 * between, whatever the share of checkers that decides.
 * @returns undefined when it stays healthy, or nothing can be said
 */
export function predictHealth(
  id: string,
  failure: StoreFailure,
  checks: readonly HealthCheckFacts[],
): HealthChange | undefined {
  const check = checks.find((candidate) => candidate.id === id);
  if (check?.kind === 'endpoint') {
    return predictEndpoint(check, failure);
  }
  if (check?.kind !== 'calculated') {
    return undefined;
  }
  const changes = check.children
    .map((child) => predictHealth(child, failure, checks))
    .filter((change) => change !== undefined);
  const steady = check.children.length - changes.length;
  // It is unhealthy as soon as too few are left, and healthy again as soon as enough are back.
  const unhealthy = kthOf(
    check.children.length - check.healthThreshold + 1,
    changes.map((change) => change.unhealthy),
  );
  const healthy = kthOf(
    check.healthThreshold - steady,
    changes.map((change) => change.healthy),
  );
  return unhealthy === undefined || healthy === undefined ? undefined : { unhealthy, healthy };
}

function predictEndpoint(check: EndpointFacts, failure: StoreFailure): HealthChange | undefined {
  const { path, intervalMs, failureThreshold, searches, asks, connectsOnly } = check;
  if (!concerns(failure, path) || (failure.needsSearch && !searches)) {
    return undefined;
  }
  if (failure.isUnseen || (failure.needsName && asks !== 'name')) {
    return undefined;
  }
  const probeMs = connectsOnly ? failure.connectionProbeMs : failure.probeMs;
  if (probeMs === undefined) {
    return undefined;
  }
  const pauses = (failureThreshold - 1) * intervalMs;
  return {
    unhealthy: interval(
      pauses + failureThreshold * probeMs,
      intervalMs + EXCHANGE_MS + pauses + failureThreshold * (probeMs + EXCHANGE_MS),
    ),
    // The last failing probe may have begun just before the repair.
    healthy: interval(pauses, probeMs + EXCHANGE_MS + intervalMs + pauses + failureThreshold * EXCHANGE_MS),
  };
}
