import { targetInput } from '../../../lib/rehearsal/aws/events/rules/target-input';

const source = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html';
const event = {
  resources: ['arn:one', 'arn:two'],
  detail: { alarmName: 'down', state: { value: 'ALARM', reason: 'say "no"' }, count: 3 },
};
const PATHS = {
  name: '$.detail.alarmName',
  count: '$.detail.count',
  state: '$.detail.state',
  reason: '$.detail.state.reason',
  nobody: '$.detail.nobody',
};
const transformed = (template: string) => targetInput({ transformer: { paths: PATHS, template } }, event);

describe(`Input of a target (${source})`, () => {
  test('is the event itself', () => {
    expect(targetInput({}, event)).toBe(event);
  });

  test.each([
    ['{"a":1}', { a: 1 }],
    ['"text"', 'text'],
    ['text', 'text'],
  ])('may be constant: %s', (constant, expected) => {
    expect(targetInput({ constant }, event)).toEqual(expected);
  });

  test.each([
    ['$', event],
    ['$.detail.alarmName', 'down'],
    ['$.resources[1]', 'arn:two'],
    ['$.detail.nobody.deeper', null],
    ['$.constructor', null],
  ])('may be a part of the event: %s', (path, expected) => {
    expect(targetInput({ path }, event)).toEqual(expected);
  });

  test.each([
    ['"Alarm <name> saw <count>"', 'Alarm down saw 3'],
    ['{"alarm": <name>, "n": <count>}', { alarm: 'down', n: 3 }],
    ['{"text": "<name>!", "state": <state>}', { text: 'down!', state: event.detail.state }],
    ['"because: <reason>"', 'because: say "no"'],
    ['"<state>"', JSON.stringify(event.detail.state)],
    ['"<nobody>."', '.'],
    ['plain <count>', 'plain 3'],
    ['"1 < 2"', '1 < 2'],
  ])('may be made from a template: %s', (template, expected) => {
    expect(transformed(template)).toEqual(expected);
  });

  test.each(['"<aws.events.rule-arn>"', '<constructor>'])(
    'fails without a path to a value: %s',
    (template) => {
      expect(() => transformed(template)).toThrow('Targets: no path leads to the value of <');
    },
  );
});
