import pc from 'picocolors';
import type { Report, ReportFinding } from '../../../../lib/rehearsal/report/report-schema';
import { terminalReport } from '../../../../lib/rehearsal/report/terminal/terminal-report';
import { aReport, MISSED } from '../../helpers/a-report';

const AT_RISK: ReportFinding = {
  kind: 'budget',
  what: 'on-call has a message',
  measured: 85_138,
  atLeast: 0,
  atMost: 180_000,
  mayReach: 217_000,
  unit: 'ms',
  passed: true,
  changedBy: ['onCall.emails'],
};
const NOTHING = { inFull: () => false, coverage: false };
const ALL = { inFull: () => true, coverage: true };
const lines = (report: Report, width: number, shown = NOTHING, colors = pc.createColors(false)) =>
  terminalReport(report, { colors, width }, shown).split('\n');

describe('terminal report', () => {
  test('shows every column when there is room', () => {
    const [head, row] = lines(aReport({ name: 'origin refuses' }), 100);
    expect(head?.trim().split(/\s+/)).toEqual('seconds p99 detect switch wait page alert over'.split(' '));
    expect(row).toMatch(/^ok {3}origin refuses +edge +\d+\.\d +30\.0 +80\.0 +0\.3 +4\.3 +120\.0 +100\.0$/);
  });

  test('keeps the columns that matter most in a narrow terminal', () => {
    const [head, row] = lines(aReport({ name: 'a scenario with quite a long name indeed' }), 60);
    expect(head?.trim().split(/\s+/)).toEqual('seconds page alert over'.split(' '));
    expect(row).toContain('…');
  });

  test.each([[60], [80], [110]])('keeps within %i columns', (width) => {
    const long = lines(aReport(MISSED), width, ALL).filter((line) => line.length > width);
    expect(long).toEqual([]);
  });

  test.each([
    [78, ['  MISS on-call has a message', '          never  at most 180.0 s']],
    [79, ['  MISS on-call has a message           never  at most 180.0 s']],
  ])('tells findings apart in %i columns', (width, expected) => {
    const told = lines(aReport(MISSED), width, ALL);
    const first = told.findIndex((line) => line.startsWith('  MISS'));
    expect(told.slice(first, first + expected.length)).toEqual(expected);
  });

  test('ends with the verdict, after everything that was missed', () => {
    expect(lines(aReport({ ...MISSED, name: 'blip' }), 100).slice(-6)).toEqual([
      '  MISS blip, edge: on-call has a message: never, allowed at most 180.0 s; change it by',
      '  onCall.emails, budgets.alertSeconds',
      '  MISS blip, edge: Route 53 notices, as predicted: 33.0 s, allowed 20.0 s to 32.0 s; change it by',
      '  healthChecks.interval',
      'FAILED: 1 of 1 rehearsal',
      '',
    ]);
  });

  test('marks a scenario that passes with a known gap, and tells the gap once', () => {
    const report = aReport({ name: 'blip', knownGap: 'nobody is told' });
    const [scenario] = report.scenarios;
    if (scenario === undefined) throw new Error('no scenario');
    const both = { ...report, scenarios: [scenario, { ...scenario, topology: 'dns' as const }] };
    const shown = lines(both, 100);
    expect(shown[1]).toMatch(/^ok \* blip/);
    expect(shown.filter((line) => line.includes('nobody'))).toEqual([
      '  * blip, edge and dns: nobody is told',
    ]);
  });

  test.each([
    [{}, '0 with known gaps, 0 with wider budgets of their own, 0 budgets can be exceeded by bad luck'],
    [{ knownGap: 'nobody is told' }, '1 with known gaps, 0 with wider'],
    [{ widenedBudgets: ['alertSeconds'] }, '0 with known gaps, 1 with wider'],
    [{ findings: [AT_RISK] }, '0 with wider budgets of their own, 1 budgets can be exceeded by bad luck'],
  ])('says what "held" leaves open: %j', (but, open) => {
    const last = lines(aReport(but), 200).at(-2);
    expect(last).toContain('PASSED: 1 rehearsal held; ');
    expect(last).toContain(open);
  });

  test('warns of a budget that was kept and can be exceeded', () => {
    const [line] = lines(aReport({ findings: [AT_RISK] }), 100, ALL).filter((text) => text.includes('WARN'));
    expect(line).toMatch(/WARN on-call has a message +85\.1 s {2}at most 180\.0 s, may take 217\.0 s/);
  });

  test('says what a stack is held to that Understudy did not make', () => {
    const report = aReport();
    const others = report.assemblies.map((assembly) => ({ ...assembly, topology: 'other' as const }));
    const told = (given: Report) => lines(given, 200).some((line) => line.includes('not made by Understudy'));
    expect([told(report), told({ ...report, assemblies: others })]).toEqual([false, true]);
  });

  test('counts what is unsupported by type, and names each when asked to', () => {
    const report = aReport();
    const unsupported = ['A', 'B', 'C'].map((id) => ({
      name: `stack/${id}`,
      type: id === 'B' ? 'AWS::ECS::Service' : 'AWS::EC2::Subnet',
    }));
    const assemblies = report.assemblies.map((assembly) => ({ ...assembly, unsupported }));
    const shown = lines({ ...report, assemblies }, 110).join('\n');
    expect(shown).toContain(
      '    unsupported, off the failover path: 2 AWS::EC2::Subnet, 1 AWS::ECS::Service; --verbose names each\n',
    );
    expect(shown).not.toContain('stack/A');
    expect(lines({ ...report, assemblies }, 110, ALL)).toContain('  unsupported stack/A (AWS::EC2::Subnet)');
  });

  test('tells a scenario in full when asked to', () => {
    const text = lines(aReport(), 100, ALL).join('\n');
    expect(text).toContain('+0:00.0  FAULT: it fails');
    expect(text).toContain('lost: about');
    expect(lines(aReport(), 100).join('\n')).not.toContain('FAULT');
  });

  test('shows a message as each channel has it', () => {
    const otherForms = [{ channel: 'sms', body: 'short' }];
    const timeline = [{ atMs: 1_000, kind: 'message' as const, text: 'SNS: down', body: 'long', otherForms }];
    const shown = lines(aReport({ timeline }), 100, ALL);
    const from = shown.findIndex((line) => line.includes('SNS: down'));
    expect(shown.slice(from, from + 4)).toEqual([
      ' +0:01.0  SNS: down',
      '          | long',
      '          by sms:',
      '          | short',
    ]);
  });

  test('uses colours only where they are wanted', () => {
    const sequence = '\u001b[';
    expect(lines(aReport(MISSED), 100, ALL, pc.createColors(true)).join('')).toContain(sequence);
    expect(lines(aReport(MISSED), 100, ALL).join('')).not.toContain(sequence);
  });
});
