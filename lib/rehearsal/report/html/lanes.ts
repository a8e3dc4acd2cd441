import { escapeXml } from '../escape-xml';
import { titleOf } from '../format';
import type { ScenarioReport } from '../report-schema';
import { share } from './time-axis';

interface Lane {
  readonly text: string;
  readonly className: string;
  readonly bars: readonly { readonly fromMs: number; readonly toMs: number }[];
  readonly dots?: readonly number[];
}

const LANE_HEIGHT = 34;
const BAR = { top: 16, height: 10 };

/** What went on behind the requests: the faults, where DNS led, alarms and messages, on the same axis. */
export function lanes(report: ScenarioReport): string {
  const rows = lanesOf(report);
  const label = `Timeline: ${titleOf(report)}`;
  return `<svg class="chart" width="100%" height="${rows.length * LANE_HEIGHT}" role="img" aria-label="${escapeXml(label)}">${rows
    .map((lane, index) => laneMarkup(lane, index * LANE_HEIGHT, report.endMs))
    .join('')}</svg>`;
}

function lanesOf({ faults, spans, messages }: ScenarioReport): readonly Lane[] {
  return [
    ...faults.map(({ text, ...bar }) => ({ text, className: 'fault', bars: [bar] })),
    { text: 'Route 53 answers with SECONDARY', className: 'secondary', bars: spans.secondary },
    { text: 'an alarm is in ALARM', className: 'alarm', bars: spans.alarm },
    {
      text: messages.length === 1 ? '1 message' : `${messages.length} messages`,
      className: 'message',
      bars: [],
      dots: messages.map(({ atMs }) => atMs),
    },
  ];
}

function laneMarkup({ text, className, bars, dots = [] }: Lane, y: number, endMs: number): string {
  const middle = y + BAR.top + BAR.height / 2;
  return [
    `<text class="lane" x="0" y="${y + 11}">${escapeXml(text)}</text>`,
    `<line class="tick" x1="0" x2="100%" y1="${middle}" y2="${middle}"/>`,
    ...bars.map(
      ({ fromMs, toMs }) =>
        `<rect class="${className}" x="${share(fromMs, endMs)}" width="${share(toMs - fromMs, endMs)}" y="${y + BAR.top}" height="${BAR.height}" rx="3"/>`,
    ),
    ...dots.map((atMs) => `<circle class="${className}" cx="${share(atMs, endMs)}" cy="${middle}" r="5"/>`),
  ].join('');
}
