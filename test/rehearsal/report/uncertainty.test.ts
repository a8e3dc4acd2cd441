import pc from 'picocolors';
import { htmlReport } from '../../../lib/rehearsal/report/html/html-report';
import { jsonReport } from '../../../lib/rehearsal/report/json-report';
import { markdownReport } from '../../../lib/rehearsal/report/markdown-report';
import type { ReportFinding, ScenarioReport } from '../../../lib/rehearsal/report/report-schema';
import { terminalReport } from '../../../lib/rehearsal/report/terminal/terminal-report';
import { breaksAnything, uncertaintyOf, type VariedPlay } from '../../../lib/rehearsal/report/uncertainty';
import type { Variation } from '../../../lib/rehearsal/unknowns/sweep';
import { UNKNOWN_NAMES } from '../../../lib/rehearsal/unknowns/unknowns';
import { aReport } from '../helpers/a-report';

/** A budget of 180 s for a message. */
const alert = (measured: number | null): ReportFinding => ({
  kind: 'budget',
  what: 'on-call has a message',
  measured,
  atLeast: 0,
  atMost: 180_000,
  mayReach: null,
  unit: 'ms',
  passed: measured !== null && measured <= 180_000,
  changedBy: [],
});

/** No message beside the incident's. */
const beside = (measured: number): ReportFinding => ({
  ...alert(measured),
  kind: 'expectation',
  what: 'plain alarms',
  atMost: 0,
  unit: 'messages',
  passed: measured === 0,
});

function played(...findings: readonly ReportFinding[]): ScenarioReport {
  const [scenario] = aReport({ name: 'hangs', findings: [...findings] }).scenarios;
  if (scenario === undefined) {
    throw new Error('no scenario');
  }
  return scenario;
}

const usual = played(alert(85_600), beside(0));
const varied = (variation: Variation, ...findings: readonly ReportFinding[]): VariedPlay => ({
  ...variation,
  report: played(...findings),
});
const route53 = (value: number) => ({ unknown: 'route53MetricDelayMs', value }) as const;
const metricDelay = varied(route53(180_000), alert(244_600), beside(0));
const sooner = varied(route53(0), alert(65_600), beside(0));
const inside = [
  varied(route53(120_000), alert(204_500), beside(0)),
  varied(route53(90_000), alert(144_600), beside(0)),
];
const log = varied({ unknown: 'functionMetricDelayMs', value: 180_000 }, alert(85_600), beside(1));
const sns = varied({ unknown: 'snsDeliveryMs', value: 10_000 }, alert(94_600), beside(0));

const swept = [{ usual, varied: [metricDelay, sooner, log, sns, ...inside] }];
const uncertainty = uncertaintyOf(swept);

describe('budget over the range of what AWS does not tell', () => {
  test('holds where every play of the range keeps it', () => {
    const [finding] = uncertaintyOf([{ usual, varied: [sooner, sns] }]).findings;
    expect(finding).toMatchObject({ what: 'on-call has a message', held: 'over the range', brokenBy: [] });
  });

  test('holds at the default only where one play misses it; it says between which values it breaks', () => {
    expect(uncertainty.findings[0]).toMatchObject({
      what: 'on-call has a message',
      measured: 85_600,
      held: 'at the default',
      brokenBy: [{ unknown: 'route53MetricDelayMs', holdsAt: 90_000, missedAt: 120_000, measured: 204_500 }],
    });
  });

  test('breaks from the default on where nothing in between was played', () => {
    const [finding] = uncertaintyOf([{ usual, varied: [metricDelay] }]).findings;
    expect(finding?.brokenBy).toMatchObject([{ holdsAt: 30_000, missedAt: 180_000 }]);
  });

  test('breaks also where what has to happen never does', () => {
    const silent = varied(route53(180_000), alert(null), beside(0));
    const { findings, unknowns } = uncertaintyOf([{ usual, varied: [silent] }]);
    expect(findings[0]?.brokenBy).toMatchObject([{ missedAt: 180_000, measured: null }]);
    expect(unknowns[0]).toMatchObject({ name: 'route53MetricDelayMs', moves: [], breaks: 1 });
  });

  test('is not said to hold where it is missed already at the default', () => {
    const late = played(alert(181_000));
    expect(uncertaintyOf([{ usual: late, varied: [metricDelay] }]).findings).toMatchObject([
      { held: 'not at the default', brokenBy: [] },
    ]);
  });

  test('goes along with whatever else does not hold, and without what does', () => {
    expect(uncertainty.findings.map(({ what }) => what)).toEqual(['on-call has a message', 'plain alarms']);
    expect(uncertaintyOf([{ usual, varied: [metricDelay] }]).findings).toHaveLength(1);
  });
});

describe('unknowns', () => {
  test('come in the order of what they break, then of what part of a budget they move', () => {
    expect(uncertainty.unknowns.slice(0, 3)).toMatchObject([
      { name: 'route53MetricDelayMs', breaks: 1, moves: [{ byMs: 159_000 }] },
      { name: 'functionMetricDelayMs', breaks: 1, moves: [] },
      { name: 'snsDeliveryMs', breaks: 0, moves: [{ byMs: 9_000, what: 'on-call has a message' }] },
    ]);
    expect(uncertainty.unknowns).toHaveLength(UNKNOWN_NAMES.length);
  });

  test.each([
    ['a budget', metricDelay, true],
    ['an expectation', log, true],
    ['nothing', sns, false],
  ])('are looked at more closely where they break %s', (_what, { report }, isBroken) => {
    expect(breaksAnything(usual, report)).toBe(isBroken);
  });

  test('break nothing that was missed anyway', () => {
    expect(breaksAnything(played(alert(null)), metricDelay.report)).toBe(false);
  });
});

describe('report of what AWS does not tell', () => {
  const report = { ...aReport(), uncertainty };
  const SENTENCE =
    'on-call has a message (hangs, edge): 85.6 s of 180.0 s; held at the default, missed when the delay of Route 53 metrics (0 s to 180 s, taken as 30 s) is 120 s: 204.5 s (with 90 s it still holds)';

  test('says in the terminal which budget holds at the default only, and ranks what matters', () => {
    const style = { colors: pc.createColors(false), width: 1_000 };
    const shown = terminalReport(report, style, { told: () => false, whole: false }).split('\n');
    expect(shown).toContain('What AWS does not tell, each alone at both ends of its range: 7 plays');
    expect(shown).toContain(`IF   ${SENTENCE}`);
    expect(shown).toContain('ok   0 of 1 budgets hold over the whole range');
    expect(shown.find((line) => line.startsWith('1. '))).toContain(
      'taken as 30 s): breaks 1; moves "on-call has a message" by up to 159.0 s (hangs, edge)',
    );
    expect(shown.find((line) => line.includes('no influence here'))).toContain('edgeObjects');
  });

  test('says so in its other forms, with a version for programs', () => {
    expect(htmlReport(report)).toContain(`<li>${SENTENCE}</li>`);
    expect(markdownReport(report)).toContain(`- ${SENTENCE}`);
    expect(JSON.parse(jsonReport(report)).uncertainty).toEqual({ ...uncertainty, version: 1 });
  });

  test('is silent where nobody asked', () => {
    expect(htmlReport(aReport())).not.toContain('What AWS does not tell');
    expect(JSON.parse(jsonReport(aReport()))).not.toHaveProperty('uncertainty');
  });
});
