import type { ScenarioReport } from '../report-schema';
import { cut, type TerminalStyle } from './style';

interface Column {
  readonly title: string;
  readonly of: (report: ScenarioReport) => number | null;
}

/** In seconds. The first ones go when the terminal is narrow. */
const COLUMNS: readonly Column[] = [
  { title: 'p99', of: ({ waits }) => waits.p99Ms },
  { title: 'detect', of: ({ times }) => times.detectMs },
  { title: 'switch', of: ({ times }) => times.dnsMs },
  { title: 'wait', of: ({ waits }) => waits.worstMs },
  { title: 'page', of: ({ times }) => times.firstPageMs },
  { title: 'alert', of: ({ times }) => times.alertMs },
  { title: 'over', of: ({ times }) => times.recoveredMs },
];

const TOPOLOGY_WIDTH = 5;
const COLUMN_WIDTH = 7;
const MARK_WIDTH = 5;
const NAME_WIDTH = { least: 16, most: 30 };

/** All scenarios, a line each, as wide as the terminal allows. */
export function summaryTable(
  reports: readonly ScenarioReport[],
  { colors, width }: TerminalStyle,
): readonly string[] {
  const longest = Math.max(...reports.map(({ name }) => name.length));
  const fixed = TOPOLOGY_WIDTH + MARK_WIDTH + 2;
  const wanted = Math.min(Math.max(longest, NAME_WIDTH.least), NAME_WIDTH.most);
  const fitting = Math.floor((width - fixed - wanted) / COLUMN_WIDTH);
  const columns = COLUMNS.slice(-Math.min(Math.max(fitting, 3), COLUMNS.length));
  const nameWidth = Math.min(
    wanted,
    Math.max(NAME_WIDTH.least, width - fixed - columns.length * COLUMN_WIDTH),
  );
  const row = (mark: string, name: string, topology: string, cells: readonly string[]) =>
    `${mark}${cut(name, nameWidth).padEnd(nameWidth)}  ${topology.padEnd(TOPOLOGY_WIDTH)}${cells
      .map((cell) => cell.padStart(COLUMN_WIDTH))
      .join('')}`;
  const header = row(
    ' '.repeat(MARK_WIDTH),
    'seconds',
    '',
    columns.map(({ title }) => title),
  );
  return [
    colors.dim(header),
    ...reports.map((report) =>
      row(
        markOf(report, colors),
        report.name,
        report.topology,
        columns.map(({ of }) => seconds(of(report))),
      ),
    ),
  ];
}

/** A star: it passed, and something is known not to work. */
function markOf({ passed, knownGap }: ScenarioReport, { red, green }: TerminalStyle['colors']): string {
  if (!passed) return red('MISS '.padEnd(MARK_WIDTH));
  return green((knownGap === null ? 'ok' : 'ok *').padEnd(MARK_WIDTH));
}

const seconds = (ms: number | null): string => (ms === null ? '-' : (ms / 1000).toFixed(1));

/** What the columns mean. */
export const LEGEND =
  'Since the failure: detect, Route 53 answers with SECONDARY; switch, the last resolver follows; page, the first ' +
  'shopper could see the emergency page, the time until one came included; alert, on-call has a message. Since the ' +
  'repair: over, on-call is told so for good. Of shoppers: p99 and wait, 99 % wait less, and the longest wait from ' +
  'asking to seeing. "-": it did not happen. WARN: kept, but arithmetic says that bad luck may exceed it.';
