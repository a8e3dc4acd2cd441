import type { CheckerObservation, StackResource } from '../../../../lib/operator/verify/inspector';
import { SETTINGS } from '../../../lambda/status-update/helpers/settings';
import type { DeployedStore } from './deployed-store';

export const TEXT_GONE = "Failure: The endpoint's response body did not contain the search string";

const healthCheck = (logicalId: string, config: object): StackResource => ({
  logicalId,
  type: 'AWS::Route53::HealthCheck',
  physicalId: logicalId.toLowerCase(),
  properties: {
    HealthCheckConfig: config,
    HealthCheckTags: [{ Key: 'Name', Value: `shop.example.com ${logicalId.toLowerCase()}` }],
  },
});

const CHILDREN = [{ Ref: 'Home' }, { Ref: 'Checkout' }];
export const RESOURCES: readonly StackResource[] = [
  healthCheck('Search', { Type: 'HTTPS_STR_MATCH' }),
  healthCheck('Home', { Type: 'HTTPS_STR_MATCH' }),
  healthCheck('Checkout', { Type: 'HTTPS_STR_MATCH' }),
  healthCheck('Store', {
    Type: 'CALCULATED',
    HealthThreshold: SETTINGS.THRESHOLD,
    ChildHealthChecks: CHILDREN,
  }),
  {
    logicalId: 'Primary',
    type: 'AWS::Route53::RecordSet',
    properties: { Name: 'origin.shop.example.com.', Failover: 'PRIMARY' },
  },
];

/** Two checkers in each of eight places, the first of which pass. */
export function sixteen(passing: number): readonly CheckerObservation[] {
  return Array.from({ length: 16 }, (_, index) => {
    const passed = index < passing;
    return {
      region: `region-${Math.floor(index / 2)}`,
      passed,
      status: passed ? 'Success: HTTP Status Code 200, OK' : TEXT_GONE,
    };
  });
}

/** Has a store look as deployed. @param seen what checkers see of an endpoint, by its id. @default - all pass */
export function inspectFailover(
  store: DeployedStore,
  seen: (id: string) => readonly CheckerObservation[] | undefined = () => undefined,
): void {
  store.inspector = {
    ...store.inspector,
    stack: async () => ({ outputs: {}, resources: RESOURCES }),
    healthCheck: async (id) =>
      id === 'store'
        ? {
            Type: 'CALCULATED',
            HealthThreshold: store.world.failoverSwitch.healthThreshold,
            ChildHealthChecks: ['home', 'checkout'],
            Inverted: false,
          }
        : { Type: 'HTTPS_STR_MATCH' },
    checkers: async (id) => seen(id) ?? sixteen(16),
  };
}
