import type { LoadBalancers } from '../../aws/load-balancing/load-balancers';
import type { HealthChecks } from '../../aws/route53/health-checks';
import { groupBy } from '../../kernel/group-by';
import { pathOf } from '../../kernel/network/network';

/** Those who look for something at the store. */
export interface Searching {
  readonly healthChecks: Pick<HealthChecks, 'searches'>;
  readonly loadBalancers: Pick<LoadBalancers, 'paths'>;
}

/** What a well store shows at each path: all that any health check looks for there. */
export function searchTexts({ healthChecks, loadBalancers }: Searching): Record<string, string> {
  const searches = [...loadBalancers.paths.map((path) => ({ path, text: '' })), ...healthChecks.searches];
  return Object.fromEntries(
    groupBy(searches, pathOf).map((group) => [
      pathOf(group[0]),
      [...new Set(group.map(({ text }) => text))].join('\n'),
    ]),
  );
}
