import type { Symptom } from '../contract/symptom';
import type { MetricReference } from '../ports';

/** A number worth quoting. */
export interface Reading {
  readonly metric: MetricReference;
  readonly label: string;
  readonly value: number;
}

/**
 * The metric that says most about a symptom. An endpoint's health check is only 0 or 1, but the share of checkers
 * that see it healthy tells a dead store from a troubled one. CloudWatch has no such share by region: only latencies
 * have a `Region` dimension, where they are measured at all.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
 */
export function metricToQuote({ watches, metric }: Symptom): MetricReference {
  // The calculated check over the whole store has no such share.
  return watches === 'endpoint' && metric.name === 'HealthCheckStatus'
    ? { ...metric, name: 'HealthCheckPercentageHealthy', statistic: 'Average' }
    : metric;
}

/** A reading as people say it: `5xx rate 92 %`. */
export function describeReading({ metric, label, value }: Reading): string {
  switch (metric.name) {
    case 'HealthCheckPercentageHealthy':
      return `${label}: ${rounded(value)} % of Route 53 checkers see it healthy`;
    case 'HealthCheckStatus':
      return `${label}: Route 53 health check ${value < 1 ? 'fails' : 'passes'}`;
    case '5xxErrorRate':
      return `5xx rate ${rounded(value)} %`;
    case 'OriginLatency':
    case 'TimeToFirstByte':
      return `time to first byte ${rounded(value)} ms (${metric.statistic})`;
    default:
      return `${metric.name} ${rounded(value)}`;
  }
}

/** One decimal below ten, none above: nobody needs more at night. */
export function rounded(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
