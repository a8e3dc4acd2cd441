import type { Random } from '../kernel/clock/random';
import { UNKNOWN_NAMES, UNKNOWNS, type UnknownName, unknownOf } from './unknowns';

/** A number for each unknown: what a play takes for true. */
export type UnknownValues = Readonly<Record<UnknownName, number>>;

/** From where to where each unknown may lie: what a prediction has to hold for. */
export type UnknownRanges = Readonly<Record<UnknownName, { readonly least: number; readonly most: number }>>;

const each = <T>(of: (name: UnknownName) => T): Readonly<Record<UnknownName, T>> =>
  Object.fromEntries(UNKNOWN_NAMES.map((name) => [name, of(name)])) as Record<UnknownName, T>;

/** What a play takes that is given nothing else. */
export const UNKNOWN_DEFAULTS: UnknownValues = each((name) => unknownOf(name).default);

/** All that may be true. */
export const UNKNOWN_RANGES: UnknownRanges = UNKNOWNS;

/** The defaults but for some. @param given within their ranges */
export const unknownsWith = (given: Partial<UnknownValues>): UnknownValues => ({
  ...UNKNOWN_DEFAULTS,
  ...given,
});

/** Nothing is unknown but for some: the values of a play, and the whole range of these. */
export const rangesAt = (values: UnknownValues, open: readonly UnknownName[] = []): UnknownRanges =>
  each((name) => (open.includes(name) ? UNKNOWN_RANGES[name] : { least: values[name], most: values[name] }));

/** A whole number within each range, as likely as any other. */
export const drawUnknowns = (random: Random): UnknownValues =>
  each((name) => {
    const { least, most } = unknownOf(name);
    return least + Math.floor(random() * (most - least + 1));
  });
