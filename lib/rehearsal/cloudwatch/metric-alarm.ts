import type { MetricStore } from './metric-store';
import type { ALARM } from './resource';
import type { AlarmState } from './rules/alarm-state';
import { type AlarmDecision, evaluateAlarm, evaluationRange } from './rules/evaluate-alarm';
import { hasTooFewSamples, percentileIn } from './rules/percentile';
import { alarmPeriods, isStandardStatistic, type Statistic } from './rules/period';

/** A metric alarm as its template states it. */
export type MetricAlarmProperties = (typeof ALARM)['properties']['_output'];

/** Where the datapoints of an alarm come from, and when. */
export interface AlarmData {
  readonly metrics: MetricStore;
  readonly nowMs: number;
}

/** Decides the state of a metric alarm by what CloudWatch has of its metric now. */
export function judgeDatapoints(
  alarm: MetricAlarmProperties,
  data: AlarmData,
  previous: AlarmState,
): AlarmDecision {
  const periods = alarmPeriods({
    evaluatedAtMs: data.nowMs,
    periodSeconds: alarm.Period,
    count: evaluationRange(alarm.EvaluationPeriods),
  });
  const metric = metricOf(alarm);
  const statistic = statisticOf(alarm);
  if (leavesItAlone(alarm, data.metrics.datapoints(metric, 'SampleCount', periods)))
    return { state: previous, because: `too few samples for ${statistic}` };
  return evaluateAlarm(
    {
      comparison: alarm.ComparisonOperator,
      threshold: alarm.Threshold,
      evaluationPeriods: alarm.EvaluationPeriods,
      datapointsToAlarm: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
      treatMissingData: alarm.TreatMissingData,
    },
    data.metrics.datapoints(metric, statistic, periods),
    previous,
  );
}

/**
 * With `EvaluateLowSampleCountPercentile: ignore` the state does not change while the evaluation period has too few
 * samples for its percentile. Emulation: the samples of all its evaluation periods together count.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
 */
function leavesItAlone(alarm: MetricAlarmProperties, counts: readonly (number | undefined)[]): boolean {
  const statistic = statisticOf(alarm);
  if (alarm.EvaluateLowSampleCountPercentile !== 'ignore' || isStandardStatistic(statistic)) return false;
  const counted = counts.slice(-alarm.EvaluationPeriods);
  const samples = counted.reduce<number>((total, count) => total + (count ?? 0), 0);
  return hasTooFewSamples(percentileIn(statistic), samples);
}

/** The statistic of a metric alarm, standard or extended. */
export const statisticOf = ({ Statistic, ExtendedStatistic }: MetricAlarmProperties): Statistic =>
  ExtendedStatistic ?? Statistic ?? 'Average';

const metricOf = ({ Namespace, MetricName, Dimensions }: MetricAlarmProperties) => ({
  namespace: Namespace,
  name: MetricName,
  dimensions: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])),
});
