import { isObject } from '../../events/rules/comparison';
import type { EventPattern } from '../../events/rules/event-pattern';
import { matchEventPattern } from '../../events/rules/match-event-pattern';
import type { FilterPolicyScope } from './filter-language';

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
  readonly scope?: FilterPolicyScope;
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
  const { policy, scope = 'MessageAttributes' } = filter;
  // Every property of the policy must match. A body that is no JSON object can't match one.
  if (scope === 'MessageBody') {
    const body = objectIn(message.body);
    return body === undefined
      ? { delivers: false, because: 'the message body is not JSON' }
      : decide(policy, body);
  }
  // Emulation: nothing that a policy asks of a String.Array without a list can match, not even that it is missing.
  const broken = Object.entries(message.attributes).flatMap(([name, attribute]) =>
    isArray(attribute) && listIn(attribute.value) === undefined ? [name] : [],
  );
  const readable = policy.filter((combination) => !combination.some(({ path }) => broken.includes(path)));
  return readable.length === 0
    ? { delivers: false, because: `${broken.join(', ')} is no list` }
    : decide(readable, attributesOf(message));
}

function decide(policy: EventPattern, looked: unknown): FilterDecision {
  const { matches, because } = matchEventPattern(policy, looked);
  return { delivers: matches, because };
}

function objectIn(text: string): unknown {
  const parsed = jsonIn(text);
  return isObject(parsed) ? parsed : undefined;
}

function listIn(text: string): readonly unknown[] | undefined {
  const parsed = jsonIn(text);
  return Array.isArray(parsed) ? parsed : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// A policy compares numbers with `Number` attributes and one element of an array with `String.Array`. Binary
// attributes are left out.
function attributesOf({ attributes }: FilteredMessage): Readonly<Record<string, unknown>> {
  const compared = Object.entries(attributes)
    .filter(([, { type }]) => !type.startsWith('Binary'))
    .map(([name, attribute]) => [name, comparable(attribute)]);
  return Object.fromEntries(compared);
}

function comparable(attribute: MessageAttribute): unknown {
  if (isArray(attribute)) {
    return listIn(attribute.value);
  }
  return attribute.type.startsWith('Number') ? Number(attribute.value) : attribute.value;
}

function isArray({ type }: MessageAttribute): boolean {
  return type.startsWith('String.Array');
}
