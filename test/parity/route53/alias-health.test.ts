import { groupHealth, recordHealth } from '../../../lib/rehearsal/aws/route53/rules/alias-health';

const complex = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html';
const choosing =
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html';

describe(`Health of a record (${complex})`, () => {
  test.each([
    [undefined, undefined, undefined],
    [true, undefined, true],
    [false, undefined, false],
    [undefined, true, true],
    [undefined, false, false],
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('with its health check %s and its alias target %s: %s', (healthCheck, target, healthy) => {
    expect(recordHealth({ healthCheck, target })).toBe(healthy);
  });
});

describe(`Health of records with one name (${choosing})`, () => {
  test.each([
    ['all of them', [true, true], true],
    ['one of them', [false, true, false], true],
    ['one without a health check', [false, undefined], true],
    ['none', [false, false], false],
  ])('when %s are healthy', (_name, records, healthy) => {
    expect(groupHealth(records)).toBe(healthy);
  });
});
