import { formatDuration } from '../format';
import type { Comparison, Difference, ScenarioComparison } from './comparison-schema';

/** One side of a difference: `20.0 s`, `9.4 min`, a count, or `never`. */
export function formatSide(value: number | null, unit: Difference['unit']): string {
  if (value === null) {
    return 'never';
  }
  if (unit === 'ms') {
    return formatDuration(value);
  }
  return unit === 'minutes' ? `${value.toFixed(1)} min` : value.toString();
}

/** Most things are better sooner and fewer. Whether it is good that something happens at all is for the verdict to say. */
export function describeChange({ other, own, unit, isWorse }: Difference): string {
  if (other === null) {
    return 'happens now';
  }
  if (own === null) {
    return 'happens no more';
  }
  const by = `${own > other ? '+' : '-'}${formatSide(Math.abs(own - other), unit)}`;
  if (!isWorse) {
    return by;
  }
  return `${by}, ${own > other ? 'worse' : 'better'}`;
}

/** `passed`, or `passed there, failed here`. */
export function describeVerdicts({ other, own }: Pick<ScenarioComparison, 'other' | 'own'>): string {
  const verdict = (passed: boolean) => (passed ? 'passed' : 'failed');
  return other === own ? verdict(own) : `${verdict(other)} there, ${verdict(own)} here`;
}

/** The scenarios in which anything differs. */
export const changedIn = ({ scenarios }: Comparison): readonly ScenarioComparison[] =>
  scenarios.filter(({ other, own, differences }) => other !== own || differences.length > 0);

/** What there is to say beside the differences, a sentence each. */
export function remarksOf(comparison: Comparison): readonly string[] {
  const { scenarios, onlyOther, onlyOwn, dollars } = comparison;
  const same = scenarios.length - changedIn(comparison).length;
  return [
    `${same} of ${scenarios.length} scenarios are the same.`,
    ...(onlyOther.length > 0 ? [`Played only there: ${onlyOther.join(', ')}.`] : []),
    ...(onlyOwn.length > 0 ? [`Played only here: ${onlyOwn.join(', ')}.`] : []),
    `Running cost: $${dollars.other.toFixed(2)} a month there, $${dollars.own.toFixed(2)} here.`,
  ];
}

/** Worth a remark: much of what differs then is not the fault of a change. Undefined: the topologies are the same. */
export function topologiesDiffer({ scenarios: [first] }: Comparison): string | undefined {
  if (first === undefined || first.topology === first.otherTopology) {
    return undefined;
  }
  return `The topologies differ: ${first.otherTopology} there, ${first.topology} here. Each is held to its own budgets.`;
}
