import type { Colors } from 'picocolors/types';
import { formatMeasured, titleOf } from '../format';
import { cut, type TerminalStyle, wrap } from '../terminal/style';
import type { Comparison, Difference, ScenarioComparison } from './compare-reports';

const NUMBER_WIDTH = 10;

/** A comparison as text for a terminal: both sides beside each other, only what differs; then what is missed here. */
export function comparisonText(comparison: Comparison, style: TerminalStyle): string {
  const { colors } = style;
  const { passed, misses, scenarios, dollars } = comparison;
  const changed = scenarios.filter(({ other, own, differences }) => other !== own || differences.length > 0);
  return [
    ...topologiesDiffer(comparison, style),
    colors.dim(line('', ['other', 'this', ''], style)),
    ...changed.flatMap((scenario) => scenarioLines(scenario, style)),
    `${scenarios.length - changed.length} of ${scenarios.length} scenarios are the same.`,
    ...playedByOne(comparison, style),
    `Running cost: $${dollars.other.toFixed(2)} a month there, $${dollars.own.toFixed(2)} here.`,
    ...misses.flatMap((miss) => wrap(`MISS ${miss}`, 2, style.width).map(colors.red)),
    passed
      ? colors.bold(colors.green('PASSED: every budget kept here'))
      : colors.bold(colors.red('FAILED here')),
    '',
  ].join('\n');
}

/** Worth a remark: much of what differs then is not the fault of a change. */
function topologiesDiffer({ scenarios: [first] }: Comparison, { colors, width }: TerminalStyle) {
  if (first === undefined || first.topology === first.otherTopology) return [];
  const remark = `The topologies differ: ${first.otherTopology} there, ${first.topology} here. Each is held to its own budgets.`;
  return wrap(remark, 0, width).map(colors.yellow);
}

const playedByOne = ({ onlyOther, onlyOwn }: Comparison, { width }: TerminalStyle): readonly string[] =>
  [
    { where: 'there', names: onlyOther },
    { where: 'here', names: onlyOwn },
  ]
    .filter(({ names }) => names.length > 0)
    .flatMap(({ where, names }) => wrap(`Played only ${where}: ${names.join(', ')}.`, 0, width));

function scenarioLines(scenario: ScenarioComparison, style: TerminalStyle): readonly string[] {
  const { bold, red, green } = style.colors;
  const verdict = (passed: boolean) => (passed ? 'passed' : 'failed');
  const change =
    scenario.other === scenario.own
      ? verdict(scenario.own)
      : `${verdict(scenario.other)} there, ${verdict(scenario.own)} here`;
  return [
    `${bold(titleOf(scenario))}: ${scenario.own ? green(change) : red(change)}`,
    ...scenario.differences.map((difference) => differenceLine(difference, style)),
    '',
  ];
}

function differenceLine(difference: Difference, style: TerminalStyle): string {
  const { what, unit, other, own } = difference;
  const shown = (measured: number | null) => formatMeasured({ measured, unit });
  return line(what, [shown(other), shown(own), growth(difference)], style, colorOf(difference, style.colors));
}

const line = (
  what: string,
  [other, own, change]: readonly [string, string, string],
  { width }: TerminalStyle,
  paint: (text: string) => string = String,
): string => {
  const whatWidth = Math.min(40, width - 2 - 2 * NUMBER_WIDTH - LONGEST_CHANGE.length);
  const shown = `  ${cut(what, whatWidth).padEnd(whatWidth)}${other.padStart(NUMBER_WIDTH)}${own.padStart(NUMBER_WIDTH)}`;
  return change === '' ? shown : `${shown}  ${paint(change)}`;
};

const LONGEST_CHANGE = '  -1000.0 s, better';

/** Most things are better sooner and fewer. Whether it is good that something happens at all is for the verdict to say. */
function growth({ other, own, unit, isWorse }: Difference): string {
  if (other === null) return 'happens now';
  if (own === null) return 'happens no more';
  const by = formatMeasured({ measured: Math.abs(own - other), unit });
  const sign = own > other ? '+' : '-';
  if (!isWorse) return `${sign}${by}`;
  return `${sign}${by}, ${own > other ? 'worse' : 'better'}`;
}

function colorOf({ other, own, isWorse }: Difference, { red, green }: Colors): (text: string) => string {
  if (other === null || own === null || !isWorse) return String;
  return own > other ? red : green;
}
