import { markdownReport } from '../../../lib/rehearsal/report/markdown-report';
import { aReport, MISSED } from '../helpers/a-report';

describe('Markdown report', () => {
  test('begins with the verdict', () => {
    expect(markdownReport(aReport())).toMatch(/^## ✅ Rehearsed: 1 of 1 held\n/);
    expect(markdownReport(aReport(MISSED))).toMatch(/^## ❌ Rehearsed: 1 of 1 failed\n/);
  });

  test('names every miss right after it', () => {
    expect(
      markdownReport(aReport({ ...MISSED, name: 'blip' }))
        .split('\n')
        .slice(1, 5),
    ).toEqual([
      '',
      '- **blip, edge**',
      '  - on-call has a message: never, allowed at most 180.0 s',
      '  - Route 53 notices, as predicted: 33.0 s, allowed 20.0 s to 32.0 s',
    ]);
  });

  test('keeps its table whole whatever a scenario is called', () => {
    const text = markdownReport(aReport({ name: 'a | <b> `c`' }));
    expect(text).toContain('| ✅ | a \\| \\<b\\> \\`c\\` | edge | 30.0 s |');
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
    if (assembly === undefined) throw new Error('no assembly');
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
