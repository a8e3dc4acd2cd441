import { compareReports } from '../../../lib/rehearsal/report/compare/compare-reports';
import { markdownReport } from '../../../lib/rehearsal/report/markdown-report';
import type { ScenarioReport } from '../../../lib/rehearsal/report/report-schema';
import { aReport, MISSED } from '../helpers/a-report';

const [{ requestsMeanwhile } = { requestsMeanwhile: undefined }] = aReport().scenarios;
if (requestsMeanwhile === undefined) {
  throw new Error('no scenario');
}
const UNHURT = { requestsMeanwhile: { ...requestsMeanwhile, 'POST lost': 0 } };

describe('Markdown report', () => {
  test('begins with the verdict', () => {
    expect(markdownReport(aReport())).toMatch(/^## ✅ Rehearsed: 1 of 1 held\n/);
    expect(markdownReport(aReport(MISSED))).toMatch(/^## ❌ Rehearsed: 1 of 1 failed\n/);
  });

  test('names every miss right after it', () => {
    expect(
      markdownReport(aReport({ ...MISSED, name: 'blip' }))
        .split('\n')
        .slice(3, 7),
    ).toEqual([
      '',
      '- **blip, edge**',
      '  - on-call has a message: never, allowed at most 180.0 s; change it by onCall.emails, budgets.alertSeconds',
      '  - Route 53 notices, as predicted: 33.0 s, allowed 20.0 s to 32.0 s; change it by healthChecks.interval',
    ]);
  });

  test('does not pass a known gap off as held without a flaw', () => {
    const gap = aReport({ name: 'x', knownGap: 'nobody is told' });
    expect(markdownReport(gap)).toMatch(/^## ✅ Rehearsed: 1 of 1 held, 1 with a known gap\n/);
    expect(markdownReport(gap)).toContain('| 🟡 gap | x | edge |');
    const failed = markdownReport(aReport({ ...MISSED, name: 'x', knownGap: 'nobody is told' }));
    expect(failed).toMatch(/^## ❌ Rehearsed: 1 of 1 failed\n/);
    expect(failed).toContain('| ❌ | x | edge |');
  });

  test('counts what the terminal warns of', () => {
    const [finding] = MISSED.findings;
    if (finding === undefined) {
      throw new Error('no finding');
    }
    const atRisk = { ...finding, passed: true, measured: 170_000, mayReach: 180_001 };
    const text = markdownReport(aReport({ name: 'x', findings: [atRisk, atRisk] }));
    expect(text).toContain('0 with wider budgets of their own, 2 budgets at risk.\n');
    expect(text).toContain(
      '\n- 2x on-call has a message: may take 180.0 s, allowed 180.0 s (x, edge); change',
    );
  });

  test('does not call it held without a word where many shoppers are hurt', () => {
    expect(markdownReport(aReport({ name: 'x' }))).toContain('| 🟡 hurt | x | edge | 33 % |');
    expect(markdownReport(aReport({ ...UNHURT, name: 'x' }))).toContain('| ✅ | x | edge | 0 % |');
  });

  test('keeps its table whole whatever a scenario is called', () => {
    const text = markdownReport(aReport({ ...UNHURT, name: 'a | <b> `c`' }));
    expect(text).toContain('| ✅ | a \\| \\<b\\> \\`c\\` | edge | 0 % | 30.0 s |');
  });

  test('shows what differs from another stack before every scenario', () => {
    const own = aReport({ name: 'a | b', passed: false });
    const other = aReport({ name: 'a | b', messages: [] });
    const lines = markdownReport({ ...own, comparison: compareReports(other, own) }).split('\n');
    const head = lines.indexOf('| scenario | what | other | this | change |');
    expect(lines.slice(head + 2, head + 4)).toEqual([
      '| **a \\| b, edge** | passed there, failed here |  |  |  |',
      '|  | messages | 0 | 4 | +4, worse |',
    ]);
    expect(head).toBeLessThan(lines.indexOf('<details><summary>Every scenario</summary>'));
    expect(lines).toContainEqual(expect.stringMatching(/^0 of 1 scenarios are the same\. Running cost: /));
  });

  test('counts what differs once that is too much for a comment', () => {
    const names = Array.from({ length: 60 }, (_, index) => `scenario ${index}`);
    const many = (but: Partial<ScenarioReport>) => ({
      ...aReport(),
      scenarios: names.flatMap((name) => aReport({ name, ...but }).scenarios),
    });
    const text = markdownReport({
      ...many({}),
      comparison: compareReports(many({ messages: [] }), many({})),
    });
    expect(text).toMatch(/\n\d+ more in report\.html\.\n/);
  });

  test('tells known gaps', () => {
    expect(markdownReport(aReport({ name: 'x', knownGap: 'nobody is told' }))).toContain(
      '- **x, edge**: nobody is told',
    );
  });

  test.each([
    ['lists', 10, '- aside: `stack/R0`'],
    ['only counts, where a comment would be too long,', 2_000, '; report.html lists them'],
  ])('%s %i resources', (_, count, expected) => {
    const report = aReport();
    const aside = Array.from({ length: count }, (_, index) => ({
      name: `stack/R${index}`,
      type: 'AWS::IAM::Role',
      because: 'permissions are not enforced',
    }));
    const [assembly] = report.assemblies;
    if (assembly === undefined) {
      throw new Error('no assembly');
    }
    const text = markdownReport({ ...report, assemblies: [{ ...assembly, aside }] });
    expect(text).toContain(`${count} resources without influence`);
    expect(text).toContain(expected);
    expect(text.length).toBeLessThan(65_536);
  });

  test('says what a stack is held to that Understudy did not make', () => {
    const report = aReport();
    const assemblies = report.assemblies.map((assembly) => ({ ...assembly, topology: 'other' as const }));
    expect(markdownReport(report)).not.toContain('not made by Understudy');
    expect(markdownReport({ ...report, assemblies })).toContain('not made by Understudy');
  });
});
