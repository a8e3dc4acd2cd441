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
    nested: [[1], [2, { id: 'c' }]],
    mixed: ['text', { id: 'd' }],
    'a.b': 'dotted',
    address: '10.0.0.7',
    metrics: [
      { id: 'a', stat: 'Sum' },
      { id: 'b', stat: 'Minimum', region: 'eu' },
    ],
    tagged: ['x', 'y'],
  },
};
const matches = (pattern: unknown) => matchEventPattern(parseEventPattern(pattern), event).matches;
const detail = (pattern: unknown) => matches({ detail: pattern });

describe(`Event pattern, fields (${source})`, () => {
  test.each([
    ['one field', { source: ['aws.cloudwatch'] }, true],
    ['one of two values', { source: ['aws.ec2', 'aws.cloudwatch'] }, true],
    ['none of the values', { source: ['aws.ec2'] }, false],
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
    ['an element of an array in an array', { detail: { nested: [2] } }, true],
    ['no element of an array in an array', { detail: { nested: [3] } }, false],
    ['an object in an array in an array', { detail: { nested: { id: ['c'] } } }, true],
    ['a name with a dot for a nested field', { 'detail.state.value': ['ALARM'] }, true],
    ['a part of the names with a dot', { detail: { 'state.value': ['ALARM'] } }, true],
    ['nested fields for a name with a dot', { detail: { a: { b: ['dotted'] } } }, true],
    ['the later of two spellings of one field', { 'detail.count': [4], detail: { count: [3] } }, true],
    ['not the earlier of two spellings', { 'detail.count': [3], detail: { count: [4] } }, false],
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
    ['exists, for an array of objects', { metrics: [{ exists: true }] }, false],
    ['exists, for an array of objects and a text', { mixed: [{ exists: true }] }, true],
    [
      'does not exist, in each of the objects of an array',
      { metrics: { nothing: [{ exists: false }] } },
      true,
    ],
    ['does not exist, in no object of an array', { metrics: { id: [{ exists: false }] } }, false],
    [
      'does not exist, in one of two objects of an array only',
      { metrics: { region: [{ exists: false }] } },
      false,
    ],
    [
      'does not exist, judged before a field that lies in an array',
      { metrics: { id: [{ exists: false }], stat: ['Sum'] } },
      false,
    ],
    [
      'does not exist, judged after a field that lies in another object of the array',
      { metrics: { id: ['a'], region: [{ exists: false }] } },
      true,
    ],
    [
      'does not exist, judged after a field of the same object',
      { metrics: { id: ['b'], region: [{ exists: false }] } },
      false,
    ],
    ['does not exist, or has a value', { metrics: { region: [{ exists: false }, 'eu'] } }, true],
    ['exactly a text', { alarmName: [{ exactly: 'example.com-store-down' }] }, true],
    ['exactly another text', { alarmName: [{ exactly: 'example.com' }] }, false],
    ['an address of the block', { address: [{ cidr: '10.0.0.0/29' }] }, true],
    ['an address after the block', { address: [{ cidr: '10.0.0.0/30' }] }, false],
    ['a block of one address', { address: [{ cidr: '10.0.0.7/32' }] }, true],
    ['a text that is no address', { alarmName: [{ cidr: '0.0.0.0/0' }] }, false],
    ['an IPv4 address in an IPv6 block', { address: [{ cidr: '::/3' }] }, false],
    ['an asterisk after a backslash', { alarmName: [{ wildcard: 'example\\\\*' }] }, false],
    ['anything but one of the elements', { tagged: [{ 'anything-but': ['x'] }] }, true],
    ['anything but text, for a number', { count: [{ 'anything-but': 'x' }] }, true],
    ['anything but text, for null', { state: { reason: [{ 'anything-but': 'x' }] } }, true],
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
    expect(matchEventPattern(pattern, event).because).toBe('$or does not match');
  });
});

