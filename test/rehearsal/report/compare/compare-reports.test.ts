import pc from 'picocolors';
import { compareReports } from '../../../../lib/rehearsal/report/compare/compare-reports';
import { comparisonText } from '../../../../lib/rehearsal/report/compare/comparison-text';
import type { Report, ScenarioReport } from '../../../../lib/rehearsal/report/report-schema';
import { aReport, MISSED } from '../../helpers/a-report';

const [scenario] = aReport().scenarios;
const times = (but: Partial<ScenarioReport['times']>): Partial<ScenarioReport> => ({
  name: 'blip',
  times: { ...(scenario as ScenarioReport).times, ...but },
});

describe('comparison of two reports', () => {
  test('finds nothing where nothing differs', () => {
    const { scenarios } = compareReports(aReport(), aReport());
    expect(scenarios.map(({ differences }) => differences)).toEqual([[]]);
  });

  test('tells both sides of what differs, other first', () => {
    const { scenarios } = compareReports(
      aReport(times({ dnsMs: 300_000 })),
      aReport(times({ dnsMs: 80_000 })),
    );
    expect(scenarios[0]?.differences).toEqual([
      { what: 'every resolver has switched', unit: 'ms', other: 300_000, own: 80_000, isWorse: true },
    ]);
  });

  test('names what only one of them played', () => {
    const { scenarios, onlyOther, onlyOwn } = compareReports(
      aReport({ name: 'there' }),
      aReport({ name: 'here' }),
    );
    expect({ scenarios, onlyOther, onlyOwn }).toEqual({
      scenarios: [],
      onlyOther: ['there'],
      onlyOwn: ['here'],
    });
  });

  const both = (name: string, but: Partial<ScenarioReport> = {}): Report => {
    const edge = aReport({ name, topology: 'edge', ...but });
    const dns = aReport({ name, topology: 'dns', ...but });
    return { ...edge, scenarios: [...dns.scenarios, ...edge.scenarios] };
  };

  test('pairs each topology with itself where a report holds several', () => {
    const pairs = (other: Report, own: Report) =>
      compareReports(other, own).scenarios.map(({ topology, otherTopology }) => [topology, otherTopology]);
    expect(pairs(both('x'), both('x'))).toEqual([
      ['dns', 'dns'],
      ['edge', 'edge'],
    ]);
    expect(pairs(both('x'), aReport({ name: 'x' }))).toEqual([['edge', 'edge']]);
    expect(pairs(aReport({ name: 'x' }), both('x'))).toEqual([['edge', 'edge']]);
    expect(pairs(aReport({ name: 'x', topology: 'dns' }), aReport({ name: 'x' }))).toEqual([['edge', 'dns']]);
  });

  test('names the topology that only one of them played', () => {
    expect(compareReports(both('x'), aReport({ name: 'x' }))).toMatchObject({
      onlyOther: ['x, dns'],
      onlyOwn: [],
    });
    expect(compareReports(both('y'), aReport({ name: 'x' }))).toMatchObject({
      onlyOther: ['y'],
      onlyOwn: ['x'],
    });
  });

  const whats = (but: Partial<ScenarioReport>) =>
    compareReports(aReport(), aReport(but)).scenarios.flatMap(({ differences }) =>
      differences.map(({ what, other, own }) => [what, other, own]),
    );
  const { times: its, waits, requests, orders, findings, messages } = scenario as ScenarioReport;

  test.each<[Partial<ScenarioReport>, string, unknown, unknown]>([
    [{ times: { ...its, announcedMs: 1 } }, 'the incident is announced', its.announcedMs, 1],
    [{ times: { ...its, backMs: 1 } }, 'the last shopper is back', its.backMs, 1],
    [{ waits: { ...waits, switchedMs: 7_000 } }, 'longest wait once switched', waits.switchedMs, 7_000],
    [{ waits: { ...waits, p50Ms: 7_000 } }, 'half of the shoppers wait less', waits.p50Ms, 7_000],
    [{ waits: { ...waits, p99Ms: 7_000 } }, '99 % of the shoppers wait less', waits.p99Ms, 7_000],
    [{ requests: { ...requests, 'served stale': 4 } }, 'served stale', 0, 4],
    [{ orders: { ...orders, atRisk: 5 } }, 'orders at risk', 0, 5],
    [{ loss: { minutes: 77, money: null } }, 'lost sales', (scenario as ScenarioReport).loss.minutes, 77],
    [
      { findings: findings.map((finding) => ({ ...finding, mayReach: 999_000_000 })) },
      'budgets that bad luck may exceed',
      0,
      findings.length,
    ],
  ])('tells of everything that is worse: %#', (but, what, other, own) => {
    expect(whats(but)).toEqual([[what, other, own]]);
  });

  test.each([
    [{ waits: { ...waits, worstMs: waits.worstMs + 49 } }, []],
    [{ waits: { ...waits, worstMs: waits.worstMs + 50 } }, ['longest wait of a shopper']],
    [{ times: { ...its, backMs: null } }, []],
    [{ times: { ...its, backMs: 0 } }, ['the last shopper is back']],
    [{ loss: { minutes: (scenario as ScenarioReport).loss.minutes + 0.04, money: null } }, []],
    [{ loss: { minutes: (scenario as ScenarioReport).loss.minutes + 0.06, money: null } }, ['lost sales']],
  ])('leaves out what would read as no difference at all: %#', (but, expected) => {
    expect(whats(but).map(([what]) => what)).toEqual(expected);
  });

  test('compares what was lost in money only in one currency', () => {
    const lost = (amount: number, currency: string) =>
      aReport({ loss: { minutes: 1, money: { amount, currency } } });
    const differences = (other: Report, own: Report) =>
      compareReports(other, own).scenarios.flatMap((one) => one.differences);
    expect(differences(lost(90, 'EUR'), lost(100.4, 'EUR'))).toEqual([
      { what: 'estimated loss, EUR', unit: 'money', other: 90, own: 100, isWorse: true },
    ]);
    expect(differences(lost(90, 'EUR'), lost(100, 'USD'))).toEqual([]);
  });

  test('tells which messages differ, though there are as many', () => {
    const [first, ...rest] = messages;
    if (first === undefined) {
      throw new Error('no message');
    }
    const sms = { ...first, channel: 'sms' };
    expect(whats({ messages: [sms, ...rest] })).toEqual([
      ['ALARM by email', 1, 0],
      ['ALARM by sms', 0, 1],
      ['messages with words of their own', 0, 1],
    ]);
  });

  test('tells that messages read differently, not that they come at another time', () => {
    const [first, ...rest] = messages;
    if (first === undefined) {
      throw new Error('no message');
    }
    const saying = (body: string) => whats({ messages: [{ ...first, body }, ...rest] });
    expect(saying('The runbook is gone')).toEqual([['messages with words of their own', 0, 1]]);
    const at = (minute: number) => aReport({ messages: [{ ...first, body: `Since 09:${minute}` }, ...rest] });
    expect(compareReports(at(10), at(11)).scenarios.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe('text of a comparison', () => {
  const text = (other: Report, own: Report) =>
    comparisonText(compareReports(other, own), own, { colors: pc.createColors(false), width: 90 }).split(
      '\n',
    );

  test('shows both sides beside each other, and which is better', () => {
    const other = aReport({ ...times({ dnsMs: 300_000, detectMs: 20_000, alertMs: null }), passed: false });
    expect(text(other, aReport(times({ dnsMs: 80_000, firstPageMs: null })))).toEqual([
      expect.stringMatching(/^ +other {6}this$/),
      'blip, edge: failed there, passed here',
      expect.stringMatching(/^ {2}Route 53 notices +20\.0 s {4}30\.0 s {2}\+10\.0 s, worse$/),
      expect.stringMatching(/^ {2}every resolver has switched +300\.0 s {4}80\.0 s {2}-220\.0 s, better$/),
      expect.stringMatching(/^ {2}first emergency page +4\.3 s {5}never {2}happens no more$/),
      expect.stringMatching(/^ {2}on-call has a message +never {3}120\.0 s {2}happens now$/),
      '',
      '0 of 1 scenarios are the same.',
      'Running cost: $0.00 a month there, $0.00 here.',
      'PASSED: every budget kept here',
      '',
    ]);
  });

  test('does not judge emergency pages, which may stand in for the store or for an error', () => {
    const pages = (page: number, errors: number): Partial<ScenarioReport> => ({
      requests: { ...(scenario as ScenarioReport).requests, 'emergency page': page, 'raw error': errors },
    });
    const lines = text(aReport(pages(1, 95)), aReport(pages(95, 1)));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}emergency page +1 +95 {2}\+94$/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}raw error +95 +1 {2}-94, better$/));
  });

  test('tells what is missed here, though both miss it', () => {
    const missed = aReport({ ...MISSED, name: 'blip' });
    expect(text(missed, missed).slice(-6)).toEqual([
      '  MISS blip, edge: on-call has a message: never, allowed at most 180.0 s; change it by',
      '  onCall.emails, budgets.alertSeconds',
      '  MISS blip, edge: Route 53 notices, as predicted: 33.0 s, allowed 20.0 s to 32.0 s;',
      '  change it by healthChecks.interval',
      'FAILED here',
      '',
    ]);
  });

  test('fails where this side fails in what only it played, and says so', () => {
    const lines = text(aReport({ name: 'there' }), aReport({ ...MISSED, name: 'here' }));
    expect(lines).toContain(
      '  MISS here, edge: on-call has a message: never, allowed at most 180.0 s; change it by',
    );
    expect(lines.slice(-2)).toEqual(['FAILED here', '']);
  });

  test('remarks that the topologies differ, and on what only one of them played', () => {
    const other = aReport({ topology: 'dns' });
    const both = {
      ...other,
      scenarios: [...other.scenarios, ...aReport({ name: 'hangs', topology: 'dns' }).scenarios],
    };
    const lines = text(both, aReport());
    expect(lines[0]).toBe('The topologies differ: dns there, edge here. Each is held to its own budgets.');
    expect(lines).toContain('Played only there: hangs.');
  });
});
