import { groupBy } from '../../../lib/rehearsal/kernel/group-by';
import type { Score } from './scores';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What a cell says, one line each. */
const FIGURES: readonly { readonly label: string; readonly show: (score: Score) => string }[] = [
  { label: 'longest wait', show: ({ longestWaitMs }) => seconds(longestWaitMs) },
  { label: 'served', show: ({ servedPercent }) => `${servedPercent.toFixed(1)} %` },
  { label: 'raw errors', show: ({ rawErrors }) => String(rawErrors) },
  { label: 'told after', show: ({ alertMs }) => (alertMs === null ? 'never' : seconds(alertMs)) },
];

const GAP = '  ';

/** The scores side by side: scenarios below each other, four lines each, and a column for each contestant. */
export function peerTable(scores: readonly Score[]): string {
  const names = [...new Set(scores.map(({ contestant }) => contestant))];
  const header = [0, 1].map((half) => ['', '', ...names.map((name) => halves(name)[half] ?? '')]);
  return layOut([...header, ...groupBy(scores, ({ scenario }) => scenario).flatMap(scenarioLines)]);
}

function scenarioLines(scores: readonly [Score, ...Score[]]): readonly Line[] {
  const name = wrapped(scores[0].scenario);
  return FIGURES.map(({ label, show }, index) => [name[index] ?? '', label, ...scores.map(show)]);
}

/** As wide as the column of names may be. */
const NAME_WIDTH = 26;

/** A name in lines; there is room for as many as there are figures. */
const wrapped = (name: string): readonly string[] =>
  name.match(new RegExp(`.{1,${NAME_WIDTH}}(?= |$)`, 'g'))?.map((line) => line.trim()) ?? [name];

type Line = readonly string[];

/** Every column as wide as its widest cell. */
function layOut(lines: readonly Line[]): string {
  const widthOf = (column: number) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0));
  const widths = (lines[0] ?? []).map((_cell, column) => widthOf(column));
  const text = (cells: Line) =>
    cells.map((cell, column) => align(cell, column, widths[column] ?? 0)).join(GAP);
  return lines.map((cells) => text(cells).trimEnd()).join('\n');
}

/** A heading in two lines: up to the first space, and the rest. */
function halves(name: string): readonly string[] {
  const [first = '', ...rest] = name.split(' ');
  return [first, rest.join(' ')];
}

/** Names to the left, figures to the right. */
const align = (cell: string, column: number, width: number): string =>
  column < 2 ? cell.padEnd(width) : cell.padStart(width);

/** What the figures mean, and what has to be known to compare them. */
export const LEGEND = `longest wait: of any shopper for a page, until there was something to see
served: of the requests made while the fault lasted, those that got the store, a copy or an
  emergency page within 3 s; lost orders, errors and long waits are the rest. Who sees a plain page
  or an error reloads by hand, which adds requests; who sees Understudy's page waits there
raw errors: requests that ended in a browser's or CloudFront's own error or in a foreign page
told after: from the failure until the first message to anybody
origin group: CDK's default cache policy sends no cookies and has shoppers share every page for a
  second or more, which takes load off the store and would break one with sessions
hybrid (*): has a second store, which takes over; everybody else has one`;
