import { OWN_METRICS } from '../../../../lambda/status-update/contract/own-metrics';
import type { Clock } from '../../kernel/clock/clock';
import { MINUTE_MS } from '../../kernel/clock/units';
import { UNKNOWN_DEFAULTS, type UnknownValues } from '../../unknowns/unknown-values';
import type { UnknownName } from '../../unknowns/unknowns';
import { MetricSeries } from './metric-series';
import { datapoint, type Period, type Statistic } from './rules/period';

/** What identifies a metric. */
export interface MetricId {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * What decides how long a sample of a namespace is under way to CloudWatch; every other one is a service's.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html
 */
const DELAYED_BY: Readonly<Record<string, UnknownName>> = {
  'AWS/CloudFront': 'cloudFrontMetricDelayMs',
  'AWS/Route53': 'route53MetricDelayMs',
  // What the status-update function says of itself has to come out of its log first.
  [OWN_METRICS.namespace]: 'functionMetricDelayMs',
};

/** Whether CloudWatch keeps single seconds of a metric, or whole minutes only. */
export type Resolution = 'high' | 'standard';

/** The metrics of a rehearsal. */
export class MetricStore {
  private readonly known = new Map<string, MetricSeries>();
  /** The samples of high resolution once more: all that periods shorter than a minute see. */
  private readonly highResolution = new Map<string, MetricSeries>();

  /** @param isLost whether CloudWatch can't be reached: samples of that time are gone. @default - it always can */
  constructor(
    private readonly clock: Clock,
    private readonly isLost: () => boolean = () => false,
    private readonly unknowns: UnknownValues = UNKNOWN_DEFAULTS,
  ) {}

  /** How long samples of a namespace are under way. */
  delayMs(namespace: string): number {
    return this.unknowns[DELAYED_BY[namespace] ?? 'serviceMetricDelayMs'];
  }

  /** How many of an alarm's newest periods CloudWatch may still know nothing of. */
  periodsLate(namespace: string, periodSeconds: number): number {
    return Math.ceil(this.delayMs(namespace) / (periodSeconds * 1000));
  }

  /** A sample of now. A caller with many samples for one metric asks for its {@link series} once. */
  put(metric: MetricId, value: number, resolution: Resolution = 'standard'): void {
    this.series(metric).put(value);
    if (resolution === 'high') {
      this.seriesIn(this.highResolution, metric).put(value);
    }
  }

  /** Where the samples of a metric go. */
  series(metric: MetricId): MetricSeries {
    return this.seriesIn(this.known, metric);
  }

  private seriesIn(all: Map<string, MetricSeries>, metric: MetricId): MetricSeries {
    const key = keyOf(metric);
    const known = all.get(key);
    if (known !== undefined) {
      return known;
    }
    const made = new MetricSeries(this.clock, this.delayMs(metric.namespace), this.isLost);
    all.set(key, made);
    return made;
  }

  /**
   * One statistic of each period, undefined where CloudWatch has no sample yet. Emulation: AWS gives a period shorter than
   * a minute the samples of standard resolution now and then; here it never has any.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
   */
  datapoints(
    metric: MetricId,
    statistic: Statistic,
    periods: readonly Period[],
  ): readonly (number | undefined)[] {
    const [first] = periods;
    const isShort = first !== undefined && first.endMs - first.startMs < MINUTE_MS;
    const series = (isShort ? this.highResolution : this.known).get(keyOf(metric));
    return periods.map((period) => series && datapoint(series.samplesIn(period), statistic));
  }
}

/** Alarms ask for the same few metrics all the time. */
const keys = new WeakMap<MetricId, string>();

function keyOf(metric: MetricId): string {
  const known = keys.get(metric);
  if (known !== undefined) {
    return known;
  }
  const { namespace, name, dimensions } = metric;
  const sorted = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify([namespace, name, sorted]);
  keys.set(metric, key);
  return key;
}
