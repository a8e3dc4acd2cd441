import type { Exposure } from '../judge/prediction/exposure';
import type { PredictedTimes } from '../judge/prediction/predicted-times';
import type { RehearsalResult } from '../judge/result';
import type { Finding } from '../judge/verdict/finding';
import type { Loss } from '../judge/verdict/loss';
import { groupBy } from '../kernel/group-by';
import { SHOPPER_OUTCOMES, type ShopperOutcome } from '../kernel/shopper-outcome';
import type { ShopperTally } from '../record/tally';
import type { AssemblyReport } from './assembly-schema';
import { hurtShareOf } from './hurt';
import { reportMessages } from './report-messages';
import type { Report, ReportFinding, ScenarioReport } from './report-schema';
import { spansOf } from './spans';
import { summaryOf } from './summary';
import { timelineOf } from './timeline';

/** Everything that every form of the report is made from. @param results in the order of the report */
export function buildReport(results: readonly RehearsalResult[], seed: number): Report {
  const byAssembly = groupBy(results, ({ settings }) => `${settings.topology} ${settings.domainName}`);
  const scenarios = results.map(scenarioReport);
  return {
    schemaVersion: 1,
    seed,
    passed: scenarios.every(({ passed }) => passed),
    summary: summaryOf(scenarios),
    scenarios,
    assemblies: byAssembly.map(([result]) => assemblyReport(result)),
  };
}

function scenarioReport(result: RehearsalResult): ScenarioReport {
  const { scenario, settings, verdict, startMs } = result;
  return {
    name: scenario.name,
    topology: settings.topology,
    domainName: settings.domainName,
    hypothesis: scenario.hypothesis,
    likelihood: scenario.likelihood,
    impact: scenario.impact,
    owner: scenario.owner,
    passed: verdict.passed,
    widenedBudgets: [...verdict.widened],
    knownGap: verdict.knownGap ?? null,
    endMs: Math.round(result.endMs - startMs),
    faults: scenario.faults.map(({ fromSeconds, toSeconds, text }) => ({
      fromMs: Math.round(fromSeconds * 1000),
      toMs: Math.round(toSeconds * 1000),
      text,
    })),
    counted: {
      fromMs: Math.round(result.counted.failsMs - startMs),
      toMs: Math.round(result.counted.repairedMs - startMs),
    },
    ...timesReport(result),
    ...shoppersReport(result),
    spans: spansOf(result),
    messages: reportMessages(result.events, startMs),
    timeline: timelineOf(result).map(({ otherForms, ...entry }) => ({
      ...entry,
      atMs: Math.round(entry.atMs - startMs),
      ...(otherForms && { otherForms: [...otherForms] }),
    })),
    findings: verdict.findings.map(findingReport),
  };
}

function timesReport({ verdict: { times, waits }, predicted }: RehearsalResult) {
  return {
    times: {
      detectMs: whole(times.detectMs),
      dnsMs: whole(times.dnsMs),
      firstPageMs: whole(times.firstPageMs),
      alertMs: whole(times.alertMs),
      announcedMs: whole(times.announcedMs),
      recoveredMs: whole(times.recoveredMs),
      backMs: whole(times.backMs),
    },
    predicted: predictedReport(predicted),
    waits: {
      p50Ms: Math.round(waits.p50Ms),
      p99Ms: Math.round(waits.p99Ms),
      worstMs: Math.round(times.worstWaitMs),
      switchedMs: whole(times.switchedWaitMs),
    },
  };
}

function shoppersReport({ verdict, shoppers, lossWhenOpen }: RehearsalResult) {
  const { requests, orders, othersSessions, loss } = verdict;
  const requestsMeanwhile = byOutcome((outcome) => shoppers.phases.fault[outcome].count);
  return {
    requests: { ...requests },
    requestsMeanwhile,
    hurtShare: rounded(hurtShareOf({ requestsMeanwhile })),
    overTime: overTime(shoppers),
    orders: { ...orders, longestMs: Math.round(orders.longestMs) },
    othersSessions,
    loss: { ...lossReport(loss), ...(lossWhenOpen && { whenOpen: lossReport(lossWhenOpen) }) },
  };
}

const byOutcome = <T>(of: (outcome: ShopperOutcome) => T): Record<ShopperOutcome, T> =>
  Object.fromEntries(SHOPPER_OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<ShopperOutcome, T>;

const whole = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value));

const rounded = (value: number): number => Math.round(value * 100) / 100;

const lossReport = (loss: Loss) => ({ minutes: rounded(loss.minutes), money: money(loss.money) });

const money = (amount: RehearsalResult['verdict']['loss']['money']): ScenarioReport['loss']['money'] =>
  amount === undefined ? null : { ...amount, amount: rounded(amount.amount) };

function predictedReport(predicted: PredictedTimes): ScenarioReport['predicted'] {
  const shown = (time: Exclude<keyof PredictedTimes, 'never'>) => {
    const interval = predicted[time];
    return interval === undefined
      ? null
      : { earliestMs: Math.floor(interval.earliestMs), latestMs: Math.ceil(interval.latestMs) };
  };
  return {
    detectMs: shown('detectMs'),
    dnsMs: shown('dnsMs'),
    firstPageMs: shown('firstPageMs'),
    alertMs: shown('alertMs'),
    announcedMs: shown('announcedMs'),
    recoveredMs: shown('recoveredMs'),
    worstWaitMs: shown('worstWaitMs'),
    never: [...(predicted.never ?? [])],
  };
}

const findingReport = ({
  measured,
  atLeast = 0,
  changedBy,
  exposedTo = [],
  ...finding
}: Finding): ReportFinding => ({
  ...finding,
  changedBy: [...changedBy],
  measured: whole(measured),
  atLeast: Math.floor(atLeast),
  atMost: Math.ceil(finding.atMost),
  mayReach: finding.mayReach === undefined ? null : Math.ceil(finding.mayReach),
  ...(exposedTo.length > 0 && { exposedTo: exposedTo.map(exposureReport) }),
});

const exposureReport = ({ unknown, at, mayReachMs, missesFrom }: Exposure) => ({
  unknown,
  at,
  mayReach: Math.ceil(mayReachMs),
  missesFrom: missesFrom ?? null,
});

const BUCKET_MS = 10_000;

/** Coarse enough for a chart of an hour. */
function overTime({ overTime: { bucketMs, counts } }: ShopperTally): ScenarioReport['overTime'] {
  const per = Math.max(1, Math.round(BUCKET_MS / bucketMs));
  const buckets = Math.ceil(Math.max(...SHOPPER_OUTCOMES.map((outcome) => counts[outcome].length)) / per);
  const coarse = (outcome: ShopperOutcome) =>
    Array.from({ length: buckets }, (_, index) =>
      counts[outcome].slice(index * per, (index + 1) * per).reduce((sum, count) => sum + count, 0),
    );
  return { bucketMs: bucketMs * per, counts: byOutcome(coarse) };
}

function assemblyReport({ settings, coverage, cost }: RehearsalResult): AssemblyReport {
  return {
    topology: settings.topology,
    domainName: settings.domainName,
    modelled: coverage.modelled.map(({ name, type, modelled, ignored }) => ({
      name,
      type,
      modelled: [...modelled],
      ignored: [...ignored],
    })),
    aside: [...coverage.aside],
    unsupported: [...coverage.unknown],
    cost: [...cost],
  };
}
