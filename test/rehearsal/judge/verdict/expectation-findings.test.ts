import { expectationFindings } from '../../../../lib/rehearsal/judge/verdict/expectation-findings';
import type { TimedEvent } from '../../../../lib/rehearsal/kernel/event-log';
import { FAULT } from '../../../../lib/rehearsal/scenario/fault';
import type { Expectations } from '../../../../lib/rehearsal/scenario/scenario';
import { aRecord, type Story } from '../../helpers/a-record';
import type { GivenVisit } from '../../helpers/a-tally';
import { ORIGIN_REFUSES } from '../../helpers/origin-refuses';

const ANY: Expectations = {
  failover: 'any',
  messages: 'any',
  incidents: 'any',
  plainAlarms: 'any',
  emergencyPage: 'any',
  rawErrors: 'any',
  shoppersMeanwhile: 'any',
  shoppersAtTheEnd: 'any',
  budgets: {},
};
const ALWAYS = [
  { what: 'faults that touch no request, probe or service', measured: 0, passed: true },
  { what: 'runs of functions that fail', measured: 0, passed: true },
  { what: "shoppers who hold another's session", measured: 0, passed: true },
  { what: 'shoppers whose basket gets lost on the way to the store', measured: 0, passed: true },
  { what: 'emergency pages with a status other than 503', measured: 0, passed: true },
];
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
  expectationFindings(aRecord(story, visits), { ...ANY, ...expected })
    .map(({ what, measured, passed }) => ({ what, measured, passed }))
    .filter(({ what }) => !ALWAYS.some((always) => always.what === what));

