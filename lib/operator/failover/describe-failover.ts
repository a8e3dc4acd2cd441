import { calculatedHealth } from '../../rehearsal/aws/route53/rules/calculated-health';
import { endpointHealth } from '../../rehearsal/aws/route53/rules/endpoint-health';
import { failoverAnswer } from '../../rehearsal/aws/route53/rules/failover-answer';
import { describeHolder, type KnownHold } from '../cli/held';
import { heldSide } from './held-side';
import type { EndpointSeen, FailoverSeen } from './look-at-failover';

/** Which record is answered and why, in lines for a terminal. */
export function describeFailover(seen: FailoverSeen, hold: KnownHold): string {
  return [...answer(seen, hold), '', ...seen.endpoints.flatMap(endpoint)].join('\n');
}

function answer(seen: FailoverSeen, hold: KnownHold): readonly string[] {
  const { store } = seen;
  const side = heldSide(store.deployedThreshold, store.config.HealthThreshold);
  const now = answerAt(seen, store.config.HealthThreshold ?? store.deployedThreshold);
  if (side === undefined) {
    return [`${names(seen)} with ${now.record}: ${now.because}.`, ...lostHold(hold)];
  }
  const otherwise = answerAt(seen, store.deployedThreshold);
  return [
    `${names(seen)} with ${now.record}, because it is held there: the health checks decide nothing meanwhile.`,
    holder(seen, hold),
    `Without the hold it would be ${otherwise.record}: ${otherwise.because}.`,
  ];
}

function names({ recordNames }: FailoverSeen): string {
  return recordNames.length === 0
    ? 'No record fails over before the cut-over; Route 53 would answer'
    : `Route 53 answers ${recordNames.join(', ')}`;
}

/** What Route 53 answers with a health threshold, as far as what its checkers saw last tells it. */
function answerAt({ store, endpoints }: FailoverSeen, healthThreshold: number) {
  const { Inverted: inverted, Disabled: disabled } = store.config;
  const children = endpoints.filter(({ closes }) => closes).map(isHealthy);
  const { healthyChildren, healthy } = calculatedHealth({ children, healthThreshold, inverted });
  const primaryHealthy = disabled ? !inverted : healthy;
  const { record } = failoverAnswer({ primaryHealthy, secondaryHealthy: undefined });
  const because = disabled
    ? `${JSON.stringify(store.name)} is disabled, so that its endpoints decide nothing`
    : `${healthyChildren} of ${children.length} endpoints that close the store are healthy, ${healthThreshold} needed`;
  return { record, because };
}

/** A disabled health check counts as healthy; inverted it is the opposite. */
export function isHealthy({ config: { Inverted, Disabled }, observations }: EndpointSeen): boolean {
  return Disabled
    ? !Inverted
    : endpointHealth(
        observations.map(({ passed }) => passed),
        Inverted,
      ).healthy;
}

function holder({ store }: FailoverSeen, hold: KnownHold): string {
  const end =
    hold.kind === 'held'
      ? '"npx understudy failover auto" ends it.'
      : `By hand it is given back with "aws route53 update-health-check --health-check-id ${store.id} --health-threshold ${store.deployedThreshold}".`;
  return `Held ${describeHolder(hold)}. ${end}`;
}

function lostHold(hold: KnownHold): readonly string[] {
  return hold.kind === 'held'
    ? [`A hold ${describeHolder(hold)} is not in force: it is tried each minute.`]
    : [];
}

function endpoint(seen: EndpointSeen): readonly string[] {
  const { name, closes, observations, config } = seen;
  const passing = observations.filter(({ passed }) => passed).length;
  const role = closes ? 'closes the store' : 'only alarms';
  const health = isHealthy(seen) ? 'healthy' : 'UNHEALTHY';
  const checkers = config.Disabled ? 'disabled' : `${passing} of ${observations.length} checkers pass`;
  return [`${name} (${role}): ${health}, ${checkers}`, ...sightings(seen)];
}

/** What the checkers say, in their own words, and where those are that say it. */
function sightings({ observations }: EndpointSeen): readonly string[] {
  const regions = new Map<string, string[]>();
  for (const { status, region } of observations) {
    regions.set(status, [...(regions.get(status) ?? []), region]);
  }
  return [...regions]
    .sort(([, some], [, others]) => others.length - some.length)
    .map(([status, places]) => `  ${places.length} x ${status} (${[...new Set(places)].sort().join(', ')})`);
}

/** The same for programs. */
export function failoverForPrograms(seen: FailoverSeen, hold: KnownHold) {
  const { store, recordNames, endpoints } = seen;
  const threshold = store.config.HealthThreshold ?? store.deployedThreshold;
  const side = heldSide(store.deployedThreshold, store.config.HealthThreshold);
  return {
    recordNames,
    answer: answerAt(seen, threshold).record,
    heldOn: side ?? null,
    holder: hold.kind === 'held' ? { by: hold.by, until: new Date(hold.endsAtMs).toISOString() } : null,
    endpoints: endpoints.map((one) => ({
      name: one.name,
      closesStore: one.closes,
      healthy: isHealthy(one),
      checkersPassing: one.observations.filter(({ passed }) => passed).length,
      checkers: one.observations.length,
    })),
  };
}
