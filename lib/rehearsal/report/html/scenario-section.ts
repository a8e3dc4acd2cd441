import { escapeXml } from '../escape-xml';
import {
  formatAllowed,
  formatDuration,
  formatLoss,
  formatMeasured,
  formatOffset,
  formatRisk,
  titleOf,
} from '../format';
import type { ReportFinding, ScenarioReport } from '../report-schema';
import { lanes } from './lanes';
import { legend } from './outcome-style';
import { requestsChart } from './requests-chart';
import { requestsTable } from './requests-table';

/** Where a scenario stands in the page. */
export const anchorOf = ({ name, topology }: Pick<ScenarioReport, 'name' | 'topology'>): string =>
  `${topology}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** Passed, passed with a known gap, or failed: in words, not by colour alone. */
export function badge({ passed, knownGap }: Pick<ScenarioReport, 'passed' | 'knownGap'>): string {
  if (!passed) return '<span class="badge failed">failed</span>';
  return knownGap === null
    ? '<span class="badge passed">passed</span>'
    : '<span class="badge gap">known gap</span>';
}

/** One scenario, folded up unless it failed. */
export function scenarioSection(report: ScenarioReport): string {
  const { passed, hypothesis, knownGap, owner, likelihood, impact } = report;
  return `<details class="scenario" id="${anchorOf(report)}"${passed ? '' : ' open'}>
<summary><h3>${escapeXml(titleOf(report))}</h3>${badge(report)}</summary>
<p>${escapeXml(hypothesis)}.</p>
<p class="meta">likelihood ${likelihood} of 5 · impact ${impact} of 5 · ${escapeXml(owner)}</p>
${knownGap === null ? '' : `<p class="gap-text"><strong>Known gap:</strong> ${escapeXml(knownGap)}</p>`}
<figure>${legend()}${requestsChart(report)}${lanes(report)}<figcaption>${escapeXml(caption(report))}</figcaption>${requestsTable(report)}</figure>
<h4>Verdict</h4>${findingsTable(report)}
<h4>What happened</h4>${story(report)}
</details>`;
}

function caption({ waits, orders, loss }: ScenarioReport): string {
  return (
    `Half of the shoppers waited less than ${formatDuration(waits.p50Ms)}, 99 % less than ${formatDuration(waits.p99Ms)}, ` +
    `one ${formatDuration(waits.worstMs)}. ${orders.placed} orders were placed; ${orders.atRisk} shoppers with something in ` +
    `the cart were kept out, ${orders.saved} of them ordered later. Lost: ${formatLoss(loss)}.`
  );
}

const findingsTable = ({ findings, ...scenario }: ScenarioReport): string =>
  `<div class="scroll" tabindex="0" role="region" aria-label="Verdict: ${escapeXml(titleOf(scenario))}"><table>
<thead><tr><th scope="col">what</th><th scope="col">kind</th><th scope="col">measured</th><th scope="col">allowed</th><th scope="col">held</th></tr></thead>
<tbody>${findings.map(findingRow).join('')}</tbody></table></div>`;

const findingRow = (finding: ReportFinding): string =>
  `<tr><th scope="row">${escapeXml(finding.what)}</th><td>${finding.kind}</td><td>${formatMeasured(finding)}</td>` +
  `<td>${formatAllowed(finding)}${formatRisk(finding)}</td><td>${finding.passed ? 'yes' : '<strong class="no">no</strong>'}</td></tr>`;

const story = ({ timeline }: ScenarioReport): string =>
  `<ol class="story">${timeline
    .map(
      ({ atMs, kind, text, body }) =>
        `<li class="${kind}"><span class="at">${formatOffset(atMs)}</span><div>${
          body === undefined
            ? escapeXml(text)
            : `<details><summary>${escapeXml(text)}</summary><pre tabindex="0">${escapeXml(body)}</pre></details>`
        }</div></li>`,
    )
    .join('')}</ol>`;
