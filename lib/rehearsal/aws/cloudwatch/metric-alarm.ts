import type { AlarmState } from '../../kernel/alarm-state';
import type { MetricStore } from './metric-store';
import { type AlarmMetric, type MetricAlarm, watchedSeries } from './read-metric-alarm';
import { type AlarmDecision, evaluateAlarm, evaluationRange } from './rules/evaluate-alarm';
import type { Series } from './rules/metric-math-value';
import { isSeenFrom } from './rules/metric-region';
import { hasTooFewSamples, percentileIn } from './rules/percentile';
import {
  alarmPeriods,
  evaluatedEveryMs,
  isStandardStatistic,
  type Period,
  type Statistic,
} from './rules/period';

/** Where the datapoints of an alarm come from, and when. */
export interface AlarmData {
  readonly metrics: MetricStore;
  readonly nowMs: number;
  /** How many periods more than its evaluation periods CloudWatch looks at, as far as its metrics are not later. */
  readonly extraPeriods: number;
}

/** Decides the state of a metric alarm by what CloudWatch has of its metrics now. */
export function judgeDatapoints(alarm: MetricAlarm, data: AlarmData, previous: AlarmState): AlarmDecision {
  const { periodSeconds } = alarm;
  const { evaluationPeriods } = alarm.evaluation;
  const periods = alarmPeriods({
    evaluatedAtMs: data.nowMs,
    everyMs: evaluatedEveryMs({ periodSeconds, evaluationPeriods }),
    periodSeconds,
    count: evaluationRange(evaluationPeriods, extraPeriodsOf(alarm, data)),
  });
  const sampled = tooFewSamples(alarm, data.metrics, periods.slice(-evaluationPeriods));
  if (sampled !== undefined) {
    return { state: previous, because: `too few samples for ${sampled}` };
  }
  const read = ({ metric, statistic }: AlarmMetric): Series =>
    isSeenFrom(alarm.region, metric.namespace)
      ? data.metrics.datapoints(metric, statistic, periods)
      : periods.map(() => undefined);
  return evaluateAlarm(alarm.evaluation, watchedSeries(alarm, read, periods.length), previous);
}

/**
 * Emulation: CloudWatch looks back as far as its metrics are late, or an alarm with one period would never see a
 * datapoint of a metric that takes minutes.
 */
const extraPeriodsOf = ({ metrics, periodSeconds }: MetricAlarm, data: AlarmData): number =>
  Math.max(
    data.extraPeriods,
    ...metrics.map(({ metric }) => data.metrics.periodsLate(metric.namespace, periodSeconds)),
  );

/**
 * With `EvaluateLowSampleCountPercentile: ignore` the state does not change while the evaluation period has too few
 * samples for its percentile. Emulation: the samples of all its evaluation periods together count.
 * @returns the percentile that lacks samples
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
 */
function tooFewSamples(
  { ignoresFewSamples, metrics: [first] }: MetricAlarm,
  metrics: MetricStore,
  periods: readonly Period[],
): Statistic | undefined {
  if (!ignoresFewSamples || first === undefined || isStandardStatistic(first.statistic)) {
    return undefined;
  }
  const counts = metrics.datapoints(first.metric, 'SampleCount', periods);
  const samples = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  return hasTooFewSamples(percentileIn(first.statistic), samples) ? first.statistic : undefined;
}
