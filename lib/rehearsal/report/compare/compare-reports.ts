import { missesOf, titleOf } from '../format';
import type { Report, ReportFinding, ScenarioReport } from '../report-schema';

/** One measure of a scenario, here and there. `null`: it did not happen. */
export interface Difference {
  readonly what: string;
  readonly unit: ReportFinding['unit'];
  readonly other: number | null;
  readonly own: number | null;
  /** Whether more of it is worse: an emergency page may take the place of the store, or of an error. */
  readonly isWorse: boolean;
}

/** One scenario in both reports. */
export interface ScenarioComparison {
  readonly name: string;
  readonly topology: string;
  /** The other one's topology, which may be another. */
  readonly otherTopology: string;
  readonly other: boolean;
  /** Whether it passed, as `other` does. */
  readonly own: boolean;
  /** What differs; empty when nothing does. */
  readonly differences: readonly Difference[];
}

/** What a change to the stack did to its failover. */
export interface Comparison {
  /** Whether this one held in everything that it played, also where the other one played nothing. */
  readonly passed: boolean;
  /** What this one missed, one clause each, with the scenario before it. */
  readonly misses: readonly string[];
  readonly scenarios: readonly ScenarioComparison[];
  /** What only one of them played, because its topology is another. */
  readonly onlyOther: readonly string[];
  readonly onlyOwn: readonly string[];
  /** US dollars a month. */
  readonly dollars: { readonly other: number; readonly own: number };
}

interface Measure {
  readonly what: string;
  readonly unit: ReportFinding['unit'];
  readonly of: (report: ScenarioReport) => number | null;
  /** @default true */
  readonly isWorse?: boolean;
}

const MEASURES: readonly Measure[] = [
  { what: 'Route 53 notices', unit: 'ms', of: ({ times }) => times.detectMs },
  { what: 'every resolver has switched', unit: 'ms', of: ({ times }) => times.dnsMs },
  { what: 'first emergency page', unit: 'ms', of: ({ times }) => times.firstPageMs },
  { what: 'longest wait of a shopper', unit: 'ms', of: ({ waits }) => waits.worstMs },
  { what: 'on-call has a message', unit: 'ms', of: ({ times }) => times.alertMs },
  { what: 'on-call is told that it is over', unit: 'ms', of: ({ times }) => times.recoveredMs },
  {
    what: 'emergency page',
    unit: 'requests',
    of: ({ requests }) => requests['emergency page'],
    isWorse: false,
  },
  { what: 'raw error', unit: 'requests', of: ({ requests }) => requests['raw error'] },
  { what: 'gave up', unit: 'requests', of: ({ requests }) => requests['gave up'] },
  { what: 'POST lost', unit: 'requests', of: ({ requests }) => requests['POST lost'] },
  { what: 'messages', unit: 'messages', of: ({ messages }) => messages.length },
];

/** Compares what both reports played, scenario by scenario, by name. @param other what it was before, or elsewhere */
export function compareReports(other: Report, own: Report): Comparison {
  return {
    passed: own.passed,
    misses: own.scenarios.flatMap((scenario) =>
      missesOf(scenario).map((miss) => `${titleOf(scenario)}: ${miss}`),
    ),
    scenarios: own.scenarios.flatMap((scenario) => {
      const counterpart = other.scenarios.find(({ name }) => name === scenario.name);
      return counterpart === undefined ? [] : [compareScenarios(counterpart, scenario)];
    }),
    onlyOther: namesMissingIn(own, other),
    onlyOwn: namesMissingIn(other, own),
    dollars: { other: dollarsOf(other), own: dollarsOf(own) },
  };
}

const namesMissingIn = (one: Report, another: Report): readonly string[] =>
  another.scenarios.map(({ name }) => name).filter((name) => one.scenarios.every((its) => its.name !== name));

const compareScenarios = (other: ScenarioReport, own: ScenarioReport): ScenarioComparison => ({
  name: own.name,
  topology: own.topology,
  otherTopology: other.topology,
  other: other.passed,
  own: own.passed,
  differences: MEASURES.map(({ what, unit, of, isWorse = true }) => ({
    what,
    unit,
    other: of(other),
    own: of(own),
    isWorse,
  })).filter((difference) => difference.other !== difference.own),
});

const dollarsOf = ({ assemblies }: Report): number =>
  assemblies.flatMap(({ cost }) => cost).reduce((sum, { dollars }) => sum + dollars, 0);
