import type { Expectations } from '../../../lib/rehearsal/scenario/scenario';
import { budgetFindings } from '../../../lib/rehearsal/verdict/budget-findings';
import type { RehearsalTimes } from '../../../lib/rehearsal/verdict/times';
import { DEFAULT_BUDGETS } from '../../../lib/rehearsal-budgets';

const EXPECTED: Expectations = {
  failover: 'switches',
  messages: 'some',
  rawErrors: 'any',
  shoppersAtTheEnd: 'any',
  budgets: {},
};
const TIMES: RehearsalTimes = {
  detectMs: 1,
  dnsMs: 2,
  firstPageMs: 3,
  alertMs: 4,
  recoveredMs: 5,
  worstWaitMs: 6,
};

const judge = (expected: Partial<Expectations> = {}, times = TIMES, predicted = {}) =>
  budgetFindings({ times, predicted }, DEFAULT_BUDGETS, { ...EXPECTED, ...expected });
const whats = (expected: Partial<Expectations>, times = TIMES) =>
  judge(expected, times).map(({ what }) => what);

describe('budgets', () => {
  test('are held against the times they are about', () => {
    expect(judge().map(({ measured, atMost }) => [measured, atMost])).toEqual([
      [1, 45_000],
      [2, 100_000],
      [3, 100_000],
      [6, 11_000],
      [4, 180_000],
      [5, 300_000],
    ]);
  });

  test.each([['stays'], ['any']] as const)('leave DNS alone where it %s', (failover) => {
    expect(whats({ failover })).toEqual([
      'longest wait of a shopper',
      'on-call has a message',
      'on-call is told that it is over',
    ]);
  });

  test.each([['none'], ['any']] as const)('leave messages alone where there may be %s', (messages) => {
    expect(whats({ messages })).not.toContain('on-call has a message');
  });

  test('leave the emergency page alone where nobody needed it', () => {
    expect(whats({}, { ...TIMES, firstPageMs: undefined })).not.toContain('first emergency page');
  });

  test('give way to those of the scenario', () => {
    const [detect] = judge({ budgets: { detectSeconds: 0.001 } });
    expect(detect).toMatchObject({ measured: 1, atMost: 1, passed: true });
  });

  test.each([
    [{ switchSeconds: 700 }, 700_000],
    [{ switchSeconds: 50 }, 100_000],
    [{ switchSeconds: 700, firstPageSeconds: 30 }, 30_000],
  ])('allow as much for the page as for the switch: %j', (budgets, atMost) => {
    const page = judge({ budgets }).find(({ what }) => what === 'first emergency page');
    expect(page?.atMost).toBe(atMost);
  });

  test('say how far arithmetic goes', () => {
    const [detect] = judge({}, TIMES, { detectMs: { earliestMs: 0, latestMs: 46_000 } });
    expect(detect).toMatchObject({ mayReach: 46_000, passed: true });
  });
});
