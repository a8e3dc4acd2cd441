import { compareTexts } from './compare-text';
import type { Comparison, Scalar } from './comparison';
import { type ArrayMembership, commonMembership, type EventField, eventFields } from './event-fields';
import type { Combination, EventPattern, PatternField } from './event-pattern';
import { isWithin } from './numeric-bounds';

/** Whether an event matches a pattern. */
export interface EventMatch {
  readonly matches: boolean;
  readonly because: string;
}

type Fields = ReadonlyMap<string, readonly EventField[]>;

/**
 * Matches an event against an event pattern.
 *
 * @param event The whole event, as parsed JSON.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-and-event-patterns.html
 * @see https://github.com/aws/event-ruler
 */
export function matchEventPattern(pattern: EventPattern, event: unknown): EventMatch {
  const fields = eventFields(event);
  // Of the combinations that "$or" leads to one must match.
  if (pattern.some((combination) => combinationMatches(combination, fields, OUTSIDE))) {
    return { matches: true, because: 'every field of the pattern matches' };
  }
  return { matches: false, because: mismatch(pattern, fields) };
}

const OUTSIDE: ArrayMembership = new Map();

/**
 * Every field of the pattern must match; fields of the event that it does not name don't matter. Where the event has
 * arrays of objects, one object must match in all of its fields, tried in the order of their paths.
 */
function combinationMatches(
  [first, ...others]: Combination,
  fields: Fields,
  membership: ArrayMembership,
): boolean {
  if (first === undefined) {
    return true;
  }
  return membershipsOf(first, fields, membership).some((next) => combinationMatches(others, fields, next));
}

/** Where the event has what one field of the pattern asks for, within the elements that others have been found in. */
function membershipsOf(
  { path, anyOf }: PatternField,
  fields: Fields,
  membership: ArrayMembership,
): readonly ArrayMembership[] {
  const within = (fields.get(path) ?? []).flatMap((field) => {
    const common = commonMembership(membership, field.membership);
    return common === undefined ? [] : [{ value: field.value, membership: common }];
  });
  // A field that must not exist is looked for in the whole event, as far as no array has been entered.
  const mayBeAbsent = anyOf.some((one) => one.kind === 'exists' && !one.exists);
  if (within.length === 0) {
    return mayBeAbsent ? [membership] : [];
  }
  return within
    .filter(({ value }) => anyOf.some((comparison) => compares(comparison, value)))
    .map((field) => field.membership);
}

/** Says which field no combination finds, or else what fails to combine them. */
function mismatch(pattern: EventPattern, fields: Fields): string {
  const [first = [], ...others] = pattern.map((combination) =>
    combination.filter((field) => membershipsOf(field, fields, OUTSIDE).length === 0).map(({ path }) => path),
  );
  const everywhere = first.find((path) => others.every((paths) => paths.includes(path)));
  if (everywhere !== undefined) {
    return `${everywhere} does not match`;
  }
  return others.length > 0 ? '$or does not match' : 'no element of an array has all of it';
}

function compares(comparison: Comparison, actual: Scalar): boolean {
  switch (comparison.kind) {
    // Exact, upper and lower case apart, "1" and 1 apart, and null only for null.
    case 'equals':
      return actual === comparison.value;
    case 'prefix':
    case 'suffix':
    case 'wildcard':
    case 'equals-ignore-case':
      return typeof actual === 'string' && compareTexts(comparison, actual);
    // Numbers only, never their text; both bounds where there are two.
    case 'numeric':
      return typeof actual === 'number' && comparison.bounds.every((bound) => isWithin(bound, actual));
    case 'cidr':
      return typeof actual === 'string' && comparison.addresses.has(actual);
    // Any value but those. A field that is not there has no value.
    case 'anything-but':
      return !comparison.noneOf.some((one) => compares(one, actual));
    // Whether the leaf is there at all, be it null.
    case 'exists':
      return comparison.exists;
  }
}
