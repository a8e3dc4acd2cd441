import { UNKNOWN } from '../../../lib/rehearsal/aws/deployability/limit';
import { SUBSCRIPTION_LIMITS } from '../../../lib/rehearsal/aws/deployability/subscription';
import { refused } from '../helpers/refused';

const source = 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html';
const values = (count: number) => Array.from({ length: count }, (_, index) => `value-${index}`);
const subscription = (FilterPolicy: unknown, FilterPolicyScope?: unknown) =>
  refused(SUBSCRIPTION_LIMITS, { Protocol: 'email', FilterPolicy, FilterPolicyScope });

describe(`Subscription that SNS refuses (${source})`, () => {
  test.each([
    [{ a: [{ wildcard: 'x*' }] }, undefined, 'FilterPolicy.a', 'Unrecognized match type wildcard'],
    [{ a: [] }, undefined, 'FilterPolicy.a', 'Empty arrays are not allowed'],
    [{ a: values(151) }, undefined, 'FilterPolicy', 'Filter policy is too complex'],
    [
      { a: { b: ['x'] } },
      'MessageAttributes',
      'FilterPolicy',
      'Filter policy scope MessageAttributes does not support nested filter policy',
    ],
  ])('fails with %j, %s', (policy, scope, path, reason) => {
    const [line, ...more] = subscription(policy, scope);
    expect(more).toEqual([]);
    expect(line?.startsWith(`${path}: SNS refuses it ("${reason}"), got `)).toBe(true);
  });

  test.each([
    [undefined, undefined],
    [{ a: values(150) }, undefined],
    [{ a: { b: ['x'] } }, 'MessageBody'],
    [{ a: { b: ['x'] } }, UNKNOWN],
    [{ a: [UNKNOWN], b: [] }, undefined],
    [UNKNOWN, undefined],
  ])('is taken with %j, %s', (policy, scope) => {
    expect(subscription(policy, scope)).toEqual([]);
  });
});
