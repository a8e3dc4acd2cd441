import pc from 'picocolors';
import { compareReports } from '../../../../lib/rehearsal/report/compare/compare-reports';
import { comparisonText } from '../../../../lib/rehearsal/report/compare/comparison-text';
import type { ScenarioReport } from '../../../../lib/rehearsal/report/report-schema';
import { aReport } from '../../helpers/a-report';

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
      { what: 'every resolver has switched', unit: 'ms', other: 300_000, own: 80_000 },
    ]);
  });

  test('leaves out what only one of them played', () => {
    expect(compareReports(aReport({ name: 'other' }), aReport({ name: 'own' })).scenarios).toEqual([]);
  });

  test('shows them side by side', () => {
    const other = aReport({ ...times({ dnsMs: 300_000, alertMs: null }), passed: false });
    const text = comparisonText(compareReports(other, aReport(times({ dnsMs: 80_000 }))), {
      colors: pc.createColors(false),
      width: 80,
    });
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^ +other {6}this {4}change$/),
      'blip, edge: failed there, passed here',
      expect.stringMatching(/^ {2}every resolver has switched +300\.0 s {4}80\.0 s {2}-220\.0 s$/),
      expect.stringMatching(/^ {2}on-call has a message +never {3}120\.0 s +$/),
      '',
      '0 of 1 scenarios are the same.',
      'Running cost: $0.00 a month there, $0.00 here.',
      'PASSED: every budget kept here',
      '',
    ]);
  });
});
