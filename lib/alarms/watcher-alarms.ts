import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type AlarmDefinition, createAlarm } from './alarm-definition';
import { FUNCTION_FAILS, FUNCTION_IS_SILENT, QUEUE_NOT_EMPTY } from './evaluations';
import { functionErrors, functionInvocations, visibleMessages } from './metrics';
import { notify } from './notify';

/** A dead-letter queue and what messages call it. */
export interface WatchedQueue {
  /** A few lower-case words with dashes, unique, such as `on-call-dead-letters`. It becomes part of an alarm name. */
  readonly name: string;
  readonly queue: IQueue;
}

/** Props of {@link WatcherAlarms}. */
export interface WatcherAlarmsProps {
  readonly domainName: string;
  /** The function that announces changes. It is woken at least every five minutes. */
  readonly statusFunction: IFunction;
  /** Queues that are empty while all is well. May be empty. */
  readonly queues: readonly WatchedQueue[];
  /** Gets every alarm of this construct, on ALARM and on OK. */
  readonly alarmsTopic: ITopic;
  readonly runbookUrl: string;
}

/** Watches the watchers: when status updates break, on-call hears of it without them. */
export class WatcherAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: WatcherAlarmsProps) {
    super(scope, id);
    this.alarms = watcherDefinitions(props).map((definition) => createAlarm(this, props, definition));
    for (const alarm of this.alarms) notify(alarm, props.alarmsTopic);
  }
}

function watcherDefinitions({ domainName, statusFunction, queues }: WatcherAlarmsProps): AlarmDefinition[] {
  return [
    functionFails(domainName, statusFunction),
    functionIsSilent(domainName, statusFunction),
    ...queues.map((queue) => queueNotEmpty(domainName, queue)),
  ];
}

function functionFails(domainName: string, { functionName }: IFunction): AlarmDefinition {
  return {
    id: 'StatusUpdateErrors',
    suffix: 'status-update-errors',
    metric: functionErrors(functionName),
    evaluation: FUNCTION_FAILS,
    text: {
      impact: `The function that announces changes at ${domainName} failed, so a message may be late or missing.`,
      action: "Rely on the plain alarm messages and read the function's log.",
    },
  };
}

function functionIsSilent(domainName: string, { functionName }: IFunction): AlarmDefinition {
  return {
    id: 'StatusUpdatesSilent',
    suffix: 'status-updates-silent',
    metric: functionInvocations(functionName),
    evaluation: FUNCTION_IS_SILENT,
    text: {
      impact: `The function that announces changes at ${domainName} has not run for 15 minutes, so no updates go out.`,
      action:
        'Rely on the plain alarm messages and check that its EventBridge rules are enabled and may invoke it.',
    },
  };
}

function queueNotEmpty(domainName: string, { name, queue }: WatchedQueue): AlarmDefinition {
  return {
    id: `QueueNotEmpty-${name}`,
    suffix: `${name}-not-empty`,
    metric: visibleMessages(queue.queueName),
    evaluation: QUEUE_NOT_EMPTY,
    text: {
      impact: `A message about ${domainName} could not be delivered and waits in the queue "${name}", so somebody was not told.`,
      action: 'Read it, repair the recipient, then empty the queue so that this alarm ends.',
    },
  };
}
