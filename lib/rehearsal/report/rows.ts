import { groupBy } from '../kernel/group-by';
import type { ScenarioReport } from './report-schema';

/** One scenario, played through one topology or more. */
export interface ScenarioRow {
  readonly name: string;
  /** Likelihood times impact, 1 to 25. */
  readonly risk: number;
  readonly plays: readonly ScenarioReport[];
}

/** A row a scenario: those that missed something first, then the riskiest; else in the order of the report. */
export function rowsOf(scenarios: readonly ScenarioReport[]): readonly ScenarioRow[] {
  const rows = groupBy(scenarios, ({ name }) => name).map((plays) => {
    const [{ name, likelihood, impact }] = plays;
    return { name, risk: likelihood * impact, plays, missed: plays.some(({ passed }) => !passed) };
  });
  return rows
    .sort((a, b) => Number(b.missed) - Number(a.missed) || b.risk - a.risk)
    .map(({ missed: _, ...row }) => row);
}

/** The topologies that were rehearsed, in the order of the report. */
export const topologiesOf = (scenarios: readonly ScenarioReport[]): readonly ScenarioReport['topology'][] => [
  ...new Set(scenarios.map(({ topology }) => topology)),
];
