import {
  describeCheckers,
  type EndpointReport,
  endpointsToAsk,
} from '../../../../lambda/status-update/message/checkers';
import { CHECKOUT_DOWN, EDGE_ERRORS, SEARCH_DOWN, SLOW, STORE_DOWN } from '../helpers/symptoms';

const REGIONS = ['us-east-1', 'us-west-1', 'eu-west-1', 'sa-east-1'];
/** Two checkers in each of four regions; those in `failing` fail, once or twice. */
const endpoint = (label: string, ...failing: string[]): EndpointReport => ({
  label,
  reports: [...REGIONS, ...REGIONS].map((region, index) => ({
    region,
    passed: !failing.includes(index < REGIONS.length ? region : `${region} both`),
  })),
});
const both = (region: string) => [region, `${region} both`];

describe('checkers', () => {
  test.each([
    ['none', [], 'home: all 8 pass'],
    ['one', ['eu-west-1'], 'home: 1 of 8 fail in 1 of 4 regions (eu-west-1)'],
    [
      'half of the regions',
      ['eu-west-1', 'sa-east-1'],
      'home: 2 of 8 fail in 2 of 4 regions (eu-west-1, sa-east-1)',
    ],
    [
      'most regions',
      ['eu-west-1', 'sa-east-1', 'us-east-1'].flatMap(both),
      'home: 6 of 8 fail in 3 of 4 regions (not us-west-1)',
    ],
    ['one checker of each region', REGIONS, 'home: 4 of 8 fail in all regions'],
    ['all', REGIONS.flatMap(both), 'home: 8 of 8 fail in all regions'],
  ])('of which %s fail', (_, failing, expected) => {
    expect(describeCheckers([endpoint('home', ...failing)])).toEqual([expected]);
  });

  test('that see the same of two endpoints are told of once', () => {
    expect(
      describeCheckers([endpoint('home'), endpoint('checkout', 'sa-east-1'), endpoint('search')]),
    ).toEqual(['home, search: all 8 pass', 'checkout: 1 of 8 fail in 1 of 4 regions (sa-east-1)']);
  });
});

describe('checkers that fail', () => {
  const ERROR = 'HTTP Status Code 500, Internal Server Error';
  const TIMEOUT = 'The health checker could not establish a connection within the timeout limit.';
  const TLS = 'SSL alert handshake_failure';
  /** As many checkers as there are words, all in one region. */
  const said = (...failures: (string | undefined)[]) => {
    const reports = failures.map((failure) => ({
      region: 'eu-west-1',
      passed: false,
      ...(failure && { failure }),
    }));
    const [text = ''] = describeCheckers([{ label: 'home', reports }]);
    return text.replace(/^home: \d+ of \d+ fail in all regions(: )?/, '');
  };

  test.each([
    ['are quoted with what they all say', [ERROR, ERROR], 'HTTP Status Code 500'],
    [
      'are grouped, the most common words first',
      [TLS, ERROR, ERROR],
      '2 x HTTP Status Code 500, 1 x SSL alert handshake_failure',
    ],
    [
      'are quoted without "The health checker"',
      [TIMEOUT],
      'could not establish a connection within the timeout limit',
    ],
    [
      'say the same of a status, whatever phrase and address come with it',
      ['Resolved IP: 192.0.2.7. HTTP Status Code 500, Oh no', 'HTTP Status Code 500, Oops', ERROR],
      'HTTP Status Code 500',
    ],
    ['say nothing', [undefined, ''], ''],
    ['say something in part', [TLS, undefined], '1 x SSL alert handshake_failure, 1 x something else'],
    ['say three things', ['a', 'b', 'c'], '1 x a, 1 x b, 1 x c'],
    ['say more than anybody reads', ['a', 'b', 'c', 'd', 'e'], '1 x a, 1 x b, 1 x c, 2 x something else'],
    ['say as much as fits on a line', ['w'.repeat(58)], 'w'.repeat(58)],
    ['say more than fits on a line', ['w'.repeat(59)], `${'w'.repeat(56)}..`],
  ])('%s', (_, failures, expected) => {
    expect(said(...failures)).toBe(expected);
  });
});

describe('endpoints to ask about', () => {
  const HOME_DOWN = { ...CHECKOUT_DOWN, kind: 'store-down', label: 'home', alarmName: 'home-down' } as const;
  const ALL = [STORE_DOWN, HOME_DOWN, CHECKOUT_DOWN, SEARCH_DOWN, EDGE_ERRORS];

  test('are those whose alarms are part of the incident', () => {
    expect(endpointsToAsk(ALL, [STORE_DOWN.alarmName, CHECKOUT_DOWN.alarmName])).toEqual([CHECKOUT_DOWN]);
  });

  test.each([[STORE_DOWN], [EDGE_ERRORS]])(
    'are the critical ones when none of them is %#',
    ({ alarmName }) => {
      expect(endpointsToAsk(ALL, [alarmName])).toEqual([HOME_DOWN]);
    },
  );

  test('never include the calculated check, which has no checkers', () => {
    expect(endpointsToAsk([STORE_DOWN, EDGE_ERRORS], [STORE_DOWN.alarmName])).toEqual([]);
  });

  test.each([
    [3, 3],
    [4, 3],
  ])('of %i that fail are %i, because Route 53 answers few questions a second', (failing, asked) => {
    const many = Array.from({ length: failing }, (_, index) => ({ ...CHECKOUT_DOWN, alarmName: `${index}` }));
    const names = many.map(({ alarmName }) => alarmName);
    expect(endpointsToAsk([...many, SLOW], names)).toHaveLength(asked);
  });
});
