import type { UnknownValues } from '../../unknowns/unknown-values';
import { UNKNOWN_NAMES, type UnknownName, unknownOf } from '../../unknowns/unknowns';
import type { Interval } from './interval';

/** Something that AWS gives no number for and that may break a budget. */
export interface Exposure {
  readonly unknown: UnknownName;
  /** The end of its range that is worse, in its unit. */
  readonly at: number;
  /** The latest that the time may come there. */
  readonly mayReachMs: number;
  /** From which value on no luck keeps the budget, in the unknown's unit. @default - luck may keep it over the whole range */
  readonly missesFrom?: number;
}

/** A budget, and the arithmetic that it is held against. */
export interface ExposedBudget {
  readonly budgetMs: number;
  /** Predicts the time with other values for some unknowns. @returns undefined where nobody can */
  readonly predictAt: (given: Partial<UnknownValues>) => Interval | undefined;
}

/** The unknowns each of which, alone, may make a time later than its budget and later than it is without; the worst first. */
export function exposuresOf(budget: ExposedBudget, values: UnknownValues): readonly Exposure[] {
  return UNKNOWN_NAMES.flatMap((unknown) => exposureTo(unknown, budget, values) ?? []).sort(
    (a, b) => b.mayReachMs - a.mayReachMs,
  );
}

function exposureTo(
  unknown: UnknownName,
  { budgetMs, predictAt }: ExposedBudget,
  values: UnknownValues,
): Exposure | undefined {
  const { least, most } = unknownOf(unknown);
  const at = (value: number) => predictAt({ [unknown]: value });
  const usual = at(values[unknown]);
  const [end] = [least, most].sort((a, b) => (at(b)?.latestMs ?? 0) - (at(a)?.latestMs ?? 0));
  const worst = end === undefined ? undefined : at(end);
  if (usual === undefined || end === undefined || worst === undefined) {
    return undefined;
  }
  if (worst.latestMs <= budgetMs || worst.latestMs <= usual.latestMs) {
    return undefined;
  }
  const misses = (value: number) => (at(value)?.earliestMs ?? 0) > budgetMs;
  const missesFrom = misses(end) ? firstThat(misses, values[unknown], end) : undefined;
  return { unknown, at: end, mayReachMs: worst.latestMs, ...(missesFrom !== undefined && { missesFrom }) };
}

/** The whole number nearest to where a search begins for which something holds that holds at the end, and from there on. */
function firstThat(holds: (value: number) => boolean, from: number, end: number): number {
  if (holds(from)) {
    return from;
  }
  let [fails, found] = [from, end];
  while (Math.abs(found - fails) > 1) {
    const middle = Math.round((fails + found) / 2);
    if (holds(middle)) {
      found = middle;
    } else {
      fails = middle;
    }
  }
  return found;
}
