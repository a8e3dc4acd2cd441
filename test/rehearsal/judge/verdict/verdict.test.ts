import { judgeRehearsal } from '../../../../lib/rehearsal/judge/verdict/verdict';
import { aRecord, type Story } from '../../helpers/a-record';
import type { GivenVisit } from '../../helpers/a-tally';

/** Nobody who is served is no proof. */
const SERVED: readonly GivenVisit[] = [
  { atMs: 300_000, outcome: 'served stale' },
  { atMs: 899_000, outcome: 'served fresh' },
];

function missed(story: Partial<Story>, visits: readonly GivenVisit[] = []) {
  const { passed, findings } = judgeRehearsal(aRecord(story, [...visits, ...SERVED]));
  const failed = findings.filter((finding) => !finding.passed).map(({ what }) => what);
  expect(passed).toBe(failed.length === 0);
  return failed;
}

describe('verdict', () => {
  test('is good when every budget is kept', () => {
    expect(missed({})).toEqual([]);
  });

  test.each<[Partial<Story>, string[]]>([
    [{ detects: 44.999 }, []],
    [{ detects: 45 }, []],
    [{ detects: 45.001 }, ['Route 53 notices']],
    [{ switches: 100 }, []],
    [{ switches: 100.001 }, ['every resolver has switched']],
    [{ alerts: 180 }, []],
    [{ alerts: 180.001 }, ['on-call has a message', 'the incident is announced']],
    [{ recovers: 900 }, []],
    [{ recovers: 900.001 }, ['on-call is told that it is over']],
  ])('holds times against their budgets: %j', (story, expected) => {
    expect(missed(story)).toEqual(expected);
  });

  test.each<[Partial<Story>, string]>([
    [{ detects: undefined }, 'Route 53 notices'],
    [{ switches: undefined }, 'every resolver has switched'],
    [{ recovers: undefined }, 'on-call is told that it is over'],
  ])('misses what never happened: %j', (story, what) => {
    expect(missed(story)).toContain(what);
  });

  test.each([
    [1_000, []],
    [1_001, ['longest wait of a shopper']],
  ])('allows a shopper to wait: %i ms', (waitMs, expected) => {
    expect(
      missed({}, [
        { atMs: 1_000, outcome: 'gave up', waitMs },
        { atMs: 2_000, outcome: 'emergency page' },
      ]),
    ).toEqual(expected);
  });

  test.each([
    [10_000, 'raw error', ['raw errors']],
    [80_000, 'raw error', ['first emergency page', 'raw errors']],
    [10_000, 'emergency page', []],
    [20_500, 'emergency page', ['first emergency page']],
    [900_000, 'emergency page', ['shoppers still kept out at the end']],
    [900_500, 'emergency page', ['the last shopper is back', 'shoppers still kept out at the end']],
    [900_500, 'served fresh', []],
  ] as const)('judges a request at %i ms that came to: %s', (atMs, outcome, expected) => {
    expect(missed({}, [{ atMs, outcome }])).toEqual(expected);
  });

  test('counts requests by outcome', () => {
    const record = aRecord({}, [
      { atMs: 1_000, outcome: 'raw error' },
      { atMs: 2_000, outcome: 'served fresh' },
      { atMs: 3_000, outcome: 'served fresh' },
    ]);
    expect(judgeRehearsal(record).requests).toMatchObject({
      'raw error': 1,
      'served fresh': 2,
      'gave up': 0,
    });
  });
});
