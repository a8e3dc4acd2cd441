import type { RehearsalBudgets } from '../../../understudy-props';
import type { ShopperOutcome } from '../../kernel/shopper-outcome';
import type { OrderTally, WaitStatistics } from '../../record/tally';
import type { Expectations } from '../../scenario/scenario';
import type { RehearsalRecord } from '../record';
import { budgetFindings, widenedBudgets } from './budget-findings';
import { expectationFindings } from './expectation-findings';
import { exposedBudgets } from './exposed-budgets';
import type { Finding } from './finding';
import { estimateLoss, type Loss } from './loss';
import { predictionFindings } from './prediction-findings';
import { promisedBy, whereAllAreTaken } from './promised';
import { type RehearsalTimes, timesOf } from './times';

/** What a rehearsal amounts to. */
export interface Verdict {
  readonly passed: boolean;
  readonly times: RehearsalTimes;
  /** Of the shoppers who asked while a fault lasted. */
  readonly waits: WaitStatistics;
  readonly requests: Readonly<Record<ShopperOutcome, number>>;
  readonly orders: OrderTally;
  /** Shoppers who hold another's session: none is ever allowed. */
  readonly othersSessions: number;
  readonly loss: Loss;
  readonly findings: readonly Finding[];
  /** The store's budgets that the scenario widens: a pass there says less than elsewhere. */
  readonly widened: readonly (keyof RehearsalBudgets)[];
  /** What the stack is known not to do in this scenario. @default - nothing is known */
  readonly knownGap?: string;
}

/** Holds a rehearsal against the budgets of its store, what its scenario expects, and what was predicted. */
export function judgeRehearsal(record: RehearsalRecord): Verdict {
  const { settings, shoppers, failsMs } = record;
  const times = timesOf(record);
  const expected = expectationsOf(record);
  const all = [
    ...budgetFindings(
      { ...record, times, exposedTo: exposedBudgets(record, times) },
      settings.budgets,
      expected,
    ),
    ...expectationFindings(record, expected),
    ...predictionFindings(times, record.predicted, record.endMs - record.counted.repairedMs),
  ];
  const findings = settings.topology === 'other' ? all.map(withoutProps) : all;
  return {
    passed: findings.every(({ passed }) => passed),
    times,
    waits: shoppers.waits.fault,
    requests: shoppers.totals,
    orders: shoppers.orders,
    othersSessions: shoppers.othersSessions,
    loss: estimateLoss(shoppers, failsMs, settings.revenuePerMinute),
    findings,
    widened: widenedBudgets(settings.budgets, expected.budgets),
    knownGap: expected.knownGap,
  };
}

/** A stack without Understudy has no props to change. */
const withoutProps = (finding: Finding): Finding => ({ ...finding, changedBy: [] });

/** As far as this stack promises it. Only Understudy tells of incidents; from anybody else, plain alarms are enough. */
function expectationsOf({ scenario, settings, promises, shoppers }: RehearsalRecord): Expectations {
  const { expectations, faults } = scenario;
  if (settings.topology !== 'other') {
    return whereAllAreTaken(
      promisedBy(expectations[settings.topology], faults, promises),
      faults,
      shoppers.totals,
    );
  }
  return promisedBy({ ...expectations.edge, incidents: 'any', plainAlarms: 'any' }, faults, promises);
}
