import { readProperty } from '../../kernel/errors';
import type { ModelledResource } from '../assembly/deployment';
import { regionOf } from '../assembly/region-of';
import type { MetricId } from './metric-store';
import type { ALARM } from './resource';
import { type AlarmEvaluation, missingDataTreatment } from './rules/evaluate-alarm';
import { metricMath } from './rules/metric-math';
import { type MathNode, parseMetricMath } from './rules/metric-math-expression';
import type { Series } from './rules/metric-math-value';
import type { Statistic } from './rules/period';

/** A statistic of one metric that an alarm looks at. */
export interface AlarmMetric {
  readonly id: string;
  readonly metric: MetricId;
  readonly statistic: Statistic;
}

/** A metric alarm, ready to be evaluated. */
export interface MetricAlarm {
  readonly region: string;
  readonly periodSeconds: number;
  readonly metrics: readonly AlarmMetric[];
  /** Metric math, by id. Empty for an alarm on one metric. */
  readonly expressions: ReadonlyMap<string, MathNode>;
  /** The id of the metric or expression that is held against the threshold. */
  readonly watched: string;
  readonly evaluation: AlarmEvaluation;
  /** It leaves its state alone while there are too few samples for its percentile. */
  readonly ignoresFewSamples: boolean;
}

type Properties = (typeof ALARM)['properties']['_output'];
type Source = Pick<MetricAlarm, 'periodSeconds' | 'metrics' | 'expressions' | 'watched'>;

/**
 * Reads a metric alarm of the template.
 * @throws RehearsalError UNSUPPORTED_PROPERTY for metric math that is not modelled
 */
export function readMetricAlarm({ name, properties, attribute }: ModelledResource<Properties>): MetricAlarm {
  const source = readProperty(name, () => readSource(properties));
  return {
    ...source,
    region: regionOf(attribute('Arn')),
    evaluation: {
      comparison: properties.ComparisonOperator,
      threshold: properties.Threshold,
      evaluationPeriods: properties.EvaluationPeriods,
      datapointsToAlarm: properties.DatapointsToAlarm ?? properties.EvaluationPeriods,
      treatMissingData: missingDataTreatment(
        properties.TreatMissingData,
        source.metrics.map(({ metric }) => metric.namespace),
      ),
    },
    ignoresFewSamples: properties.EvaluateLowSampleCountPercentile === 'ignore',
  };
}

function readSource({ Metrics, ...properties }: Properties): Source {
  if (Metrics !== undefined) {
    return readQueries(Metrics);
  }
  const { Namespace = '', MetricName = '', Period = 60, Dimensions } = properties;
  const statistic = properties.ExtendedStatistic ?? properties.Statistic ?? 'Average';
  const metric = { namespace: Namespace, name: MetricName, dimensions: dimensionsOf(Dimensions) };
  return {
    periodSeconds: Period,
    metrics: [{ id: 'm', metric, statistic }],
    expressions: new Map(),
    watched: 'm',
  };
}

function readQueries(queries: NonNullable<Properties['Metrics']>): Source {
  const [watched, ...others] = queries.filter(({ ReturnData }) => ReturnData);
  if (watched === undefined || others.length > 0) {
    throw new Error(
      'Metrics: one of them must have ReturnData, and no other; an alarm watches one time series',
    );
  }
  const stats = queries.flatMap(({ Id, MetricStat }) => (MetricStat ? [{ Id, ...MetricStat }] : []));
  const [periodSeconds = 60, ...otherPeriods] = new Set(stats.map(({ Period }) => Period));
  if (otherPeriods.length > 0) {
    throw new Error(`Metrics: must have one period, got ${[periodSeconds, ...otherPeriods].join(', ')} s`);
  }
  const source: Source = {
    periodSeconds,
    metrics: stats.map(({ Id: id, Metric, Stat: statistic }) => ({
      id,
      metric: {
        namespace: Metric.Namespace,
        name: Metric.MetricName,
        dimensions: dimensionsOf(Metric.Dimensions),
      },
      statistic,
    })),
    expressions: new Map(
      queries.flatMap(({ Id, Expression }) =>
        Expression === undefined ? [] : [[Id, parseMetricMath(Expression)] as const],
      ),
    ),
    watched: watched.Id,
  };
  // What does not work without data never works.
  watchedSeries(source, () => [undefined], 1);
  return source;
}

/**
 * The datapoints that an alarm holds against its threshold.
 * @param read the datapoints of one metric, as many as `count`
 * @throws Error for metric math that is not modelled, and for expressions that lead in a circle
 */
export function watchedSeries(source: Source, read: (metric: AlarmMetric) => Series, count: number): Series {
  const { periodSeconds, expressions, watched } = source;
  const metrics = source.metrics.map((metric) => ({ id: metric.id, series: read(metric) }));
  // Each is computed once: expressions that use others twice would double the work with each step.
  const known = new Map<string, Series>(metrics.map(({ id, series }) => [id, series]));
  const find = (id: string, above: readonly string[]): Series | undefined => {
    const expression = expressions.get(id);
    if (known.has(id) || expression === undefined) {
      return known.get(id);
    }
    if (above.includes(id)) {
      throw new Error(`Metrics: lead in a circle, got ${[...above, id].join(', ')}`);
    }
    const seriesOf = (inner: string) => find(inner, [...above, id]);
    const series = metricMath(expression, { metrics, count, periodSeconds, seriesOf });
    known.set(id, series);
    return series;
  };
  const series = find(watched, []);
  if (series === undefined) {
    throw new Error(
      `Metrics: ${watched} is neither a metric nor an expression; give it MetricStat or Expression`,
    );
  }
  return series;
}

const dimensionsOf = (
  dimensions: readonly { readonly Name: string; readonly Value: string }[],
): Record<string, string> => Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, Value]));
