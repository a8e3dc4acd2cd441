import type { RehearsalBudgets } from '../../understudy-props';
import type { ShopperOutcome, TimedEvent } from '../event-log';
import { type RehearsalTimes, timesOf } from './times';

/** One thing that was promised, and whether it held. */
export interface Finding {
  readonly what: string;
  /** In milliseconds, or a count. Undefined: it never happened. */
  readonly measured: number | undefined;
  readonly allowed: number;
  readonly unit: 'ms' | 'requests';
  readonly passed: boolean;
}

/** What a rehearsal amounts to. */
export interface Verdict {
  readonly passed: boolean;
  readonly times: RehearsalTimes;
  readonly requests: Readonly<Record<ShopperOutcome, number>>;
  readonly findings: readonly Finding[];
}

/** Holds the events of a rehearsal against its budgets. */
export function judgeRehearsal(events: readonly TimedEvent[], budgets: RehearsalBudgets): Verdict {
  const times = timesOf(events);
  const within = (what: string, measured: number | undefined, seconds: number): Finding => ({
    what,
    measured,
    allowed: seconds * 1000,
    unit: 'ms',
    passed: measured !== undefined && measured <= seconds * 1000,
  });
  const none = (what: string, measured: number): Finding => ({
    what,
    measured,
    allowed: 0,
    unit: 'requests',
    passed: measured === 0,
  });
  const findings = [
    within('Route 53 notices', times.detectMs, budgets.detectSeconds),
    within('every resolver has switched', times.dnsMs, budgets.switchSeconds),
    within('longest wait of a shopper', times.worstWaitMs, budgets.worstWaitSeconds),
    within('on-call has a message', times.alertMs, budgets.alertSeconds),
    within('on-call is told that it is over', times.recoveredMs, budgets.recoveredSeconds),
    none('raw errors once every resolver has switched', rawErrorsAfterSwitch(events)),
    none('shoppers still kept out at the end', keptOutAtTheEnd(events)),
  ];
  return { passed: findings.every(({ passed }) => passed), times, requests: countOutcomes(events), findings };
}

const shopperEvents = (events: readonly TimedEvent[]) => events.filter((event) => event.kind === 'shopper');

function countOutcomes(events: readonly TimedEvent[]): Record<ShopperOutcome, number> {
  const counts: Record<ShopperOutcome, number> = {
    store: 0,
    'stale page': 0,
    'emergency page': 0,
    'raw error': 0,
  };
  for (const { outcome } of shopperEvents(events)) counts[outcome] += 1;
  return counts;
}

function rawErrorsAfterSwitch(events: readonly TimedEvent[]): number {
  const switched = events.findLast(
    (event) => event.kind === 'resolver-switched' && event.answer === 'SECONDARY',
  );
  if (switched === undefined)
    return shopperEvents(events).filter(({ outcome }) => outcome === 'raw error').length;
  return shopperEvents(events).filter(({ outcome, atMs }) => outcome === 'raw error' && atMs > switched.atMs)
    .length;
}

/** Requests of the last minute that did not reach the store. */
function keptOutAtTheEnd(events: readonly TimedEvent[]): number {
  const endMs = events.at(-1)?.atMs ?? 0;
  return shopperEvents(events).filter(({ outcome, atMs }) => outcome !== 'store' && atMs > endMs - 60_000)
    .length;
}
