import type { ALARM } from './resource';
import { isStandardStatistic, type Statistic } from './rules/period';

type Properties = (typeof ALARM)['properties']['_output'];
type MetricQuery = NonNullable<Properties['Metrics']>[number];
type Dimensions = Properties['Dimensions'];

/**
 * What CloudWatch's message says of the metric and the threshold of an alarm. Emulation: AWS shows the fields in an example
 * only; those of metric math, and that statistics are in capitals, are known from what users print.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export function alarmTrigger(properties: Properties): Readonly<Record<string, unknown>> {
  const { Metrics, EvaluationPeriods, ComparisonOperator, Threshold, TreatMissingData } = properties;
  return {
    ...(Metrics === undefined ? metricOf(properties) : { Metrics: Metrics.map(queryOf) }),
    Period: properties.Period ?? Metrics?.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period,
    EvaluationPeriods,
    DatapointsToAlarm: properties.DatapointsToAlarm ?? EvaluationPeriods,
    ComparisonOperator,
    Threshold,
    TreatMissingData,
    EvaluateLowSampleCountPercentile: properties.ExtendedStatistic
      ? properties.EvaluateLowSampleCountPercentile
      : '',
  };
}

function metricOf(properties: Properties): Readonly<Record<string, unknown>> {
  const { MetricName, Namespace, Dimensions } = properties;
  const statistic: Statistic = properties.ExtendedStatistic ?? properties.Statistic ?? 'Average';
  const isStandard = isStandardStatistic(statistic);
  return {
    MetricName,
    Namespace,
    StatisticType: isStandard ? 'Statistic' : 'ExtendedStatistic',
    Statistic: isStandard ? statistic.toUpperCase() : statistic,
    Unit: null,
    Dimensions: dimensionsOf(Dimensions),
  };
}

function queryOf({ Id, Expression, MetricStat, ReturnData }: MetricQuery): Readonly<Record<string, unknown>> {
  return {
    Id,
    ...(Expression !== undefined && { Expression }),
    ...(MetricStat && {
      MetricStat: {
        Metric: { ...MetricStat.Metric, Dimensions: dimensionsOf(MetricStat.Metric.Dimensions) },
        Period: MetricStat.Period,
        Stat: MetricStat.Stat,
      },
    }),
    ReturnData,
  };
}

/** Unlike in templates, their keys are in lower case. */
function dimensionsOf(dimensions: Dimensions): readonly { readonly value: string; readonly name: string }[] {
  return dimensions.map(({ Name, Value }) => ({ value: Value, name: Name }));
}
