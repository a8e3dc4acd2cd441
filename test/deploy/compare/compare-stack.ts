import type { Template } from '../stack/assembly';
import type { Deployed } from '../stack/deployed';
import { differences } from './differences';
import { GAPS, type Gap, gapOf } from './gaps';

/** How a deployed stack compares with its template. */
export interface Comparison {
  /** Resources and properties that are not as the template says, for people. */
  readonly mistakes: readonly string[];
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
  const mistakes: string[] = [];
  const used = new Set<Gap>();
  for (const [logicalId, properties] of Object.entries(expected)) {
    const type = template.Resources[logicalId]?.Type ?? '';
    const found = actual[logicalId];
    if (!found) {
      mistakes.push(`${type} ${logicalId} is not there`);
      continue;
    }
    for (const difference of differences(properties, found.properties)) {
      const gap = gapOf(type, difference.path, gaps);
      if (gap === undefined) {
        mistakes.push(
          `${type} ${logicalId} ${difference.path}: the template says ${short(difference.expected)}, there is ${short(difference.actual)}`,
        );
      } else {
        used.add(gap);
      }
    }
  }
  return { mistakes, resources: Object.keys(expected).length, gaps: used };
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
