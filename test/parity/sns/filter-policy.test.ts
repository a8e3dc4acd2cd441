import { parseFilterPolicy } from '../../../lib/rehearsal/aws/sns/rules/filter-language';
import { filterPolicyAccepts } from '../../../lib/rehearsal/aws/sns/rules/filter-policy';

const attributes = {
  severity: { type: 'String', value: 'high' },
  shops: { type: 'String.Array', value: '["de","fr"]' },
  count: { type: 'Number', value: '3' },
  picture: { type: 'Binary', value: 'AAAA' },
  broken: { type: 'String.Array', value: 'de,fr' },
  'shop.id': { type: 'String', value: 'de' },
};
const body = JSON.stringify({ severity: 'low', detail: { count: 4 } });

describe('Filter policy on attributes (https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html)', () => {
  test.each([
    ['a value', { severity: ['high'] }, true],
    ['another value', { severity: ['low'] }, false],
    ['an attribute that is missing', { nobody: ['high'] }, false],
    ['that an attribute is missing', { nobody: [{ exists: false }] }, true],
    ['two attributes', { severity: ['high'], count: [3] }, true],
    ['one of two attributes', { severity: ['high'], count: [4] }, false],
    ['an element of an array', { shops: ['fr'] }, true],
    ['no element of an array', { shops: ['it'] }, false],
    ['a number', { count: [3] }, true],
    ['a number as text', { count: ['3'] }, false],
    ['a number below a bound', { count: [{ numeric: ['<', 4] }] }, true],
    ['a number at a bound', { count: [{ numeric: ['<', 3] }] }, false],
    ['a value in what is no list', { broken: ['de,fr'] }, false],
    ['that what is no list exists', { broken: [{ exists: true }] }, false],
    ['that what is no list does not exist', { broken: [{ exists: false }] }, false],
    ['another attribute than the one that is no list', { $or: [{ broken: ['de'] }, { count: [3] }] }, true],
    ['a name with a dot', { 'shop.id': ['de'] }, true],
    ['a binary attribute', { picture: [{ exists: true }] }, false],
  ])('matches %s', (_name, policy, delivers) => {
    const decision = filterPolicyAccepts(
      { policy: parseFilterPolicy(policy, 'MessageAttributes') },
      { body, attributes },
    );
    expect(decision.delivers).toBe(delivers);
  });
});

describe('Filter policy on the body (https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html)', () => {
  test.each([
    ['a field', { severity: ['low'] }, body, true],
    ['a nested field', { detail: { count: [4] } }, body, true],
    ['a nested field by a name with a dot', { 'detail.count': [4] }, body, true],
    ['a name with a dot by nested fields', { detail: { count: [4] } }, '{"detail.count":4}', true],
    ['a list in a list', { a: { b: ['x'] } }, '{"a":[[{"b":"x"}]]}', true],
    ['another value', { severity: ['high'] }, body, false],
    ['text', { severity: ['low'] }, 'low', false],
    ['an array', { severity: [{ exists: false }] }, '[]', false],
  ])('matches %s', (_name, policy, text, delivers) => {
    const filter = { policy: parseFilterPolicy(policy, 'MessageBody'), scope: 'MessageBody' } as const;
    expect(filterPolicyAccepts(filter, { body: text, attributes }).delivers).toBe(delivers);
  });
});

describe('Filter policy that SNS refuses (https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html)', () => {
  const values = (count: number) => Array.from({ length: count }, (_, index) => `value-${index}`);
  const keys = (count: number) => Object.fromEntries(values(count).map((name) => [name, ['x']]));
  const complex = 'Filter policy is too complex';
  const nested = 'Filter policy scope MessageAttributes does not support nested filter policy';

  test.each([
    ['MessageAttributes', keys(6), 'Filter policy can not have more than 5 keys'],
    ['MessageAttributes', { a: values(151) }, complex],
    ['MessageAttributes', { a: values(100), b: values(51) }, complex],
    ['MessageBody', { a: { b: values(76) } }, complex],
    ['MessageBody', { a: { b: { c: values(4) } }, d: { e: values(7) } }, complex],
    ['MessageBody', { source: values(4), $or: [{ a: values(6) }, { b: values(32) }] }, complex],
    ['MessageAttributes', { a: { b: ['x'] } }, nested],
    ['MessageAttributes', { $or: [{ a: ['x'] }, { b: { c: ['x'] } }] }, nested],
  ] as const)('fails when it is over a limit: %s, %j', (scope, policy, reason) => {
    expect(() => parseFilterPolicy(policy, scope)).toThrow(
      `FilterPolicy: is refused by SNS ("${reason}"), got {`,
    );
  });

  test.each([
    ['MessageAttributes', keys(5)],
    ['MessageAttributes', { a: values(150) }],
    ['MessageAttributes', { a: values(15), b: values(10) }],
    ['MessageAttributes', { 'a.b': ['x'] }],
    ['MessageBody', { a: { b: values(75) } }],
    ['MessageBody', { a: { b: { c: values(4) } }, d: { e: values(3) } }],
    ['MessageBody', { source: values(4), $or: [{ a: values(6) }, { b: values(31) }] }],
    ['MessageBody', { ...keys(5), $or: [{ a: ['x'] }, { b: ['x'] }] }],
  ] as const)('takes what is at a limit: %s, %j', (scope, policy) => {
    expect(parseFilterPolicy(policy, scope)).not.toHaveLength(0);
  });

  test.each([
    [{ wildcard: 'x*' }, 'Unrecognized match type wildcard'],
    [{ 'anything-but': { suffix: 'x' } }, 'Unsupported anything-but pattern: suffix'],
    [{ 'anything-but': { wildcard: 'x*' } }, 'Unsupported anything-but pattern: wildcard'],
    [
      { 'anything-but': { 'equals-ignore-case': 'x' } },
      'Unsupported anything-but pattern: equals-ignore-case',
    ],
    [{ numeric: ['>', 3, '<', 1] }, 'Bottom must be less than top'],
    [{ suffix: ['x', 'y'] }, 'suffix match pattern must be a string'],
  ])('fails when EventBridge alone speaks so: %j', (operator, reason) => {
    expect(() => parseFilterPolicy({ a: [operator] }, 'MessageBody')).toThrow(
      `FilterPolicy.a: is refused by SNS ("${reason}"), got {`,
    );
  });

  test.each([
    [{ 'anything-but': { prefix: 'x' } }],
    [{ 'anything-but': ['x', 'y'] }],
    [{ suffix: 'x' }],
    [{ cidr: '10.0.0.0/24' }],
  ])('takes what SNS takes: %j', (operator) => {
    expect(parseFilterPolicy({ a: [operator] }, 'MessageAttributes')).toHaveLength(1);
  });
});
