import { parseEventPattern } from '../../../lib/rehearsal/aws/events/rules/event-pattern';
import { matchEventPattern } from '../../../lib/rehearsal/aws/events/rules/match-event-pattern';

const source = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html';

const event = {
  source: 'aws.cloudwatch',
  'detail-type': 'CloudWatch Alarm State Change',
  resources: ['arn:one', 'arn:two'],
  detail: {
    alarmName: 'example.com-store-down',
    state: { value: 'ALARM', reason: null },
    count: 3,
    muted: false,
    tags: [],
    metrics: [
      { id: 'a', stat: 'Sum' },
      { id: 'b', stat: 'Minimum' },
    ],
  },
};
const matches = (pattern: unknown) => matchEventPattern(parseEventPattern(pattern), event).matches;
const detail = (pattern: unknown) => matches({ detail: pattern });

describe(`Event pattern, fields (${source})`, () => {
  test.each([
    ['an empty pattern', {}, true],
    ['one field', { source: ['aws.cloudwatch'] }, true],
    ['one of two values', { source: ['aws.ec2', 'aws.cloudwatch'] }, true],
    ['none of the values', { source: ['aws.ec2'] }, false],
    ['no values', { source: [] }, false],
    ['two fields', { source: ['aws.cloudwatch'], 'detail-type': ['CloudWatch Alarm State Change'] }, true],
    ['one field of two', { source: ['aws.cloudwatch'], 'detail-type': ['Other'] }, false],
    ['upper and lower case', { source: ['AWS.cloudwatch'] }, false],
    ['a nested field', { detail: { state: { value: ['ALARM'] } } }, true],
    ['a nested field with another value', { detail: { state: { value: ['OK'] } } }, false],
    ['a field below a missing one', { detail: { nothing: { value: ['ALARM'] } } }, false],
    ['a field below a leaf', { source: { value: ['ALARM'] } }, false],
    ['an element of an array', { resources: ['arn:two'] }, true],
    ['no element of an array', { resources: ['arn:three'] }, false],
    ['an element of an array of objects', { detail: { metrics: { id: ['b'], stat: ['Minimum'] } } }, true],
    ['fields of different elements', { detail: { metrics: { id: ['a'], stat: ['Minimum'] } } }, false],
    ['an object where the pattern has a leaf', { detail: ['ALARM'] }, false],
  ])('%s', (_name, pattern, expected) => {
    expect(matches(pattern)).toBe(expected);
  });
});

