import type { Clock } from '../clock/clock';
import { datapoint, type Period, type Statistic } from './rules/period';

/** What identifies a metric. */
export interface MetricId {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface Sample {
  readonly atMs: number;
  /** When CloudWatch has it; what it does not have it can't evaluate. */
  readonly visibleMs: number;
  readonly value: number;
}

/**
 * Emulation: how long a sample is under way to CloudWatch. AWS states no figures, only that "several minutes might
 * elapse" between a failing health check and its notification; these are guesses, and every rehearsal shows them.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html
 */
export const METRIC_DELAYS_MS: Readonly<Record<string, number>> = {
  'AWS/CloudFront': 60_000,
  'AWS/Route53': 30_000,
};

/** The metrics of a rehearsal. */
export class MetricStore {
  private readonly samples = new Map<string, Sample[]>();

  /** @param isLost whether CloudWatch can't be reached: samples of that time are gone. @default - it always can */
  constructor(
    private readonly clock: Clock,
    private readonly isLost: () => boolean = () => false,
  ) {}

  /** A sample of now. */
  put(metric: MetricId, value: number): void {
    if (this.isLost()) return;
    const atMs = this.clock.nowMs;
    const sample = { atMs, visibleMs: atMs + (METRIC_DELAYS_MS[metric.namespace] ?? 0), value };
    const key = keyOf(metric);
    const known = this.samples.get(key);
    if (known === undefined) this.samples.set(key, [sample]);
    else known.push(sample);
  }

  /** One statistic of each period, undefined where CloudWatch has no sample yet. */
  datapoints(
    metric: MetricId,
    statistic: Statistic,
    periods: readonly Period[],
  ): readonly (number | undefined)[] {
    const visible = (this.samples.get(keyOf(metric)) ?? []).filter(
      ({ visibleMs }) => visibleMs <= this.clock.nowMs,
    );
    return periods.map(({ startMs, endMs }) =>
      datapoint(
        visible.filter(({ atMs }) => atMs >= startMs && atMs < endMs).map(({ value }) => value),
        statistic,
      ),
    );
  }
}

const keyOf = ({ namespace, name, dimensions }: MetricId): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);
