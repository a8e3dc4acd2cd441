import { isObject, type PatternLanguage } from '../../events/rules/comparison';
import { type EventPattern, parseEventPattern } from '../../events/rules/event-pattern';

/** Where a filter policy looks. */
export type FilterPolicyScope = 'MessageAttributes' | 'MessageBody';

/** How many names a filter policy may have at its top. */
const MOST_KEYS = 5;
/** How many combinations of values there may be. */
const MOST_COMBINATIONS = 150;

/**
 * SNS does not speak all of EventBridge's language.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/string-value-matching.html
 */
const SNS: PatternLanguage = {
  service: 'SNS',
  operators: [
    ...['exactly', 'prefix', 'suffix', 'equals-ignore-case'],
    ...['anything-but', 'numeric', 'cidr', 'exists'],
  ],
  negated: ['prefix'],
};

/**
 * Reads the `FilterPolicy` of a subscription.
 *
 * @throws Error for what SNS refuses, with SNS's own reason
 * @see https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
export function parseFilterPolicy(policy: unknown, scope: FilterPolicyScope): EventPattern {
  const parsed = parseEventPattern(policy, { property: 'FilterPolicy', language: SNS });
  const reason = isObject(policy) ? overLimit(policy, scope) : undefined;
  if (reason !== undefined) {
    throw new Error(`FilterPolicy: is refused by SNS ("${reason}"), got ${JSON.stringify(policy)}`);
  }
  return parsed;
}

function overLimit(policy: Readonly<Record<string, unknown>>, scope: FilterPolicyScope): string | undefined {
  // Only the names at the top count. Emulation: "$or" is no name.
  if (Object.keys(policy).filter((name) => name !== '$or').length > MOST_KEYS) {
    return `Filter policy can not have more than ${MOST_KEYS} keys`;
  }
  if (combinations(policy, 1, 1) > MOST_COMBINATIONS) {
    return 'Filter policy is too complex';
  }
  return scope === 'MessageAttributes' && isNested(policy)
    ? 'Filter policy scope MessageAttributes does not support nested filter policy'
    : undefined;
}

/** The values of each list, times how deep it lies, times those of the others; alternatives of "$or" add up. */
function combinations(policy: Readonly<Record<string, unknown>>, depth: number, before: number): number {
  return Object.entries(policy).reduce((total, [name, inner]) => {
    if (name === '$or' && Array.isArray(inner)) {
      return inner
        .filter(isObject)
        .map((one) => combinations(one, depth, total))
        .reduce((sum, one) => sum + one, 0);
    }
    if (isObject(inner)) {
      return combinations(inner, depth + 1, total);
    }
    return Array.isArray(inner) ? total * inner.length * depth : total;
  }, before);
}

function isNested(policy: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(policy).some(([name, inner]) =>
    name === '$or' && Array.isArray(inner) ? inner.filter(isObject).some(isNested) : isObject(inner),
  );
}
