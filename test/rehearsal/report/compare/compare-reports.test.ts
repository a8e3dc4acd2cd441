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
});

describe('text of a comparison', () => {
  const text = (other: Report, own: Report) =>
    comparisonText(compareReports(other, own), { colors: pc.createColors(false), width: 90 }).split('\n');

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
    expect(text(missed, missed).slice(-4)).toEqual([
      '  MISS blip, edge: on-call has a message: never, allowed at most 180.0 s',
      '  MISS blip, edge: Route 53 notices, as predicted: 33.0 s, allowed 20.0 s to 32.0 s',
      'FAILED here',
      '',
    ]);
  });

  test('fails where this side fails in what only it played, and says so', () => {
    const lines = text(aReport({ name: 'there' }), aReport({ ...MISSED, name: 'here' }));
    expect(lines).toContain('  MISS here, edge: on-call has a message: never, allowed at most 180.0 s');
    expect(lines.slice(-2)).toEqual(['FAILED here', '']);
  });

  test('remarks that the topologies differ, and on what only one of them played', () => {
    const other = aReport({ topology: 'dns' });
    const both = { ...other, scenarios: [...other.scenarios, ...aReport({ name: 'hangs' }).scenarios] };
    const lines = text(both, aReport());
    expect(lines[0]).toBe('The topologies differ: dns there, edge here. Each is held to its own budgets.');
    expect(lines).toContain('Played only there: hangs.');
  });
});
