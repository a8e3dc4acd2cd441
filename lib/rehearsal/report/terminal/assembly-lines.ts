import { totalDollars } from '../../facts/monthly-cost';
import { groupBy } from '../../kernel/group-by';
import type { AssemblyReport } from '../assembly-schema';
import { NOT_OURS } from '../format';
import { type TerminalStyle, wrap } from './style';

/** What was looked at, counted, and what the stack costs. */
export function assemblySummary(assembly: AssemblyReport, { width }: TerminalStyle): readonly string[] {
  const { modelled, aside, unsupported, cost, topology } = assembly;
  const ignored = modelled.reduce((sum, resource) => sum + resource.ignored.length, 0);
  return [
    ...(topology === 'other' ? wrap(`other: ${NOT_OURS}`, 0, width) : []),
    ...wrap(
      `${topology}: ${modelled.length} resources modelled (${ignored} properties ignored), ${aside.length} without influence, ${unsupported.length} unsupported; about $${totalDollars(cost).toFixed(2)} a month without traffic`,
      0,
      width,
    ),
    ...(unsupported.length > 0
      ? wrap(`unsupported, off the failover path: ${byType(unsupported)}; --verbose names each`, 2, width)
      : []),
  ];
}

/** An app around the store may have hundreds. */
const byType = (resources: AssemblyReport['unsupported']): string =>
  groupBy(resources, ({ type }) => type)
    .map((group) => `${group.length} ${group[0].type}`)
    .join(', ');

/** Every resource with its ignored properties and the reasons, and every line of the bill. */
export function assemblyDetails(
  assembly: AssemblyReport,
  { colors, width }: TerminalStyle,
): readonly string[] {
  return [
    colors.bold(`${assembly.topology} (${assembly.domainName}): what was looked at`),
    ...assembly.modelled.flatMap(({ name, type, modelled, ignored }) => [
      ...wrap(`modelled ${name} (${type}): ${modelled.length} properties`, 2, width),
      ...ignored.flatMap(({ path, because }) => wrap(`ignored ${path}: ${because}`, 4, width)),
    ]),
    ...assembly.aside.flatMap(({ name, type, because }) =>
      wrap(`aside ${name} (${type}): ${because}`, 2, width),
    ),
    ...assembly.unsupported.flatMap(({ name, type }) => wrap(`unsupported ${name} (${type})`, 2, width)),
    '',
    ...assembly.cost.map(
      ({ what, count, dollars }) => `  ${`${count} ${what}`.padEnd(50)} $${dollars.toFixed(2).padStart(5)}`,
    ),
    '',
  ];
}
