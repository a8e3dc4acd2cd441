import fc from 'fast-check';
import { endpointHealth } from '../../../lib/rehearsal/aws/route53/rules/endpoint-health';

const source =
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html';

const opinions = (agreeing: number, all: number) =>
  Array.from({ length: all }, (_, index) => index < agreeing);

describe(`Health check of an endpoint (${source})`, () => {
  test.each([
    ['nobody', 0, 16, false],
    ['12.5 %', 2, 16, false],
    ['18.75 %', 3, 16, true],
    ['everybody', 16, 16, true],
    ['17 %', 17, 100, false],
    ['18 % exactly', 18, 100, false],
    ['19 %', 19, 100, true],
    ['18 % exactly of fifty', 9, 50, false],
    ['one of one', 1, 1, true],
  ])('takes the word of %s', (_name, agreeing, all, healthy) => {
    expect(endpointHealth(opinions(agreeing, all)).healthy).toBe(healthy);
    expect(endpointHealth(opinions(agreeing, all), true).healthy).toBe(!healthy);
  });

  test('is healthy without data, unless inverted', () => {
    expect(endpointHealth([])).toEqual({ healthy: true, percentHealthy: 100, because: 'no data yet' });
    expect(endpointHealth([], true).healthy).toBe(false);
  });

  test('says how many health checkers agree', () => {
    expect(endpointHealth(opinions(4, 16), true)).toEqual({
      healthy: false,
      percentHealthy: 25,
      because: '4 of 16 health checkers see a healthy endpoint, inverted',
    });
  });

  test('never turns unhealthy when one more checker agrees', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 64 }), (some) => {
        const before = endpointHealth(some).healthy;
        const after = endpointHealth(
          some.map((opinion, index) => opinion || index === some.indexOf(false)),
        ).healthy;
        expect(after || !before).toBe(true);
      }),
    );
  });
});
