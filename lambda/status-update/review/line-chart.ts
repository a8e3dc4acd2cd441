import { escapeHtml } from '../../document/render-html';
import { clockTime, dateTime } from '../contract/times';
import type { Span } from '../ports';
import type { Series } from './series';

/** As wide as a phone's screen, so that letters are as large there as they are written here. */
const WIDTH = 360;
const HEIGHT = 160;
const FONT_SIZE = 12;
/** A line of the legend above the chart, which has one for each series. */
const LEGEND_LINE = 18;
/** Room above the chart for the numbers of messages, and below for the times. */
const NUMBERS = 16;
const TIMES = 20;

/** Lines differ by their dashes, so that they can be told apart in print and without colours. */
const DASHES = ['none', '6 3', '2 3', '8 3 2 3'];

/** What a chart shows besides its lines. */
export interface ChartMarks {
  /** From the first sign to the last. */
  readonly fault: Span;
  /** To on-call, by number. */
  readonly messages: readonly { readonly update: number; readonly atMs: number }[];
}

/** Percentages over time as an SVG element. `span` is as wide as the chart; the time of the fault is shaded. */
export function lineChart(series: readonly Series[], span: Span, { fault, messages }: ChartMarks): string {
  const top = series.length * LEGEND_LINE + NUMBERS;
  const bottom = top + HEIGHT;
  const x = xOf(span);
  const y = (percent: number) => Math.round(top + HEIGHT * (1 - Math.min(100, Math.max(0, percent)) / 100));
  const [from, to] = [x(fault.fromMs), x(fault.toMs)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + TIMES}" font-size="${FONT_SIZE}" fill="currentColor">`,
    `<rect x="${from}" y="${top}" width="${to - from}" height="${HEIGHT}" fill-opacity=".12"/>`,
    `<g stroke="currentColor" stroke-opacity=".3"><path d="M0 ${y(0)}H${WIDTH}M0 ${y(50)}H${WIDTH}M0 ${y(100)}H${WIDTH}"/></g>`,
    ...messages.map(({ update, atMs }) => message(update, x(atMs), { top, bottom })),
    text(0, bottom + 15, dateTime(span.fromMs)),
    text(WIDTH, bottom + 15, dateTime(span.toMs), 'end'),
    // Below its line, because the numbers of messages are above it.
    text(WIDTH, y(100) + FONT_SIZE, '100 %', 'end'),
    ...[0, 50].map((percent) => text(WIDTH, y(percent) - 3, `${percent} %`, 'end')),
    ...series.map((one, index) => line(one, span, { x, y, dashes: dashesOf(index) })),
    ...series.map(({ name }, index) => legend(name, index)),
    '</svg>',
  ].join('');
}

/** The same for those who can't see it: the worst value of each line, the time of the fault, and messages. */
export function describeChart(series: readonly Series[], { fault, messages }: ChartMarks): string {
  return [
    ...series.map(worstOf),
    `shaded from ${clockTime(fault.fromMs)} to ${clockTime(fault.toMs)}`,
    ...messages.map(({ update, atMs }) => `message ${update} at ${clockTime(atMs)}`),
  ].join('; ');
}

function worstOf({ name, good, values }: Series): string {
  const [worst] = [...values].sort(
    ([one, a], [other, b]) => (good === 'high' ? a - b : b - a) || one - other,
  );
  return worst === undefined
    ? `${name}: no data`
    : `${name}: ${Math.round(worst[1])} % at worst, at ${clockTime(worst[0])}`;
}

type Scale = (value: number) => number;

/** What lies outside of the span is at its end. */
const xOf =
  ({ fromMs, toMs }: Span): Scale =>
  (atMs) => {
    const share = (atMs - fromMs) / Math.max(1, toMs - fromMs);
    return Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
  };

const dashesOf = (index: number): string => DASHES[index % DASHES.length] ?? 'none';

function line(
  { values }: Series,
  { fromMs, toMs }: Span,
  { x, y, dashes }: { readonly x: Scale; readonly y: Scale; readonly dashes: string },
): string {
  const points = [...values]
    .sort(([one], [other]) => one - other)
    .filter(([minute]) => minute >= fromMs && minute <= toMs)
    .map(([minute, percent]) => `${x(minute)},${y(percent)}`);
  return `<polyline fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="${dashes}" points="${points.join(' ')}"/>`;
}

/** A line where on-call heard of it, with the message's number above. */
function message(
  update: number,
  x: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): string {
  const inside = Math.min(WIDTH - 4, Math.max(4, x));
  return `<path d="M${x} ${top}V${bottom}" stroke="currentColor" stroke-dasharray="1 3"/>${text(inside, top - 4, String(update), 'middle')}`;
}

function legend(name: string, index: number): string {
  const y = index * LEGEND_LINE + LEGEND_LINE / 2;
  return `<path d="M0 ${y}h24" stroke="currentColor" stroke-width="2" stroke-dasharray="${dashesOf(index)}"/>${text(30, y + 4, `${escapeHtml(name)} (%)`)}`;
}

const text = (x: number, y: number, words: string, anchor = 'start'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
