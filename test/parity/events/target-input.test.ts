import { targetInput } from '../../../lib/rehearsal/aws/events/rules/target-input';

const source = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html';
const event = {
  'detail-type': 'Alarm',
  time: '2026-01-01T00:00:00Z',
  resources: ['arn:one', 'arn:two'],
  detail: { alarmName: 'down', state: { value: 'ALARM', reason: 'say "no"' }, count: 3 },
};
const RULE = { arn: 'arn:aws:events:us-east-1:111122223333:rule/alarms', name: 'alarms' };
const PATHS = {
  name: '$.detail.alarmName',
  count: '$.detail.count',
  state: '$.detail.state',
  reason: '$.detail.state.reason',
  nobody: '$.detail.nobody',
  resources: '$.resources',
  detail: '$.detail',
};
const transformed = (template: string) =>
  targetInput({ transformer: { paths: PATHS, template } }, event, RULE);

describe(`Input of a target (${source})`, () => {
  test('is the event itself', () => {
    expect(targetInput({}, event, RULE)).toBe(event);
  });

  test.each([
    ['{"a":1}', { a: 1 }],
    ['"text"', 'text'],
    ['text', undefined],
  ])('may be constant: %s', (constant, expected) => {
    expect(targetInput({ constant }, event, RULE)).toEqual(expected);
  });

  test.each([
    ['$', event],
    ['$.detail.alarmName', 'down'],
    ['$.resources[1]', 'arn:two'],
    ['$.detail.nobody.deeper', null],
    ['$.constructor', null],
  ])('may be a part of the event: %s', (path, expected) => {
    expect(targetInput({ path }, event, RULE)).toEqual(expected);
  });

  test.each([
    ['"Alarm <name> saw <count>"', 'Alarm down saw 3'],
    ['{"alarm": <name>, "n": <count>}', { alarm: 'down', n: 3 }],
    ['{"text": "<name>!", "state": <state>}', { text: 'down!', state: event.detail.state }],
    ['"<nobody>."', '.'],
    ['{"nobody": <nobody>}', { nobody: '' }],
    ['"1 < 2"', '1 < 2'],
    ['"state: <state>"', 'state: {value:ALARM,reason:say no}'],
    ['"<resources>"', '[arn:one,arn:two]'],
    [' "of <resources>"', 'of [arn:one,arn:two]'],
    ['{"of": <resources>}', { of: ['arn:one', 'arn:two'] }],
    ['"{[/ <name>"', '{[/ down'],
    ['"Rule <aws.events.rule-name>"', 'Rule alarms'],
    ['{"rule": <aws.events.rule-arn>}', { rule: RULE.arn }],
    ['"<aws.events.event.ingestion-time>"', event.time],
    ['{"event": <aws.events.event.json>}', { event }],
    [
      '{"event": <aws.events.event>}',
      { event: { detailType: 'Alarm', time: event.time, resources: event.resources } },
    ],
  ])('may be made from a template: %s', (template, expected) => {
    expect(transformed(template)).toEqual(expected);
  });

  test.each([
    'plain <count>',
    '<name> is down',
    '{"state": "<state>"}',
    '{"of": "<resources>"}',
    '{"because": "<reason>"}',
    '"because: <reason>"',
    '{"alarm": <name>',
  ])('is not delivered where a template comes to what is no JSON: %s', (template) => {
    expect(transformed(template)).toBeUndefined();
  });

  test.each(['"<aws.events.rule>"', '<constructor>'])('fails without a path to a value: %s', (template) => {
    expect(() => transformed(template)).toThrow('Targets: InputTemplate contains invalid placeholder ');
  });

  test('fails when a path has a wildcard', () => {
    expect(() => targetInput({ path: '$.resources[*]' }, event, RULE)).toThrow(
      new Error('Targets: a path with a wildcard is not modelled, got $.resources[*]; name what it leads to'),
    );
  });
});
