import { type Limit, numberIn, UNKNOWN } from './limit';

type Judge = Limit['mistakeIn'];

/** A whole number, its bounds included. @param remedy @default - the bounds */
export function wholeNumber(
  from: number,
  to: number,
  reason: string,
  remedy = `allowed are ${from} to ${to}`,
): Judge {
  return (value) => {
    const number = numberIn(value);
    return number === undefined || (Number.isInteger(number) && number >= from && number <= to)
      ? undefined
      : { reason, remedy };
  };
}

/** One of a few texts or numbers. */
export function oneOf(allowed: readonly (string | number)[], reason: string): Judge {
  return (value) => {
    const known = allowed.map(String);
    return (typeof value !== 'string' && typeof value !== 'number') || known.includes(String(value))
      ? undefined
      : { reason, remedy: `allowed are ${known.join(', ')}` };
  };
}

/** A text of some characters at most. */
export function textUpTo(most: number, reason: string): Judge {
  return (value) =>
    typeof value === 'string' && value.length > most
      ? {
          reason,
          remedy: `allowed are ${most} characters`,
          got: `${value.slice(0, 20)}... of ${value.length} characters`,
        }
      : undefined;
}

/** A list of so many elements; one whose elements are not all known can't be judged. */
export function listOf(from: number, to: number, reason: string): Judge {
  return (value) =>
    !Array.isArray(value) || value.includes(UNKNOWN) || (value.length >= from && value.length <= to)
      ? undefined
      : { reason, remedy: `allowed are ${from === to ? from : `${from} to ${to}`}`, got: value.length };
}

/** Whether a property is certainly not there. */
export function isMissing(value: unknown): boolean {
  return value === undefined;
}

/** Whether a property is certainly there: one that is not known may turn out to be left out. */
export function isThere(value: unknown): boolean {
  return value !== undefined && value !== UNKNOWN;
}
