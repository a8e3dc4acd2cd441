import { escapeXml } from '../../kernel/escape-xml';
import { formatCounted, formatDuration, formatLoss, titleOf } from '../format';
import { formatShare, hurtShareOf } from '../hurt';
import type { ScenarioReport } from '../report-schema';
import { badge } from './badge';
import { findingsSection } from './findings-section';
import { lanes } from './lanes';
import { idOf, linkTo } from './links';
import { legend } from './outcome-style';
import type { Repeated } from './repeated-messages';
import { requestsChart } from './requests-chart';
import { requestsTable } from './requests-table';
import { story } from './story';

/** One play, folded up unless it is the first or failed, with a link to itself beside its heading. */
export function scenarioSection(report: ScenarioReport, first: boolean, repeated: Repeated): string {
  const { passed, hypothesis, owner, likelihood, impact } = report;
  const title = escapeXml(titleOf(report));
  // A link to something inside opens what is folded up; one to the details themselves would not.
  return `<div class="scenario"><details${first || !passed ? ' open' : ''}>
<summary><h3>${title}</h3><span class="hurt-share">${formatShare(hurtShareOf(report))} hurt</span>${badge(report)}</summary>
<p id="${escapeXml(idOf(report))}">${escapeXml(hypothesis)}.</p>
<p class="meta">likelihood ${likelihood} of 5 · impact ${impact} of 5 · ${escapeXml(owner)}${gap(report)}${wider(report)}${counted(report)}</p>
<figure>${legend(report.requests)}${requestsChart(report)}${lanes(report)}<figcaption>${escapeXml(caption(report))}</figcaption>${requestsTable(report)}</figure>
<h4>Verdict</h4>${findingsSection(report)}
<h4>What happened</h4>${story(report, repeated)}
</details><a class="permalink" href="${linkTo(report)}" aria-label="Link to ${title}">#</a></div>`;
}

const gap = ({ knownGap }: ScenarioReport): string =>
  knownGap === null ? '' : ' · <a href="#known-gaps">known gap</a>';

const wider = ({ widenedBudgets }: ScenarioReport): string =>
  widenedBudgets.length === 0
    ? ''
    : ` · wider here than in the store: ${escapeXml(widenedBudgets.join(', '))}`;

function counted(report: ScenarioReport): string {
  const text = formatCounted(report);
  return text === undefined ? '' : ` · ${escapeXml(text)}`;
}

function caption({ waits, orders, loss }: ScenarioReport): string {
  return (
    `Half of the shoppers waited less than ${formatDuration(waits.p50Ms)}, 99 % less than ${formatDuration(waits.p99Ms)}, ` +
    `one ${formatDuration(waits.worstMs)}. ${orders.placed} orders were placed; ${orders.atRisk} shoppers with something in ` +
    `the cart were kept out, ${orders.saved} of them ordered later. Lost: ${formatLoss(loss)}.`
  );
}
