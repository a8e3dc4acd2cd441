import type { RehearsalBudgets } from '../../understudy-props';
import type { PredictedTimes } from '../prediction/predicted-times';
import type { Expectations } from '../scenario/scenario';
import { type Finding, judged } from './finding';
import type { RehearsalTimes } from './times';

/** What a budget is about, in the order of an outage. */
const SUBJECTS: Readonly<Record<keyof RehearsalBudgets, { what: string; time: keyof PredictedTimes }>> = {
  detectSeconds: { what: 'Route 53 notices', time: 'detectMs' },
  switchSeconds: { what: 'every resolver has switched', time: 'dnsMs' },
  firstPageSeconds: { what: 'first emergency page', time: 'firstPageMs' },
  worstWaitSeconds: { what: 'longest wait of a shopper', time: 'worstWaitMs' },
  alertSeconds: { what: 'on-call has a message', time: 'alertMs' },
  recoveredSeconds: { what: 'on-call is told that it is over', time: 'recoveredMs' },
};

/** Times as measured and as predicted. */
export interface Timed {
  readonly times: RehearsalTimes;
  readonly predicted: PredictedTimes;
}

/**
 * Holds times against the budgets that apply in a scenario: those of the store, where the scenario sets none of its
 * own, and only of what has to happen there.
 */
export function budgetFindings(
  { times, predicted }: Timed,
  storeBudgets: RehearsalBudgets,
  expected: Expectations,
): readonly Finding[] {
  const budgets = budgetsIn(storeBudgets, expected.budgets);
  return BUDGETS.filter((budget) => applies(budget, times, expected)).map((budget) => {
    const { what, time } = SUBJECTS[budget];
    return judged({
      kind: 'budget',
      what,
      measured: times[time],
      atMost: budgets[budget] * 1000,
      mayReach: predicted[time]?.latestMs,
      unit: 'ms',
    });
  });
}

/** Where a scenario allows more for the switch, it allows as much for the page that comes with it. */
function budgetsIn(store: RehearsalBudgets, own: Partial<RehearsalBudgets>): RehearsalBudgets {
  const firstPageSeconds = Math.max(store.firstPageSeconds, own.switchSeconds ?? 0);
  return { ...store, firstPageSeconds, ...own };
}

const BUDGETS = Object.keys(SUBJECTS) as (keyof RehearsalBudgets)[];

function applies(
  budget: keyof RehearsalBudgets,
  { firstPageMs }: RehearsalTimes,
  { failover, messages }: Expectations,
): boolean {
  switch (budget) {
    case 'detectSeconds':
    case 'switchSeconds':
      return failover === 'switches';
    // Where stale pages are enough, nobody needs it: those who are kept out without it count as raw errors.
    case 'firstPageSeconds':
      return failover === 'switches' && firstPageMs !== undefined;
    case 'alertSeconds':
    case 'recoveredSeconds':
      return messages === 'some';
    case 'worstWaitSeconds':
      return true;
  }
}
