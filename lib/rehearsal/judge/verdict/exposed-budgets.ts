import { rangesAt, type UnknownValues } from '../../unknowns/unknown-values';
import { exposuresOf } from '../prediction/exposure';
import { type Interval, interval } from '../prediction/interval';
import { type PredictedTimes, predictTimes } from '../prediction/predicted-times';
import type { RehearsalRecord } from '../record';
import type { Measured } from './budget-findings';
import type { RehearsalTimes } from './times';

/** What of all that AWS gives no number for may break a budget: each by itself, beside the values that were played with. */
export function exposedBudgets(
  { scenario, promises: { timing }, unknowns }: RehearsalRecord,
  times: RehearsalTimes,
): Measured['exposedTo'] {
  const known = new Map<string, PredictedTimes>();
  const predictAt = (given: Partial<UnknownValues>): PredictedTimes => {
    const key = JSON.stringify(given);
    const predicted = known.get(key) ?? predictTimes(timing, scenario, rangesAt({ ...unknowns, ...given }));
    known.set(key, predicted);
    return predicted;
  };
  return (time, budgetMs) =>
    exposuresOf(
      {
        budgetMs,
        predictAt: (given) =>
          time === 'backMs'
            ? backWith(times.backMs, predictAt({}).recoveredMs, predictAt(given).recoveredMs)
            : predictAt(given)[time as keyof Omit<PredictedTimes, 'never'>],
      },
      unknowns,
    );
}

/** Shoppers go back by the same news as people are told of: they may come as much later as that message may. */
function backWith(
  measuredMs: number | undefined,
  usual: Interval | undefined,
  later: Interval | undefined,
): Interval | undefined {
  return measuredMs === undefined || usual === undefined || later === undefined
    ? undefined
    : interval(0, measuredMs + later.latestMs - usual.latestMs);
}
