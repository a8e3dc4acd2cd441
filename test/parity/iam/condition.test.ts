import { type Conditions, conditionsHold } from '../../../lib/rehearsal/aws/iam/rules/condition';

const ONE: Conditions = { StringEquals: { 'aws:SourceAccount': ['123456789012'] } };
const ATTRIBUTES: Conditions = { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'newest'] } };
const SELECT: Conditions = { StringEqualsIfExists: { 'dynamodb:Select': ['SPECIFIC_ATTRIBUTES'] } };
const ARN = 'arn:aws:sns:us-east-1:123456789012:alarms';
const TLS: Conditions = { Bool: { 'aws:SecureTransport': ['false'] } };

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html */
describe('conditions of a statement', () => {
  test.each<[string, Conditions, Parameters<typeof conditionsHold>[1], string]>([
    ['of which there are none', {}, {}, 'yes'],
    ['on a value that is equal', ONE, { 'aws:sourceaccount': '123456789012' }, 'yes'],
    ['on a value that is another', ONE, { 'aws:sourceaccount': '210987654321' }, 'no'],
    ['on a key that is absent', ONE, {}, 'no'],
    ['on a key of which nobody knows', ONE, { 'aws:sourceaccount': undefined }, 'unknown'],
    [
      'with the key in capitals',
      { StringEquals: { 'AWS:SOURCEACCOUNT': ['1'] } },
      { 'aws:sourceaccount': '1' },
      'yes',
    ],
    [
      'on one of two values',
      { StringEquals: { 'aws:SourceAccount': ['1', '2'] } },
      { 'aws:sourceaccount': '2' },
      'yes',
    ],
    [
      'with a wildcard, where there are none',
      { StringEquals: { 'aws:SourceArn': ['arn:*'] } },
      { 'aws:sourcearn': ARN },
      'no',
    ],
    [
      'with a wildcard, where there are',
      { StringLike: { 'aws:SourceArn': ['arn:*:alarms'] } },
      { 'aws:sourcearn': ARN },
      'yes',
    ],
    [
      'on an ARN',
      { ArnLike: { 'aws:SourceArn': ['arn:aws:sns:*:*:alarms'] } },
      { 'aws:sourcearn': ARN },
      'yes',
    ],
    [
      'on an equal ARN, with wildcards too',
      { ArnEquals: { 'aws:SourceArn': ['arn:aws:sns:*:*:a*'] } },
      { 'aws:sourcearn': ARN },
      'yes',
    ],
    ['on TLS that is there', TLS, { 'aws:securetransport': 'true' }, 'no'],
    ['on TLS that is not', TLS, { 'aws:securetransport': 'false' }, 'yes'],
    [
      'on several keys, one of which differs',
      { ...ONE, ...TLS },
      { 'aws:sourceaccount': '123456789012', 'aws:securetransport': 'true' },
      'no',
    ],
    // @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
    ['on all values, each in the list', ATTRIBUTES, { 'dynamodb:attributes': ['newest', 'pk'] }, 'yes'],
    ['on all values, one not in the list', ATTRIBUTES, { 'dynamodb:attributes': ['pk', 'state'] }, 'no'],
    ['on all values, of which there are none', ATTRIBUTES, { 'dynamodb:attributes': [] }, 'yes'],
    ['on all values of a key that is absent', ATTRIBUTES, {}, 'yes'],
    [
      'on any value, one in the list',
      { 'ForAnyValue:StringEquals': { 'dynamodb:Attributes': ['pk'] } },
      { 'dynamodb:attributes': ['pk', 'state'] },
      'yes',
    ],
    [
      'on any value of a key that is absent',
      { 'ForAnyValue:StringEquals': { 'dynamodb:Attributes': ['pk'] } },
      {},
      'no',
    ],
    // @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
    ['if it exists, which it does not', SELECT, {}, 'yes'],
    ['if it exists, and it is equal', SELECT, { 'dynamodb:select': 'SPECIFIC_ATTRIBUTES' }, 'yes'],
    ['if it exists, and it is another', SELECT, { 'dynamodb:select': 'ALL_ATTRIBUTES' }, 'no'],
    [
      'with an operator that is not known here',
      { NumericLessThan: { 'aws:SourceAccount': ['1'] } },
      { 'aws:sourceaccount': '0' },
      'unknown',
    ],
    ['on a key that is not known here', { StringEquals: { 'aws:PrincipalOrgID': ['o-1'] } }, {}, 'unknown'],
    [
      'with a policy variable',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: policy variables are written so
      { StringEquals: { 'dynamodb:LeadingKeys': ['${aws:userid}'] } },
      { 'dynamodb:leadingkeys': ['anna'] },
      'unknown',
    ],
    [
      'unknown and false',
      { ...ONE, StringEquals: { 'aws:PrincipalOrgID': ['o-1'], 'aws:SourceAccount': ['1'] } },
      { 'aws:sourceaccount': '2' },
      'no',
    ],
    [
      'named as what every object has',
      { constructor: { 'aws:SourceAccount': ['1'] } },
      { 'aws:sourceaccount': '1' },
      'unknown',
    ],
  ])('%s', (_what, conditions, context, expected) => {
    expect(conditionsHold(conditions, context)).toBe(expected);
  });
});
