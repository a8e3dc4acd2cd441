import type { AlarmState } from '../../../kernel/alarm-state';
import type { CompositeRule } from './composite-rule';
import type { AlarmDecision } from './evaluate-alarm';

/** Finds the state of an alarm that a rule names. Gets the name, also where the rule gave an ARN. */
export type AlarmStateLookup = (alarmName: string) => AlarmState;

/**
 * The state of a composite alarm.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export function compositeState(rule: CompositeRule, stateOf: AlarmStateLookup): AlarmDecision {
  // A composite alarm is in ALARM while its rule is true, and in OK while it is false. Emulation: it also starts in
  // INSUFFICIENT_DATA until it is first evaluated; that is the caller's to say.
  const holds = isTrue(rule, stateOf);
  const counted = namesIn(rule).map((name) => `${name} is ${stateOf(name)}`);
  return { state: holds ? 'ALARM' : 'OK', because: counted.join(', ') || 'the rule is constant' };
}

/** The names of the alarms that a rule refers to, in order, each once. */
export function namesIn(rule: CompositeRule): readonly string[] {
  switch (rule.kind) {
    case 'state':
      return [alarmName(rule.alarm)];
    case 'constant':
      return [];
    case 'NOT':
      return namesIn(rule.operand);
    case 'AT_LEAST':
      return [...new Set(rule.alarms.flatMap(namesIn))];
    case 'AND':
    case 'OR':
      return [...new Set(rule.operands.flatMap(namesIn))];
  }
}

function isTrue(rule: CompositeRule, stateOf: AlarmStateLookup): boolean {
  switch (rule.kind) {
    case 'state':
      return stateOf(alarmName(rule.alarm)) === rule.state;
    case 'constant':
      return rule.value;
    case 'NOT':
      return !isTrue(rule.operand, stateOf);
    // As many of the alarms as stated, or more, are in the state.
    case 'AT_LEAST':
      return rule.alarms.filter((alarm) => isTrue(alarm, stateOf)).length >= rule.count;
    case 'AND':
      return rule.operands.every((operand) => isTrue(operand, stateOf));
    case 'OR':
      return rule.operands.some((operand) => isTrue(operand, stateOf));
  }
}

/**
 * The name of an alarm that is referred to by name or by ARN. All alarms of a rule are in the account and Region of the
 * composite alarm, so the name is enough.
 */
export function alarmName(nameOrArn: string): string {
  return nameOrArn.replace(/^arn:[^:]*:cloudwatch:[^:]*:[^:]*:alarm:/, '');
}
