import { parseCompositeRule } from '../../../lib/rehearsal/aws/cloudwatch/rules/composite-rule';
import { compositeState, namesIn } from '../../../lib/rehearsal/aws/cloudwatch/rules/composite-state';
import type { AlarmState } from '../../../lib/rehearsal/kernel/alarm-state';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html';
const states: Readonly<Record<string, AlarmState>> = {
  red: 'ALARM',
  green: 'OK',
  grey: 'INSUFFICIENT_DATA',
  'a (b), "c"': 'ALARM',
  OK: 'ALARM',
};
function stateOf(name: string): AlarmState {
  const state = states[name];
  if (state === undefined) {
    throw new Error(`the test has no alarm ${name}`);
  }
  return state;
}

describe(`Composite alarm (${source})`, () => {
  test.each([
    ['ALARM("red")', 'ALARM'],
    ['ALARM(red)', 'ALARM'],
    ['ALARM( red )', 'ALARM'],
    ['ALARM("green")', 'OK'],
    ['OK(green)', 'ALARM'],
    ['OK(grey)', 'OK'],
    ['INSUFFICIENT_DATA(grey)', 'ALARM'],
    ['ALARM(grey)', 'OK'],
    ['ALARM("a (b), \\"c\\"")', 'ALARM'],
    ['ALARM(OK)', 'ALARM'],
    ['ALARM("arn:aws:cloudwatch:us-east-1:111122223333:alarm:red")', 'ALARM'],
    ['ALARM(arn:aws:cloudwatch:us-east-1:111122223333:alarm:green)', 'OK'],
    ['TRUE', 'ALARM'],
    ['FALSE', 'OK'],
    ['NOT FALSE', 'ALARM'],
    ['NOT NOT FALSE', 'OK'],
    ['NOT (ALARM(red))', 'OK'],
    ['TRUE AND TRUE', 'ALARM'],
    ['TRUE AND FALSE', 'OK'],
    ['TRUE AND TRUE AND FALSE', 'OK'],
    ['FALSE OR FALSE', 'OK'],
    ['FALSE OR FALSE OR TRUE', 'ALARM'],
    ['ALARM(red) AND NOT ALARM(green)', 'ALARM'],
    ['TRUE OR (TRUE AND FALSE)', 'ALARM'],
    ['(TRUE OR TRUE) AND FALSE', 'OK'],
    ['TRUE AND FALSE OR TRUE', 'ALARM'],
    ['FALSE AND TRUE OR FALSE', 'OK'],
    ['FALSE AND TRUE AND TRUE OR FALSE OR TRUE', 'ALARM'],
    ['NOT ALARM(red) AND TRUE OR ALARM(green)', 'OK'],
    ['(FALSE AND TRUE OR TRUE) AND TRUE', 'ALARM'],
    ['(ALARM("green") OR ALARM("red"))', 'ALARM'],
    ['AT_LEAST(1, ALARM, (red, green, grey))', 'ALARM'],
    ['AT_LEAST(2, ALARM, (red, green, grey))', 'OK'],
    ['AT_LEAST(2, NOT ALARM, (red, green, grey))', 'ALARM'],
    ['AT_LEAST(3, NOT ALARM, (red, green, grey))', 'OK'],
    ['AT_LEAST(33%, ALARM, ("red", "green", "grey"))', 'ALARM'],
    ['AT_LEAST(34%, ALARM, ("red", "green", "grey"))', 'OK'],
    ['AT_LEAST(66%, NOT OK, (red, green, grey))', 'ALARM'],
    ['AT_LEAST(67%, NOT OK, (red, green, grey))', 'OK'],
    ['AT_LEAST(1, OK, (arn:aws:cloudwatch:us-east-1:111122223333:alarm:green))', 'ALARM'],
    ['NOT AT_LEAST(2, ALARM, (red, green)) AND TRUE', 'ALARM'],
    ['  (\n ALARM(red)\n)  ', 'ALARM'],
  ] as const)('%s puts it into %s', (rule, state) => {
    expect(compositeState(parseCompositeRule(rule), stateOf).state).toBe(state);
  });

  test('says what its alarms are in', () => {
    const decision = compositeState(parseCompositeRule('ALARM(green) OR ALARM("red") OR OK(green)'), stateOf);
    expect(decision).toEqual({ state: 'ALARM', because: 'green is OK, red is ALARM' });
  });

  test('names each alarm once, by name', () => {
    const rule =
      '(ALARM(red) AND NOT OK(green)) OR ALARM(arn:aws:cloudwatch:us-east-1:111122223333:alarm:red)';
    expect(namesIn(parseCompositeRule(rule))).toEqual(['red', 'green']);
    expect(namesIn(parseCompositeRule('AT_LEAST(1, OK, (red, green, red))'))).toEqual(['red', 'green']);
  });
});

describe(`Composite alarm rule that the rehearsal does not model (${source})`, () => {
  test.each([
    ['AT_LEAST(0, ALARM, (a))', '0'],
    ['AT_LEAST(x, ALARM, (a))', 'x'],
    ['AT_LEAST(1, UP, (a))', 'UP'],
    ['AT_LEAST(1, ALARM, ())', ')'],
    ['AT_LEAST(1, ALARM, (a b))', 'b'],
    ['AT_LEAST(1, ALARM, a)', 'a'],
    ['TRUE OR TRUE AND FALSE', 'AND'],
    ['TRUE AND TRUE OR TRUE AND FALSE', 'AND'],
    ['(TRUE OR TRUE AND FALSE)', 'AND'],
    ['NOT TRUE OR NOT TRUE AND TRUE', 'AND'],
    ['ALARM(red) ALARM(green)', 'ALARM'],
    ['ALARM(red', 'its end'],
    ['ALARM()', ')'],
    ['ALARM(red, green)', ','],
    ['', 'its end'],
    ['alarm(red)', 'alarm'],
    ['ALARM("red', '"red'],
    ['(TRUE', 'its end'],
    ['TRUE)', ')'],
  ])('fails when it reads %j', (rule, at) => {
    expect(() => parseCompositeRule(rule)).toThrow(
      new Error(
        `AlarmRule: is not understood at ${at}, got ${rule}; use ALARM, OK and INSUFFICIENT_DATA of an alarm, TRUE, FALSE, NOT, AT_LEAST, and AND or OR, with parentheses where AND follows OR`,
      ),
    );
  });
});
