import type { Colors } from 'picocolors/types';
import { type CostItem, totalDollars } from '../cost/monthly-cost';
import type { RehearsalResult } from '../rehearsal';
import type { Finding } from '../verdict/finding';
import { formatDuration, formatOffset } from './format';
import { timelineOf } from './timeline';

/** How a report looks. */
export interface TerminalStyle {
  readonly colors: Colors;
  /** Characters per line. Lines are wrapped between words. */
  readonly width: number;
}

/** A rehearsal as text for a terminal: the story first, the verdict last. */
export function terminalReport(result: RehearsalResult, style: TerminalStyle): string {
  const { scenario, settings } = result;
  const { bold } = style.colors;
  return [
    bold(`${scenario.name}, topology ${settings.topology} (${settings.domainName})`),
    ...wrap(`Hypothesis: ${scenario.hypothesis}.`, 0, style.width),
    '',
    ...story(result, style),
    '',
    ...verdictLines(result, style),
    '',
  ].join('\n');
}

const OFFSET_WIDTH = 8;

function story(result: RehearsalResult, { colors, width }: TerminalStyle): readonly string[] {
  return timelineOf(result).flatMap(({ atMs, text, body }) => {
    const [first = '', ...rest] = wrap(text, OFFSET_WIDTH + 2, width);
    const offset = formatOffset(atMs - result.startMs).padStart(OFFSET_WIDTH);
    return [
      `${colors.dim(offset)}  ${emphasize(first.trimStart(), colors)}`,
      ...rest,
      ...(body === undefined ? [] : quote(body, OFFSET_WIDTH + 2, width).map((line) => colors.cyan(line))),
    ];
  });
}

const emphasize = (text: string, { red, green }: Colors): string =>
  text.startsWith('FAULT') ? red(text) : text.startsWith('REPAIR') ? green(text) : text;

function verdictLines(
  { verdict, coverage, cost }: RehearsalResult,
  { colors }: TerminalStyle,
): readonly string[] {
  const { requests } = verdict;
  const counts = Object.entries(requests).map(([outcome, count]) => `${outcome} ${count}`);
  const unknown = coverage.unknown.map(
    ({ name, type }) => `  not modelled, off the failover path: ${name} (${type})`,
  );
  const ignored = coverage.modelled.reduce((sum, { ignored: paths }) => sum + paths.length, 0);
  return [
    ...verdict.findings.map((finding) => findingLine(finding, colors)),
    `  requests: ${counts.join(', ')}`,
    `  resources: ${coverage.modelled.length} modelled (${ignored} of their properties ignored), ${coverage.aside.length} without influence, ${coverage.unknown.length} unknown`,
    ...unknown,
    `  running cost: about $${totalDollars(cost).toFixed(2)} a month, traffic not counted (prices to be checked)`,
    ...cost.map(costLine),
    verdict.passed
      ? colors.bold(colors.green('PASSED'))
      : colors.bold(colors.red('FAILED: a budget was missed')),
  ];
}

function findingLine({ what, measured, atMost, unit, passed }: Finding, { red, green }: Colors): string {
  const mark = passed ? green('ok  ') : red('MISS');
  const shown =
    unit === 'ms' ? [formatDuration(measured), formatDuration(atMost)] : [String(measured), String(atMost)];
  return `  ${mark} ${what.padEnd(48)} ${String(shown[0]).padStart(9)}  of ${String(shown[1]).padStart(7)} allowed`;
}

const costLine = ({ what, count, dollars }: CostItem): string =>
  `    ${`${count} ${what}`.padEnd(50)} $${dollars.toFixed(2).padStart(5)}`;

/** Breaks a text between words, every line but the first indented. */
function wrap(text: string, indentBy: number, width: number): readonly string[] {
  const lines: string[] = [];
  const margin = ' '.repeat(indentBy);
  let line = margin;
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line);
      line = margin;
    }
    line = line.trim() === '' ? `${margin}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A message as it reads, with a bar beside it; lines that are too long are broken. */
const quote = (text: string, by: number, width: number): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => (line.length + by + 2 > width ? wrap(line, 0, width - by - 2) : [line]))
    .map((line) => `${' '.repeat(by)}| ${line}`.trimEnd());
