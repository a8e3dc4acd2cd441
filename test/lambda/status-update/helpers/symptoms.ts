import type { Symptom } from '../../../../lambda/status-update/contract/symptom';

/** A symptom of the shop `shop.example.com`, named as its alarm is. */
export function simpleSymptom(kind: Symptom['kind'], label: string): Symptom {
  return {
    alarmName: `shop.example.com-${kind === 'endpoint-down' ? `${label}-down` : kind}`,
    kind,
    watches: label === 'store' || label === 'edge' || label === 'origin' ? label : 'endpoint',
    label,
    metric: {
      namespace: 'AWS/Route53',
      name: 'HealthCheckStatus',
      dimensions: { HealthCheckId: `check-of-${label}` },
      statistic: 'Minimum',
    },
  };
}

export const STORE_DOWN = simpleSymptom('store-down', 'store');
export const CHECKOUT_DOWN = simpleSymptom('endpoint-down', 'checkout');
export const SEARCH_DOWN = simpleSymptom('endpoint-down', 'search');
export const EDGE_ERRORS: Symptom = {
  ...simpleSymptom('edge-errors', 'edge'),
  metric: {
    namespace: 'AWS/CloudFront',
    name: '5xxErrorRate',
    dimensions: { DistributionId: 'E1EXAMPLE', Region: 'Global' },
    statistic: 'Average',
  },
};
export const SLOW = simpleSymptom('slow', 'origin');

/** All symptoms of the shop. */
export const SYMPTOMS: readonly Symptom[] = [STORE_DOWN, CHECKOUT_DOWN, SEARCH_DOWN, EDGE_ERRORS, SLOW];
