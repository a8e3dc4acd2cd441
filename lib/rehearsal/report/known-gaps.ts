import { groupBy } from '../kernel/group-by';
import type { ScenarioReport } from './report-schema';

/** Something that the stack is known not to do. */
export interface KnownGap {
  readonly text: string;
  /** Where it shows. */
  readonly plays: readonly [ScenarioReport, ...ScenarioReport[]];
}

/** Every known gap once, however many plays show it. */
export function knownGapsOf(scenarios: readonly ScenarioReport[]): readonly KnownGap[] {
  const known = scenarios.filter(({ knownGap }) => knownGap !== null);
  return groupBy(known, ({ knownGap }) => knownGap ?? '').map((plays) => ({
    text: plays[0].knownGap ?? '',
    plays,
  }));
}

/** `slow, edge and dns; hangs, dns` */
export const playsOf = ({ plays }: KnownGap): string =>
  groupBy(plays, ({ name }) => name)
    .map((same) => `${same[0].name}, ${same.map(({ topology }) => topology).join(' and ')}`)
    .join('; ');
