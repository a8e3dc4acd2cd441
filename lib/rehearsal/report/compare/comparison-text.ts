import type { Colors } from 'picocolors/types';
import { missesOf, titleOf } from '../format';
import type { Report } from '../report-schema';
import { cut, type TerminalStyle, wrap } from '../terminal/style';
import type { Comparison, Difference, ScenarioComparison } from './comparison-schema';
import {
  changedIn,
  describeChange,
  describeVerdicts,
  formatSide,
  remarksOf,
  topologiesDiffer,
} from './describe-difference';

const NUMBER_WIDTH = 10;

/** A comparison as text for a terminal: both sides beside each other, only what differs; then what is missed here. */
export function comparisonText(comparison: Comparison, report: Report, style: TerminalStyle): string {
  const { bold, dim, green, red, yellow } = style.colors;
  const topologies = topologiesDiffer(comparison);
  return [
    ...(topologies === undefined ? [] : wrap(topologies, 0, style.width).map(yellow)),
    dim(line('', ['other', 'this', ''], style)),
    ...changedIn(comparison).flatMap((scenario) => scenarioLines(scenario, style)),
    ...remarksOf(comparison).flatMap((remark) => wrap(remark, 0, style.width)),
    ...missesIn(report).flatMap((miss) => wrap(`MISS ${miss}`, 2, style.width).map(red)),
    report.passed ? bold(green('PASSED: every budget kept here')) : bold(red('FAILED here')),
    '',
  ].join('\n');
}

/** What this side missed, one clause each, with the scenario before it; also where the other one played nothing. */
const missesIn = ({ scenarios }: Report): readonly string[] =>
  scenarios.flatMap((scenario) => missesOf(scenario).map((miss) => `${titleOf(scenario)}: ${miss}`));

function scenarioLines(scenario: ScenarioComparison, style: TerminalStyle): readonly string[] {
  const { bold, red, green } = style.colors;
  const change = describeVerdicts(scenario);
  return [
    `${bold(titleOf(scenario))}: ${scenario.own ? green(change) : red(change)}`,
    ...scenario.differences.map((difference) => differenceLine(difference, style)),
    '',
  ];
}

function differenceLine(difference: Difference, style: TerminalStyle): string {
  const { what, unit, other, own } = difference;
  const sides = [formatSide(other, unit), formatSide(own, unit), describeChange(difference)] as const;
  return line(what, sides, style, colorOf(difference, style.colors));
}

function line(
  what: string,
  [other, own, change]: readonly [string, string, string],
  { width }: TerminalStyle,
  paint: (text: string) => string = String,
): string {
  const whatWidth = Math.min(40, width - 2 - 2 * NUMBER_WIDTH - LONGEST_CHANGE.length);
  const shown = `  ${cut(what, whatWidth).padEnd(whatWidth)}${other.padStart(NUMBER_WIDTH)}${own.padStart(NUMBER_WIDTH)}`;
  return change === '' ? shown : `${shown}  ${paint(change)}`;
}

const LONGEST_CHANGE = '  -1000.0 s, better';

function colorOf({ other, own, isWorse }: Difference, { red, green }: Colors): (text: string) => string {
  if (other === null || own === null || !isWorse) {
    return String;
  }
  return own > other ? red : green;
}
