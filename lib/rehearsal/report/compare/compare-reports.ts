import { titleOf } from '../format';
import type { Report, ScenarioReport } from '../report-schema';
import type { Comparison, Difference, ScenarioComparison } from './comparison-schema';
import { measuresOf } from './measures';

interface Pair {
  readonly other: ScenarioReport;
  readonly own: ScenarioReport;
}

/** Compares what both reports played, scenario by scenario. @param other what it was before, or elsewhere */
export function compareReports(other: Report, own: Report): Comparison {
  const pairs = pairsOf(other, own);
  const unpaired = ({ scenarios }: Report, paired: readonly ScenarioReport[]) =>
    namesOf(
      scenarios.filter((scenario) => !paired.includes(scenario)),
      paired,
    );
  return {
    scenarios: pairs.map(compareScenarios),
    onlyOther: unpaired(
      other,
      pairs.map((pair) => pair.other),
    ),
    onlyOwn: unpaired(
      own,
      pairs.map((pair) => pair.own),
    ),
    dollars: { other: dollarsOf(other), own: dollarsOf(own) },
  };
}

/** By name and topology; by name alone only where neither report holds several topologies. */
function pairsOf(other: Report, own: Report): readonly Pair[] {
  const topologies = ({ scenarios }: Report) => new Set(scenarios.map(({ topology }) => topology)).size;
  const byName = topologies(other) === 1 && topologies(own) === 1;
  return own.scenarios.flatMap((scenario) => {
    const counterpart = other.scenarios.find(
      ({ name, topology }) => name === scenario.name && (byName || topology === scenario.topology),
    );
    return counterpart === undefined ? [] : [{ other: counterpart, own: scenario }];
  });
}

/** With the topology, where the same name is paired in another. */
const namesOf = (alone: readonly ScenarioReport[], paired: readonly ScenarioReport[]): string[] => [
  ...new Set(
    alone.map((scenario) =>
      paired.some(({ name }) => name === scenario.name) ? titleOf(scenario) : scenario.name,
    ),
  ),
];

const compareScenarios = ({ other, own }: Pair): ScenarioComparison => ({
  name: own.name,
  topology: own.topology,
  otherTopology: other.topology,
  other: other.passed,
  own: own.passed,
  differences: measuresOf(other, own).filter(isWorthTelling),
});

/** Half of what is shown of a unit, so that nothing is "0.0 s worse". */
const LEAST: Partial<Record<Difference['unit'], number>> = { ms: 50, minutes: 0.05 };

function isWorthTelling({ other, own, unit }: Difference): boolean {
  if (other === null || own === null) {
    return other !== own;
  }
  return other !== own && Math.abs(own - other) >= (LEAST[unit] ?? 0);
}

const dollarsOf = ({ assemblies }: Report): number =>
  assemblies.flatMap(({ cost }) => cost).reduce((sum, { dollars }) => sum + dollars, 0);
