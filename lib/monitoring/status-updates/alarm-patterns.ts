import type { EventPattern } from 'aws-cdk-lib/aws-events';

/**
 * What an event pattern may have by default, in characters.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
const MAX_CHARACTERS = 2_048;

/**
 * The changes of state of alarms, in as many patterns as it takes. Each alarm is in one of them only, or its changes
 * would wake the function twice.
 */
export function alarmPatterns(alarmNames: readonly string[]): readonly EventPattern[] {
  const groups: string[][] = [];
  for (const name of alarmNames) {
    const last = groups.at(-1);
    if (last !== undefined && fits([...last, name])) {
      last.push(name);
    } else {
      groups.push([name]);
    }
  }
  return groups.map(patternOf);
}

/** As it is deployed: CDK writes `detail-type`, which has one character more. */
const fits = (alarmNames: readonly string[]): boolean =>
  JSON.stringify(patternOf(alarmNames)).length + 1 <= MAX_CHARACTERS;

const patternOf = (alarmNames: readonly string[]): EventPattern => ({
  source: ['aws.cloudwatch'],
  detailType: ['CloudWatch Alarm State Change'],
  detail: { alarmName: [...alarmNames] },
});
