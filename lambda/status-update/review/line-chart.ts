import { escapeHtml } from '../document/render-html';
import { clockTime } from '../message/times';
import type { Span } from '../ports';
import type { Series } from './series';

const WIDTH = 640;
const HEIGHT = 160;
/** Room for the labels below and the legend above. */
const TOP = 24;
const BOTTOM = 20;

/** Lines differ by their dashes, so that they can be told apart in print and without colours. */
const DASHES = ['none', '6 3', '2 3', '8 3 2 3'];

/** Percentages over time as an SVG element. `span` is as wide as the chart. */
export function lineChart(series: readonly Series[], span: Span): string {
  const lines = series.map((one, index) => line(one, span, DASHES[index % DASHES.length] ?? 'none'));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${TOP + HEIGHT + BOTTOM}" font-size="11" fill="currentColor">`,
    `<g stroke="currentColor" stroke-opacity=".3"><path d="M0 ${y(0)}H${WIDTH}M0 ${y(50)}H${WIDTH}M0 ${y(100)}H${WIDTH}"/></g>`,
    `<text x="0" y="${TOP + HEIGHT + 14}">${clockTime(span.fromMs)}</text>`,
    `<text x="${WIDTH}" y="${TOP + HEIGHT + 14}" text-anchor="end">${clockTime(span.toMs)}</text>`,
    ...[0, 50, 100].map(
      (percent) => `<text x="${WIDTH}" y="${y(percent) - 3}" text-anchor="end">${percent} %</text>`,
    ),
    ...lines,
    legend(series),
    '</svg>',
  ].join('');
}

/** The same for those who can't see it: the worst value of each line. */
export function describeChart(series: readonly Series[]): string {
  return series
    .map(({ name, good, values }) => {
      const [worst] = [...values].sort(
        ([one, a], [other, b]) => (good === 'high' ? a - b : b - a) || one - other,
      );
      return worst === undefined
        ? `${name}: no data`
        : `${name}: ${Math.round(worst[1])} % at worst, at ${clockTime(worst[0])}`;
    })
    .join('; ');
}

function line({ values }: Series, { fromMs, toMs }: Span, dashes: string): string {
  const x = (atMs: number) => Math.round(((atMs - fromMs) / Math.max(1, toMs - fromMs)) * WIDTH);
  const points = [...values]
    .sort(([one], [other]) => one - other)
    .filter(([minute]) => minute >= fromMs && minute <= toMs)
    .map(([minute, percent]) => `${x(minute)},${y(percent)}`);
  return `<polyline fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="${dashes}" points="${points.join(' ')}"/>`;
}

function legend(series: readonly Series[]): string {
  const each = WIDTH / Math.max(1, series.length);
  return series
    .map(({ name }, index) => {
      const x = Math.round(index * each);
      const dashes = DASHES[index % DASHES.length] ?? 'none';
      return `<path d="M${x} 8h24" stroke="currentColor" stroke-width="2" stroke-dasharray="${dashes}"/><text x="${x + 30}" y="12">${escapeHtml(name)} (%)</text>`;
    })
    .join('');
}

function y(percent: number): number {
  return Math.round(TOP + HEIGHT * (1 - Math.min(100, Math.max(0, percent)) / 100));
}
