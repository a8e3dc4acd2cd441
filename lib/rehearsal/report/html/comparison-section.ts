import { escapeXml } from '../../kernel/escape-xml';
import type { Comparison, Difference, ScenarioComparison } from '../compare/comparison-schema';
import {
  changedIn,
  describeChange,
  describeVerdicts,
  formatSide,
  remarksOf,
  topologiesDiffer,
} from '../compare/describe-difference';
import { linkTo } from './links';

/** What differs from another stack, both sides beside each other. Empty without a comparison. */
export function comparisonSection(comparison: Comparison | undefined): string {
  if (comparison === undefined) {
    return '';
  }
  const remarks = [topologiesDiffer(comparison) ?? [], remarksOf(comparison)].flat().join(' ');
  return `<section><h2>Compared with the other stack</h2>
${changedIn(comparison).map(scenarioTable).join('\n')}
<p class="meta">${escapeXml(remarks)}</p></section>
`;
}

const scenarioTable = (scenario: ScenarioComparison): string =>
  `<h3><a href="${linkTo(scenario)}">${escapeXml(scenario.name)}</a> <span class="topology">${scenario.topology}</span>: ${describeVerdicts(scenario)}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="Compared: ${escapeXml(`${scenario.name}, ${scenario.topology}`)}"><table class="cards">
<thead><tr><th scope="col">what</th><th scope="col">other</th><th scope="col">this</th><th scope="col">change</th></tr></thead>
<tbody>${scenario.differences.map(row).join('')}</tbody></table></div>`;

function row(difference: Difference): string {
  const { what, unit, other, own } = difference;
  return (
    `<tr><th scope="row">${escapeXml(what)}</th><td data-label="other">${formatSide(other, unit)}</td>` +
    `<td data-label="this">${formatSide(own, unit)}</td><td data-label="change">${describeChange(difference)}</td></tr>`
  );
}
