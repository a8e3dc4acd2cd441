import type { Deployment } from '../assembly/deployment';
import type { StoreFault } from '../scenario/fault';
import { type AlarmingFacts, readAlarms } from './alarm-facts';
import { type EdgeFacts, readEdge } from './edge-facts';
import { type Foreseen, type ForeseenFailure, foresee } from './foreseen';
import { type FailoverFacts, type HealthCheckFacts, readFailovers, readHealthChecks } from './health-facts';
import { firstOf, type Interval, inSequence, interval, lastOf } from './interval';
import { predictMessages } from './predict-alarms';
import { type HealthChange, predictHealth } from './predict-health';
import {
  browserWaitMs,
  edgeWait,
  longestPauseMs,
  predictFirstPage,
  predictWorstWait,
} from './predict-shoppers';
import { lastsMs, type StoreFailure, storeFailure } from './store-failure';

/** The times of a rehearsal as arithmetic foretells them. Undefined: this one can't be told beforehand. */
export interface PredictedTimes {
  readonly detectMs?: Interval;
  readonly dnsMs?: Interval;
  readonly firstPageMs?: Interval;
  readonly alertMs?: Interval;
  readonly announcedMs?: Interval;
  readonly recoveredMs?: Interval;
  readonly worstWaitMs?: Interval;
}

/** Everything in a template that decides how long a failover takes. */
export interface TimingFacts {
  readonly domainName: string;
  readonly healthChecks: readonly HealthCheckFacts[];
  readonly failovers: readonly FailoverFacts[];
  /** @default - shoppers ask the store itself, or nothing is predicted about what is in between */
  readonly edge?: EdgeFacts;
  readonly alarming: AlarmingFacts;
}

/** Reads what predictions are made from. @param domainName the name that shoppers type */
export const readTimingFacts = (deployment: Deployment, domainName: string): TimingFacts => ({
  domainName,
  healthChecks: readHealthChecks(deployment),
  failovers: readFailovers(deployment),
  edge: readEdge(deployment, domainName),
  alarming: readAlarms(deployment),
});

/**
 * Foretells a rehearsal from intervals, thresholds, TTLs, timeouts and periods alone, without playing anything: only
 * for a single fault of the store that keeps to its kind, and only what is certain to happen before it is repaired.
 * The end may come after the play. Both sides read the template by the same resource models, and by the same rules of
 * which alarms an event rule matches and where a metric can be seen: what those get wrong, a prediction does not show.
 */
export function predictTimes(facts: TimingFacts, scenario: Foreseen): PredictedTimes {
  const foreseen = foresee(scenario);
  if (foreseen === undefined) return {};
  const { failure, lastsMs, regionRuns } = foreseen;
  const within = (time: Interval | undefined) =>
    time !== undefined && time.latestMs <= lastsMs ? time : undefined;

  const healthOf = (id: string) => predictHealth(id, failure, facts.healthChecks);
  const names = changesOf(facts.failovers, healthOf);
  const detect = firstOf(names.map(({ change }) => change.unhealthy));
  const switched = lastOf(names.map(({ change, ttlMs }) => inSequence(change.unhealthy, interval(0, ttlMs))));
  const back = lastOf(
    names.map(({ change, backTtlMs }) => inSequence(change.healthy, interval(0, backTtlMs))),
  );
  const messages = predictMessages({
    alarming: tellersLeft(facts.alarming, foreseen),
    healthOf,
    errorsEnd: back ?? interval(0, MINUTE_MS),
  });
  const alertMs = within(messages.alert);
  // A resolver switches when it is asked.
  const asked =
    switched && inSequence(switched, interval(0, longestPauseMs(scenario.shoppers.arrivalsPerMinute)));
  const obeyed = resolversObey(facts, scenario) && within(asked) ? switched : undefined;
  const { firstPageMs, worstWaitMs } = regionRuns
    ? shopperTimes(facts, scenario, { failure, switched: obeyed })
    : {};
  return {
    detectMs: within(detect),
    dnsMs: obeyed,
    firstPageMs: within(firstPageMs),
    worstWaitMs,
    alertMs,
    announcedMs: within(messages.announced),
    recoveredMs: alertMs && messages.recovered,
  };
}

/** Whether Route 53 is sure to answer with SECONDARY before a fault that is alone is repaired. */
export function isSurelyNoticed({ failovers, healthChecks }: TimingFacts, fault: StoreFault): boolean {
  const failure = storeFailure(fault);
  if (failure === undefined) return false;
  const names = changesOf(failovers, (id) => predictHealth(id, failure, healthChecks));
  return names.some(({ change }) => change.unhealthy.latestMs <= lastsMs(fault));
}

/** An incident that nobody has in hand holds no alarm back. */
function tellersLeft(alarming: AlarmingFacts, { tellers }: ForeseenFailure): AlarmingFacts {
  const { alarms, announcements } = alarming;
  if (tellers === 'all') return alarming;
  const left = announcements.filter(({ by }) => tellers === 'alarms' && by === 'alarm');
  return { alarms, announcements: left.map((announcement) => ({ ...announcement, isHeldBack: false })) };
}

const MINUTE_MS = 60_000;

/** Resolvers of CloudFront keep to TTLs; those of shoppers may not, where shoppers need them. */
const resolversObey = ({ domainName, failovers }: TimingFacts, { shoppers }: Foreseen): boolean =>
  shoppers.overstayingPercent === 0 || failovers.every(({ name }) => name !== domainName);

const changesOf = (
  failovers: readonly FailoverFacts[],
  healthOf: (id: string) => HealthChange | undefined,
): readonly (FailoverFacts & { readonly change: HealthChange })[] =>
  failovers.flatMap((failover) => {
    const { healthCheckId } = failover;
    const change = healthCheckId === undefined ? undefined : healthOf(healthCheckId);
    return change === undefined ? [] : [{ ...failover, change }];
  });

/** Shoppers either ask a failover name themselves, or a distribution that asks one for them. */
function shopperTimes(
  { domainName, failovers, edge }: TimingFacts,
  { shoppers: { arrivalsPerMinute } }: Foreseen,
  { failure, switched }: { readonly failure: StoreFailure; readonly switched: Interval | undefined },
): Pick<PredictedTimes, 'firstPageMs' | 'worstWaitMs'> {
  if (switched === undefined || failure.paths !== undefined) return {};
  const visitors = { switched, arrivalsPerMinute };
  const pairsOf = (name: string) => failovers.filter((failover) => failover.name === name);
  const own = pairsOf(domainName);
  if (own.length > 0) {
    const waitMs = browserWaitMs(failure.client);
    return {
      firstPageMs: predictFirstPage({ ...visitors, switchShowsPage: showPage(own) }),
      worstWaitMs: waitMs === undefined ? undefined : predictWorstWait(waitMs, visitors),
    };
  }
  const origins = edge === undefined ? [] : pairsOf(edge.originName);
  const wait = edge === undefined ? undefined : edgeWait(edge, failure.client);
  if (edge === undefined || wait === undefined || origins.length === 0) return {};
  // The fast-fail responder answers with 503.
  const switchShowsPage = showPage(origins) && edge.errorPages.includes(503);
  return {
    firstPageMs: predictFirstPage({ ...visitors, edge: wait, switchShowsPage }),
    worstWaitMs: predictWorstWait(wait.waitMs, visitors),
  };
}

const showPage = (pairs: readonly FailoverFacts[]): boolean => pairs.every(({ showsPage }) => showsPage);