describe(`Event pattern, comparison operators (${source})`, () => {
  test.each([
    ['a number', { count: [3] }, true],
    ['a number as text', { count: ['3'] }, false],
    ['false', { muted: [false] }, true],
    ['null', { state: { reason: [null] } }, true],
    ['null for a missing field', { nothing: [null] }, false],
    ['a prefix', { alarmName: [{ prefix: 'example.com-' }] }, true],
    ['an empty prefix', { alarmName: [{ prefix: '' }] }, true],
    ['another prefix', { alarmName: [{ prefix: 'example.org-' }] }, false],
    ['a prefix of a number', { count: [{ prefix: '3' }] }, false],
    ['a suffix', { alarmName: [{ suffix: '-down' }] }, true],
    ['another suffix', { alarmName: [{ suffix: '-up' }] }, false],
    ['a suffix of a number', { count: [{ suffix: '3' }] }, false],
    ['other case', { alarmName: [{ 'equals-ignore-case': 'EXAMPLE.com-store-DOWN' }] }, true],
    ['other case of another text', { alarmName: [{ 'equals-ignore-case': 'example.com' }] }, false],
    ['a number below an upper bound', { count: [{ numeric: ['<', 4] }] }, true],
    ['a number at an upper bound', { count: [{ numeric: ['<', 3] }] }, false],
    ['a number at an upper bound that is included', { count: [{ numeric: ['<=', 3] }] }, true],
    ['a number above an upper bound that is included', { count: [{ numeric: ['<=', 2] }] }, false],
    ['a number above a lower bound', { count: [{ numeric: ['>', 2] }] }, true],
    ['a number at a lower bound', { count: [{ numeric: ['>', 3] }] }, false],
    ['a number at a lower bound that is included', { count: [{ numeric: ['>=', 3] }] }, true],
    ['a number below a lower bound that is included', { count: [{ numeric: ['>=', 4] }] }, false],
    ['the number itself', { count: [{ numeric: ['=', 3] }] }, true],
    ['another number', { count: [{ numeric: ['=', 4] }] }, false],
    ['a number between two bounds', { count: [{ numeric: ['>', 2, '<=', 3] }] }, true],
    ['a number outside of two bounds', { count: [{ numeric: ['>', 3, '<=', 5] }] }, false],
    ['text between two bounds', { alarmName: [{ numeric: ['>', 0] }] }, false],
    ['anything but a prefix', { alarmName: [{ 'anything-but': { prefix: 'other' } }] }, true],
    ['anything but its prefix', { alarmName: [{ 'anything-but': { prefix: 'example' } }] }, false],
    ['anything but a prefix, for a number', { count: [{ 'anything-but': { prefix: 'x' } }] }, true],
    ['anything but one of two prefixes', { alarmName: [{ 'anything-but': { prefix: ['x', 'ex'] } }] }, false],
    ['anything but a suffix', { alarmName: [{ 'anything-but': { suffix: '-up' } }] }, true],
    ['anything but its suffix', { alarmName: [{ 'anything-but': { suffix: '-down' } }] }, false],
    [
      'anything but other case',
      { state: { value: [{ 'anything-but': { 'equals-ignore-case': 'alarm' } }] } },
      false,
    ],
    ['anything but a wildcard', { alarmName: [{ 'anything-but': { wildcard: '*.org-*' } }] }, true],
    ['anything but its wildcard', { alarmName: [{ 'anything-but': { wildcard: '*.com-*' } }] }, false],
    ['a prefix in other case', { alarmName: [{ prefix: { 'equals-ignore-case': 'EXAMPLE.' } }] }, true],
    ['a suffix in other case', { alarmName: [{ suffix: { 'equals-ignore-case': '-DOWN' } }] }, true],
    ['a wildcard', { alarmName: [{ wildcard: 'example.*-down' }] }, true],
    ['a wildcard for nothing', { alarmName: [{ wildcard: 'example.com*-store-down*' }] }, true],
    ['a wildcard for everything', { alarmName: [{ wildcard: '*' }] }, true],
    ['two wildcards', { alarmName: [{ wildcard: '*com*store*' }] }, true],
    ['two wildcards out of order', { alarmName: [{ wildcard: '*store*com*' }] }, false],
    ['a wildcard whose ends overlap', { state: { value: [{ wildcard: 'ALAR*ARM' }] } }, false],
    ['a wildcard in another text', { alarmName: [{ wildcard: 'example.*-up' }] }, false],
    ['a wildcard in a part of the text', { alarmName: [{ wildcard: 'xample*' }] }, false],
    ['a wildcard with dots that are dots', { alarmName: [{ wildcard: 'example-com*' }] }, false],
    ['a wildcard that is an asterisk', { alarmName: [{ wildcard: 'example.com\\\\*' }] }, false],
    ['a wildcard in a number', { count: [{ wildcard: '*' }] }, false],
    ['a prefix or a value', { alarmName: [{ prefix: 'x' }, 'example.com-store-down'] }, true],
    ['anything but another value', { alarmName: [{ 'anything-but': 'x' }] }, true],
    ['anything but the value', { alarmName: [{ 'anything-but': 'example.com-store-down' }] }, false],
    ['anything but a list with the value', { count: [{ 'anything-but': [1, 3] }] }, false],
    ['anything but a list without the value', { count: [{ 'anything-but': [1, 2] }] }, true],
    ['anything but a value, for a missing field', { nothing: [{ 'anything-but': 'x' }] }, false],
    ['exists', { alarmName: [{ exists: true }] }, true],
    ['exists, for null', { state: { reason: [{ exists: true }] } }, true],
    ['exists, for a missing field', { nothing: [{ exists: true }] }, false],
    ['exists, for an object', { state: [{ exists: true }] }, false],
    ['exists, for an empty array', { tags: [{ exists: true }] }, false],
    ['does not exist, for an empty array', { tags: [{ exists: false }] }, true],
    ['does not exist', { nothing: [{ exists: false }] }, true],
    ['does not exist, below a missing field', { nothing: { deeper: [{ exists: false }] } }, true],
    [
      'does not exist, in each of the objects of an array',
      { metrics: { nothing: [{ exists: false }] } },
      true,
    ],
    ['does not exist, in no object of an array', { metrics: { id: [{ exists: false }] } }, false],
    ['does not exist, for what every object inherits', { toString: [{ exists: false }] }, true],
    ['does not exist, for a field that does', { alarmName: [{ exists: false }] }, false],
  ])('%s', (_name, pattern, expected) => {
    expect(detail(pattern)).toBe(expected);
  });

  test('says which field does not match', () => {
    expect(matchEventPattern(parseEventPattern({ detail: { state: { value: ['OK'] } } }), event)).toEqual({
      matches: false,
      because: 'detail.state.value does not match',
    });
  });
});

