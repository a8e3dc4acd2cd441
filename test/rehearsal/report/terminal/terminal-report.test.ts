import pc from 'picocolors';
import type { Report, ReportFinding, ScenarioReport } from '../../../../lib/rehearsal/report/report-schema';
import { summaryOf } from '../../../../lib/rehearsal/report/summary';
import { terminalReport } from '../../../../lib/rehearsal/report/terminal/terminal-report';
import { builtInScenarios } from '../../../../lib/rehearsal/scenario/load-scenario';
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
  changedBy: ['onCall.emails', 'healthChecks.interval'],
};
/** What AWS does not tell may break it, too, and from some delay on nothing keeps it. */
const EXPOSED: ReportFinding = {
  ...AT_RISK,
  exposedTo: [{ unknown: 'route53MetricDelayMs', at: 180_000, mayReach: 337_000, missesFrom: 114_000 }],
};
const OTHER_RISKS: readonly ReportFinding[] = ['the incident is announced', 'it is over', 'resolvers'].map(
  (what) => ({
    ...EXPOSED,
    what,
    changedBy: ['healthChecks.endpoints', 'healthChecks.interval', 'healthChecks.failureThreshold'],
  }),
);
const SMS = { channel: 'sms', body: 'short' };
const BODY = `YOU      look whether the origin is alive, and
         roll back what was deployed.
NEXT     in 15 min

Runbook
https://wiki.example.com/a/long/address/that/stays/in/one/piece`;
const TABLE = { told: () => false, whole: false };
const SHORT = { told: () => true, whole: false };
const WHOLE = { told: () => true, whole: true };
const lines = (report: Report, width: number, shown = TABLE, colors = pc.createColors(false)) =>
  terminalReport(report, { colors, width }, shown).split('\n');
function tableOf(report: Report, width: number) {
  const shown = lines(report, width);
  return shown.slice(shown.findIndex((line) => line.startsWith('seconds')));
}

/** The same scenario, played through both topologies. */
function inBoth(but: Partial<ScenarioReport>, dns: Partial<ScenarioReport> = {}): Report {
  const report = aReport(but);
  const scenarios = report.scenarios.flatMap((one) => [one, { ...one, topology: 'dns' as const, ...dns }]);
  return { ...report, scenarios, summary: summaryOf(scenarios) };
}

/** As large as what `npm run rehearse` plays: every built-in scenario in both topologies, with gaps and risks. */
function aWholeRun(): Report {
  const runs = builtInScenarios().map(({ name, likelihood, impact }, index) =>
    inBoth({ name, likelihood, impact, knownGap: `gap ${index}`, findings: [EXPOSED, ...OTHER_RISKS] }),
  );
  const scenarios = runs.flatMap((run) => run.scenarios);
  const [assembly] = aReport().assemblies;
  if (assembly === undefined) {
    throw new Error('no assembly');
  }
  const assemblies = [assembly, { ...assembly, topology: 'dns' as const }];
  return { ...aReport(), scenarios, assemblies, summary: summaryOf(scenarios) };
}

const requests = (hurt: number, well: number): Pick<ScenarioReport, 'requestsMeanwhile'> => ({
  requestsMeanwhile: {
    'served fresh': well,
    'served stale': 0,
    'emergency page': 0,
    'raw error': hurt,
    'gave up': 0,
    'POST lost': 0,
  },
});

