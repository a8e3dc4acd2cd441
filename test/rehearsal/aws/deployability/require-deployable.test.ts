import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { LIMITS, requireDeployable } from '../../../../lib/rehearsal/aws/deployability/require-deployable';
import { RehearsalError } from '../../../../lib/rehearsal/kernel/errors';
import { aDeployment, aResource, aStack } from '../../helpers/a-deployment';

const record = (but: Readonly<Record<string, unknown>>) =>
  aResource('AWS::Route53::RecordSet', {
    Name: 'shop.example',
    Type: 'A',
    TTL: '60',
    ResourceRecords: ['192.0.2.44'],
    ...but,
  });
const distribution = (...Aliases: readonly string[]) =>
  aResource('AWS::CloudFront::Distribution', { DistributionConfig: { Aliases } });

describe('deployability of an assembly', () => {
  test('fails with every mistake of every resource, by name, with the reason and the source', () => {
    const deployment = aDeployment({
      Primary: record({ Failover: 'PRIMARY' }),
      Check: aResource('AWS::Route53::HealthCheck', {
        HealthCheckConfig: {
          Type: 'TCP',
          IPAddress: '192.0.2.44',
          RequestInterval: 20,
          FailureThreshold: 11,
        },
      }),
    });
    expect(() => requireDeployable(deployment)).toThrow(
      new RehearsalError(
        'NOT_DEPLOYABLE',
        [
          `Stack/Primary.SetIdentifier: Route 53 refuses it ("Invalid request: Missing field 'SetIdentifier' in Change (it has Failover)"), got null; give SetIdentifier (https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html)`,
          'Stack/Check.HealthCheckConfig.RequestInterval: Route 53 refuses it ("the interval is standard (30 seconds) or fast (10 seconds)"), got 20; allowed are 10, 30 (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html)',
          'Stack/Check.HealthCheckConfig.FailureThreshold: Route 53 refuses it ("Valid Range: Minimum value of 1. Maximum value of 10."), got 11; allowed are 1 to 10 (https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html)',
        ].join('\n'),
      ),
    );
  });

  test('names the resource itself where no property is to blame', () => {
    expect(() => requireDeployable(aDeployment({ Rule: aResource('AWS::Events::Rule') }))).toThrow(
      /^Stack\/Rule: EventBridge refuses it \("Parameter\(s\) EventPattern or ScheduleExpression/,
    );
  });

  test('looks at values that intrinsic functions come to', () => {
    const Parameters = { Tries: { Type: 'Number', Default: 5 } };
    const origin = { Id: 'store', DomainName: 'origin.example', ConnectionAttempts: { Ref: 'Tries' } };
    const Edge = aResource('AWS::CloudFront::Distribution', {
      DistributionConfig: { Origins: [origin], DefaultCacheBehavior: { TargetOriginId: 'store' } },
    });
    expect(() => requireDeployable(aDeployment({ Edge }, { Parameters }))).toThrow(
      'Stack/Edge.DistributionConfig.Origins[0].ConnectionAttempts: CloudFront refuses it',
    );
  });

  test('judges what is known beside what is not, and takes what is not', () => {
    const unknown = { 'Fn::Transform': { Name: 'Macro' } };
    const primary = (but: Readonly<Record<string, unknown>>) =>
      record({ ResourceRecords: [unknown], Failover: 'PRIMARY', SetIdentifier: 'primary', ...but });
    expect(() => requireDeployable(aDeployment({ Primary: primary({ TTL: -1 }) }))).toThrow(
      'Stack/Primary.TTL: Route 53 refuses it',
    );
    for (const but of [{}, { TTL: unknown }, { SetIdentifier: unknown }, { ResourceRecords: unknown }]) {
      expect(() => requireDeployable(aDeployment({ Primary: primary(but) }))).not.toThrow();
    }
  });

  test('takes a property that a condition leaves out for one that is not there', () => {
    const Conditions = { Paired: { 'Fn::Equals': ['a', 'b'] } };
    const either = (value: unknown) => ({ 'Fn::If': ['Paired', value, { Ref: 'AWS::NoValue' }] });
    const Primary = record({ Failover: either('PRIMARY'), SetIdentifier: either('primary') });
    expect(() => requireDeployable(aDeployment({ Primary }, { Conditions }))).not.toThrow();
  });

  test('fails when two stacks have one name for their distributions', () => {
    const stacks = ['One', 'Two'].map((name) => ({
      ...aStack({ Edge: distribution('shop.example') }),
      name,
    }));
    expect(() => requireDeployable(new Deployment(stacks))).toThrow(
      'Two/Edge.DistributionConfig.Aliases: CloudFront refuses it ("CNAMEAlreadyExists',
    );
  });

  test.each([[''], ['text'], [[]], [null], [7]])(
    'leaves it to others to say that properties are no properties: %j',
    (HealthCheckConfig) => {
      const Check = aResource('AWS::Route53::HealthCheck', { HealthCheckConfig });
      expect(() => requireDeployable(aDeployment({ Check }))).not.toThrow();
    },
  );

  test('survives a template of any depth', () => {
    const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], {
      'Fn::Transform': 'Macro',
    });
    expect(() => requireDeployable(aDeployment({ Primary: record({ GeoLocation: deep }) }))).not.toThrow(
      RangeError,
    );
  });

  test('has one table for each type of resource, and a source for each limit', () => {
    const types = LIMITS.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    for (const { limits } of LIMITS) {
      expect(
        limits.filter(({ source }) => !/^https:\/\/(docs\.aws\.amazon|github)\.com\//.test(source)),
      ).toEqual([]);
    }
  });
});
