import type { Duration } from 'aws-cdk-lib';
import { describeMistake } from './mistake';
import { isUnknown } from './unknown';

/** An inclusive range of whole numbers. */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** Why these bounds, when they are not AWS's own. @default - no reason is shown */
  readonly because?: string;
}

/** Mistakes in a whole number. */
export function validateInteger(prop: string, value: number | undefined, range: Range): string[] {
  if (value === undefined || isUnknown(value) || isWithin(value, range)) {
    return [];
  }
  return [
    describeMistake({ prop, problem: 'must be a whole number', got: value, remedy: remedy(range, '') }),
  ];
}

/** Mistakes in a duration that AWS wants in whole seconds. */
export function validateSeconds(prop: string, value: Duration | undefined, range: Range): string[] {
  if (value === undefined) {
    return [];
  }
  const seconds = value.toSeconds({ integral: false });
  if (isWithin(seconds, range)) {
    return [];
  }
  return [
    describeMistake({
      prop,
      problem: 'must be a whole number of seconds',
      got: seconds,
      remedy: remedy(range, ' seconds'),
    }),
  ];
}

/** Mistakes in the length of a text. */
export function validateLength(prop: string, text: string, range: Range): string[] {
  if (isUnknown(text) || isWithin(text.length, range)) {
    return [];
  }
  const problem = 'has the wrong length';
  return [describeMistake({ prop, problem, got: text, remedy: remedy(range, ' characters') })];
}

function isWithin(value: number, { min, max }: Range): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function remedy({ min, max, because }: Range, unit: string): string {
  return `allowed are ${min} to ${max}${unit}${because === undefined ? '' : `: ${because}`}`;
}

/** A whole number of minutes or hours, from 1 on. */
export function validateWhole(
  prop: string,
  got: number | undefined,
  { unit, max }: { readonly unit: string; readonly max: number },
): string[] {
  if (got === undefined || (Number.isInteger(got) && got >= 1 && got <= max)) {
    return [];
  }
  return [
    describeMistake({
      prop,
      problem: `must be whole ${unit}`,
      got,
      remedy: `allowed are 1 to ${max} ${unit}`,
    }),
  ];
}
