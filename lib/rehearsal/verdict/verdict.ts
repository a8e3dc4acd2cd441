import type { RehearsalRecord } from '../rehearsal';
import type { Expectations } from '../scenario/scenario';
import type { OrderTally, ShopperOutcome, WaitStatistics } from '../shoppers/tally';
import { budgetFindings } from './budget-findings';
import { expectationFindings } from './expectation-findings';
import type { Finding } from './finding';
import { estimateLoss, type Loss } from './loss';
import { predictionFindings } from './prediction-findings';
import { type RehearsalTimes, timesOf } from './times';

/** What a rehearsal amounts to. */
export interface Verdict {
  readonly passed: boolean;
  readonly times: RehearsalTimes;
  /** Of the shoppers who asked while a fault lasted. */
  readonly waits: WaitStatistics;
  readonly requests: Readonly<Record<ShopperOutcome, number>>;
  readonly orders: OrderTally;
  readonly loss: Loss;
  readonly findings: readonly Finding[];
  /** What the stack is known not to do in this scenario. @default - nothing is known */
  readonly knownGap?: string;
}

/** Holds a rehearsal against the budgets of its store, what its scenario expects, and what was predicted. */
export function judgeRehearsal(record: RehearsalRecord): Verdict {
  const { settings, shoppers, failsMs } = record;
  const times = timesOf(record);
  const expected = expectationsOf(record);
  const findings = [
    ...budgetFindings({ times, predicted: record.predicted }, settings.budgets, expected),
    ...expectationFindings(record, expected, times.dnsMs),
    ...predictionFindings(times, record.predicted, record.endMs - record.repairedMs),
  ];
  return {
    passed: findings.every(({ passed }) => passed),
    times,
    waits: shoppers.waits.fault,
    requests: shoppers.totals,
    orders: shoppers.orders,
    loss: estimateLoss(shoppers, failsMs, settings.revenuePerMinute),
    findings,
    knownGap: expected.knownGap,
  };
}

const expectationsOf = ({ scenario, settings }: RehearsalRecord): Expectations =>
  scenario.expectations[settings.topology === 'dns' ? 'dns' : 'edge'];
