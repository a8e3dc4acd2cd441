import { isDeepStrictEqual } from 'node:util';
import { MINUTE_MS } from '../shared/contract/clock-units';
import { metricToQuote } from './message/reading';
import type { Span } from './ports';
import type { RunContext } from './publish-site';
import { firstSign, type Series } from './review/series';

type Reading = Pick<RunContext, 'ports' | 'settings'>;

/** How long before its first alarm an incident may have begun: alarms wait for datapoints, which come late. */
const LOOK_BACK_MS = 15 * MINUTE_MS;

/** The first failing datapoint of those that lead up to an alarm; undefined when no metric shows one. */
export async function readFirstSign(context: Reading, alarmedAtMs: number): Promise<number | undefined> {
  const span = { fromMs: alarmedAtMs - LOOK_BACK_MS, toMs: alarmedAtMs + MINUTE_MS };
  const [series, storeHealth] = await Promise.all([
    readSeries(context, span),
    readStoreHealth(context, span),
  ]);
  const measured = storeHealth === undefined ? series : [...series, storeHealth];
  const signs = measured.flatMap((one) => firstSign(one, alarmedAtMs) ?? []);
  return signs.length === 0 ? undefined : Math.min(...signs);
}

/** What Route 53 goes by when it switches the shop's names. At the edge each answer tells by itself. */
export async function readStoreHealth({ ports, settings }: Reading, span: Span): Promise<Series | undefined> {
  const symptom = settings.SYMPTOMS.find(({ watches }) => watches === 'store');
  if (symptom === undefined || settings.STORE.topology === 'edge') {
    return undefined;
  }
  const [health = new Map<number, number>()] = await ports.monitoring.perMinute([symptom.metric], span);
  const values = new Map([...health].map(([minute, healthy]) => [minute, healthy * 100]));
  return { name: 'store healthy', good: 'high', values };
}

/** Every percentage that the symptoms are made of. */
export async function readSeries({ ports, settings }: Reading, span: Span): Promise<Series[]> {
  const quoted = settings.SYMPTOMS.map((symptom) => ({ ...symptom, metric: metricToQuote(symptom) }));
  // Several alarms may watch one metric.
  const percentages = quoted
    .filter(({ metric }) => /^HealthCheckPercentageHealthy$|5xxErrorRate$/.test(metric.name))
    .filter(({ metric }, at, all) => all.findIndex((one) => isDeepStrictEqual(one.metric, metric)) === at);
  if (percentages.length === 0) {
    return [];
  }
  const values = await ports.monitoring.perMinute(
    percentages.map(({ metric }) => metric),
    span,
  );
  return percentages.map(({ label, metric }, index) => {
    const isErrorRate = metric.name === '5xxErrorRate';
    return {
      name: isErrorRate ? 'responses with 5xx' : `checkers that see ${label} healthy`,
      good: isErrorRate ? 'low' : 'high',
      values: values[index] ?? new Map(),
    };
  });
}
