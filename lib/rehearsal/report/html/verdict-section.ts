import { escapeXml } from '../escape-xml';
import { missesOf, titleOf } from '../format';
import type { Report } from '../report-schema';
import { linkTo } from './scenario-section';

/** Whether it held, how far that goes, and what was missed. */
export function verdictSection(report: Report): string {
  const { passed } = report;
  return `<p class="verdict ${passed ? 'passed' : 'failed'}">${verdict(report)}</p>${counts(report)}${misses(report)}`;
}

function verdict({ passed, scenarios, summary }: Report): string {
  if (!passed) return `${scenarios.length - summary.held} of ${scenarios.length} failed`;
  const { held, knownGaps } = summary;
  return knownGaps === 0
    ? 'Everything held'
    : `${held} of ${scenarios.length} held, ${knownGaps} with a known gap`;
}

/** What "held" leaves open is said only where there is any. */
function counts({ scenarios, summary: { held, knownGaps, widenedBudgets, atRisk } }: Report): string {
  const all = [
    { count: held - knownGaps, what: 'passed' },
    { count: knownGaps, what: 'passed with a known gap' },
    { count: scenarios.length - held, what: 'failed' },
    { count: widenedBudgets, what: "held to wider budgets than the store's" },
    { count: atRisk, what: `${atRisk === 1 ? 'budget' : 'budgets'} kept, which bad luck may exceed` },
  ];
  const items = all.filter(({ count }) => count > 0);
  return `<ul class="counts">${items.map(({ count, what }) => `<li><strong>${count}</strong> ${what}</li>`).join('')}</ul>`;
}

function misses({ scenarios }: Report): string {
  const items = scenarios.flatMap((scenario) =>
    missesOf(scenario).map(
      (miss) =>
        `<li><a href="${linkTo(scenario)}">${escapeXml(titleOf(scenario))}</a>: ${escapeXml(miss)}</li>`,
    ),
  );
  return items.length === 0 ? '' : `<ul class="misses">${items.join('')}</ul>`;
}
