import { failoverAnswer } from '../../../lib/rehearsal/aws/route53/rules/failover-answer';

const source =
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html';

describe(`Failover records (${source})`, () => {
  test.each([
    ['both are healthy', true, true, 'PRIMARY', 'PRIMARY is healthy'],
    ['only PRIMARY is healthy', true, false, 'PRIMARY', 'PRIMARY is healthy'],
    ['PRIMARY is healthy and SECONDARY unchecked', true, undefined, 'PRIMARY', 'PRIMARY is healthy'],
    ['only SECONDARY is healthy', false, true, 'SECONDARY', 'PRIMARY is unhealthy'],
    ['PRIMARY is unhealthy and SECONDARY unchecked', false, undefined, 'SECONDARY', 'PRIMARY is unhealthy'],
    ['neither is healthy', false, false, 'PRIMARY', 'PRIMARY and SECONDARY are unhealthy'],
    ['PRIMARY is unchecked', undefined, true, 'PRIMARY', 'PRIMARY has no health check'],
  ] as const)('when %s', (_name, primaryHealthy, secondaryHealthy, record, because) => {
    expect(failoverAnswer({ primaryHealthy, secondaryHealthy })).toEqual({ record, because });
  });
});
