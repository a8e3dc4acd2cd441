import type { AlarmingFacts } from '../../facts/alarm-facts';
import type { FailoverFacts } from '../../facts/health-facts';
import type { TimingFacts } from '../../facts/timing-facts';
import { MINUTE_MS } from '../../kernel/clock/units';
import type { StoreFault } from '../../scenario/fault';
import { rangesAt, UNKNOWN_DEFAULTS, type UnknownRanges } from '../../unknowns/unknown-values';
import { firstOf, type Interval, inSequence, interval, lastOf } from './interval';
import { predictMessages, type Watched } from './predict-alarms';
import { type HealthChange, predictHealth } from './predict-health';
import { longestPauseMs } from './predict-shoppers';
import { type PredictableFailure, type PredictionInput, predictableFailure } from './predictable-failure';
import { type RuledOut, ruledOutTimes, staysPrimary } from './ruled-out-times';
import { shopperTimes } from './shopper-times';
import { lastsMs, storeFailure } from './store-failure';

/** The times of a rehearsal as arithmetic foretells them. Undefined: this one can't be told beforehand. */
export interface PredictedTimes {
  readonly detectMs?: Interval;
  readonly dnsMs?: Interval;
  readonly firstPageMs?: Interval;
  readonly alertMs?: Interval;
  readonly announcedMs?: Interval;
  readonly recoveredMs?: Interval;
  readonly worstWaitMs?: Interval;
  /** What does not happen. @default - nothing can be said */
  readonly never?: readonly RuledOut[];
}

type PredictedIntervals = Omit<PredictedTimes, 'never'>;

/**
 * Foretells a rehearsal from intervals, thresholds, TTLs, timeouts and periods alone, without playing anything: only
 * for a fault of the store that keeps to its kind and has nothing to do with others, and only what is certain to happen
 * before it is repaired; of any other faults, what they can't make happen.
 * The end may come after the play. Both sides read the template by the same resource models, and by the same rules of
 * which alarms an event rule matches and where a metric can be seen: what those get wrong, a prediction does not show.
 *
 * @param unknowns what AWS gives no number for: the times hold whatever of it is true. @default - their defaults
 */
export function predictTimes(
  facts: TimingFacts,
  scenario: PredictionInput,
  unknowns: UnknownRanges = rangesAt(UNKNOWN_DEFAULTS),
): PredictedTimes {
  const foreseen = predictableFailure(scenario, {
    isNoticed: (fault) => isSurelyNoticed(facts, fault),
    noneNoticed: (faults) => staysPrimary(facts, faults),
  });
  const never = ruledOutTimes(facts, scenario);
  const times = foreseen === undefined ? {} : predictIntervals(facts, scenario, { foreseen, unknowns });
  return never.length === 0 ? times : { ...times, never };
}

function predictIntervals(
  facts: TimingFacts,
  scenario: PredictionInput,
  { foreseen, unknowns }: { readonly foreseen: PredictableFailure; readonly unknowns: UnknownRanges },
): PredictedIntervals {
  const { failure, lastsMs: failsForMs, regionRuns, failsBefore, failsAgain } = foreseen;
  const within = (time: Interval | undefined) =>
    time !== undefined && time.latestMs <= failsForMs ? time : undefined;

  const healthOf = (id: string) => predictHealth(id, failure, facts.healthChecks);
  const names = changesOf(facts.failovers, healthOf);
  const kept = (ttlMs = unknowns.aliasTtlSeconds.most * 1000) => interval(0, ttlMs);
  const detect = firstOf(names.map(({ change }) => change.unhealthy));
  const switched = lastOf(names.map(({ change, ttlMs }) => inSequence(change.unhealthy, kept(ttlMs))));
  const back = lastOf(names.map(({ change, backTtlMs }) => inSequence(change.healthy, kept(backTtlMs))));
  const errorsEnd = back ?? interval(0, MINUTE_MS);
  // A resolver switches when it is asked.
  const asked =
    switched && inSequence(switched, interval(0, longestPauseMs(scenario.shoppers.arrivalsPerMinute)));
  const obeyed = resolversObey(facts, scenario) && within(asked) ? switched : undefined;
  const unswitched = staysPrimary(facts, scenario.faults) ? interval(failsForMs, failsForMs) : undefined;
  const { firstPageMs, worstWaitMs } = regionRuns
    ? shopperTimes(facts, scenario, {
        failure,
        ledAstray: obeyed ?? unswitched,
        switches: obeyed !== undefined,
      })
    : {};
  return {
    detectMs: within(detect),
    dnsMs: obeyed,
    firstPageMs: within(firstPageMs),
    worstWaitMs: failsBefore || failsAgain ? undefined : worstWaitMs,
    ...messageTimes(facts, foreseen, { healthOf, errorsEnd, unknowns }),
  };
}

function messageTimes(
  { alarming }: TimingFacts,
  foreseen: PredictableFailure,
  course: Omit<Watched, 'alarming'>,
): Pick<PredictedIntervals, 'alertMs' | 'announcedMs' | 'recoveredMs'> {
  const { lastsMs: failsForMs, failsBefore, failsAgain } = foreseen;
  const messages = predictMessages({ alarming: tellersLeft(alarming, foreseen), ...course });
  // What came before may have been told already.
  const told = (time: Interval | undefined) => {
    if (time === undefined || time.latestMs > failsForMs) {
      return undefined;
    }
    return failsBefore ? interval(0, time.latestMs) : time;
  };
  const alertMs = told(messages.alert);
  return {
    alertMs,
    announcedMs: told(messages.announced),
    recoveredMs: failsAgain ? undefined : alertMs && messages.recovered,
  };
}

/** Whether Route 53 is sure to answer with SECONDARY before a fault that is alone is repaired. */
export function isSurelyNoticed({ failovers, healthChecks }: TimingFacts, fault: StoreFault): boolean {
  const failure = storeFailure(fault);
  if (failure === undefined) {
    return false;
  }
  const names = changesOf(failovers, (id) => predictHealth(id, failure, healthChecks));
  return names.some(({ change }) => change.unhealthy.latestMs <= lastsMs(fault));
}

/** An incident that nobody has in hand holds no alarm back. */
function tellersLeft(alarming: AlarmingFacts, { tellers }: PredictableFailure): AlarmingFacts {
  const { alarms, announcements } = alarming;
  if (tellers === 'all') {
    return alarming;
  }
  const left = announcements.filter(({ by }) => tellers === 'alarms' && by === 'alarm');
  return { alarms, announcements: left.map((announcement) => ({ ...announcement, isHeldBack: false })) };
}

/** Resolvers of CloudFront keep to TTLs; those of shoppers may not, where shoppers need them. */
const resolversObey = ({ domainName, failovers }: TimingFacts, { shoppers }: PredictionInput): boolean =>
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
