import type { AlarmState } from '../../../kernel/alarm-state';
import { type ComparisonOperator, isBreaching } from './breaching';

/** The part of a metric alarm that decides its state. */
export interface AlarmEvaluation {
  readonly comparison: ComparisonOperator;
  readonly threshold: number;
  /** N of "M out of N", at least 1. */
  readonly evaluationPeriods: number;
  /** M of "M out of N", from 1 to N. */
  readonly datapointsToAlarm: number;
  readonly treatMissingData: 'missing' | 'ignore' | 'breaching' | 'notBreaching';
}

/** A new state of an alarm, which may be the old one. */
export interface AlarmDecision {
  readonly state: AlarmState;
  readonly because: string;
}

/** What the datapoints amount to. */
interface Tally {
  readonly breaching: number;
  readonly notBreaching: number;
  /** How many of the evaluation periods have no datapoint, not even an older one to take their place. */
  readonly missing: number;
  /** Age of the oldest breaching datapoint: 1 for the newest period; 0 when none breaches. */
  readonly oldestBreachAge: number;
}

/**
 * How many periods CloudWatch fetches for an alarm: "more than the evaluation periods".
 *
 * @param extra How many more. AWS gives no number; it shows 5 for an alarm with 3.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export const evaluationRange = (evaluationPeriods: number, extra: number): number =>
  evaluationPeriods + extra;

/**
 * What an alarm does about missing data: what it says, except that alarms on metrics of DynamoDB always ignore it.
 *
 * @param namespaces of all metrics that the alarm evaluates
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export function missingDataTreatment(
  stated: AlarmEvaluation['treatMissingData'],
  namespaces: readonly string[],
): AlarmEvaluation['treatMissingData'] {
  return namespaces.includes('AWS/DynamoDB') ? 'ignore' : stated;
}

/**
 * Decides the state of a metric alarm.
 *
 * @param datapoints The evaluation range, newest last; undefined where a period has no data.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function evaluateAlarm(
  alarm: AlarmEvaluation,
  datapoints: readonly (number | undefined)[],
  previous: AlarmState,
): AlarmDecision {
  const tally = tallyUp(alarm, datapoints);
  const { breaching, missing } = tally;
  const found = `${breaching} of ${alarm.evaluationPeriods} datapoints breach, ${alarm.datapointsToAlarm} needed`;
  // Enough real breaching datapoints decide, and so do so many others that the missing ones can't change it.
  if (breaching >= alarm.datapointsToAlarm) {
    return { state: 'ALARM', because: found };
  }
  if (breaching + missing < alarm.datapointsToAlarm) {
    return { state: 'OK', because: found };
  }
  const because = `${found}, ${missing} missing`;
  // Only as many missing datapoints are filled in as the evaluation periods still lack.
  switch (alarm.treatMissingData) {
    case 'breaching':
      return { state: 'ALARM', because: `${because} and treated as breaching` };
    case 'notBreaching':
      return { state: 'OK', because: `${because} and treated as not breaching` };
    case 'ignore':
    case 'missing':
      return undecided({ alarm, tally, previous, because });
  }
}

// If enough real datapoints exist in the evaluation range, the most recent of them are evaluated, as many as there
// are evaluation periods, older ones taking the place of missing ones.
function tallyUp(alarm: AlarmEvaluation, datapoints: readonly (number | undefined)[]): Tally {
  const real = datapoints
    .map((value, index) => ({ value, age: datapoints.length - index }))
    .filter((point): point is { value: number; age: number } => point.value !== undefined)
    .slice(-alarm.evaluationPeriods);
  const breaches = real.filter(({ value }) => isBreaching(value, alarm.comparison, alarm.threshold));
  return {
    breaching: breaches.length,
    notBreaching: real.length - breaches.length,
    missing: alarm.evaluationPeriods - real.length,
    oldestBreachAge: breaches[0]?.age ?? 0,
  };
}

interface Undecided {
  readonly alarm: AlarmEvaluation;
  readonly tally: Tally;
  readonly previous: AlarmState;
  readonly because: string;
}

function undecided({ alarm, tally, previous, because }: Undecided): AlarmDecision {
  // One real datapoint within the threshold is enough for OK: missing ones don't count as breaching.
  if (tally.notBreaching > 0) {
    return { state: 'OK', because };
  }
  // Without any other evidence, `ignore` keeps the state.
  if (alarm.treatMissingData === 'ignore') {
    return { state: previous, because: `${because} and ignored` };
  }
  // Premature alarm state: breaching datapoints alone don't alarm while the oldest is younger than the datapoints to
  // alarm, because the next may be fine; once it is that old, they do, though they are fewer. What the state is until
  // then stood in an older edition of the page only: INSUFFICIENT_DATA.
  return tally.oldestBreachAge >= alarm.datapointsToAlarm
    ? { state: 'ALARM', because: `${because}, the oldest breach ${tally.oldestBreachAge} periods old` }
    : { state: 'INSUFFICIENT_DATA', because };
}
