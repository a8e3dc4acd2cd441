import { hurtsMany } from './hurt';
import type { Report, ReportFinding, ScenarioReport } from './report-schema';

/** A budget that was kept this time, and that bad luck may exceed, or what AWS leaves open. */
export const isAtRisk = (finding: ReportFinding): boolean =>
  finding.passed && (needsLuck(finding) || (finding.exposedTo ?? []).length > 0);

/** A budget that bad luck alone may exceed. */
export const needsLuck = ({ mayReach, atMost }: ReportFinding): boolean =>
  mayReach !== null && mayReach > atMost;

/** The latest that a budget may come to: by bad luck, and by whatever AWS leaves open. */
export const reachOf = ({ mayReach, exposedTo: [worst] = [] }: ReportFinding): number | null =>
  worst === undefined ? mayReach : Math.max(mayReach ?? 0, worst.mayReach);

/** A budget that no luck keeps, whatever was measured, should AWS take as long as it may. */
export const mayBeImpossible = ({ passed, exposedTo = [] }: ReportFinding): boolean =>
  passed && exposedTo.some(({ missesFrom }) => missesFrom !== null);

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
