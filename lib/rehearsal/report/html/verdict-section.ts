import { escapeXml } from '../../kernel/escape-xml';
import { type Decision, missedIn, risksIn } from '../decisions';
import { describeMiss, describeRisk, titleOf } from '../format';
import { formatShare, hurtShareOf, hurtsMany, MANY_PERCENT } from '../hurt';
import { knownGapsOf } from '../known-gaps';
import type { Report, ScenarioReport } from '../report-schema';
import { linkTo } from './links';

/** The first screen: whether it held and how far that goes, what to decide, and where shoppers are hurt. */
export const verdictSection = (report: Report): string =>
  `<div class="first">${verdictCard(report)}${decisionsCard(report)}${hurtCard(report)}</div>`;

function verdictCard(report: Report): string {
  const { passed, scenarios, summary } = report;
  const { held, hurt, knownGaps, widenedBudgets } = summary;
  const tone = passed && hurt + knownGaps === 0 ? 'passed' : passed ? 'mixed' : 'failed';
  const verdict = passed
    ? `${held} of ${scenarios.length} held`
    : `${scenarios.length - held} of ${scenarios.length} failed`;
  const gaps = knownGapsOf(scenarios).length;
  const open = [
    { count: hurt, what: `hurt many shoppers: ${MANY_PERCENT} % of the requests or more` },
    { count: knownGaps, what: `rest on <a href="#known-gaps">${count(gaps, 'known gap')}</a>` },
    { count: widenedBudgets, what: "were held to wider budgets than the store's" },
  ].filter((item) => item.count > 0);
  const list = open.map((item) => `<li><strong>${item.count}</strong> ${item.what}</li>`).join('');
  return `<section class="card ${tone}"><h2 class="verdict">${verdict}</h2>${list === '' ? '<p>Nothing is left open.</p>' : `<p>Of those that held:</p><ul class="open">${list}</ul>`}</section>`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** What was missed, then what bad luck may exceed: a kind of finding each. */
function decisionsCard(report: Report): string {
  const items = [
    ...missedIn(report).map((decision) => decisionItem(decision, 'missed', missText(decision))),
    ...risksIn(report).map((decision) =>
      decisionItem(decision, 'at risk', describeRisk({ ...decision, changedBy: [] })),
    ),
  ];
  return `<section class="card"><h2>Decide first</h2>${items.length === 0 ? '<p>Nothing was missed, and no budget is at risk.</p>' : `<ol>${items.join('')}</ol>`}</section>`;
}

function decisionItem({ made, worst, changedBy }: Decision, kind: string, text: string): string {
  const change =
    changedBy.length === 0 ? '' : `<br><small>change it by ${escapeXml(changedBy.join(', '))}</small>`;
  const tone = kind === 'missed' ? 'no' : 'at-risk';
  return `<li><strong class="${tone}">${made.length}× ${kind}</strong> <a href="${linkTo(worst.scenario)}">${escapeXml(text)}</a>${change}`;
}

const missText = ({ what, worst }: Decision): string =>
  `${titleOf(worst.scenario)}: ${what}: ${describeMiss({ ...worst.finding, changedBy: [] })}`;

const MOST_SHOWN = 6;

function hurtCard({ scenarios }: Report): string {
  const hurt = scenarios
    .filter(hurtsMany)
    .toSorted((a, b) => hurtShareOf(b) - hurtShareOf(a))
    .map(hurtItem);
  const more = hurt.length - MOST_SHOWN;
  const rest = more > 0 ? `<p class="meta">${more} more below</p>` : '';
  return `<section class="card"><h2>Where it hurts shoppers</h2>${hurt.length === 0 ? `<p>Nowhere are ${MANY_PERCENT} % of the requests hurt.</p>` : `<ol>${hurt.slice(0, MOST_SHOWN).join('')}</ol>${rest}`}</section>`;
}

const hurtItem = (scenario: ScenarioReport): string =>
  `<li><strong class="no">${formatShare(hurtShareOf(scenario))}</strong> <a href="${linkTo(scenario)}">${escapeXml(titleOf(scenario))}</a></li>`;
