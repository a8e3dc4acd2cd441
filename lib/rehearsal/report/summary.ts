import { hurtsMany } from './hurt';
import type { Report, ReportFinding, ScenarioReport } from './report-schema';

/** A budget that was kept this time, and that bad luck may exceed. */
export const isAtRisk = ({ passed, mayReach, atMost }: ReportFinding): boolean =>
  passed && mayReach !== null && mayReach > atMost;

/** How far "passed" goes: what held, and what that leaves open. */
export function summaryOf(scenarios: readonly ScenarioReport[]): Report['summary'] {
  const held = scenarios.filter(({ passed }) => passed);
  return {
    held: held.length,
    hurt: held.filter(hurtsMany).length,
    knownGaps: held.filter(({ knownGap }) => knownGap !== null).length,
    widenedBudgets: held.filter(({ widenedBudgets }) => widenedBudgets.length > 0).length,
    atRisk: held.flatMap(({ findings }) => findings.filter(isAtRisk)).length,
  };
}
