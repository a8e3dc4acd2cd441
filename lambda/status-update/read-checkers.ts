import type { Symptom } from './contract/symptom';
import type { EndpointReport } from './message/checkers';
import type { RunContext } from './publish-site';

/** What Route 53's checkers saw last of some endpoints, in their order. Those that Route 53 says nothing of are left out. */
export async function readCheckers(
  { ports, problems }: Pick<RunContext, 'ports' | 'problems'>,
  endpoints: readonly Symptom[],
): Promise<readonly EndpointReport[]> {
  const all = await Promise.all(
    endpoints.map(async ({ label, metric }) => {
      const ask = () => ports.checkers.reports(metric.dimensions['HealthCheckId'] ?? '');
      return { label, reports: (await problems.runOptional('checkers', ask)) ?? [] };
    }),
  );
  return all.filter(({ reports }) => reports.length > 0);
}
