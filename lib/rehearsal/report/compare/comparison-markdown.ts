import { titleOf } from '../format';
import { plainMarkdown } from '../plain-markdown';
import type { Comparison, ScenarioComparison } from './comparison-schema';
import {
  changedIn,
  describeChange,
  describeVerdicts,
  formatSide,
  remarksOf,
  topologiesDiffer,
} from './describe-difference';

/** A comment for a pull request holds only so much. */
const MOST_ROWS = 100;

/** A comparison for a pull request: what differs, as a table; the rest in a sentence each. */
export function comparisonMarkdown(comparison: Comparison): readonly string[] {
  const rows = changedIn(comparison).flatMap(rowsOf);
  const left = rows.length - MOST_ROWS;
  return [
    '### Compared with the other stack',
    '',
    ...(rows.length === 0 ? [] : [...HEAD, ...rows.slice(0, MOST_ROWS), '']),
    ...(left > 0 ? [`${left} more in report.html.`, ''] : []),
    [topologiesDiffer(comparison) ?? [], remarksOf(comparison)].flat().map(plainMarkdown).join(' '),
    '',
  ];
}

const HEAD = ['| scenario | what | other | this | change |', '| --- | --- | --: | --: | --- |'];

const rowsOf = (scenario: ScenarioComparison): readonly string[] => [
  row([`**${plainMarkdown(titleOf(scenario))}**`, describeVerdicts(scenario), '', '', '']),
  ...scenario.differences.map((difference) => {
    const { what, unit, other, own } = difference;
    return row([
      '',
      plainMarkdown(what),
      formatSide(other, unit),
      formatSide(own, unit),
      describeChange(difference),
    ]);
  }),
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
