import { budgetFindings, widenedBudgets } from '../../../../lib/rehearsal/judge/verdict/budget-findings';
import type { RehearsalTimes } from '../../../../lib/rehearsal/judge/verdict/times';
import type { ShopperOutcome } from '../../../../lib/rehearsal/kernel/shopper-outcome';
import type { Expectations } from '../../../../lib/rehearsal/scenario/scenario';
import { DEFAULT_BUDGETS } from '../../../../lib/rehearsal-budgets';
import { aTally } from '../../helpers/a-tally';

const EXPECTED: Expectations = {
  failover: 'switches',
  messages: 'some',
  incidents: 1,
  plainAlarms: 1,
  emergencyPage: 'in time',
  rawErrors: 'any',
  shoppersMeanwhile: 'any',
  shoppersAtTheEnd: 'all back',
  budgets: {},
};
const TIMES: RehearsalTimes = {
  detectMs: 1,
  dnsMs: 2,
  firstPageMs: 3,
  worstWaitMs: 4,
  worstFormWaitMs: 10,
  switchedWaitMs: 5,
  alertMs: 6,
  announcedMs: 7,
  recoveredMs: 8,
  backMs: 9,
};
const SPAN = { startMs: 0, failsMs: 0, repairedMs: 600_000 };
const who = (outcome: ShopperOutcome, atMs = 5_000) => aTally(SPAN, [{ atMs, outcome }]);

const judge = (expected: Partial<Expectations> = {}, but: object = {}) =>
  budgetFindings(
    { times: TIMES, predicted: {}, shoppers: who('emergency page'), counted: SPAN, ...but },
    DEFAULT_BUDGETS.dns,
    { ...EXPECTED, ...expected },
  );
const whats = (expected: Partial<Expectations>, but: object = {}) =>
  judge(expected, but).map(({ what }) => what);

describe('budgets', () => {
  test('are held against the times they are about', () => {
    expect(judge().map(({ measured, atMost }) => [measured, atMost])).toEqual([
      [1, 45_000],
      [2, 100_000],
      [3, 100_000],
      [4, 11_000],
      [10, 63_000],
      [5, 1_000],
      [6, 180_000],
      [7, 180_000],
      [8, 300_000],
      [9, 300_000],
    ]);
  });

  test.each([['stays'], ['any']] as const)('leave DNS alone where it %s', (failover) => {
    expect(whats({ failover })).toEqual([
      'longest wait of a shopper',
      'longest wait for the answer to a form',
      'on-call has a message',
      'the incident is announced',
      'on-call is told that it is over',
      'the last shopper is back',
    ]);
  });

  test('ask no resolver to hear of a failover that comes and goes', () => {
    expect(whats({ failover: 'comes and goes' })).toContain('Route 53 notices');
    expect(whats({ failover: 'comes and goes' })).not.toContain('every resolver has switched');
  });

  test.each([['none'], ['any']] as const)('leave messages alone where there may be %s', (messages) => {
    expect(whats({ messages })).not.toContain('on-call has a message');
  });

  test.each([[0], ['any']] as const)('leave the announcement alone of %s incidents', (incidents) => {
    expect(whats({ incidents })).not.toContain('the incident is announced');
  });

  test.each<[ShopperOutcome, boolean]>([
    ['served stale', false],
    ['emergency page', true],
    ['raw error', true],
    ['gave up', true],
  ])('miss an emergency page where somebody came to: %s', (outcome, needed) => {
    const times = { ...TIMES, firstPageMs: undefined };
    const page = judge({}, { times, shoppers: who(outcome) }).find(
      ({ what }) => what === 'first emergency page',
    );
    expect(page?.passed).toBe(needed ? false : undefined);
  });

  test.each([
    [1_999, undefined],
    [2_000, false],
    [599_000, false],
    [600_000, undefined],
  ])(
    'need no emergency page where nobody is kept out from the switch to the repair: at %i ms',
    (atMs, passed) => {
      const times = { ...TIMES, dnsMs: 2_000, firstPageMs: undefined };
      const page = judge({}, { times, shoppers: who('gave up', atMs) }).find(
        ({ what }) => what === 'first emergency page',
      );
      expect(page?.passed).toBe(passed);
    },
  );

  test('hold no resolver to anything while nobody asks', () => {
    const times = { ...TIMES, dnsMs: undefined, switchedWaitMs: undefined };
    const nobody = whats({}, { times, shoppers: aTally(SPAN, []) });
    expect(nobody).not.toContain('every resolver has switched');
    expect(nobody).not.toContain('longest wait once switched');
    expect(whats({}, { times })).toContain('every resolver has switched');
  });

  test('leave the emergency page alone where it need not come', () => {
    expect(whats({ emergencyPage: 'any' })).not.toContain('first emergency page');
  });

  test.each([
    ['any', 9],
    ['all back', undefined],
  ] as const)('leave the return alone where: %s, %s ms', (shoppersAtTheEnd, backMs) => {
    expect(whats({ shoppersAtTheEnd }, { times: { ...TIMES, backMs } })).not.toContain(
      'the last shopper is back',
    );
  });

  test('give way to those of the scenario', () => {
    const [detect] = judge({ budgets: { detectSeconds: 0.001 } });
    expect(detect).toMatchObject({ measured: 1, atMost: 1, passed: true });
  });

  test.each([
    [{ switchSeconds: 700 }, 700_000],
    [{ switchSeconds: 50 }, 100_000],
    [{ switchSeconds: 700, firstPageSeconds: 30 }, 30_000],
  ])('allow as much for a page that needs the switch as for the switch: %j', (budgets, atMost) => {
    const page = judge({ budgets }).find(({ what }) => what === 'first emergency page');
    expect(page?.atMost).toBe(atMost);
  });

  test('allow no more for a page that does not need the switch', () => {
    const expected = { ...EXPECTED, budgets: { switchSeconds: 700 } };
    const measured = { times: TIMES, predicted: {}, shoppers: who('emergency page'), counted: SPAN };
    const page = budgetFindings(measured, DEFAULT_BUDGETS.edge, expected).find(
      ({ what }) => what === 'first emergency page',
    );
    expect(page?.atMost).toBe(20_000);
  });

  test('say how far arithmetic goes', () => {
    const [detect] = judge({}, { predicted: { detectMs: { earliestMs: 0, latestMs: 46_000 } } });
    expect(detect).toMatchObject({ mayReach: 46_000, passed: true });
  });

  test('blame nobody for shoppers who do not come', () => {
    const firstPageMs = { earliestMs: 0, latestMs: 999_000 };
    const page = judge({}, { predicted: { firstPageMs } }).find(
      ({ what }) => what === 'first emergency page',
    );
    expect(page?.mayReach).toBeUndefined();
  });
});

describe('widened budgets', () => {
  test.each([
    [{ alertSeconds: 181 }, ['alertSeconds']],
    [{ alertSeconds: 180, detectSeconds: 10 }, []],
    [{}, []],
  ])('are those above the store: %j', (own, widened) => {
    expect(widenedBudgets(DEFAULT_BUDGETS.dns, own)).toEqual(widened);
  });
});
