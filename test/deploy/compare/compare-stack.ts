import type { Template } from '../stack/assembly';
import type { Deployed } from '../stack/deployed';
import { type Difference, differences } from './differences';
import { GAPS, type Gap, gapOf } from './gaps';

export interface Mistake {
  readonly logicalId: string;
  /** For people. */
  readonly text: string;
}

/** How a deployed stack compares with its template. */
export interface Comparison {
  /** Resources and properties that are not as the template says. */
  readonly mistakes: readonly Mistake[];
  /** How many resources were found and compared. */
  readonly resources: number;
  /** The gaps that something fell into. */
  readonly gaps: ReadonlySet<Gap>;
}

/** Holds every property of a template against what the services have. */
export function compareStack(
  template: Template,
  { expected, actual }: Deployed,
  gaps: readonly Gap[] = GAPS,
): Comparison {
  const mistakes: Mistake[] = [];
  const used = new Set<Gap>();
  for (const [logicalId, properties] of Object.entries(expected)) {
    const type = template.Resources[logicalId]?.Type ?? '';
    const found = actual[logicalId];
    if (!found) {
      mistakes.push({ logicalId, text: `${type} ${logicalId} is not there` });
      continue;
    }
    for (const difference of differences(properties, found.properties)) {
      const gap = gapOf(type, difference.path, gaps);
      if (gap === undefined) {
        mistakes.push({ logicalId, text: `${type} ${logicalId} ${describe(difference)}` });
      } else {
        used.add(gap);
      }
    }
  }
  return { mistakes, resources: Object.keys(expected).length, gaps: used };
}

const describe = ({ path, expected, actual }: Difference): string =>
  `${path}: the template says ${short(expected)}, there is ${short(actual)}`;

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
