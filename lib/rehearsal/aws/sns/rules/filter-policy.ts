import { type EventPattern, isObject } from '../../events/rules/event-pattern';
import { matchEventPattern } from '../../events/rules/match-event-pattern';

/** An attribute of a message, as the publisher gives it. */
export interface MessageAttribute {
  /** `String`, `String.Array`, `Number` or `Binary`. */
  readonly type: string;
  readonly value: string;
}

/** What of a message a filter policy may look at. */
export interface FilteredMessage {
  readonly body: string;
  /** By name, often empty. */
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
}

/** The filter of a subscription. */
export interface SubscriptionFilter {
  readonly policy: EventPattern;
  /** Where the policy looks. @default 'MessageAttributes' */
  readonly scope?: 'MessageAttributes' | 'MessageBody';
}

/** Whether a subscriber gets a message. */
export interface FilterDecision {
  readonly delivers: boolean;
  readonly because: string;
}

/**
 * Decides whether a message passes the filter policy of a subscription.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html
 */
export function filterPolicyAccepts(filter: SubscriptionFilter, message: FilteredMessage): FilterDecision {
  const scope = filter.scope ?? 'MessageAttributes';
  const looked = scope === 'MessageBody' ? bodyOf(message) : attributesOf(message);
  // Every property of the policy must match. A body that is no JSON object can't match one.
  if (looked === undefined) {
    return { delivers: false, because: 'the message body is not JSON' };
  }
  const { matches, because } = matchEventPattern(filter.policy, looked);
  return { delivers: matches, because };
}

function bodyOf({ body }: FilteredMessage): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

// A policy compares numbers with `Number` attributes and one element of an array with `String.Array`. Binary
// attributes are left out.
function attributesOf({ attributes }: FilteredMessage): Readonly<Record<string, unknown>> {
  const compared = Object.entries(attributes)
    .filter(([, { type }]) => !type.startsWith('Binary'))
    .map(([name, { type, value }]) => [name, comparable(type, value)]);
  return Object.fromEntries(compared);
}

function comparable(type: string, value: string): unknown {
  if (type.startsWith('Number')) {
    return Number(value);
  }
  return type.startsWith('String.Array') ? JSON.parse(value) : value;
}
