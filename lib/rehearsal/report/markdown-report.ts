import { totalDollars } from '../facts/monthly-cost';
import type { AssemblyReport } from './assembly-schema';
import { comparisonMarkdown } from './compare/comparison-markdown';
import { risksIn } from './decisions';
import {
  describeRisk,
  formatCounted,
  formatDuration,
  formatLoss,
  formatSummary,
  missesOf,
  NOT_OURS,
  titleOf,
} from './format';
import { formatShare, HURT_MEANS, hurtShareOf, hurtsMany } from './hurt';
import { knownGapsOf, playsOf } from './known-gaps';
import { plainMarkdown } from './plain-markdown';
import type { Report, ScenarioReport } from './report-schema';
import { rowsOf } from './rows';
import type { Uncertainty } from './uncertainty-schema';
import { heldText, openText } from './uncertainty-text';

/** GitHub takes no longer comment than 65,536 characters. */
const LONGEST = 65_000;

/**
 * The report for a pull request: the verdict first, what was missed next, everything else folded away. Where it would
 * not fit into a comment, what was looked at is counted only.
 */
export function markdownReport(report: Report): string {
  const text = written(report, looked);
  return text.length <= LONGEST ? text : written(report, counted);
}

type Looked = (assembly: AssemblyReport) => readonly string[];

function written(report: Report, lookedAt: Looked): string {
  const { scenarios, assemblies, passed, seed } = report;
  const failed = scenarios.filter((scenario) => !scenario.passed);
  return [
    passed
      ? `## ✅ Rehearsed: ${scenarios.length} of ${scenarios.length} held${withGaps(report)}`
      : `## ❌ Rehearsed: ${failed.length} of ${scenarios.length} failed`,
    '',
    `Of what held: ${formatSummary(report)}.`,
    '',
    ...failed.flatMap((scenario) => [
      `- **${plainMarkdown(titleOf(scenario))}**`,
      ...missesOf(scenario).map((miss) => `  - ${plainMarkdown(miss)}`),
    ]),
    ...(failed.length > 0 ? [''] : []),
    ...decisions(report),
    ...(report.uncertainty === undefined ? [] : uncertaintyMarkdown(report.uncertainty)),
    ...(report.comparison === undefined ? [] : comparisonMarkdown(report.comparison)),
    '<details><summary>Every scenario</summary>',
    '',
    ...table(scenarios),
    '',
    '</details>',
    '',
    ...countedFrom(scenarios),
    ...gaps(scenarios),
    ...(assemblies.some(({ topology }) => topology === 'other')
      ? [`Topology "other": ${NOT_OURS}.`, '']
      : []),
    ...assemblies.flatMap(lookedAt),
    `Seed ${seed}. Times in seconds of the scenario, counted from the failure; "over" from the repair. Hurt: ${HURT_MEANS}.`,
    '',
  ].join('\n');
}

const withGaps = ({ summary: { knownGaps } }: Report): string =>
  knownGaps === 0 ? '' : `, ${knownGaps} with a known gap`;

/** Which budgets bad luck may exceed, one line a kind. */
function decisions(report: Report): readonly string[] {
  const lines = risksIn(report).map((decision) => {
    const { length } = decision.made;
    const times = length === 1 ? '' : `${length}x `;
    return `- ${times}${plainMarkdown(describeRisk(decision))}`;
  });
  return lines.length === 0 ? [] : ['Bad luck, or a slower AWS, may exceed:', '', ...lines, ''];
}

/** What holds whatever is true of what AWS does not tell, and what does not. */
function uncertaintyMarkdown(uncertainty: Uncertainty): readonly string[] {
  const open = uncertainty.findings.filter(({ held }) => held === 'at the default').map(openText);
  return [
    `What AWS does not tell, ${uncertainty.plays} plays: ${heldText(uncertainty)}.`,
    '',
    ...open.map((text) => `- ${plainMarkdown(text)}`),
    ...(open.length > 0 ? [''] : []),
  ];
}

/** A check mark alone would promise more than was held. */
function markOf(scenario: ScenarioReport): string {
  if (!scenario.passed) {
    return '❌';
  }
  if (scenario.knownGap !== null) {
    return '🟡 gap';
  }
  return hurtsMany(scenario) ? '🟡 hurt' : '✅';
}

function table(scenarios: readonly ScenarioReport[]): readonly string[] {
  const sorted = rowsOf(scenarios).flatMap(({ plays }) => plays);
  const rows = sorted.map((scenario) => {
    const { name, topology, times, waits, loss } = scenario;
    const { detectMs, dnsMs, firstPageMs, alertMs, recoveredMs } = times;
    return [
      markOf(scenario),
      plainMarkdown(name),
      topology,
      formatShare(hurtShareOf(scenario)),
      ...[detectMs, dnsMs, firstPageMs, waits.worstMs, alertMs, recoveredMs].map((ms) =>
        ms === null ? '-' : formatDuration(ms),
      ),
      formatLoss(loss),
    ];
  });
  const head = [
    '',
    'scenario',
    'topology',
    'hurt',
    'detect',
    'switch',
    'page',
    'longest wait',
    'alert',
    'over',
    'lost',
  ];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (index > 2 && index < 10 ? '--:' : '---'))),
    ...rows.map(line),
  ];
}

/** What times count from, where that is not plain. */
function countedFrom(scenarios: readonly ScenarioReport[]): readonly string[] {
  const lines = scenarios.flatMap((scenario) => {
    const text = formatCounted(scenario);
    return text === undefined ? [] : [`- **${plainMarkdown(titleOf(scenario))}**: ${plainMarkdown(text)}`];
  });
  return lines.length === 0
    ? []
    : ['<details><summary>Several faults</summary>', '', ...lines, '', '</details>', ''];
}

function gaps(scenarios: readonly ScenarioReport[]): readonly string[] {
  const known = knownGapsOf(scenarios);
  if (known.length === 0) {
    return [];
  }
  return [
    '<details><summary>Known gaps</summary>',
    '',
    ...known.map((gap) => `- **${plainMarkdown(playsOf(gap))}**: ${plainMarkdown(gap.text)}`),
    '',
    '</details>',
    '',
  ];
}

const ignoredIn = ({ modelled }: AssemblyReport) =>
  modelled.flatMap(({ name, ignored }) => ignored.map((item) => ({ ...item, name })));

function counts(assembly: AssemblyReport): string {
  const { topology, modelled, aside, unsupported, cost } = assembly;
  return `${topology}: ${modelled.length} resources modelled, ${ignoredIn(assembly).length} properties ignored, ${aside.length} resources without influence, ${unsupported.length} unsupported; about $${totalDollars(cost).toFixed(2)} a month`;
}

const counted: Looked = (assembly) => [`${counts(assembly)}; report.html lists them`, ''];

function looked(assembly: AssemblyReport): readonly string[] {
  const { aside, unsupported } = assembly;
  const ignored = ignoredIn(assembly);
  return [
    `<details><summary>${counts(assembly)}</summary>`,
    '',
    ...unsupported.map(({ name, type }) => `- unsupported: \`${name}\` (${type})`),
    ...ignored.map(({ name, path, because }) => `- ignored: \`${name}.${path}\`: ${plainMarkdown(because)}`),
    ...aside.map(({ name, type, because }) => `- aside: \`${name}\` (${type}): ${plainMarkdown(because)}`),
    '',
    '</details>',
    '',
  ];
}
