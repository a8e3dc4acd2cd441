import { own } from '../../assembly/own';
import { type Comparison, type EventPattern, isObject, type NumericBound } from './event-pattern';

type TextComparison = Extract<Comparison, { readonly text: string }>;

/** Whether an event matches a pattern. */
export interface EventMatch {
  readonly matches: boolean;
  readonly because: string;
}

/**
 * Matches an event against an event pattern.
 *
 * @param event The whole event, as parsed JSON.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-and-event-patterns.html
 */
export function matchEventPattern(pattern: EventPattern, event: unknown): EventMatch {
  const mismatch = firstMismatch(pattern, event, []);
  return mismatch === undefined
    ? { matches: true, because: 'every field of the pattern matches' }
    : { matches: false, because: `${mismatch.join('.')} does not match` };
}

type Path = readonly string[];

function firstMismatch(pattern: EventPattern, actual: unknown, path: Path): Path | undefined {
  if (pattern.kind === 'leaf') {
    return leafMatches(pattern.anyOf, actual) ? undefined : path;
  }
  // Where the event has an array of objects, one of them has to match. Emulation: an empty array counts as absent.
  if (Array.isArray(actual) && actual.length > 0) {
    const mismatches = actual.map((one) => firstMismatch(pattern, one, path));
    return mismatches.includes(undefined) ? undefined : mismatches[0];
  }
  // Every field of the pattern must match; fields that it does not name don't matter.
  for (const [name, inner] of Object.entries(pattern.fields)) {
    const mismatch = firstMismatch(inner, isObject(actual) ? own(actual, name) : undefined, [...path, name]);
    if (mismatch !== undefined) {
      return mismatch;
    }
  }
  // And of the alternatives of "$or" one.
  if (pattern.anyOf?.every((one) => firstMismatch(one, actual, path) !== undefined)) {
    return [...path, '$or'];
  }
  return undefined;
}

function leafMatches(anyOf: readonly Comparison[], actual: unknown): boolean {
  // Where the event has an array, one of its elements is enough. Emulation: an empty array counts as absent.
  const values: readonly unknown[] = Array.isArray(actual) && actual.length > 0 ? actual : [leafOf(actual)];
  return anyOf.some((comparison) => values.some((value) => compares(comparison, value)));
}

// Comparisons look at leaves only: an object is none.
function leafOf(actual: unknown): unknown {
  return isObject(actual) || Array.isArray(actual) ? undefined : actual;
}

function compares(comparison: Comparison, actual: unknown): boolean {
  switch (comparison.kind) {
    // Exact, upper and lower case apart, "1" and 1 apart, and null only for null.
    case 'equals':
      return actual === comparison.value;
    case 'prefix':
    case 'suffix':
    case 'wildcard':
    case 'equals-ignore-case':
      return typeof actual === 'string' && comparesText(comparison, actual);
    // Numbers only, never their text; both bounds where there are two.
    case 'numeric':
      return typeof actual === 'number' && comparison.bounds.every((bound) => isWithin(bound, actual));
    // Any value but those. A field that is not there has no value.
    case 'anything-but':
      return actual !== undefined && !comparison.noneOf.some((one) => compares(one, actual));
    // Whether the leaf is there at all, be it null.
    case 'exists':
      return (actual !== undefined) === comparison.exists;
  }
}

function comparesText({ kind, text, ignoresCase }: TextComparison, actual: string): boolean {
  const [one, other] = ignoresCase ? [actual.toLowerCase(), text.toLowerCase()] : [actual, text];
  switch (kind) {
    case 'equals-ignore-case':
      return one === other;
    case 'prefix':
      return one.startsWith(other);
    case 'suffix':
      return one.endsWith(other);
    case 'wildcard':
      return matchesWildcard(other, one);
  }
}

// "*" stands for any characters, none included; after a backslash it stands for itself.
function matchesWildcard(text: string, actual: string): boolean {
  const [first = '', ...others] = text.split(/(?<!\\)\*/).map((part) => part.replace(/\\([*\\])/g, '$1'));
  const last = others.pop();
  if (last === undefined) {
    return actual === first;
  }
  const end = actual.length - last.length;
  let at = first.length;
  if (!actual.startsWith(first) || !actual.endsWith(last) || at > end) {
    return false;
  }
  for (const part of others) {
    const found = actual.indexOf(part, at);
    at = found + part.length;
    if (found < 0 || at > end) {
      return false;
    }
  }
  return true;
}

function isWithin({ operator, value }: NumericBound, actual: number): boolean {
  switch (operator) {
    case '<':
      return actual < value;
    case '<=':
      return actual <= value;
    case '=':
      return actual === value;
    case '>=':
      return actual >= value;
    case '>':
      return actual > value;
  }
}