describe('expectations of a scenario', () => {
  test('are few when anything goes', () => {
    const findings = expectationFindings(aRecord(), ANY);
    expect(findings.map(({ what, measured, passed }) => ({ what, measured, passed }))).toEqual(ALWAYS);
  });

  test('are missed by a fault that nobody met, whatever else goes', () => {
    const [fault] = ORIGIN_REFUSES.faults;
    const record = { ...aRecord(), unfelt: fault ? [fault] : [] };
    expect(expectationFindings(record, ANY)[0]).toMatchObject({
      what: 'faults that touch no request, probe or service: the origin refuses connections',
      measured: 1,
      passed: false,
    });
  });

  test('are missed by a fault that another one hides, and say which', () => {
    const [refuses] = ORIGIN_REFUSES.faults;
    const expired = FAULT.parse({ kind: 'certificate expired', fromSeconds: 60, toSeconds: 600 });
    const faults = refuses ? [refuses, expired] : [];
    const { scenario, ...record } = aRecord();
    const findings = expectationFindings(
      { ...record, scenario: { ...scenario, faults }, unfelt: [expired] },
      ANY,
    );
    expect(findings.slice(0, 2)).toMatchObject([
      { what: 'faults that touch no request, probe or service', measured: 0, passed: true },
      {
        what: "faults hidden by another: the origin's certificate has expired, but from 0 s to 600 s the origin refuses connections",
        measured: 1,
        passed: false,
      },
    ]);
  });

  test.each([
    [0, 0],
    [0.1, 1],
  ])('ask for nobody who comes back where nobody comes: %d a minute', (arrivalsPerMinute, count) => {
    const { scenario, ...record } = aRecord();
    const shoppers = { ...scenario.shoppers, arrivalsPerMinute };
    const findings = expectationFindings(
      { ...record, scenario: { ...scenario, shoppers } },
      { ...ANY, shoppersAtTheEnd: 'all back' },
    );
    expect(findings.filter(({ what }) => what === 'requests that the store serves again')).toHaveLength(
      count,
    );
  });

  test('are missed by an emergency page that says 200, whatever else goes', () => {
    const visits: GivenVisit[] = [{ atMs: 1_000, outcome: 'raw error', mislabelled: true }];
    const missed = expectationFindings(aRecord({}, visits), ANY).filter(({ passed }) => !passed);
    expect(missed).toMatchObject([{ what: 'emergency pages with a status other than 503', measured: 1 }]);
  });

  test.each([
    ['othersSessions', "shoppers who hold another's session"],
    ['lostBaskets', 'shoppers whose basket gets lost on the way to the store'],
  ])('are missed by one shopper of the %s, whatever else goes', (count, what) => {
    const record = aRecord();
    const findings = expectationFindings({ ...record, shoppers: { ...record.shoppers, [count]: 1 } }, ANY);
    expect(findings.filter(({ passed }) => !passed)).toMatchObject([{ what, measured: 1 }]);
  });

  test.each([
    ['refuses', [{ what: 'runs of functions that fail', measured: 1 }]],
    ['functions fail', []],
    ['endpoints down', []],
    ['region lost', []],
  ] as const)('are missed by a function that fails, unless the fault is of its kind: %s', (kind, missed) => {
    const record = aRecord();
    const run = { kind: 'function', name: 'Told', outcome: 'failed', because: 'x is not defined' } as const;
    const faults = record.scenario.faults.map((fault) => ({ ...fault, kind }) as typeof fault);
    const broken = {
      ...record,
      events: [...record.events, { ...run, atMs: record.failsMs }],
      scenario: { ...record.scenario, faults },
    };
    const findings = expectationFindings(broken, ANY).filter(({ passed }) => !passed);
    expect(findings.map(({ what, measured }) => ({ what, measured }))).toEqual(missed);
  });

  test.each([
    [{}, 1, false],
    [NOTHING_HAPPENS, 0, true],
  ])('may be that DNS stays: %j', (story, measured, passed) => {
    const what = 'answers with SECONDARY, where none is due';
    expect(judge({ failover: 'stays' }, story)).toEqual([{ what, measured, passed }]);
  });

  test.each([
    [{}, 4, false],
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
    [79_500, {}, 0],
    [80_500, {}, 1],
    [700_500, {}, 0],
    [755_500, {}, 1],
    [80_500, { detects: undefined, switches: undefined }, 1],
    [79_500, { detects: undefined, switches: undefined }, 1],
  ])('allow raw errors of each failure until its own switch: %i ms, %j', (atMs, story, measured) => {
    const { events, ...record } = aRecord(story, [{ atMs, outcome: 'raw error' }]);
    const dns = (at: number, answer: 'PRIMARY' | 'SECONDARY'): TimedEvent[] => [
      { atMs: at, kind: 'dns-answer', recordName: 'shop', answer, because: '' },
      { atMs: at + 25_000, kind: 'resolver-switched', resolver: 'one', answer, expiredMs: at + 25_000 },
    ];
    const again = {
      ...record,
      events: [...events, ...dns(630_000, 'PRIMARY')],
      counted: { ...record.counted, failsAgainMs: [700_000] },
    };
    const switched = { ...again, events: [...again.events, ...dns(730_000, 'SECONDARY')] };
    const played = 'detects' in story ? again : switched;
    const findings = expectationFindings(played, { ...ANY, rawErrors: 'until switched' });
    expect(findings.find(({ what }) => what.startsWith('raw errors'))).toMatchObject({ measured });
  });

  test.each([
    ['emergency page', 1],
    ['served fresh', 0],
    ['served stale', 0],
  ] as const)('may be that everybody is back at the end: %s', (outcome, measured) => {
    const [finding] = judge({ shoppersAtTheEnd: 'all back' }, {}, [{ atMs: 950_000, outcome }]);
    expect(finding?.measured).toBe(measured);
  });

  test.each<[GivenVisit[], boolean]>([
    [[], false],
    [[{ atMs: 599_999, outcome: 'served fresh' }], false],
    [[{ atMs: 600_000, outcome: 'served fresh' }], true],
    [[{ atMs: 700_000, outcome: 'served stale' }], false],
  ])('need somebody who is served again: %j', (visits, passed) => {
    const [, , finding] = judge({ shoppersAtTheEnd: 'all back' }, {}, visits);
    expect(finding).toMatchObject({ what: 'requests that the store serves again', passed });
  });

  test.each<[GivenVisit[], boolean]>([
    [[], false],
    [[{ atMs: 1_000, outcome: 'served fresh' }], true],
    [
      [
        { atMs: 1_000, outcome: 'served fresh' },
        { atMs: 2_000, outcome: 'served stale' },
      ],
      false,
    ],
  ])('may be that the store serves everybody, and somebody: %j', (visits, passed) => {
    expect(judge({ shoppersMeanwhile: 'all served' }, {}, visits)).toMatchObject([{ passed }]);
  });
});
