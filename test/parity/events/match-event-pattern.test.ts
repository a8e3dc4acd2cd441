import { parseEventPattern } from '../../../lib/rehearsal/events/rules/event-pattern';
import { matchEventPattern } from '../../../lib/rehearsal/events/rules/match-event-pattern';

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

describe(`Event pattern that the rehearsal does not model (${source})`, () => {
  const modelled =
    'lists of exact values, prefix, suffix, equals-ignore-case, numeric, anything-but with values or a prefix, and exists';

  test.each([
    ['EventPattern.a', { a: [{ suffix: 1 }] }, '{"suffix":1}'],
    ['EventPattern.a', { a: [{ 'equals-ignore-case': 1 }] }, '{"equals-ignore-case":1}'],
    ['EventPattern.a', { a: [{ numeric: ['!', 0] }] }, '{"numeric":["!",0]}'],
    ['EventPattern.a', { a: [{ numeric: ['>', '0'] }] }, '{"numeric":[">","0"]}'],
    ['EventPattern.a', { a: [{ numeric: ['>'] }] }, '{"numeric":[">"]}'],
    ['EventPattern.a', { a: [{ numeric: 3 }] }, '{"numeric":3}'],
    ['EventPattern.a', { a: [{ wildcard: '*' }] }, '{"wildcard":"*"}'],
    [
      'EventPattern.a',
      { a: [{ prefix: { 'equals-ignore-case': 'x' } }] },
      '{"prefix":{"equals-ignore-case":"x"}}',
    ],
    ['EventPattern.a', { a: [{ 'anything-but': { suffix: 'x' } }] }, '{"anything-but":{"suffix":"x"}}'],
    ['EventPattern.a', { a: [{ exists: 'yes' }] }, '{"exists":"yes"}'],
    ['EventPattern.a', { a: [{ prefix: 'x', exists: true }] }, '{"prefix":"x","exists":true}'],
    ['EventPattern.a', { a: [['x']] }, '["x"]'],
    ['EventPattern.a', { a: [{}] }, '{}'],
    ['EventPattern.a.b', { a: { b: 'x' } }, '"x"'],
    ['EventPattern.a', { a: { $or: [{ b: [1] }] } }, '{"$or":[{"b":[1]}]}'],
    ['EventPattern', 'x', '"x"'],
  ])('fails when %s is unknown', (path, pattern, got) => {
    expect(() => parseEventPattern(pattern)).toThrow(
      new Error(`${path}: is not modelled, got ${got}; use ${modelled}`),
    );
  });
});
