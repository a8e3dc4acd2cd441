import { describeReading, metricToQuote } from '../../../../lambda/status-update/message/reading';
import { CHECKOUT_DOWN, EDGE_ERRORS, STORE_DOWN } from '../helpers/symptoms';

describe('metric in a message', () => {
  const metric = (name: string) => ({ namespace: 'N', name, dimensions: {}, statistic: 'p90' });
  test.each([
    ['HealthCheckPercentageHealthy', 0, 'checkout: 0 % of Route 53 checkers see it healthy'],
    ['HealthCheckPercentageHealthy', 17.6, 'checkout: 18 % of Route 53 checkers see it healthy'],
    ['HealthCheckStatus', 0, 'checkout: Route 53 health check fails'],
    ['HealthCheckStatus', 1, 'checkout: Route 53 health check passes'],
    ['5xxErrorRate', 9.96, '5xx rate 10 %'],
    ['5xxErrorRate', 92.4, '5xx rate 92 %'],
    ['5xxErrorRate', 0.25, '5xx rate 0.3 %'],
    ['OriginLatency', 2400.7, 'time to first byte 2401 ms (p90)'],
    ['TimeToFirstByte', 812, 'time to first byte 812 ms (p90)'],
    ['Unheard', 3, 'Unheard 3'],
  ])('%s of %d reads "%s"', (name, value, text) => {
    expect(describeReading({ metric: metric(name), label: 'checkout', value })).toBe(text);
  });

  test('of an endpoint is the share of checkers that see it healthy', () => {
    expect(metricToQuote(CHECKOUT_DOWN)).toEqual({
      ...CHECKOUT_DOWN.metric,
      name: 'HealthCheckPercentageHealthy',
      statistic: 'Average',
    });
  });

  test.each([STORE_DOWN, EDGE_ERRORS])('of $kind is the one that alarmed', (symptom) => {
    expect(metricToQuote(symptom)).toEqual(symptom.metric);
  });
});
