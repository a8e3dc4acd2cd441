import { escapeXml } from '../../kernel/escape-xml';
import { formatDuration } from '../format';
import { formatShare, HURT_MEANS, hurtShareOf, hurtsMany } from '../hurt';
import type { Report, ScenarioReport } from '../report-schema';
import { rowsOf, type ScenarioRow, topologiesOf } from '../rows';
import { isAtRisk } from '../summary';
import { verdictOf } from './badge';
import { filterClasses, filters } from './filters';
import { linkTo } from './links';
import { legend, STACK } from './outcome-style';

const COLUMNS: readonly {
  readonly title: string;
  readonly extra?: boolean;
  readonly of: (report: ScenarioReport) => number | null;
}[] = [
  { title: 'wait', extra: true, of: ({ waits }) => waits.worstMs },
  { title: 'told', of: ({ times }) => times.alertMs },
  { title: 'over', extra: true, of: ({ times }) => times.recoveredMs },
];

/** Left out where the page is too narrow for all and too wide for cards. */
const classOf = (extra = false): string => (extra ? ' class="extra"' : '');

/** A row a scenario, the riskiest first, the topologies beside each other. */
export function summarySection({ scenarios }: Report): string {
  const rows = rowsOf(scenarios);
  const topologies = topologiesOf(scenarios);
  const heads = topologies.map(
    (topology) =>
      `<th scope="col">${topology}: requests</th><th scope="col">hurt</th>${COLUMNS.map(({ title, extra }) => `<th scope="col"${classOf(extra)}>${title}</th>`).join('')}<th scope="col">verdict</th>`,
  );
  return `<section class="scenarios"><h2>Scenarios, riskiest first</h2>
${filters(rows)}${legend()}
<div class="scroll" tabindex="0" role="region" aria-label="All scenarios"><table class="summary cards">
<thead><tr><th scope="col">scenario</th>${heads.join('')}</tr></thead>
<tbody>${rows.map((row) => rowMarkup(row, topologies)).join('')}</tbody></table></div>
<p class="meta">${LEGEND}</p></section>`;
}

const LEGEND =
  `Requests: what became of them while the fault lasted. Risk: likelihood times impact, 1 to 25. Hurt: ${HURT_MEANS}. Wait: the longest of a shopper, from asking to seeing. Told: ` +
  'from the failure until on-call has a message. Over: from the repair until on-call is told so for good. At risk: ' +
  'budgets that were kept, and that bad luck may exceed.';

function rowMarkup(row: ScenarioRow, topologies: readonly string[]): string {
  const [first] = row.plays;
  const name =
    first === undefined
      ? ''
      : `<a href="${linkTo(first)}">${escapeXml(row.name)}</a> <small>risk ${row.risk}</small>`;
  const groups = topologies.map((topology) => {
    const play = row.plays.find((one) => one.topology === topology);
    return play === undefined
      ? `<td class="bar none" colspan="${COLUMNS.length + 3}" data-label="${topology}">not played</td>`
      : playCells(play);
  });
  return `<tr class="${filterClasses(row)}"><th scope="row">${name}</th>${groups.join('')}</tr>`;
}

function playCells(play: ScenarioReport): string {
  const cells = COLUMNS.map(({ title, extra, of }) => {
    const ms = of(play);
    return `<td data-label="${title}"${classOf(extra)}>${ms === null ? '<span class="none">never</span>' : brief(ms)}</td>`;
  });
  const share = formatShare(hurtShareOf(play));
  return (
    `<td class="bar" data-label="${play.topology}">${outcomeBar(play)}</td>` +
    `<td data-label="hurt">${hurtsMany(play) ? `<strong class="no">${share}</strong>` : share}</td>${cells.join('')}` +
    `<td class="verdict-cell">${linkedBadge(play)}</td>`
  );
}

function linkedBadge(play: ScenarioReport): string {
  const { tone, text } = verdictOf(play);
  const risks = play.findings.filter(isAtRisk).length;
  const label = `${text}: ${play.name}, ${play.topology}`;
  const remark = risks === 0 ? '' : ` <small>${risks} at risk</small>`;
  return `<a class="badge ${tone}" href="${linkTo(play)}" aria-label="${escapeXml(label)}">${text}</a>${remark}`;
}

/** From a hundred seconds on, tenths tell nobody anything here. */
const brief = (ms: number): string => (ms < 100_000 ? formatDuration(ms) : `${Math.round(ms / 1000)} s`);

/** Shares of the requests, side by side; the numbers in words for those who do not see it. */
function outcomeBar({ requestsMeanwhile: requests }: ScenarioReport): string {
  const total = Math.max(
    1,
    STACK.reduce((sum, { outcome }) => sum + requests[outcome], 0),
  );
  let left = 0;
  const rects = STACK.map(({ outcome, className }) => {
    const width = (requests[outcome] / total) * 100;
    const x = left > 0 ? ` x="${left.toFixed(1)}%"` : '';
    const rect = `<rect class="${className}"${x} width="${width.toFixed(1)}%"/>`;
    left += width;
    return width > 0 ? rect : '';
  });
  const label = STACK.filter(({ outcome }) => requests[outcome] > 0)
    .map(({ outcome }) => `${outcome} ${requests[outcome]}`)
    .join(', ');
  return `<svg role="img" aria-label="${label === '' ? 'no requests' : label}">${rects.join('')}</svg>`;
}
