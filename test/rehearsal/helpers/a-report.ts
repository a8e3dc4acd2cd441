import { judgeRehearsal } from '../../../lib/rehearsal/judge/verdict/verdict';
import { buildReport } from '../../../lib/rehearsal/report/build-report';
import type { Report, ScenarioReport } from '../../../lib/rehearsal/report/report-schema';
import { summaryOf } from '../../../lib/rehearsal/report/summary';
import { aRecord } from './a-record';
import type { GivenVisit } from './a-tally';

const VISITS: readonly GivenVisit[] = [
  { atMs: 2_000, outcome: 'served fresh' },
  { atMs: 4_000, outcome: 'emergency page', waitMs: 250 },
  { atMs: 31_000, outcome: 'POST lost', url: 'POST /checkout' },
  { atMs: 700_000, outcome: 'served fresh' },
];

/** The report of one hand-made rehearsal that passes, but for what a test says. */
export function aReport(but: Partial<ScenarioReport> = {}): Report {
  const record = aRecord({}, VISITS);
  const report = buildReport([{ ...record, verdict: judgeRehearsal(record) }], record.seed);
  const scenarios = report.scenarios.map((scenario) => ({ ...scenario, ...but }));
  return {
    ...report,
    scenarios,
    passed: scenarios.every(({ passed }) => passed),
    summary: summaryOf(scenarios),
  };
}

/** What a scenario misses when nobody is told. */
export const MISSED: Pick<ScenarioReport, 'passed' | 'findings'> = {
  passed: false,
  findings: [
    {
      kind: 'budget',
      what: 'on-call has a message',
      measured: null,
      atLeast: 0,
      atMost: 180_000,
      mayReach: null,
      unit: 'ms',
      passed: false,
      changedBy: ['onCall.emails', 'budgets.alertSeconds'],
    },
    {
      kind: 'prediction',
      what: 'Route 53 notices, as predicted',
      measured: 33_000,
      atLeast: 20_000,
      atMost: 32_000,
      mayReach: null,
      unit: 'ms',
      passed: false,
      changedBy: ['healthChecks.interval'],
    },
    {
      kind: 'expectation',
      what: 'raw errors',
      measured: 0,
      atLeast: 0,
      atMost: 0,
      mayReach: null,
      unit: 'requests',
      passed: true,
      changedBy: ['topology'],
    },
  ],
};
