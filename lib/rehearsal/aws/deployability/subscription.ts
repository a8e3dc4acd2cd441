import { parseFilterPolicy } from '../sns/rules/filter-language';
import { patternRefusal } from './event-rule';
import { hasUnknown } from './known-value';
import { type Mistake, type ResourceLimits, recordIn } from './limit';

/** @see https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
export const SUBSCRIPTION_LIMITS: ResourceLimits = {
  type: 'AWS::SNS::Subscription',
  service: 'SNS',
  limits: [
    {
      at: '',
      mistakeIn: filterMistake,
      source: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
    },
  ],
};

function filterMistake(subscription: unknown): Mistake | undefined {
  const { FilterPolicy, FilterPolicyScope = 'MessageAttributes' } = recordIn(subscription);
  const isScope = FilterPolicyScope === 'MessageAttributes' || FilterPolicyScope === 'MessageBody';
  if (FilterPolicy === undefined || !isScope || hasUnknown(FilterPolicy)) {
    return undefined;
  }
  try {
    parseFilterPolicy(FilterPolicy, FilterPolicyScope);
    return undefined;
  } catch (error) {
    const { property, ...mistake } = patternRefusal(error);
    return { ...mistake, property: property === '' ? 'FilterPolicy' : `FilterPolicy.${property}` };
  }
}
