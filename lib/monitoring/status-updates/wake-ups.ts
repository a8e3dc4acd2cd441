import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { TICK_MINUTES } from '../../../lambda/status-update/contract/tick';
import { alarmPatterns } from './alarm-patterns';

/** Props of {@link WakeUps}. */
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
export class WakeUps extends Construct {
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
