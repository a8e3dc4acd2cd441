import { escapeXml } from '../escape-xml';
import { titleOf } from '../format';
import type { ScenarioReport } from '../report-schema';
import { STACK } from './outcome-style';
import { share, tickLabel, ticks } from './time-axis';

const SHARES = { top: 18, height: 150 };
const COUNTS = { top: 190, height: 44 };
const HEIGHT = 258;

/** What became of requests over time: shares by outcome as stacked areas, and how many there were below. */
export function requestsChart(report: ScenarioReport): string {
  const { endMs, faults, overTime } = report;
  const totals = totalsOf(report);
  const peak = Math.max(1, ...totals);
  const seconds = overTime.bucketMs / 1000;
  const label = `Requests by outcome over time: ${titleOf(report)}`;
  return `<svg class="chart" width="100%" height="${HEIGHT}" role="img" aria-label="${escapeXml(label)}">
<text class="note" x="0" y="12">share of the requests in ${seconds} s</text>
${plot(SHARES, `0 0 ${endMs} 1000`, shares(report, totals))}
<text class="note" x="0" y="${COUNTS.top - 6}">all requests, up to ${peak} in ${seconds} s</text>
${plot(COUNTS, `0 0 ${endMs} ${peak}`, [area('total', { upper: totals.map((total) => peak - total), lower: totals.map(() => peak), overTime })])}
${faults
  .flatMap(({ fromMs, toMs }) => [fromMs, toMs])
  .map((ms) => rule('moment', ms, endMs))
  .join('')}
${ticks(endMs)
  .map((ms) => `${rule('tick', ms, endMs)}${tickText(ms, endMs)}`)
  .join('')}
<line class="axis" x1="0" x2="100%" y1="${BOTTOM}" y2="${BOTTOM}"/>
</svg>`;
}

const BOTTOM = COUNTS.top + COUNTS.height;

/** A picture of its own that is stretched to the width of the page. */
const plot = (
  { top, height }: { readonly top: number; readonly height: number },
  viewBox: string,
  paths: readonly string[],
): string =>
  `<svg x="0" y="${top}" width="100%" height="${height}" viewBox="${viewBox}" preserveAspectRatio="none">${paths.join('')}</svg>`;

const rule = (className: string, ms: number, endMs: number): string =>
  `<line class="${className}" x1="${share(ms, endMs)}" x2="${share(ms, endMs)}" y1="${SHARES.top}" y2="${BOTTOM}"/>`;

const tickText = (ms: number, endMs: number): string =>
  `<text class="label" x="${share(ms, endMs)}" y="${HEIGHT - 8}">${tickLabel(ms)}</text>`;

function totalsOf({ overTime: { counts } }: ScenarioReport): readonly number[] {
  const length = Math.max(...STACK.map(({ outcome }) => counts[outcome].length));
  return Array.from({ length }, (_, index) =>
    STACK.reduce((sum, { outcome }) => sum + (counts[outcome][index] ?? 0), 0),
  );
}

/** In thousandths, the origin at the top as in every picture. */
function shares({ overTime }: ScenarioReport, totals: readonly number[]): readonly string[] {
  let below: readonly number[] = totals.map(() => 0);
  return STACK.map(({ outcome, className }) => {
    const lower = below;
    below = lower.map((sum, index) => sum + (overTime.counts[outcome][index] ?? 0));
    const heightOf = (sums: readonly number[]) =>
      sums.map((sum, index) => 1000 - Math.round((sum / Math.max(1, totals[index] ?? 0)) * 1000));
    return area(className, { upper: heightOf(below), lower: heightOf(lower), overTime });
  });
}

interface Edges {
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  readonly overTime: ScenarioReport['overTime'];
}

/** A bucket is drawn over its whole length. Only changes of height are written down. */
function area(className: string, { upper, lower, overTime: { bucketMs } }: Edges): string {
  if (upper.every((height, index) => height === lower[index])) return '';
  const endMs = upper.length * bucketMs;
  const forth = upper.map((height, index) =>
    height === upper[index - 1] ? '' : `H${index * bucketMs}V${height}`,
  );
  const back = lower.map((height, index) =>
    height === lower[index + 1] ? '' : `H${(index + 1) * bucketMs}V${height}`,
  );
  return `<path class="${className}" d="M0 ${upper[0]}${forth.join('')}H${endMs}${back.reverse().join('')}H0Z"/>`;
}
