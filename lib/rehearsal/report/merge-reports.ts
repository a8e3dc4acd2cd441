import type { Report } from './report-schema';

/**
 * Several assemblies in one report: scenario by scenario, the assemblies in their order.
 * @param names of the scenarios, in the order of the report
 */
export function mergeReports(reports: readonly Report[], names: readonly string[], seed: number): Report {
  return {
    schemaVersion: 1,
    seed,
    passed: reports.every(({ passed }) => passed),
    scenarios: names.flatMap((name) =>
      reports.flatMap(({ scenarios }) => scenarios.filter((scenario) => scenario.name === name)),
    ),
    assemblies: reports.flatMap(({ assemblies }) => assemblies),
  };
}
