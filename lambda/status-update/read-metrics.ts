import type { Symptom } from '../../lib/alarms/symptom';
import { metricToQuote, type Reading } from './message/reading';
import type { Ports } from './ports';

/** The numbers behind the symptoms, in their order. A metric without data is left out: no number is ever guessed. */
export async function readMetrics(
  { monitoring, now }: Ports,
  symptoms: readonly Symptom[],
): Promise<Reading[]> {
  if (symptoms.length === 0) {
    return [];
  }
  const metrics = symptoms.map(metricToQuote);
  const values = await monitoring.latest(metrics, now());
  return symptoms.flatMap(({ label }, index) => {
    const metric = metrics[index];
    const value = values[index];
    return metric === undefined || value === undefined ? [] : [{ metric, label, value }];
  });
}
