import type { TemplateResource } from '../../../lib/rehearsal/aws/assembly/template';
import { monthlyCost, totalDollars } from '../../../lib/rehearsal/facts/monthly-cost';
import { aDeployment } from '../helpers/a-deployment';
import { aMetricAlarm } from '../helpers/metric-alarm';

const check = (config: object) => ({
  Type: 'AWS::Route53::HealthCheck',
  Properties: {
    HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'shop.example.com', ...config },
  },
});
const named = (Type: string, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `R${index}`,
      Type === 'AWS::CloudWatch::Alarm' ? aMetricAlarm(`a${index}`) : { Type, Properties: {} },
    ]),
  );

const dollarsOf = (resources: Readonly<Record<string, TemplateResource>>) =>
  totalDollars(monthlyCost(aDeployment(resources)));

describe('monthly cost', () => {
  test.each([
    ['a plain check elsewhere', check({ Type: 'HTTP' }), 0.75],
    ['HTTPS elsewhere', check({}), 2.75],
    [
      'HTTPS with a search string, every 10 s, elsewhere',
      check({ Type: 'HTTPS_STR_MATCH', RequestInterval: 10 }),
      6.75,
    ],
    [
      'the same of a load balancer',
      check({
        Type: 'HTTPS_STR_MATCH',
        RequestInterval: 10,
        FullyQualifiedDomainName: 'a.elb.amazonaws.com',
      }),
      3,
    ],
    [
      'the same of a distribution',
      check({ Type: 'HTTPS_STR_MATCH', RequestInterval: 10, FullyQualifiedDomainName: 'd1.cloudfront.net' }),
      3,
    ],
    [
      'an address, even with a name in AWS',
      check({ IPAddress: '192.0.2.1', FullyQualifiedDomainName: 'a.elb.amazonaws.com' }),
      2.75,
    ],
    ['HTTPS that measures latency, elsewhere', check({ MeasureLatency: true }), 4.75],
    [
      'a check that follows an alarm',
      check({
        Type: 'CLOUDWATCH_METRIC',
        AlarmIdentifier: { Name: 'a', Region: 'us-east-1' },
        FullyQualifiedDomainName: undefined,
      }),
      0,
    ],
    ['a port every 10 s, elsewhere', check({ Type: 'TCP', RequestInterval: 10 }), 2.75],
    [
      'a port every 10 s, of a load balancer',
      check({ Type: 'TCP', RequestInterval: 10, FullyQualifiedDomainName: 'a.elb.amazonaws.com' }),
      1,
    ],
    ['a calculated check', check({ Type: 'CALCULATED', ChildHealthChecks: [] }), 0],
  ])('of %s', (_name, resource, dollars) => {
    expect(dollarsOf({ Check: resource })).toBeCloseTo(dollars, 5);
  });

  test.each([
    ['AWS::CloudWatch::Alarm', 10, 0],
    ['AWS::CloudWatch::Alarm', 11, 0.1],
    ['AWS::CloudWatch::CompositeAlarm', 1, 0.5],
    ['AWS::CloudWatch::Dashboard', 3, 0],
    ['AWS::CloudWatch::Dashboard', 4, 3],
    ['AWS::KMS::Key', 1, 1],
  ])('of %s, %i of them', (type, count, dollars) => {
    expect(dollarsOf(named(type, count))).toBeCloseTo(dollars, 5);
  });

  test('of a high-resolution alarm, beside ten others', () => {
    const others = Array.from({ length: 10 }, (_, index) => [`R${index}`, aMetricAlarm(`a${index}`)]);
    const fast = aMetricAlarm('fast', { Period: 10 });
    expect(dollarsOf({ ...Object.fromEntries(others), fast })).toBeCloseTo(0.3, 5);
  });

  test('leaves out what a stack does not have', () => {
    expect(monthlyCost(aDeployment({}))).toEqual([]);
  });
});
