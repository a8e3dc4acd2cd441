import type { RehearsalRecord } from '../rehearsal';
import { countSince, KEPT_OUT, type ShopperOutcome } from '../shoppers/tally';
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

/** Holds a rehearsal against the budgets of its store. */
export function judgeRehearsal(record: RehearsalRecord): Verdict {
  const { budgets } = record.settings;
  const times = timesOf(record);
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
    none('raw errors once every resolver has switched', rawErrorsAfterSwitch(record, times.dnsMs)),
    none(
      'shoppers still kept out at the end',
      countSince(record.shoppers, record.endMs - LAST_MINUTE_MS, KEPT_OUT),
    ),
  ];
  return {
    passed: findings.every(({ passed }) => passed),
    times,
    requests: record.shoppers.totals,
    findings,
  };
}

const LAST_MINUTE_MS = 60_000;

const rawErrorsAfterSwitch = ({ shoppers, failsMs }: RehearsalRecord, dnsMs = 0): number =>
  countSince(shoppers, failsMs + dnsMs, ['raw error']);
