import { escapeXml } from '../escape-xml';
import { formatDuration } from '../format';
import type { Report, ScenarioReport } from '../report-schema';
import { legend, STACK } from './outcome-style';
import { badge, linkTo } from './scenario-section';

const COLUMNS: readonly { readonly title: string; readonly of: (report: ScenarioReport) => number | null }[] =
  [
    { title: 'detect', of: ({ times }) => times.detectMs },
    { title: 'switch', of: ({ times }) => times.dnsMs },
    { title: 'page', of: ({ times }) => times.firstPageMs },
    { title: 'longest wait', of: ({ waits }) => waits.worstMs },
    { title: 'alert', of: ({ times }) => times.alertMs },
    { title: 'over', of: ({ times }) => times.recoveredMs },
  ];

/** Every scenario in one line: what became of requests while it lasted, and how long things took. */
export const summarySection = ({ scenarios }: Report): string =>
  `<section><h2>All scenarios</h2>${legend()}
<div class="scroll" tabindex="0" role="region" aria-label="All scenarios"><table class="summary cards">
<thead><tr><th scope="col">scenario</th><th scope="col">verdict</th><th scope="col">requests while it lasted</th>${COLUMNS.map(({ title }) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>${scenarios.map(row).join('')}</tbody></table></div>
<p class="meta">${LEGEND}</p></section>`;

const LEGEND =
  'Since the failure: detect, Route 53 answers with SECONDARY; switch, the last resolver follows; page, the first shopper ' +
  'sees the emergency page, the time until one came included; alert, on-call has a message. Since the repair: over, ' +
  'on-call is told so for good. Longest wait: of one shopper, from asking to seeing.';

function row(report: ScenarioReport): string {
  const cells = COLUMNS.map(({ title, of }) => {
    const ms = of(report);
    return `<td data-label="${title}">${ms === null ? '<span class="none">never</span>' : formatDuration(ms)}</td>`;
  });
  return (
    `<tr><th scope="row"><a href="${linkTo(report)}">${escapeXml(report.name)}</a> <span class="topology">${report.topology}</span></th>` +
    `<td class="verdict-cell">${badge(report)}</td><td class="bar">${outcomeBar(report)}</td>${cells.join('')}</tr>`
  );
}

/** Shares of the requests, side by side; the numbers in words for whoever does not see it. */
function outcomeBar({ requestsMeanwhile: requests }: ScenarioReport): string {
  const total = Math.max(
    1,
    STACK.reduce((sum, { outcome }) => sum + requests[outcome], 0),
  );
  let left = 0;
  const rects = STACK.map(({ outcome, className }) => {
    const width = (requests[outcome] / total) * 100;
    const rect = `<rect class="${className}" x="${left.toFixed(2)}%" width="${width.toFixed(2)}%" y="0" height="14"/>`;
    left += width;
    return width > 0 ? rect : '';
  });
  const label = STACK.filter(({ outcome }) => requests[outcome] > 0)
    .map(({ outcome }) => `${outcome} ${requests[outcome]}`)
    .join(', ');
  return `<svg width="100%" height="14" role="img" aria-label="${label === '' ? 'no requests' : label}">${rects.join('')}</svg>`;
}
