import { escapeXml } from '../../kernel/escape-xml';
import { titleOf } from '../format';
import type { ScenarioReport } from '../report-schema';
import { STACK } from './outcome-style';
import { share, tickLabel, ticks } from './time-axis';

const SHARES = { top: 18, height: 150 };
const COUNTS = { top: 190, height: 44 };
const HEIGHT = 258;

/** What became of requests over time: shares by outcome as stacked areas, and how many there were below. */
export function requestsChart(report: ScenarioReport): string {
  const { endMs } = report;
  const overTime = coarse(report);
  const totals = totalsOf(overTime);
  const peak = Math.max(1, ...totals);
  const seconds = overTime.bucketMs / 1000;
  const units = endMs / overTime.bucketMs;
  const heights = totals.map((total) => COUNTS.height - Math.round((total / peak) * COUNTS.height));
  const all = area('total', { upper: heights, lower: totals.map(() => COUNTS.height) });
  const label = `Requests by outcome over time: ${titleOf(report)}`;
  return `<svg class="chart" height="${HEIGHT}" role="img" aria-label="${escapeXml(label)}">
<text class="note" y="12">share of the requests in ${seconds} s</text>
${plot(SHARES, `0 0 ${units} ${LEVELS}`, shares({ overTime }, totals))}
<text class="note" y="${COUNTS.top - 6}">all requests, up to ${peak} in ${seconds} s</text>
${plot(COUNTS, `0 0 ${units} ${COUNTS.height}`, [all])}
${rules(report)}
<g class="labels">${ticks(endMs)
    .map((ms) => `<text x="${share(ms, endMs)}" y="${HEIGHT - 8}">${tickLabel(ms)}</text>`)
    .join('')}</g>
</svg>`;
}

/** More lines than these would hide what they mark. */
const MOST_MOMENTS = 20;

const BOTTOM = COUNTS.top + COUNTS.height;

/** A picture of its own that is stretched to the width of the page. */
const plot = (
  { top, height }: { readonly top: number; readonly height: number },
  viewBox: string,
  paths: readonly string[],
): string =>
  `<svg y="${top}" height="${height}" viewBox="${viewBox}" preserveAspectRatio="none">${paths.join('')}</svg>`;

/** When faults begin and end, and the minutes, from the top to the bottom; a path each, in thousandths of the width. */
function rules({ faults, endMs }: ScenarioReport): string {
  const moments = [...new Set(faults.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].slice(0, MOST_MOMENTS);
  const path = (className: string, instants: readonly number[]) =>
    `<path class="${className}" d="${instants.map((ms) => `M${Math.round((ms / endMs) * 1000)} 0v1`).join('')}"/>`;
  return `<svg y="${SHARES.top}" height="${BOTTOM - SHARES.top}" viewBox="0 0 1000 1" preserveAspectRatio="none">${path('moment', moments)}${path('tick', ticks(endMs))}</svg>`;
}

function totalsOf({ counts }: ScenarioReport['overTime']): readonly number[] {
  const length = Math.max(...STACK.map(({ outcome }) => counts[outcome].length));
  return Array.from({ length }, (_, index) =>
    STACK.reduce((sum, { outcome }) => sum + (counts[outcome][index] ?? 0), 0),
  );
}

/** Levels of height: more than the chart has pixels would weigh, and show nothing. */
const LEVELS = 200;

/** The origin at the top, as in every picture. */
function shares(
  { overTime: { counts } }: Pick<ScenarioReport, 'overTime'>,
  totals: readonly number[],
): readonly string[] {
  let below: readonly number[] = totals.map(() => 0);
  return STACK.map(({ outcome, className }) => {
    const lower = below;
    below = lower.map((sum, index) => sum + (counts[outcome][index] ?? 0));
    const heightOf = (sums: readonly number[]) =>
      sums.map((sum, index) => LEVELS - Math.round((sum / Math.max(1, totals[index] ?? 0)) * LEVELS));
    return area(className, { upper: heightOf(below), lower: heightOf(lower) });
  });
}

interface Edges {
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

/** A bucket is drawn over its whole length, one unit wide. Only changes of height are written down. */
function area(className: string, { upper, lower }: Edges): string {
  if (upper.every((height, index) => height === lower[index])) {
    return '';
  }
  const forth = upper.map((height, index) => (height === upper[index - 1] ? '' : `H${index}V${height}`));
  const back = lower.map((height, index) => (height === lower[index + 1] ? '' : `H${index + 1}V${height}`));
  return `<path class="${className}" d="M0 ${upper[0]}${forth.join('')}H${upper.length}${back.reverse().join('')}H0Z"/>`;
}

/** A chart is some hundred pixels wide. */
const MOST_BUCKETS = 80;

/** So many requests in each bucket as are worth drawing. */
function coarse({ overTime: { bucketMs, counts } }: ScenarioReport): ScenarioReport['overTime'] {
  const length = Math.max(...STACK.map(({ outcome }) => counts[outcome].length));
  const per = Math.max(1, Math.ceil(length / MOST_BUCKETS));
  const sums = (all: readonly number[]) =>
    Array.from({ length: Math.ceil(length / per) }, (_, index) =>
      all.slice(index * per, (index + 1) * per).reduce((sum, count) => sum + count, 0),
    );
  const entries = STACK.map(({ outcome }) => [outcome, sums(counts[outcome])] as const);
  return {
    bucketMs: bucketMs * per,
    counts: Object.fromEntries(entries) as ScenarioReport['overTime']['counts'],
  };
}
