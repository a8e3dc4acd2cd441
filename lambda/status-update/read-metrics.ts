import { DAY_MS, MINUTE_MS } from '../shared/contract/clock-units';
import type { Symptom } from './contract/symptom';
import type { Announcement } from './incident/announcement';
import { type Failed, failedIn } from './message/loss';
import { metricToQuote, type Reading } from './message/reading';
import type { MetricReference, Ports } from './ports';

/** How far back the share of failing requests is read: the minutes that an alarm needs, and those that come late. */
const RECENT_MS = 5 * MINUTE_MS;

/** Fewer requests in a minute than this say nothing about most shoppers: at night one of three may be a bot's. */
const MIN_REQUESTS = 10;

/** CloudWatch keeps one-minute values for 15 days. */
const MAX_SPAN_MS = 14 * DAY_MS;

/**
 * The numbers behind the symptoms, in their order, each metric once. A metric without data is left out: no number is
 * ever guessed.
 */
export async function readMetrics(ports: Ports, affecting: readonly Symptom[]): Promise<Reading[]> {
  const { monitoring, now } = ports;
  const symptoms = affecting.filter((symptom, index) => affecting.findIndex(quotesSame(symptom)) === index);
  if (symptoms.length === 0) {
    return [];
  }
  const metrics = symptoms.map(metricToQuote);
  const values = await monitoring.latest(metrics, now());
  return symptoms.flatMap(({ label }, index) => {
    const [metric, value] = [metrics[index], values[index]];
    return metric === undefined || value === undefined ? [] : [{ label, metric, value }];
  });
}

const quotesSame = (one: Symptom) => (other: Symptom) =>
  JSON.stringify(metricToQuote(one)) === JSON.stringify(metricToQuote(other));

/** What CloudFront had to answer with an error during an incident; undefined where it sees nothing. */
export async function countFailed(
  { monitoring }: Ports,
  symptoms: readonly Symptom[],
  { startedAtMs, wellSinceMs, atMs }: Pick<Announcement, 'startedAtMs' | 'wellSinceMs' | 'atMs'>,
): Promise<Failed | undefined> {
  const errorRate = symptoms.find(({ kind }) => kind === 'edge-errors')?.metric;
  if (errorRate === undefined) {
    return undefined;
  }
  const toMs = wellSinceMs ?? atMs;
  const span = { fromMs: Math.max(startedAtMs, toMs - MAX_SPAN_MS), toMs };
  const [rates, counts] = await monitoring.perMinute([errorRate, requestsBehind(errorRate)], span);
  return rates === undefined || counts === undefined ? undefined : failedIn(rates, counts);
}

/** The number of requests that a rate is a share of. */
const requestsBehind = (errorRate: MetricReference): MetricReference => ({
  ...errorRate,
  name: 'Requests',
  statistic: 'Sum',
});

/**
 * The share of 5xx responses at CloudFront in each of the last minutes with enough requests, in percent, the newest
 * last. Empty where no alarm watches it.
 */
export async function readErrorPercents(
  { monitoring, now }: Ports,
  symptoms: readonly Symptom[],
): Promise<readonly number[]> {
  const metric = symptoms.find(({ kind }) => kind === 'edge-errors')?.metric;
  if (metric === undefined) {
    return [];
  }
  const span = { fromMs: now() - RECENT_MS, toMs: now() };
  const [percents, counts] = await monitoring.perMinute([metric, requestsBehind(metric)], span);
  return [...(percents ?? [])]
    .filter(([minute]) => (counts?.get(minute) ?? 0) >= MIN_REQUESTS)
    .sort(([one], [other]) => one - other)
    .map(([, percent]) => percent);
}