describe(`Event pattern, $or (${source})`, () => {
  const down = { detail: { alarmName: [{ suffix: '-down' }] } };
  const other = { source: ['aws.ec2'] };
  test.each([
    ['the first alternative', { $or: [down, other] }, true],
    ['the last alternative', { $or: [other, down] }, true],
    ['no alternative', { $or: [other, { source: ['aws.s3'] }] }, false],
    ['an alternative and a field', { source: ['aws.cloudwatch'], $or: [down, other] }, true],
    ['an alternative without the field', { source: ['aws.s3'], $or: [down, other] }, false],
    ['alternatives further down', { detail: { $or: [{ count: [4] }, { muted: [false] }] } }, true],
    ['no alternative further down', { detail: { $or: [{ count: [4] }, { muted: [true] }] } }, false],
    [
      'alternatives in alternatives',
      { $or: [other, { detail: { $or: [{ count: [3] }, { muted: [true] }] } }] },
      true,
    ],
  ])('%s', (_name, pattern, expected) => {
    expect(matches(pattern)).toBe(expected);
  });

  test('says that no alternative matches', () => {
    const pattern = parseEventPattern({ detail: { $or: [{ count: [4] }, { muted: [true] }] } });
    expect(matchEventPattern(pattern, event).because).toBe('detail.$or does not match');
  });
});

describe(`Event pattern that the rehearsal does not model (${source})`, () => {
  const modelled =
    'lists of exact values, prefix, suffix, equals-ignore-case, wildcard, numeric, anything-but, exists, and $or';

  test.each([
    ['EventPattern.a', { a: [{ suffix: 1 }] }, '{"suffix":1}'],
    ['EventPattern.a', { a: [{ 'equals-ignore-case': 1 }] }, '{"equals-ignore-case":1}'],
    ['EventPattern.a', { a: [{ numeric: ['!', 0] }] }, '{"numeric":["!",0]}'],
    ['EventPattern.a', { a: [{ numeric: ['>', '0'] }] }, '{"numeric":[">","0"]}'],
    ['EventPattern.a', { a: [{ numeric: ['>'] }] }, '{"numeric":[">"]}'],
    ['EventPattern.a', { a: [{ numeric: 3 }] }, '{"numeric":3}'],
    ['EventPattern.a', { a: [{ wildcard: 1 }] }, '{"wildcard":1}'],
    ['EventPattern.a', { a: [{ cidr: '10.0.0.0/8' }] }, '{"cidr":"10.0.0.0/8"}'],
    [
      'EventPattern.a',
      { a: [{ prefix: { 'equals-ignore-case': 1 } }] },
      '{"prefix":{"equals-ignore-case":1}}',
    ],
    ['EventPattern.a', { a: [{ 'anything-but': { suffix: 1 } }] }, '{"anything-but":{"suffix":1}}'],
    ['EventPattern.a', { a: [{ 'anything-but': { numeric: 1 } }] }, '{"anything-but":{"numeric":1}}'],
    ['EventPattern.a', { a: [{ exists: 'yes' }] }, '{"exists":"yes"}'],
    ['EventPattern.a', { a: [{ prefix: 'x', exists: true }] }, '{"prefix":"x","exists":true}'],
    ['EventPattern.a', { a: [{ constructor: 'x' }] }, '{"constructor":"x"}'],
    ['EventPattern.a', { a: [['x']] }, '["x"]'],
    ['EventPattern.a', { a: [{}] }, '{}'],
    ['EventPattern.a.b', { a: { b: 'x' } }, '"x"'],
    ['EventPattern.a.$or', { a: { $or: [{ b: [1] }] } }, '[{"b":[1]}]'],
    ['EventPattern.$or', { $or: { b: [1] } }, '{"b":[1]}'],
    ['EventPattern.$or.b', { $or: [{ b: 1 }, { c: [1] }] }, '1'],
    ['EventPattern', 'x', '"x"'],
  ])('fails when %s is unknown', (path, pattern, got) => {
    expect(() => parseEventPattern(pattern)).toThrow(
      new Error(`${path}: is not modelled, got ${got}; use ${modelled}`),
    );
  });
});
