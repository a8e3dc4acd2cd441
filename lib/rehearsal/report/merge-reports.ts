import type { Report } from './report-schema';
import { summaryOf } from './summary';

/**
 * Several assemblies in one report: scenario by scenario, the assemblies in their order.
 * @param names of the scenarios, in the order of the report
 */
export function mergeReports(reports: readonly Report[], names: readonly string[], seed: number): Report {
  const scenarios = names.flatMap((name) =>
    reports.flatMap((report) => report.scenarios.filter((scenario) => scenario.name === name)),
  );
  return {
    schemaVersion: 1,
    seed,
    passed: reports.every(({ passed }) => passed),
    summary: summaryOf(scenarios),
    scenarios,
    assemblies: reports.flatMap(({ assemblies }) => assemblies),
  };
}
