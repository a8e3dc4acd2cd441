import type { UnknownValues } from './unknown-values';
import { UNKNOWN_NAMES, type UnknownName, unknownOf } from './unknowns';

/** One unknown with another value than the default, everything else left as it is. */
export interface Variation {
  readonly unknown: UnknownName;
  readonly value: number;
}

/** Each unknown alone, at both ends of its range, where those are not what it is taken as anyway. */
export const bothEnds = (values: UnknownValues): readonly Variation[] =>
  UNKNOWN_NAMES.flatMap((unknown) => {
    const { least, most } = unknownOf(unknown);
    return [least, most].filter((value) => value !== values[unknown]).map((value) => ({ unknown, value }));
  });

/** Into how many steps the way to an end is cut that breaks something. */
const STEPS = 5;

/** Between what an unknown is taken as and an end of its range, to see from where on something breaks: four values, fewer where there are fewer. */
export function between({ unknown, value: end }: Variation, values: UnknownValues): readonly Variation[] {
  const from = values[unknown];
  const inside = Array.from({ length: STEPS - 1 }, (_, index) =>
    Math.round(from + ((end - from) * (index + 1)) / STEPS),
  );
  return [...new Set(inside)]
    .filter((value) => value !== from && value !== end)
    .map((value) => ({ unknown, value }));
}
