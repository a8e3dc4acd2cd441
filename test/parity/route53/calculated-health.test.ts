import { calculatedHealth } from '../../../lib/rehearsal/aws/route53/rules/calculated-health';

const source = 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html';

const up = true;
const down = false;

describe(`Calculated health check (${source})`, () => {
  test.each([
    ['is always healthy with a threshold of zero', [down, down], 0, true],
    ['is healthy with a threshold of zero and no children', [], 0, true],
    ['is unhealthy one child below the threshold', [up, down, down], 2, false],
    ['is healthy at the threshold', [up, up, down], 2, true],
    ['is healthy above the threshold', [up, up, up], 2, true],
    ['is the AND of its children at their number', [up, down], 2, false],
    ['is the OR of its children at one', [up, down], 1, true],
    ['is always unhealthy with a threshold above the number of children', [up, up], 3, false],
  ])('%s', (_name, children, healthThreshold, healthy) => {
    expect(calculatedHealth({ children, healthThreshold }).healthy).toBe(healthy);
    expect(calculatedHealth({ children, healthThreshold, inverted: true }).healthy).toBe(!healthy);
  });

  test('says how many children are healthy', () => {
    expect(calculatedHealth({ children: [up, down, up], healthThreshold: 3 })).toEqual({
      healthy: false,
      healthyChildren: 2,
      because: '2 of 3 child health checks are healthy, 3 needed',
    });
  });
});
