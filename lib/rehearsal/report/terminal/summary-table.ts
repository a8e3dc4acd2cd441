import { formatShare, HURT_MEANS, hurtShareOf, hurtsMany } from '../hurt';
import type { ScenarioReport } from '../report-schema';
import { rowsOf, type ScenarioRow, topologiesOf } from '../rows';
import { isAtRisk } from '../summary';
import { cut, type TerminalStyle, wrap } from './style';

interface Column {
  readonly title: string;
  /** The lowest stay when the terminal is narrow. */
  readonly rank: number;
  readonly means: string;
  readonly cell: (report: ScenarioReport) => string;
}

const SINCE_FAILURE = 'after the failure';

/** In seconds, but for the share of shoppers hurt. */
const COLUMNS: readonly Column[] = [
  { title: 'hurt', rank: 0, means: HURT_MEANS, cell: (report) => formatShare(hurtShareOf(report)) },
  {
    title: 'wait',
    rank: 2,
    means: 'the longest wait of a shopper',
    cell: ({ waits }) => seconds(waits.worstMs),
  },
  { title: 'p99', rank: 7, means: '99 % wait less', cell: ({ waits }) => seconds(waits.p99Ms) },
  {
    title: 'page',
    rank: 4,
    means: `${SINCE_FAILURE}, the first shopper could see the emergency page`,
    cell: ({ times }) => seconds(times.firstPageMs),
  },
  {
    title: 'detect',
    rank: 6,
    means: `${SINCE_FAILURE}, Route 53 answers with SECONDARY`,
    cell: ({ times }) => seconds(times.detectMs),
  },
  {
    title: 'switch',
    rank: 5,
    means: `${SINCE_FAILURE}, the last resolver follows`,
    cell: ({ times }) => seconds(times.dnsMs),
  },
  {
    title: 'alert',
    rank: 1,
    means: `${SINCE_FAILURE}, on-call has a message`,
    cell: ({ times }) => seconds(times.alertMs),
  },
  {
    title: 'over',
    rank: 3,
    means: 'after the repair, on-call is told so for good',
    cell: ({ times }) => seconds(times.recoveredMs),
  },
];

const CELL_WIDTH = 7;
/** `  MISS`: the verdict on a play, before its numbers. */
const MARK_WIDTH = 6;
const LEAST_NAME = 14;

/** A line a scenario, the topologies beside each other: those that failed first, then the riskiest. */
export function summaryTable(
  reports: readonly ScenarioReport[],
  { colors, width }: TerminalStyle,
): readonly string[] {
  const rows = rowsOf(reports);
  const topologies = topologiesOf(reports);
  const columns = columnsFor(topologies.length, width);
  const groupWidth = MARK_WIDTH + columns.length * CELL_WIDTH;
  const longest = Math.max('seconds'.length, ...rows.map(({ name }) => name.length));
  const nameWidth = Math.min(longest, width - topologies.length * groupWidth);
  const titles = columns.map(({ title }) => title.padStart(CELL_WIDTH)).join('');
  const head = topologies.map((topology) => `  ${topology}`.padEnd(MARK_WIDTH) + titles).join('');
  const row = ({ name, plays }: ScenarioRow) =>
    topologies.reduce((line, topology) => {
      const play = plays.find((one) => one.topology === topology);
      return line + (play === undefined ? ' '.repeat(groupWidth) : cells(play, columns, colors));
    }, cut(name, nameWidth).padEnd(nameWidth));
  return [
    colors.dim('seconds'.padEnd(nameWidth) + head),
    ...rows.map((one) => row(one).trimEnd()),
    '',
    ...wrap(legend(columns), 0, width).map((line) => colors.dim(line)),
  ];
}

/** As many as fit beside a name of the least width. */
function columnsFor(topologies: number, width: number): readonly Column[] {
  const room = Math.floor((width - LEAST_NAME) / topologies) - MARK_WIDTH;
  const count = Math.max(2, Math.floor(room / CELL_WIDTH));
  return COLUMNS.filter(({ rank }) => rank < count);
}

const legend = (columns: readonly Column[]): string =>
  `${columns.map(({ title, means }) => `${title}: ${means}`).join('; ')}; "-": it did not happen.`;

function cells(report: ScenarioReport, columns: readonly Column[], colors: TerminalStyle['colors']): string {
  const [mark, paint] = markOf(report, colors);
  const numbers = columns.map(({ cell, rank }) => {
    const text = cell(report).padStart(CELL_WIDTH);
    return rank === 0 && hurtsMany(report) ? colors.red(text) : text;
  });
  return `${paint(`  ${mark}`.padEnd(MARK_WIDTH))}${numbers.join('')}`;
}

/** "ok" is for what kept its budgets, needs no luck to keep them, and hurt few. */
function markOf(
  report: ScenarioReport,
  { red, green, yellow }: TerminalStyle['colors'],
): readonly [string, (text: string) => string] {
  if (!report.passed) {
    return ['MISS', red];
  }
  if (report.knownGap !== null) {
    return ['gap', yellow];
  }
  if (hurtsMany(report)) {
    return ['hurt', yellow];
  }
  return report.findings.some(isAtRisk) ? ['luck', yellow] : ['ok', green];
}

/** From 1000 s on, tenths tell nobody anything. */
const seconds = (ms: number | null): string =>
  ms === null ? '-' : (ms / 1000).toFixed(ms < 1_000_000 ? 1 : 0);
