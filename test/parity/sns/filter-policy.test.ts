import { parseEventPattern } from '../../../lib/rehearsal/aws/events/rules/event-pattern';
import { filterPolicyAccepts } from '../../../lib/rehearsal/aws/sns/rules/filter-policy';

const attributes = {
  severity: { type: 'String', value: 'high' },
  shops: { type: 'String.Array', value: '["de","fr"]' },
  count: { type: 'Number', value: '3' },
  picture: { type: 'Binary', value: 'AAAA' },
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
    ['a binary attribute', { picture: [{ exists: true }] }, false],
  ])('matches %s', (_name, policy, delivers) => {
    const decision = filterPolicyAccepts({ policy: parseEventPattern(policy) }, { body, attributes });
    expect(decision.delivers).toBe(delivers);
  });
});

describe('Filter policy on the body (https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html)', () => {
  test.each([
    ['a field', { severity: ['low'] }, body, true],
    ['a nested field', { detail: { count: [4] } }, body, true],
    ['another value', { severity: ['high'] }, body, false],
    ['text', { severity: ['low'] }, 'low', false],
    ['an array', { severity: [{ exists: false }] }, '[]', false],
  ])('matches %s', (_name, policy, text, delivers) => {
    const filter = { policy: parseEventPattern(policy), scope: 'MessageBody' } as const;
    expect(filterPolicyAccepts(filter, { body: text, attributes }).delivers).toBe(delivers);
  });
});
