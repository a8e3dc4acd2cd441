import { totalDollars } from '../../facts/monthly-cost';
import { escapeXml } from '../../kernel/escape-xml';
import { groupBy } from '../../kernel/group-by';
import type { AssemblyReport } from '../assembly-schema';
import { NOT_OURS } from '../format';

/** What was modelled, ignored and unsupported, per resource and property, and what each stack costs. */
export function coverageSection(assemblies: readonly AssemblyReport[]): string {
  const shared = sharedBy(assemblies);
  const details = assemblies.map((assembly) => assemblyDetails(assembly, shared));
  const [first] = assemblies;
  const alike = shared.size === 0 || first === undefined ? '' : sharedDetails(first, assemblies, shared);
  return `<section><h2>What was looked at</h2>${details.join('')}${alike}</section>`;
}

/** What is the same in every assembly, as JSON, where there are several: it is listed once. */
function sharedBy(assemblies: readonly AssemblyReport[]): ReadonlySet<string> {
  const [first, ...others] = assemblies.map(
    ({ modelled, aside }) => new Set([...modelled, ...aside].map((resource) => JSON.stringify(resource))),
  );
  if (first === undefined || others.length === 0) {
    return new Set();
  }
  return new Set([...first].filter((resource) => others.every((other) => other.has(resource))));
}

const sharedDetails = (
  { modelled, aside }: AssemblyReport,
  assemblies: readonly AssemblyReport[],
  shared: ReadonlySet<string>,
): string =>
  `<div class="scenario"><details><summary><h3>${assemblies.map(({ topology }) => topology).join(' and ')}: ${shared.size} resources that are the same</h3></summary>
<ul class="coverage">${resources({ modelled, aside }, (resource) => shared.has(JSON.stringify(resource)))}</ul></details></div>`;

const resources = (
  { modelled, aside }: Pick<AssemblyReport, 'modelled' | 'aside'>,
  listed: (resource: unknown) => boolean,
): string =>
  [
    ...modelled.filter(listed).map(modelledItem),
    ...aside.filter(listed).map(({ name, type, because }) => item('aside', name, type, because)),
  ].join('');

function assemblyDetails(assembly: AssemblyReport, shared: ReadonlySet<string>): string {
  const { topology, domainName, modelled, aside, unsupported, cost } = assembly;
  const ignored = modelled.reduce((sum, resource) => sum + resource.ignored.length, 0);
  return `<div class="scenario"><details><summary><h3>${topology}: ${escapeXml(domainName)}</h3></summary>
${topology === 'other' ? `<p>Topology "other": ${escapeXml(NOT_OURS)}.</p>\n` : ''}<p>${modelled.length} resources modelled (${ignored} of their properties ignored), ${aside.length} without influence, ${unsupported.length} unsupported${shared.size === 0 ? '' : '; those that are the same in each topology are listed below'}.</p>
<ul class="coverage">${unsupported.map(({ name, type }) => item('unsupported', name, type)).join('')}${resources(assembly, (resource) => !shared.has(JSON.stringify(resource)))}</ul>
<h4>About $${totalDollars(cost).toFixed(2)} a month, traffic not counted</h4>
<table><thead><tr><th scope="col">item</th><th scope="col">count</th><th scope="col">US $</th></tr></thead>
<tbody>${cost.map(({ what, count, dollars }) => `<tr><th scope="row">${escapeXml(what)}</th><td>${count}</td><td>${dollars.toFixed(2)}</td></tr>`).join('')}</tbody></table>
</details></div>`;
}

const item = (kind: string, name: string, type: string, because = ''): string =>
  `<li><strong>${kind}</strong> <code>${escapeXml(name)}</code> ${escapeXml(type)}${because === '' ? '' : `: ${escapeXml(because)}`}`;

/** What is modelled is counted, and named in the JSON report; what is ignored is told, by reason. */
const modelledItem = ({ name, type, modelled, ignored }: AssemblyReport['modelled'][number]): string =>
  `<li><strong>modelled</strong> <code>${escapeXml(name)}</code> ${escapeXml(type)}: ${modelled.length} properties modelled, ${ignored.length} ignored${
    ignored.length === 0
      ? ''
      : `<ul>${groupBy(ignored, ({ because }) => because)
          .map(ignoredItem)
          .join('')}</ul>`
  }`;

const ignoredItem = (alike: readonly { readonly path: string; readonly because: string }[]): string =>
  `<li>ignored <code>${escapeXml(alike.map(({ path }) => path).join(', '))}</code>: ${escapeXml(alike[0]?.because ?? '')}`;