test('an array of objects none of which matches in all fields is told from a field that is missing', () => {
  const pattern = parseEventPattern({ detail: { metrics: { id: ['a'], stat: ['Minimum'] } } });
  expect(matchEventPattern(pattern, event).because).toBe('no element of an array has all of it');
});

describe('Event pattern that EventBridge refuses (https://github.com/aws/event-ruler)', () => {
  const mixed =
    'Inside anything but list, either all values are number or string, mixed type is not supported';
  const noList = 'Value of anything-but must be an array or single string/number value.';
  const scalars = 'Inside anything but list, start|null|boolean is not supported.';

  test.each([
    [[], 'Empty arrays are not allowed'],
    [[['x']], 'Match value must be String, number, true, false, or null'],
    [[{}], 'Match expression name not found'],
    [[{ constructor: 'x' }], 'Unrecognized match type constructor'],
    [[{ prefix: 'x', exists: true }], 'Only one key allowed in match expression'],
    [[{ exactly: 1 }], 'exact match pattern must be a string'],
    [[{ prefix: 1 }], 'prefix match pattern must be a string'],
    [[{ suffix: 1 }], 'suffix match pattern must be a string'],
    [[{ prefix: {} }], 'Prefix expression name not found'],
    [[{ suffix: { prefix: 'x' } }], 'Unsupported suffix pattern: prefix'],
    [[{ prefix: { 'equals-ignore-case': 1 } }], 'equals-ignore-case match pattern must be a string'],
    [[{ 'equals-ignore-case': 1 }], 'equals-ignore-case match pattern must be a string'],
    [[{ wildcard: 1 }], 'wildcard match pattern must be a string'],
    [[{ wildcard: '**' }], 'Consecutive wildcard characters at pos 1'],
    [[{ wildcard: 'a*b**' }], 'Consecutive wildcard characters at pos 4'],
    [[{ wildcard: 'a\\b' }], 'Invalid escape character at pos 2'],
    [[{ wildcard: 'a\\' }], 'Invalid escape character at pos 2'],
    [[{ exists: 'yes' }], 'exists match pattern must be either true or false.'],
    [[{ 'anything-but': null }], noList],
    [[{ 'anything-but': true }], noList],
    [[{ 'anything-but': [] }], mixed],
    [[{ 'anything-but': [1, 'x'] }], mixed],
    [[{ 'anything-but': ['x', null] }], scalars],
    [[{ 'anything-but': ['x', ['y']] }], scalars],
    [[{ 'anything-but': {} }], 'Anything-But expression name not found'],
    [[{ 'anything-but': { numeric: ['=', 1] } }], 'Unsupported anything-but pattern: numeric'],
    [[{ 'anything-but': { suffix: 1 } }], 'prefix/suffix match pattern must be a string'],
    [[{ 'anything-but': { prefix: ['x', ''] } }], 'Null prefix/suffix not allowed'],
    [[{ 'anything-but': { suffix: '' } }], 'Null prefix/suffix not allowed'],
    [[{ 'anything-but': { wildcard: ['x', '**'] } }], 'Consecutive wildcard characters at pos 1'],
    [[{ numeric: 3 }], 'Value of numeric must be an array.'],
    [[{ numeric: [] }], 'Invalid member in numeric match: ]'],
    [[{ numeric: [1, '<='] }], 'Invalid member in numeric match: 1'],
    [[{ numeric: ['!', 0] }], 'Unrecognized numeric range operator: !'],
    [[{ numeric: ['=', '000'] }], 'Value of equals must be numeric'],
    [[{ numeric: ['>='] }], 'Value of >= must be numeric'],
    [[{ numeric: ['<', 100, '>', 10] }], 'Too many elements in numeric expression'],
    [[{ numeric: ['>', 20, 30] }], 'Bad value in numeric range: 30'],
    [[{ numeric: ['>=', 1, '>', 2] }], 'Bad numeric range operator: >'],
    [[{ numeric: ['>', 20, '<='] }], 'Value of <= must be numeric'],
    [[{ numeric: ['>', 20, '<', 30, '<', 50] }], 'Too many terms in numeric range expression'],
    [[{ numeric: ['>', 3, '<', 1] }], 'Bottom must be less than top'],
    [[{ numeric: ['>=', 3, '<=', 3] }], 'Bottom must be less than top'],
    [[{ cidr: 5 }], 'prefix match pattern must be a string'],
    [[{ cidr: '10.0.0.7' }], "Malformed CIDR, one '/' required"],
    [[{ cidr: '10.0.0.0/a' }], 'Malformed CIDR, mask bits must be an integer'],
    [[{ cidr: '10.0.0.300/24' }], 'Invalid IP address: 10.0.0.300'],
    [[{ cidr: '10.0.0.0/33' }], 'IPv4 mask bits must be < 32'],
    [[{ cidr: '::/129' }], 'IPv6 mask bits must be < 128'],
  ])('fails when a leaf is %j', (leaf, reason) => {
    expect(() => parseEventPattern({ a: leaf })).toThrow(
      `EventPattern.a: is refused by EventBridge ("${reason}"), got `,
    );
  });

  test.each([
    ['EventPattern', 'x', 'Filter is not an object'],
    ['EventPattern', ['x'], 'Filter is not an object'],
    ['EventPattern', {}, 'Empty objects are not allowed'],
    ['EventPattern.a', { a: {} }, 'Empty objects are not allowed'],
    ['EventPattern.a.b', { a: { b: 'x' } }, '"b" must be an object or an array'],
    ['EventPattern.$or', { $or: { b: [1] } }, 'It must be an Array followed with $or.'],
    [
      'EventPattern.a.$or',
      { a: { $or: [{ b: [1] }] } },
      'There must have at least 2 Objects in $or relationship.',
    ],
    ['EventPattern.$or', { $or: [] }, 'There must have at least 2 Objects in $or relationship.'],
    ['EventPattern.$or', { $or: [1, 2] }, 'Only JSON object is allowed in array of $or relationship.'],
    ['EventPattern', { $or: [{ a: [1] }, {}] }, 'Empty objects are not allowed'],
    ['EventPattern.b', { $or: [{ b: 1 }, { c: [1] }] }, '"b" must be an object or an array'],
    [
      'EventPattern.c.prefix',
      { $or: [{ b: [1] }, { c: { prefix: ['x'] } }] },
      'prefix is Ruler reserved fieldName which cannot be used inside $or.',
    ],
  ])('fails when %s is wrong: %j', (path, pattern, reason) => {
    expect(() => parseEventPattern(pattern)).toThrow(
      `${path}: is refused by EventBridge ("${reason}"), got `,
    );
  });

  test('quotes what it got', () => {
    expect(() => parseEventPattern({ a: ['x', { wildcard: '**' }] })).toThrow(
      new Error(
        'EventPattern.a: is refused by EventBridge ("Consecutive wildcard characters at pos 1"), got {"wildcard":"**"}',
      ),
    );
  });

  test.each([
    [{ a: [{ wildcard: '*' }] }],
    [{ a: [{ wildcard: '*a*' }] }],
    [{ a: [{ wildcard: '\\**' }] }],
    [{ a: [{ wildcard: '' }] }],
    [{ a: [{ prefix: '' }] }],
    [{ a: [{ numeric: ['>', 0, '<=', 5] }] }],
    [{ a: [{ numeric: ['>=', 3, '<=', 3.000001] }] }],
    [{ a: [{ 'anything-but': ['x'] }] }],
    [{ a: [{ 'anything-but': [1, 2] }] }],
    [{ a: [null] }],
    [{ prefix: ['x'] }],
    [{ $or: [{ a: [1] }, { b: [1] }] }],
  ])('takes what EventBridge takes: %j', (pattern) => {
    expect(parseEventPattern(pattern)).not.toHaveLength(0);
  });
});
