import type { MetricSeries } from '../cloudwatch/metric-series';
import type { MetricStore } from '../cloudwatch/metric-store';
import type { EdgeAnswer } from './edge-answer';
import type { FunctionCounter } from './edge-function-calls';

/** Which distribution is counted, and how closely. */
export interface CountedDistribution {
  readonly id: string;
  /** Whether it publishes the additional metrics, which cost extra. */
  readonly additional: boolean;
}

/** Takes the samples of one answer. */
export type AnswerCounter = (answer: EdgeAnswer) => void;

/** Statuses that have an additional metric of their own. */
const SINGLE_STATUSES = [401, 403, 404, 502, 503, 504];
/** Emulation: what counts as a hit. AWS says only that errors, POST and PUT are not cacheable. */
const HITS: ReadonlySet<EdgeAnswer['servedFrom']> = new Set(['cache', 'stale cache']);

/**
 * The metrics of a distribution: of all answers to viewers, from whatever source. That answers of functions count too is a
 * guess.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewing-cloudfront-metrics.html
 */
export function answerCounter(metrics: MetricStore, { id, additional }: CountedDistribution): AnswerCounter {
  const dimensions = { DistributionId: id, Region: 'Global' };
  const series = (name: string) => metrics.series({ namespace: 'AWS/CloudFront', name, dimensions });
  // The average of 0 and 100 over all requests is the percentage of those that failed.
  const rate = (name: string, isCounted: (status: number) => boolean): AnswerCounter => {
    const samples = series(name);
    return ({ status }) => samples.put(isCounted(status) ? 100 : 0);
  };
  const requests = series('Requests');
  const counters: readonly AnswerCounter[] = [
    () => requests.put(1),
    rate('5xxErrorRate', (status) => status >= 500),
    rate('4xxErrorRate', (status) => status >= 400 && status < 500),
    rate('TotalErrorRate', (status) => status >= 400),
    ...(additional ? additionalCounters() : []),
  ];
  return (answer) => {
    for (const count of counters) {
      count(answer);
    }
  };

  function additionalCounters(): readonly AnswerCounter[] {
    const latency = series('OriginLatency');
    const hits = series('CacheHitRate');
    return [
      // Only of answers that came from the origin, not from the cache.
      ({ originLatencyMs }) => originLatencyMs !== undefined && latency.put(originLatencyMs),
      ({ status, servedFrom }) => status < 400 && hits.put(HITS.has(servedFrom) ? 100 : 0),
      ...SINGLE_STATUSES.map((single) => rate(`${single}ErrorRate`, (status) => status === single)),
    ];
  }
}

/** The metrics of CloudFront Functions. */
export function functionCounter(metrics: MetricStore): FunctionCounter {
  const known = new Map<string, MetricSeries>();
  return (functionName, name) => {
    const key = `${name} ${functionName}`;
    const series =
      known.get(key) ??
      metrics.series({
        namespace: 'AWS/CloudFront',
        name,
        dimensions: { FunctionName: functionName, Region: 'Global' },
      });
    known.set(key, series);
    series.put(1);
  };
}
