import { totalDollars } from '../../cost/monthly-cost';
import type { AssemblyReport } from '../assembly-schema';
import { escapeXml } from '../escape-xml';
import { NOT_OURS } from '../format';

/** What was modelled, ignored and unsupported, per resource and property, and what the stack costs. */
export const coverageSection = (assemblies: readonly AssemblyReport[]): string =>
  `<section><h2>What was looked at</h2>${assemblies.map(assemblyDetails).join('')}</section>`;

function assemblyDetails(assembly: AssemblyReport): string {
  const { topology, domainName, modelled, aside, unsupported, cost } = assembly;
  const ignored = modelled.reduce((sum, resource) => sum + resource.ignored.length, 0);
  return `<details class="scenario"><summary><h3>${topology}: ${escapeXml(domainName)}</h3></summary>
${topology === 'other' ? `<p>Topology "other": ${escapeXml(NOT_OURS)}.</p>\n` : ''}<p>${modelled.length} resources modelled (${ignored} of their properties ignored), ${aside.length} without influence, ${unsupported.length} unsupported.</p>
<ul class="coverage">${unsupported.map(({ name, type }) => item('unsupported', name, type)).join('')}${modelled.map(modelledItem).join('')}${aside.map(({ name, type, because }) => item('aside', name, type, because)).join('')}</ul>
<h4>About $${totalDollars(cost).toFixed(2)} a month, traffic not counted</h4>
<table><thead><tr><th scope="col">item</th><th scope="col">count</th><th scope="col">US $</th></tr></thead>
<tbody>${cost.map(({ what, count, dollars }) => `<tr><th scope="row">${escapeXml(what)}</th><td>${count}</td><td>${dollars.toFixed(2)}</td></tr>`).join('')}</tbody></table>
</details>`;
}

const item = (kind: string, name: string, type: string, because = ''): string =>
  `<li><strong>${kind}</strong> <code>${escapeXml(name)}</code> ${escapeXml(type)}${because === '' ? '' : `: ${escapeXml(because)}`}</li>`;

const modelledItem = ({ name, type, modelled, ignored }: AssemblyReport['modelled'][number]): string =>
  `<li><strong>modelled</strong> <code>${escapeXml(name)}</code> ${escapeXml(type)}
<details><summary>${modelled.length} properties modelled, ${ignored.length} ignored</summary><ul>${modelled
    .map((path) => `<li><code>${escapeXml(path)}</code></li>`)
    .join('')}${ignored
    .map(({ path, because }) => `<li>ignored <code>${escapeXml(path)}</code>: ${escapeXml(because)}</li>`)
    .join('')}</ul></details></li>`;
