import { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { TICK_MINUTES } from '../../../lambda/status-update/contract/tick';

/** Props of {@link StatusUpdateRules}. */
export interface WakeUpsProps {
  readonly statusFunction: IFunction;
  /** Physical names of the alarms whose changes wake the function. At least one. */
  readonly alarmNames: readonly string[];
  /** Gets events that EventBridge can't deliver. */
  readonly deadLetterQueue: IQueue;
}

/**
 * The two things that wake the status-update function: an alarm that changes, and a schedule. The schedule sends what
 * is due and heals what an event failed to do. Both are EventBridge rules, of alarms as many as their names need.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export class StatusUpdateRules extends Construct {
  constructor(scope: Construct, id: string, { statusFunction, alarmNames, deadLetterQueue }: WakeUpsProps) {
    super(scope, id);
    const target = new LambdaFunction(statusFunction, { deadLetterQueue });
    for (const [index, eventPattern] of alarmPatterns(alarmNames).entries()) {
      new Rule(this, `AlarmStateChange${index === 0 ? '' : index + 1}`, {
        description: 'A symptom alarm of the store changes its state',
        eventPattern,
        targets: [target],
      });
    }
    new Rule(this, 'Tick', {
      description: 'Sends updates that are due and writes status.json',
      schedule: Schedule.rate(Duration.minutes(TICK_MINUTES)),
      targets: [target],
    });
  }
}

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
