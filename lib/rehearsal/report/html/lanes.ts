import { escapeXml } from '../../kernel/escape-xml';
import { groupBy } from '../../kernel/group-by';
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
/** Where the style puts bars and dots. */
const MIDDLE = 21;
/** Wider than any page: the picture ends it. */
const WIDEST = 5_000;

/** What went on behind the requests: the faults, where DNS led, alarms, and messages by channel, on the same axis. */
export function lanes(report: ScenarioReport): string {
  const rows = lanesOf(report);
  const label = `Timeline: ${titleOf(report)}`;
  return `<svg class="chart lanes" height="${rows.length * LANE_HEIGHT}" role="img" aria-label="${escapeXml(label)}"><path class="tick" d="${rows.map((_, index) => `M0 ${index * LANE_HEIGHT + MIDDLE}h${WIDEST}`).join('')}"/>${rows
    .map((lane, index) => laneMarkup(lane, index * LANE_HEIGHT, report.endMs))
    .join('')}</svg>`;
}

function lanesOf({ faults, spans, messages }: ScenarioReport): readonly Lane[] {
  return [
    ...groupBy(faults, ({ text }) => text).map((bars) => ({ text: bars[0].text, className: 'fault', bars })),
    { text: 'Route 53 answers with SECONDARY', className: 'secondary', bars: spans.secondary },
    { text: 'an alarm is in ALARM', className: 'alarm', bars: spans.alarm },
    ...messageLanes(messages),
  ];
}

/** One moment is told on several channels: each has a lane. */
function messageLanes(messages: ScenarioReport['messages']): readonly Lane[] {
  if (messages.length === 0) {
    return [{ text: 'no messages', className: 'message', bars: [] }];
  }
  return groupBy(messages, ({ channel }) => channel).map((sent) => ({
    text: `${sent.length} by ${sent[0].channel}`,
    className: 'message',
    bars: [],
    dots: [...new Set(sent.map(({ atMs }) => atMs))],
  }));
}

function laneMarkup({ text, className, bars, dots = [] }: Lane, y: number, endMs: number): string {
  return [
    `<svg y="${y}" class="${className}"><text>${escapeXml(text)}</text>`,
    ...bars.map(
      ({ fromMs, toMs }) => `<rect x="${share(fromMs, endMs)}" width="${share(toMs - fromMs, endMs)}"/>`,
    ),
    ...dots.map((atMs) => `<circle cx="${share(atMs, endMs)}"/>`),
    '</svg>',
  ].join('');
}
