import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { functionLog, healthCheckExists, topicMetrics, waitingMessage } from '../runbook/check';
import type { RunbookAlarm } from '../runbook/runbook-document';
import { type AlarmContext, type AlarmDefinition, createAlarm, toRunbookAlarm } from './alarm-definition';
import {
  FUNCTION_FAILS,
  FUNCTION_IS_SILENT,
  HEALTH_CHECKS_ARE_SILENT,
  HEARTBEAT_IS_SILENT,
  QUEUE_NOT_EMPTY,
} from './evaluations';
import {
  functionErrors,
  functionInvocations,
  healthCheckReports,
  publishedMessages,
  visibleMessages,
} from './metrics';
import { notify, notifySilence } from './notify';

/** A dead-letter queue and what messages call it. */
export interface WatchedQueue {
  /** A few lower-case words with dashes, unique, such as `on-call-dead-letters`. It becomes part of an alarm name. */
  readonly name: string;
  readonly queue: IQueue;
}

/** Props of {@link AnnouncerAlarms}. */
export interface WatcherAlarmsProps extends AlarmContext {
  /** The calculated health check over the critical endpoints. */
  readonly storeHealthCheckId: string;
  /** The function that announces changes. It is woken at least every minute. */
  readonly statusFunction: IFunction;
  /** The topic that the function sends its daily sign of life to. */
  readonly auditTopic: ITopic;
  /** Queues that are empty while all is well. May be empty. */
  readonly queues: readonly WatchedQueue[];
  /** Gets every alarm of this construct, on ALARM and on OK. */
  readonly alarmsTopic: ITopic;
}

/** Watches the watchers: when status updates break, on-call hears of it without them. */
export class AnnouncerAlarms extends Construct {
  readonly alarms: readonly Alarm[];
  /** The same, in the same order. */
  readonly runbookAlarms: readonly RunbookAlarm[];

  constructor(scope: Construct, id: string, props: WatcherAlarmsProps) {
    super(scope, id);
    const { alarmsTopic } = props;
    const [failing, silent] = [failureDefinitions(props), silenceDefinitions(props)];
    const failures = failing.map((definition) => createAlarm(this, props, definition));
    const silences = silent.map((definition) => createAlarm(this, props, definition));
    for (const alarm of failures) {
      notify(alarm, alarmsTopic);
    }
    for (const alarm of silences) {
      notifySilence(alarm, alarmsTopic);
    }
    this.alarms = [...failures, ...silences];
    this.runbookAlarms = [...failing, ...silent].map((definition) =>
      toRunbookAlarm(props.domainName, definition),
    );
  }
}

function failureDefinitions({ domainName, statusFunction, queues }: WatcherAlarmsProps): AlarmDefinition[] {
  return [
    functionFails(domainName, statusFunction),
    ...queues.map((queue) => queueNotEmpty(domainName, queue)),
  ];
}

function silenceDefinitions(props: WatcherAlarmsProps): AlarmDefinition[] {
  const { domainName, statusFunction, storeHealthCheckId, auditTopic } = props;
  return [
    functionIsSilent(domainName, statusFunction),
    healthChecksAreSilent(domainName, storeHealthCheckId),
    heartbeatIsSilent(domainName, auditTopic),
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
    check: functionLog,
  };
}

function functionIsSilent(domainName: string, { functionName }: IFunction): AlarmDefinition {
  return {
    id: 'StatusUpdatesSilent',
    suffix: 'status-updates-silent',
    metric: functionInvocations(functionName),
    evaluation: FUNCTION_IS_SILENT,
    text: {
      impact: `The function that announces changes at ${domainName} has not run for some time, so no updates go out.`,
      alsoWithoutData: true,
      action:
        'Rely on the plain alarm messages and check that its EventBridge rules are enabled and may invoke it.',
    },
    check: functionLog,
  };
}

function healthChecksAreSilent(domainName: string, storeHealthCheckId: string): AlarmDefinition {
  return {
    id: 'HealthChecksSilent',
    suffix: 'health-checks-silent',
    metric: healthCheckReports(storeHealthCheckId),
    evaluation: HEALTH_CHECKS_ARE_SILENT,
    text: {
      impact: `Route 53 no longer reports on ${domainName}, so no alarm would tell of an outage; failover itself needs no reports.`,
      alsoWithoutData: true,
      action: 'Look at the store yourself, and at the AWS Health Dashboard for Route 53 and CloudWatch.',
    },
    check: healthCheckExists,
  };
}

function heartbeatIsSilent(domainName: string, { topicName }: ITopic): AlarmDefinition {
  return {
    id: 'HeartbeatSilent',
    suffix: 'heartbeat-silent',
    metric: publishedMessages(topicName),
    evaluation: HEARTBEAT_IS_SILENT,
    text: {
      impact: `The daily sign of life about ${domainName} stayed away, so messages in an emergency may stay away too.`,
      alsoWithoutData: true,
      action:
        'Rely on the plain alarm messages and see whether the function may still publish and use the key.',
    },
    check: topicMetrics,
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
    check: waitingMessage,
  };
}
