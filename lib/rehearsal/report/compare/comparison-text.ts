import type { Colors } from 'picocolors/types';
import { formatMeasured } from '../format';
import { cut, type TerminalStyle } from '../terminal/style';
import type { Comparison, Difference, ScenarioComparison } from './compare-reports';

const NUMBER_WIDTH = 10;

/** A comparison as text for a terminal: both sides beside each other, only what differs. */
export function comparisonText({ scenarios, dollars }: Comparison, style: TerminalStyle): string {
  const { colors } = style;
  const own = scenarios.every((scenario) => scenario.own);
  const changed = scenarios.filter(({ other, own, differences }) => other !== own || differences.length > 0);
  return [
    colors.dim(line('', ['other', 'this', 'change'], style)),
    ...changed.flatMap((scenario) => scenarioLines(scenario, style)),
    `${scenarios.length - changed.length} of ${scenarios.length} scenarios are the same.`,
    `Running cost: $${dollars.other.toFixed(2)} a month there, $${dollars.own.toFixed(2)} here.`,
    own
      ? colors.bold(colors.green('PASSED: every budget kept here'))
      : colors.bold(colors.red('FAILED here')),
    '',
  ].join('\n');
}

function scenarioLines(scenario: ScenarioComparison, style: TerminalStyle): readonly string[] {
  const { bold, red, green } = style.colors;
  const verdict = (passed: boolean) => (passed ? 'passed' : 'failed');
  const change =
    scenario.other === scenario.own
      ? verdict(scenario.own)
      : `${verdict(scenario.other)} there, ${verdict(scenario.own)} here`;
  return [
    `${bold(`${scenario.name}, ${scenario.topology}`)}: ${scenario.own ? green(change) : red(change)}`,
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
  numbers: readonly [string, string, string],
  { width }: TerminalStyle,
  paint: (text: string) => string = String,
): string => {
  const whatWidth = Math.min(44, width - 2 - numbers.length * NUMBER_WIDTH);
  const [other, own, change] = numbers.map((number) => number.padStart(NUMBER_WIDTH));
  return `  ${cut(what, whatWidth).padEnd(whatWidth)}${other}${own}${paint(change ?? '')}`;
};

function growth({ other, own, unit }: Difference): string {
  if (other === null || own === null) return '';
  const sign = own > other ? '+' : '-';
  return `${sign}${formatMeasured({ measured: Math.abs(own - other), unit })}`;
}

/** Sooner and fewer is better. Whether it is good that something happens at all is for the verdict to say. */
function colorOf({ other, own }: Difference, { red, green }: Colors): (text: string) => string {
  if (other === null || own === null) return String;
  return own > other ? red : green;
}
