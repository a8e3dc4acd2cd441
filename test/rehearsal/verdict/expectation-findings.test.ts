import type { Expectations } from '../../../lib/rehearsal/scenario/scenario';
import { expectationFindings } from '../../../lib/rehearsal/verdict/expectation-findings';
import { aRecord, type Story } from '../helpers/a-record';
import type { GivenVisit } from '../helpers/a-tally';

const ANY: Expectations = {
  failover: 'any',
  messages: 'any',
  rawErrors: 'any',
  shoppersAtTheEnd: 'any',
  budgets: {},
};
const NOTHING_HAPPENS: Partial<Story> = {
  detects: undefined,
  switches: undefined,
  alerts: undefined,
  recovers: undefined,
};
const judge = (
  expected: Partial<Expectations>,
  story: Partial<Story> = {},
  visits: readonly GivenVisit[] = [],
) =>
  expectationFindings(aRecord(story, visits), { ...ANY, ...expected }, 80_000).map(
    ({ what, measured, passed }) => ({ what, measured, passed }),
  );

describe('expectations of a scenario', () => {
  test('are none when anything goes', () => {
    expect(judge({})).toEqual([]);
  });

  test.each([
    [{}, 1, false],
    [NOTHING_HAPPENS, 0, true],
  ])('may be that DNS stays: %j', (story, measured, passed) => {
    const what = 'answers with SECONDARY, where none is due';
    expect(judge({ failover: 'stays' }, story)).toEqual([{ what, measured, passed }]);
  });

  test.each([
    [{}, 2, false],
    [NOTHING_HAPPENS, 0, true],
  ])('may be that nobody is disturbed: %j', (story, measured, passed) => {
    const what = 'messages, where none is due';
    expect(judge({ messages: 'none' }, story)).toEqual([{ what, measured, passed }]);
  });

  test.each([
    ['none', 'raw errors', 79_500, false],
    ['until switched', 'raw errors once every resolver has switched', 79_500, true],
    ['until switched', 'raw errors once every resolver has switched', 80_000, false],
    ['until switched', 'raw errors once every resolver has switched', 81_500, false],
  ] as const)('may be about raw errors: %s, %s, one at %i ms', (rawErrors, what, atMs, passed) => {
    const [finding] = judge({ rawErrors }, {}, [{ atMs, outcome: 'raw error' }]);
    expect(finding).toEqual({ what, measured: passed ? 0 : 1, passed });
  });

  test.each([
    ['emergency page', 1],
    ['served fresh', 0],
    ['served stale', 0],
  ] as const)('may be that everybody is back at the end: %s', (outcome, measured) => {
    const [finding] = judge({ shoppersAtTheEnd: 'all back' }, {}, [{ atMs: 950_000, outcome }]);
    expect(finding?.measured).toBe(measured);
  });
});