describe('terminal report', () => {
  test.each([[80], [100], [160]])('is short for a pass, %i columns wide', (width) => {
    const shown = lines(aWholeRun(), width);
    expect(shown.length).toBeLessThanOrEqual(60);
    expect(Math.max(...shown.map(({ length }) => length))).toBeLessThanOrEqual(width);
  });

  test.each([
    [80, 'hurt wait alert hurt wait alert'],
    [100, 'hurt wait page alert over hurt wait page alert over'],
    [160, `${'hurt wait p99 page detect switch alert over '.repeat(2)}`.trim()],
  ])('shows the columns that matter most in %i columns', (width, titles) => {
    const [head = ''] = tableOf(inBoth({ name: 'a scenario with quite a long name' }), width);
    expect(head.trim().split(/\s+/)).toEqual(
      `seconds edge ${titles}`.split(' ').toSpliced(2 + titles.split(' ').length / 2, 0, 'dns'),
    );
  });

  test('shows both topologies in one row, the share of shoppers hurt beside the verdict', () => {
    const report = inBoth({ name: 'blip', ...requests(0, 5) }, requests(2, 3));
    expect(tableOf(report, 80)[1]).toMatch(/^blip +ok +0 % +0\.3 +120\.0 {2}hurt +40 % +0\.3 +120\.0$/);
  });

  test.each([
    [19, 81, 'ok'],
    [20, 80, 'hurt'],
  ])('does not call it ok when %i of 100 requests hurt their shoppers', (hurt, well, mark) => {
    const [, row] = tableOf(aReport({ name: 'blip', ...requests(hurt, well) }), 80);
    expect(row).toMatch(new RegExp(`^blip +${mark} +${hurt} %`));
  });

  test('puts what failed first, then the riskiest', () => {
    const [tame, risky, failed] = [
      aReport({ name: 'tame', likelihood: 1, impact: 1 }),
      aReport({ name: 'risky', likelihood: 5, impact: 5 }),
      aReport({ ...MISSED, name: 'failed', likelihood: 1, impact: 2 }),
    ];
    const scenarios = [tame, risky, failed].flatMap((report) => report.scenarios);
    const rows = tableOf({ ...tame, scenarios }, 80).slice(1, 4);
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['failed', 'risky', 'tame']);
  });

  test.each([[60], [80], [110], [160]])('keeps within %i columns', (width) => {
    const long = lines(aReport(MISSED), width, WHOLE).filter((line) => line.length > width);
    expect(long).toEqual([]);
  });

  test('cuts the name of no budget: one that does not fit has a line to itself', () => {
    const what = 'shoppers whose basket gets lost on the way to the store';
    const finding: ReportFinding = { ...AT_RISK, what, passed: false, changedBy: [] };
    const told = (width: number) => {
      const shown = lines(aReport({ passed: false, findings: [finding] }), width, SHORT);
      const first = shown.findIndex((line) => line.startsWith('  MISS'));
      return shown.slice(first, first + 2);
    };
    expect(told(106)).toEqual([`  MISS ${what}   85.1 s  at most 180.0 s`, expect.stringContaining('hurt:')]);
    expect(told(80)).toEqual([`  MISS ${what}`, '         85.1 s  at most 180.0 s']);
  });

  test('begins and ends with the verdict, and says first what was missed', () => {
    const shown = lines(aReport({ ...MISSED, name: 'blip' }), 100);
    const verdict = [
      'FAILED: 1 of 1 rehearsal; missed: on-call has a message, Route 53 notices, as predicted',
    ];
    expect(shown.slice(0, 6)).toEqual([
      ...verdict,
      '',
      'MISS blip, edge: on-call has a message: never, allowed at most 180.0 s; change it by onCall.emails,',
      '     budgets.alertSeconds',
      'MISS blip, edge: Route 53 notices, as predicted: 33.0 s, allowed 20.0 s to 32.0 s; change it by',
      '     healthChecks.interval',
    ]);
    expect(shown.slice(-2)).toEqual([...verdict, '']);
  });

  test('tells of what many missed once, by the worst of them', () => {
    const [never] = MISSED.findings;
    if (never === undefined) {
      throw new Error('no finding');
    }
    const late = { ...MISSED, findings: [{ ...never, measured: 200_000 }] };
    const shown = lines(inBoth({ ...late, name: 'blip' }, { ...MISSED, findings: [never] }), 160);
    expect(shown.filter((line) => line.startsWith('MISS'))).toEqual([
      'MISS blip, dns and 1 other: on-call has a message: never, allowed at most 180.0 s; change it by onCall.emails, budgets.alertSeconds',
    ]);
  });

  test('tells of a budget that bad luck may exceed once, with the worst and the props that change it', () => {
    const report = inBoth(
      { name: 'blip', findings: [AT_RISK] },
      { findings: [{ ...AT_RISK, mayReach: 229_000 }] },
    );
    expect(lines(report, 160).filter((line) => line.startsWith('WARN'))).toEqual([
      'WARN 2x on-call has a message: may take 229.0 s, allowed 180.0 s (blip, dns); change it by healthChecks.interval',
    ]);
  });

  const delayed = (missesFrom: number | null, mayReach = 337_000): ReportFinding => ({
    ...AT_RISK,
    mayReach: 170_000,
    exposedTo: [{ unknown: 'route53MetricDelayMs', at: 180_000, mayReach, missesFrom }],
  });

  test('does not repeat what changes a budget where most of it stands in the line above', () => {
    const risk = (what: string, ...changedBy: readonly string[]) => ({
      ...AT_RISK,
      ...{ what, changedBy: [...changedBy] },
    });
    const findings = [
      risk('message', 'healthChecks.interval', 'budgets.alertSeconds'),
      risk('incident', 'healthChecks.interval', 'budgets.alertSeconds'),
      risk('over', 'healthChecks.interval', 'budgets.alertSeconds', 'budgets.recoveredSeconds'),
      risk('resolvers', 'topology.failoverTtl'),
    ];
    const shown = lines(aReport({ findings }), 160).filter((line) => line.startsWith('WARN'));
    expect(shown.map((line) => line.split('; ').at(-1))).toEqual([
      'change it by healthChecks.interval, budgets.alertSeconds',
      expect.stringContaining('incident: may take'),
      'change it by the same, budgets.recoveredSeconds',
      'change it by topology.failoverTtl',
    ]);
  });

  test('tells what of AWS may break a budget that luck does not, and from when on nothing keeps it', () => {
    const report = inBoth({ name: 'blip', findings: [delayed(159_001)] }, { findings: [delayed(null)] });
    expect(lines(report, 400).filter((line) => line.startsWith('WARN'))).toEqual([
      'WARN 2x on-call has a message: allowed 180.0 s (blip, edge); 337.0 s if the delay of Route 53 metrics is 180 s, not 30 s; impossible from 159 s on; change it by healthChecks.interval',
    ]);
  });

  test('never calls a scenario ok that bad luck or AWS may break', () => {
    const marks = (finding: ReportFinding) =>
      tableOf(inBoth({ name: 'blip', ...requests(0, 1), findings: [finding] }), 100)[1];
    expect(marks({ ...AT_RISK, mayReach: 180_000 })).toMatch(/^blip +ok .* ok /);
    expect(marks({ ...AT_RISK, mayReach: 180_001 })).toMatch(/^blip +luck .* luck /);
    expect(marks(delayed(null))).toMatch(/^blip +luck .* luck /);
  });

  test('tells a few known gaps in words, each once, and counts many', () => {
    const shown = lines(inBoth({ name: 'blip', knownGap: 'nobody is told' }), 100);
    expect(shown.filter((line) => line.includes('nobody'))).toEqual([
      'gap: blip, edge and dns: nobody is told',
    ]);
    const gaps = builtInScenarios().length;
    expect(lines(aWholeRun(), 100)).toContain(
      `gap: ${gaps} known gaps, in words with --verbose and in report.html (--out)`,
    );
    expect(lines(aWholeRun(), 100, WHOLE).filter((line) => line.startsWith('gap: '))).toHaveLength(gaps);
  });

  test.each([
    [{}, '; 1 hurts many shoppers (20 % or more), 0 with known gaps, 0 with wider budgets'],
    [requests(0, 1), '; 0 hurt many shoppers'],
    [{ knownGap: 'nobody is told' }, ' 1 with known gaps, 0 with wider'],
    [{ widenedBudgets: ['alertSeconds'] }, ' 0 with known gaps, 1 with wider'],
    [{ findings: [AT_RISK] }, '0 with wider budgets of their own, 1 budget at risk'],
  ])('says what "held" leaves open: %j', (but, open) => {
    const last = lines(aReport(but), 200).at(-2);
    expect(last).toContain('PASSED: 1 rehearsal held; ');
    expect(last).toContain(open);
  });

  test('shows what was missed and what is at risk, and counts what held', () => {
    const [, , held] = MISSED.findings;
    if (held === undefined) {
      throw new Error('no finding');
    }
    const report = aReport({ findings: [held, AT_RISK, held] });
    const shown = lines(report, 100, SHORT);
    const first = shown.findIndex((line) => line.startsWith('  WARN'));
    expect(shown.slice(first, first + 2)).toEqual([
      '  WARN on-call has a message   85.1 s  at most 180.0 s, may take 217.0 s',
      '  ok   2 others',
    ]);
    expect(lines(report, 100, WHOLE).filter((line) => line.startsWith('  ok   raw errors'))).toHaveLength(2);
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
      '  unsupported, off the failover path: 2 AWS::EC2::Subnet, 1 AWS::ECS::Service; --verbose names each\n',
    );
    expect(shown).not.toContain('stack/A');
    expect(lines({ ...report, assemblies }, 110, WHOLE)).toContain(
      '  unsupported stack/A (AWS::EC2::Subnet)',
    );
  });

  test('tells a story when asked to', () => {
    const text = lines(aReport(), 100, SHORT).join('\n');
    expect(text).toContain('+0:00.0  FAULT: it fails');
    expect(text).toContain('lost: about');
    expect(lines(aReport(), 100).join('\n')).not.toContain('FAULT');
  });

  test('shows of a message what comes first, and all of it, as each channel has it, when asked to', () => {
    const timeline = [
      { atMs: 1_000, kind: 'message' as const, text: 'SNS: down', body: BODY, otherForms: [SMS] },
    ];
    const told = (shown: typeof SHORT, count: number) => {
      const all = lines(aReport({ timeline }), 70, shown);
      const from = all.findIndex((line) => line.includes('SNS: down'));
      return all.slice(from, from + count);
    };
    const lead = [
      ' +0:01.0  SNS: down',
      '          | YOU      look whether the origin is alive, and roll back',
      '          |          what was deployed.',
      '          | NEXT     in 15 min',
    ];
    expect(told(SHORT, 5)).toEqual([...lead, '']);
    expect(told(WHOLE, 9)).toEqual([
      ...lead,
      '          |',
      '          | Runbook',
      '          | https://wiki.example.com/a/long/address/that/stays/in/one/piece',
      '          by sms:',
      '          | short',
    ]);
  });

  test('leaves alarms to the messages about them, unless something was missed', () => {
    const timeline = [{ atMs: 1_000, kind: 'cloudwatch' as const, text: 'CloudWatch: alarm' }];
    const told = (but: Partial<ScenarioReport>, shown: typeof SHORT) =>
      lines(aReport({ timeline, ...but }), 100, shown).some((line) => line.includes('CloudWatch: alarm'));
    expect([told({}, SHORT), told({}, WHOLE), told(MISSED, SHORT)]).toEqual([false, true, true]);
  });

  test('uses colours only where they are wanted', () => {
    const sequence = '\u001b[';
    expect(lines(aReport(MISSED), 100, WHOLE, pc.createColors(true)).join('')).toContain(sequence);
    expect(lines(aReport(MISSED), 100, WHOLE).join('')).not.toContain(sequence);
  });
});
