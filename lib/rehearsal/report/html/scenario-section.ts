import { escapeXml } from '../escape-xml';
import {
  formatAllowed,
  formatCounted,
  formatDuration,
  formatLoss,
  formatMeasured,
  formatRisk,
  titleOf,
} from '../format';
import type { ReportFinding, ScenarioReport } from '../report-schema';
import { isAtRisk } from '../summary';
import { lanes } from './lanes';
import { legend } from './outcome-style';
import { requestsChart } from './requests-chart';
import { requestsTable } from './requests-table';
import { story } from './story';

/** Where a scenario stands in the page: its name in whatever script, without the spaces that no `id` may have. */
const idOf = ({ name, topology }: Pick<ScenarioReport, 'name' | 'topology'>): string =>
  `${topology}-${name.replace(/\s/g, '-')}`;

/** What leads there. */
export const linkTo = (scenario: Pick<ScenarioReport, 'name' | 'topology'>): string =>
  `#${encodeURIComponent(idOf(scenario))}`;

/** Passed, passed with a known gap, or failed: in words, not by colour alone. */
export function badge({ passed, knownGap }: Pick<ScenarioReport, 'passed' | 'knownGap'>): string {
  if (!passed) return '<span class="badge failed">failed</span>';
  return knownGap === null
    ? '<span class="badge passed">passed</span>'
    : '<span class="badge gap">known gap</span>';
}

/** One scenario, folded up unless it is the first or failed. A known gap is told either way. */
export function scenarioSection(report: ScenarioReport, first: boolean): string {
  const { passed, hypothesis, owner, likelihood, impact } = report;
  // A link to something inside opens what is folded up; one to the details themselves would not.
  return `<details class="scenario"${first || !passed ? ' open' : ''}>
<summary><h3>${escapeXml(titleOf(report))}</h3>${badge(report)}${gap(report)}</summary>
<p id="${escapeXml(idOf(report))}">${escapeXml(hypothesis)}.</p>
<p class="meta">likelihood ${likelihood} of 5 · impact ${impact} of 5 · ${escapeXml(owner)}${wider(report)}${counted(report)}</p>
<figure>${legend()}${requestsChart(report)}${lanes(report)}<figcaption>${escapeXml(caption(report))}</figcaption>${requestsTable(report)}</figure>
<h4>Verdict</h4>${findingsTable(report)}
<h4>What happened</h4>${story(report)}
</details>`;
}

const gap = ({ knownGap }: ScenarioReport): string =>
  knownGap === null ? '' : `<span class="gap-text"><strong>Known gap:</strong> ${escapeXml(knownGap)}</span>`;

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
    `the cart were kept out, ${orders.saved} of them ordered later. Lost: ${formatLoss(loss)}. Requests are those of shoppers: ` +
    "CloudFront's own figures, which messages quote, also count those of waiting emergency pages."
  );
}

const findingsTable = ({ findings, ...scenario }: ScenarioReport): string =>
  `<div class="scroll" tabindex="0" role="region" aria-label="Verdict: ${escapeXml(titleOf(scenario))}"><table class="findings cards">
<thead><tr><th scope="col">what</th><th scope="col">kind</th><th scope="col">measured</th><th scope="col">allowed</th><th scope="col">held</th></tr></thead>
<tbody>${findings.map(findingRow).join('')}</tbody></table></div>`;

const findingRow = (finding: ReportFinding): string =>
  `<tr><th scope="row">${escapeXml(finding.what)}${changedBy(finding)}</th><td data-label="kind">${finding.kind}</td><td data-label="measured">${formatMeasured(finding)}</td>` +
  `<td data-label="allowed">${formatAllowed(finding)}${formatRisk(finding)}</td><td data-label="held">${heldMark(finding)}</td></tr>`;

/** What to do about a miss. */
const changedBy = ({ passed, changedBy: props }: ReportFinding): string =>
  passed || props.length === 0 ? '' : `<br><small>change it by ${escapeXml(props.join(', '))}</small>`;

function heldMark(finding: ReportFinding): string {
  if (!finding.passed) return '<strong class="no">no</strong>';
  return isAtRisk(finding) ? '<strong class="at-risk">with luck</strong>' : 'yes';
}
