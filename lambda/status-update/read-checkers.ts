import type { Symptom } from '../../lib/alarms/symptom';
import type { EndpointReport } from './message/checkers';
import type { Ports } from './ports';

/** What Route 53's checkers saw last of some endpoints, in their order. Endpoints without any report are left out. */
export async function readCheckers(
  { checkers }: Pick<Ports, 'checkers'>,
  endpoints: readonly Symptom[],
): Promise<readonly EndpointReport[]> {
  const all = await Promise.all(
    endpoints.map(async ({ label, metric }) => ({
      label,
      reports: await checkers.reports(metric.dimensions['HealthCheckId'] ?? ''),
    })),
  );
  return all.filter(({ reports }) => reports.length > 0);
}
