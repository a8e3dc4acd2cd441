import { CONTACTS } from '../judge/verdict/changed-by';
import { groupBy } from '../kernel/group-by';
import type { Report, ReportFinding, ScenarioReport } from './report-schema';
import { isAtRisk, reachOf } from './summary';

/** A finding, and the play in which it was made. */
export interface Made {
  readonly scenario: ScenarioReport;
  readonly finding: ReportFinding;
}

/** Findings of one kind, which one decision settles. */
export interface Decision {
  /** What the budget, the expectation or the prediction is about. */
  readonly what: string;
  /** In the order of the report. */
  readonly made: readonly Made[];
  /** The one that is furthest from what is allowed. */
  readonly worst: Made;
  /** The props that change it, or what of the scenario does. */
  readonly changedBy: readonly string[];
}

/** What was missed, by kind: each has to be mended, or its budget to be widened. */
export const missedIn = (report: Pick<Report, 'scenarios'>): readonly Decision[] =>
  decisionsOn(report, ({ passed }) => !passed);

/** Which budgets bad luck may exceed, by kind: each may be accepted, or widened, or its cause be changed. */
export const risksIn = (report: Pick<Report, 'scenarios'>): readonly Decision[] =>
  decisionsOn(report, isAtRisk).map((decision) => ({
    ...decision,
    // Contacts decide whether a message comes, not how late it may come.
    changedBy: decision.changedBy.filter((prop) => !CONTACTS.includes(prop)),
  }));

function decisionsOn(
  { scenarios }: Pick<Report, 'scenarios'>,
  concerns: (finding: ReportFinding) => boolean,
): readonly Decision[] {
  const made = scenarios.flatMap((scenario) =>
    scenario.findings.filter(concerns).map((finding) => ({ scenario, finding })),
  );
  return groupBy(made, ({ finding }) => finding.what)
    .map((group) => ({
      what: group[0].finding.what,
      made: group,
      worst: group.reduce((worst, other) => (excess(other) > excess(worst) ? other : worst)),
      changedBy: [...new Set(group.flatMap(({ finding }) => finding.changedBy))],
    }))
    .sort((a, b) => b.made.length - a.made.length);
}

/** How many times what is allowed was, or may be, taken. What never came is worse than anything late. */
function excess({ finding }: Made): number {
  const { measured, atLeast, atMost } = finding;
  const reached = isAtRisk(finding) ? reachOf(finding) : measured;
  if (reached === null) {
    return Number.POSITIVE_INFINITY;
  }
  return reached < atLeast ? (atLeast + 1) / (reached + 1) : (reached + 1) / (atMost + 1);
}
