import { HEALTH_CHECK_LIMITS } from '../../../lib/rehearsal/aws/deployability/health-check';
import { UNKNOWN } from '../../../lib/rehearsal/aws/deployability/limit';
import { refused } from '../helpers/refused';

const source = 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html';
const check = (but: Readonly<Record<string, unknown>>) =>
  refused(HEALTH_CHECK_LIMITS, {
    HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'shop.example', ...but },
  });

describe(`Health check that Route 53 refuses (${source})`, () => {
  test.each([
    [{ RequestInterval: 9 }, 'RequestInterval', '9', 'allowed are 10, 30'],
    [{ RequestInterval: 11 }, 'RequestInterval', '11', 'allowed are 10, 30'],
    [{ RequestInterval: 20 }, 'RequestInterval', '20', 'allowed are 10, 30'],
    [{ RequestInterval: '29' }, 'RequestInterval', '"29"', 'allowed are 10, 30'],
    [{ RequestInterval: 31 }, 'RequestInterval', '31', 'allowed are 10, 30'],
    [{ FailureThreshold: 0 }, 'FailureThreshold', '0', 'allowed are 1 to 10'],
    [{ FailureThreshold: 11 }, 'FailureThreshold', '11', 'allowed are 1 to 10'],
    [{ FailureThreshold: 2.5 }, 'FailureThreshold', '2.5', 'allowed are 1 to 10'],
    [{ HealthThreshold: -1 }, 'HealthThreshold', '-1', 'allowed are 0 to 256'],
    [{ HealthThreshold: 257 }, 'HealthThreshold', '257', 'allowed are 0 to 256'],
    [{ Port: 0 }, 'Port', '0', 'allowed are 1 to 65535'],
    [{ Port: 65_536 }, 'Port', '65536', 'allowed are 1 to 65535'],
    [{ Regions: ['a', 'b'] }, 'Regions', '2', 'allowed are 3 to 64'],
    [{ Regions: Array(65).fill('a') }, 'Regions', '65', 'allowed are 3 to 64'],
    [{ ChildHealthChecks: Array(257).fill('a') }, 'ChildHealthChecks', '257', 'allowed are 0 to 256'],
    [{ IPAddress: '10.0.0.300' }, 'IPAddress', '"10.0.0.300"', 'give an address'],
    [
      { Type: 'HTTP_STR_MATCH', SearchString: 's'.repeat(256) },
      'SearchString',
      '"ssssssssssssssssssss... of 256 characters"',
      'allowed are 255 characters',
    ],
    [{ ResourcePath: `/${'p'.repeat(255)}` }, 'ResourcePath', '"/ppp', 'allowed are 255 characters'],
    [{ FullyQualifiedDomainName: 'a'.repeat(256) }, 'FullyQualifiedDomainName', '"aaa', 'allowed are 255'],
    [{ Type: 'HTTPS_STR_MATCH' }, 'SearchString', 'null', 'give SearchString'],
    [{ Type: 'HTTP_STR_MATCH', SearchString: '' }, 'SearchString', '""', 'give SearchString'],
  ])('fails with %j', (but, property, got, remedy) => {
    const [line, ...more] = check(but);
    expect(more).toEqual([]);
    expect(line).toMatch(/^HealthCheckConfig\.\w+: Route 53 refuses it \(".+"\), got /);
    expect(line).toContain(`HealthCheckConfig.${property}: `);
    expect(line).toContain(`, got ${got}`);
    expect(line).toContain(`; ${remedy}`);
  });

  test.each(['HTTP', 'HTTPS', 'TCP'])('fails when an endpoint has neither name nor address: %s', (Type) => {
    expect(check({ Type, FullyQualifiedDomainName: undefined })).toEqual([
      `HealthCheckConfig: Route 53 refuses it ("the endpoint is specified by IP address or by domain name"), got {"Type":"${Type}"}; give one of them`,
    ]);
  });

  test.each([
    [{ RequestInterval: 10 }],
    [{ RequestInterval: '30' }],
    [{ FailureThreshold: 1 }],
    [{ FailureThreshold: 10 }],
    [{ HealthThreshold: 0 }],
    [{ HealthThreshold: 256 }],
    [{ Port: 1 }],
    [{ Port: 65_535 }],
    [{ Regions: ['a', 'b', 'c'] }],
    [{ Regions: Array(64).fill('a') }],
    [{ Regions: ['a', UNKNOWN] }],
    [{ ChildHealthChecks: Array(256).fill('a') }],
    [{ IPAddress: '2001:db8::1' }],
    [{ IPAddress: '192.0.2.44', FullyQualifiedDomainName: undefined }],
    [{ FullyQualifiedDomainName: UNKNOWN }],
    [{ Type: 'HTTP_STR_MATCH', SearchString: 's'.repeat(255) }],
    [{ Type: 'HTTP_STR_MATCH', SearchString: UNKNOWN }],
    [{ ResourcePath: `/${'p'.repeat(254)}` }],
    [{ ResourcePath: 'without-slash' }],
    [{ Type: 'CALCULATED', FullyQualifiedDomainName: undefined, ChildHealthChecks: ['a'] }],
    [{ Type: UNKNOWN, FullyQualifiedDomainName: undefined }],
  ])('is taken with %j', (but) => {
    expect(check(but)).toEqual([]);
  });
});
