import { EVENT_RULE_LIMITS } from '../../../lib/rehearsal/aws/deployability/event-rule';
import { UNKNOWN } from '../../../lib/rehearsal/aws/deployability/limit';
import { refused } from '../helpers/refused';

const source = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html';
const rule = (but: Readonly<Record<string, unknown>>) =>
  refused(EVENT_RULE_LIMITS, { EventPattern: { source: ['aws.cloudwatch'] }, ...but });
const target = (but: Readonly<Record<string, unknown>>) =>
  rule({
    Targets: [
      { Arn: 'arn', Id: 'one' },
      { Arn: 'arn', Id: 'two', ...but },
    ],
  });
const template = (InputTemplate: string, InputPathsMap?: unknown) =>
  target({ InputTransformer: { InputTemplate, InputPathsMap } });

describe(`Event rule that EventBridge refuses (${source})`, () => {
  test.each([
    [
      { a: [{ wildcard: '**' }] },
      'EventPattern.a',
      'Consecutive wildcard characters at pos 1',
      '{"wildcard":"**"}',
    ],
    [{ a: [] }, 'EventPattern.a', 'Empty arrays are not allowed', '[]'],
    [{}, 'EventPattern', 'Empty objects are not allowed', '{}'],
    [{ detail: { b: {} } }, 'EventPattern.detail.b', 'Empty objects are not allowed', '{}'],
    [
      { a: [{ numeric: ['>', 5, '<', 1] }] },
      'EventPattern.a',
      'Bottom must be less than top',
      '{"numeric":[">",5,"<",1]}',
    ],
    [
      { a: [{ 'anything-but': [1, 'x'] }] },
      'EventPattern.a',
      'Inside anything but list, either all values are number or string, mixed type is not supported',
      '{"anything-but":[1,"x"]}',
    ],
    [{ a: { b: 'x' } }, 'EventPattern.a.b', '"b" must be an object or an array', '"x"'],
  ])('fails with the pattern %j', (EventPattern, path, reason, got) => {
    expect(rule({ EventPattern })).toEqual([
      `${path}: EventBridge refuses it ("${reason}"), got ${got}; write it as the source below has it`,
    ]);
  });

  test.each([
    [4_096, 0],
    [4_097, 1],
  ])('has a pattern of 4,096 characters at most: %i', (length, mistakes) => {
    const frame = JSON.stringify({ a: [''] }).length;
    expect(rule({ EventPattern: { a: ['x'.repeat(length - frame)] } })).toHaveLength(mistakes);
  });

  test('is taken with a pattern that is not known', () => {
    expect(rule({ EventPattern: { a: [UNKNOWN], b: [] } })).toEqual([]);
    expect(rule({ EventPattern: UNKNOWN })).toEqual([]);
  });

  test('fails with neither pattern nor schedule', () => {
    expect(rule({ EventPattern: undefined })).toEqual([
      ': EventBridge refuses it ("Parameter(s) EventPattern or ScheduleExpression must be specified."), got null; give one of them',
    ]);
    expect(rule({ EventPattern: undefined, ScheduleExpression: 'rate(1 minute)' })).toEqual([]);
    expect(rule({ EventPattern: undefined, ScheduleExpression: UNKNOWN })).toEqual([]);
  });

  test.each([
    [{ Input: '{}', InputPath: '$.detail' }, 'Targets[1]: ', 'Only one of Input', '["Input","InputPath"]'],
    [{ Input: 'text' }, 'Targets[1].Input: ', 'Valid JSON text passed to the target.', '"text"'],
    [{ Input: '{"a":' }, 'Targets[1].Input: ', 'Valid JSON text passed to the target.', '"{\\"a\\":"'],
    [{ Input: `"${'x'.repeat(8_191)}"` }, 'Targets[1].Input: ', 'Maximum length of 8192', '"\\"xxx'],
    [
      { InputTransformer: { InputTemplate: `"${'x'.repeat(8_191)}"` } },
      'Targets[1].InputTransformer.InputTemplate: ',
      'Maximum length of 8192',
      '"\\"xxx',
    ],
  ])('fails with a target that has %j', (but, where, reason, got) => {
    const [line, ...more] = target(but);
    expect(more).toEqual([]);
    expect(line?.startsWith(where)).toBe(true);
    expect(line).toContain(reason);
    expect(line).toContain(`, got ${got}`);
  });

  test('fails with a placeholder that nothing defines', () => {
    expect(template('"<name> and <other>"', { name: '$.detail.name' })).toEqual([
      'Targets[1].InputTransformer.InputTemplate: EventBridge refuses it ("InputTemplate for target contains invalid placeholder other."), got "\\"<name> and <other>\\""; add it to InputPathsMap',
    ]);
    expect(template('"<toString>"')).toHaveLength(1);
    expect(template('"<aws.events.rule>"')).toHaveLength(1);
  });

  test.each([
    [{}],
    [{ Input: '{}' }],
    [{ Input: '"text"' }],
    [{ Input: UNKNOWN, InputPath: '$.detail' }],
    [{ InputPath: '$.detail' }],
    [{ Input: `"${'x'.repeat(8_190)}"` }],
    [{ InputTransformer: { InputTemplate: '"1 < 2 and 3 > 2"' } }],
    [{ InputTransformer: { InputTemplate: '"<a>"', InputPathsMap: { a: '$.a' } } }],
    [{ InputTransformer: { InputTemplate: '"<a>"', InputPathsMap: UNKNOWN } }],
    [
      {
        InputTransformer: {
          InputTemplate:
            '{"a": <aws.events.event>, "b": <aws.events.event.json>, "c": "<aws.events.rule-arn> <aws.events.rule-name> <aws.events.event.ingestion-time>"}',
        },
      },
    ],
  ])('is taken with a target that has %j', (but) => {
    expect(target(but)).toEqual([]);
  });
});
