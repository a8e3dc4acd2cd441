import { OWN_METRICS } from '../../../lambda/status-update/own-metrics';
import type { Clock } from '../clock/clock';
import { MetricSeries } from './metric-series';
import { datapoint, type Period, type Statistic } from './rules/period';

/** What identifies a metric. */
export interface MetricId {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * Emulation: how long a sample is under way to CloudWatch. AWS states no figures, only that "several minutes might
 * elapse" between a failing health check and its notification; these are guesses, and every rehearsal shows them.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html
 */
export const METRIC_DELAYS_MS: Readonly<Record<string, number>> = {
  'AWS/CloudFront': 60_000,
  'AWS/Route53': 30_000,
  // What the status-update function says of itself has to come out of its log first.
  [OWN_METRICS.namespace]: 30_000,
};

/** The metrics of a rehearsal. */
export class MetricStore {
  private readonly known = new Map<string, MetricSeries>();

  /** @param isLost whether CloudWatch can't be reached: samples of that time are gone. @default - it always can */
  constructor(
    private readonly clock: Clock,
    private readonly isLost: () => boolean = () => false,
  ) {}

  /** A sample of now. Who has many for one metric asks for its {@link series} once. */
  put(metric: MetricId, value: number): void {
    this.series(metric).put(value);
  }

  /** Where the samples of a metric go. */
  series(metric: MetricId): MetricSeries {
    const key = keyOf(metric);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = new MetricSeries(this.clock, METRIC_DELAYS_MS[metric.namespace] ?? 0, this.isLost);
    this.known.set(key, made);
    return made;
  }

  /** One statistic of each period, undefined where CloudWatch has no sample yet. */
  datapoints(
    metric: MetricId,
    statistic: Statistic,
    periods: readonly Period[],
  ): readonly (number | undefined)[] {
    const series = this.known.get(keyOf(metric));
    return periods.map((period) => series && datapoint(series.samplesIn(period), statistic));
  }
}

const keyOf = ({ namespace, name, dimensions }: MetricId): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);
