import type { RehearsalBudgets } from '../../../understudy-props';
import { SHOPPER_OUTCOMES } from '../../kernel/shopper-outcome';
import { countSince, KEPT_OUT, type ShopperTally } from '../../record/tally';
import type { Expectations } from '../../scenario/scenario';
import type { Exposure } from '../prediction/exposure';
import type { PredictedTimes } from '../prediction/predicted-times';
import type { CountedInstants } from '../record';
import { TIME_CHANGED_BY } from './changed-by';
import { type Finding, judged } from './finding';
import type { RehearsalTimes } from './times';

type Time = keyof RehearsalTimes;

/** What budgets are about, in the order of an outage. */
const SUBJECTS: readonly {
  readonly budget: keyof RehearsalBudgets;
  readonly what: string;
  readonly time: Time;
}[] = [
  { budget: 'detectSeconds', what: 'Route 53 notices', time: 'detectMs' },
  { budget: 'switchSeconds', what: 'every resolver has switched', time: 'dnsMs' },
  { budget: 'firstPageSeconds', what: 'first emergency page', time: 'firstPageMs' },
  { budget: 'worstWaitSeconds', what: 'longest wait of a shopper', time: 'worstWaitMs' },
  { budget: 'worstFormWaitSeconds', what: 'longest wait for the answer to a form', time: 'worstFormWaitMs' },
  { budget: 'switchedWaitSeconds', what: 'longest wait once switched', time: 'switchedWaitMs' },
  { budget: 'alertSeconds', what: 'on-call has a message', time: 'alertMs' },
  { budget: 'alertSeconds', what: 'the incident is announced', time: 'announcedMs' },
  { budget: 'recoveredSeconds', what: 'on-call is told that it is over', time: 'recoveredMs' },
  { budget: 'backSeconds', what: 'the last shopper is back', time: 'backMs' },
];

/** What budgets are held against. */
export interface Measured {
  readonly times: RehearsalTimes;
  readonly predicted: PredictedTimes;
  readonly shoppers: ShopperTally;
  readonly counted: Pick<CountedInstants, 'failsMs' | 'repairedMs'>;
  /** What AWS gives no number for and may break a budget. @default - nothing */
  readonly exposedTo?: (time: Exclude<Time, 'firstPageMs'>, budgetMs: number) => readonly Exposure[];
}

/**
 * Holds times against the budgets that apply in a scenario: those of the store, where the scenario sets none of its
 * own, and only of what has to happen there. What has to happen and did not is a miss.
 */
export function budgetFindings(
  measured: Measured,
  storeBudgets: RehearsalBudgets,
  expected: Expectations,
): readonly Finding[] {
  const { times, predicted, exposedTo = () => [] } = measured;
  const budgets = budgetsIn(storeBudgets, expected.budgets);
  return SUBJECTS.filter(({ time }) => applies(time, measured, expected)).map(({ budget, what, time }) =>
    judged({
      kind: 'budget',
      what,
      measured: times[time],
      atMost: budgets[budget] * 1000,
      mayReach: mayReach(time, predicted),
      exposedTo: isOfStack(time) ? exposedTo(time, budgets[budget] * 1000) : [],
      unit: 'ms',
      changedBy: [...TIME_CHANGED_BY[time], budgetKey(budget, expected)],
    }),
  );
}

/** Where the budget is written that applies. */
const budgetKey = (budget: keyof RehearsalBudgets, { budgets }: Expectations): string =>
  budgets[budget] === undefined ? `budgets.${budget}` : `the scenario's expectations.budgets.${budget}`;

/** The budgets that a scenario widens, by name: a pass there says less than elsewhere. */
export const widenedBudgets = (
  store: RehearsalBudgets,
  own: Partial<RehearsalBudgets>,
): readonly (keyof RehearsalBudgets)[] =>
  (Object.keys(own) as (keyof RehearsalBudgets)[]).filter((budget) => (own[budget] ?? 0) > store[budget]);

/** Where a scenario allows more for the switch, it allows as much for the page, if that needs the switch. */
function budgetsIn(store: RehearsalBudgets, own: Partial<RehearsalBudgets>): RehearsalBudgets {
  const needsSwitch = store.firstPageSeconds >= store.switchSeconds;
  const firstPageSeconds = Math.max(store.firstPageSeconds, needsSwitch ? (own.switchSeconds ?? 0) : 0);
  return { ...store, firstPageSeconds, ...own };
}

const mayReach = (time: Time, predicted: PredictedTimes): number | undefined =>
  isOfStack(time) ? predicted[time as Exclude<keyof PredictedTimes, 'never'>]?.latestMs : undefined;

/** How soon somebody comes and sees the page is no merit and no fault of the stack. */
const isOfStack = (time: Time): time is Exclude<Time, 'firstPageMs'> => time !== 'firstPageMs';

function applies(time: Time, measured: Measured, expected: Expectations): boolean {
  const { times } = measured;
  const { failover, emergencyPage, messages, incidents, shoppersAtTheEnd } = expected;
  switch (time) {
    case 'detectMs':
      return failover === 'switches' || failover === 'comes and goes';
    // Of a failover that soon goes back, some resolvers never hear; and none does while nobody asks.
    case 'dnsMs':
    case 'switchedWaitMs':
      return failover === 'switches' && isSomebodyThere(measured);
    case 'firstPageMs':
      return failover === 'switches' && emergencyPage === 'in time' && isPageNeeded(measured);
    case 'alertMs':
    case 'recoveredMs':
      return messages === 'some';
    case 'announcedMs':
      return incidents !== 'any' && incidents > 0;
    case 'backMs':
      return shoppersAtTheEnd === 'all back' && times.backMs !== undefined;
    case 'worstWaitMs':
    case 'worstFormWaitMs':
      return true;
  }
}

const isSomebodyThere = ({ shoppers: { phases } }: Measured): boolean =>
  SHOPPER_OUTCOMES.some((outcome) => phases.fault[outcome].count > 0);

/**
 * Where stale pages are enough, nobody needs it; nor where a standby serves everybody once DNS has switched. One that
 * came while the store failed has to have come in time.
 */
function isPageNeeded({ times, shoppers, counted: { failsMs, repairedMs } }: Measured): boolean {
  const { firstPageMs = Number.POSITIVE_INFINITY, dnsMs = 0 } = times;
  const keptOutSince = (atMs: number) => countSince(shoppers, atMs, KEPT_OUT);
  return failsMs + firstPageMs < repairedMs || keptOutSince(failsMs + dnsMs) > keptOutSince(repairedMs);
}
