import type { Deployment } from '../../aws/assembly/deployment';
import { type AlarmChange, alarmInvocation, alarmMessage } from '../../aws/cloudwatch/alarm-change';
import { ALARM, COMPOSITE_ALARM } from '../../aws/cloudwatch/resource';
import type { RuleTarget } from '../../aws/events/event-bus';
import { RULE } from '../../aws/events/resource';
import type { Gate } from '../../aws/iam/gatekeeper';
import type { Functions } from '../../aws/lambda/functions';
import { EVENT_INVOKE_CONFIG, FUNCTION } from '../../aws/lambda/resource';
import { SUBSCRIPTION } from '../../aws/sns/resource';
import type { PlayedTopics } from '../../aws/sns/topics';
import { type ServiceGate, sendAside } from '../../aws/sqs/dead-letters';
import type { Queues } from '../../aws/sqs/queues';
import { RehearsalError } from '../../kernel/errors';

/** Whatever rules and alarms may lead to. */
export interface TargetServices {
  readonly topics: PlayedTopics;
  readonly queues: Queues;
  readonly functions: Functions;
}

/**
 * Hands what a rule makes of an event to one of its targets. An event for which EventBridge lacks a permission is not
 * tried again: it goes to the dead-letter queue at once.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export function handOver(
  { topics, queues, functions }: TargetServices,
  gate: Gate,
  target: RuleTarget,
  input: unknown,
): void {
  const { arn, ruleArn: source, deadLetterQueue: queueArn } = target;
  if (refusedToRule(gate, target)) {
    sendAside((queue) => queues.send(queue), gate, { service: EVENTBRIDGE, source, queueArn });
  } else if (topics.has(arn)) {
    topics.publish({ topicArn: arn, message: JSON.stringify(input) });
  } else if (queues.has(arn)) {
    queues.send(arn);
  } else {
    functions.invoke(arn, input);
  }
}

export const EVENTBRIDGE = 'events.amazonaws.com';

/** A rule acts by the policy of its target, or by a role of its own. */
export function refusedToRule(gate: Gate, { arn, ruleArn, roleArn }: RuleTarget): boolean {
  const call = { action: actionOn(arn), resource: arn };
  const refusal =
    roleArn === undefined
      ? gate.refuseService(EVENTBRIDGE, ruleArn, [call])
      : gate.refuse({ kind: 'role', arn: roleArn, session: EVENTBRIDGE }, [{ ...call, context: {} }]);
  return refusal !== undefined;
}

/** What a service needs to hand something to a target. */
export const actionOn = (arn: string): string =>
  ({ sns: 'sns:Publish', sqs: 'sqs:SendMessage' })[arn.split(':')[2] ?? ''] ?? 'lambda:InvokeFunction';

/**
 * Carries out one action of an alarm. What CloudWatch may not do is left undone, and nobody is told.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
 */
export function carryOut(
  { topics, functions }: TargetServices,
  gate: ServiceGate,
  arn: string,
  change: AlarmChange,
): void {
  if (gate.refuseService(alarmService(arn), change.alarm.arn, [{ action: actionOn(arn), resource: arn }])) {
    return;
  }
  if (topics.has(arn)) {
    topics.publish({ topicArn: arn, structure: 'json', ...alarmMessage(change) });
  } else {
    functions.invoke(arn, alarmInvocation(change));
  }
}

/** Who acts for an alarm: functions know CloudWatch by another name. */
export const alarmService = (arn: string): string =>
  actionOn(arn) === 'lambda:InvokeFunction'
    ? 'lambda.alarms.cloudwatch.amazonaws.com'
    : 'cloudwatch.amazonaws.com';

/**
 * Finds out before anything is played whether all actions and targets are there, and can do what they are for.
 * @throws RehearsalError UNSUPPORTED_RESOURCE when one is something else, UNSUPPORTED_PROPERTY for a function that a
 * rehearsal can't run
 */
export function requireTargets(deployment: Deployment, services: TargetServices): void {
  requireActions(deployment, services);
  requireRuleTargets(deployment, services);
  requireSubscribers(deployment, services);
  for (const { name, properties } of deployment.all(FUNCTION)) {
    requireQueue(`${name}.DeadLetterConfig`, properties.DeadLetterConfig?.TargetArn, services);
  }
  for (const { name, properties } of deployment.all(EVENT_INVOKE_CONFIG)) {
    requireQueue(
      `${name}.DestinationConfig.OnFailure`,
      properties.DestinationConfig?.OnFailure?.Destination,
      services,
    );
  }
}

function requireActions(deployment: Deployment, { topics, functions }: TargetServices): void {
  for (const { name, properties } of [...deployment.all(ALARM), ...deployment.all(COMPOSITE_ALARM)]) {
    for (const kind of ['AlarmActions', 'OKActions', 'InsufficientDataActions'] as const) {
      for (const arn of properties[kind]) {
        if (!topics.has(arn) && !functions.has(arn)) {
          throw unknown(`${name}.${kind}`, arn, 'topics and functions');
        }
        functions.requireRunnable(arn);
      }
    }
  }
}

function requireRuleTargets(deployment: Deployment, { topics, queues, functions }: TargetServices): void {
  for (const { name, properties } of deployment.all(RULE)) {
    for (const { Arn: arn } of properties.Targets) {
      if (!topics.has(arn) && !queues.has(arn) && !functions.has(arn)) {
        throw unknown(`${name}.Targets`, arn, 'topics, queues and functions');
      }
      functions.requireRunnable(arn);
    }
  }
}

function requireSubscribers(deployment: Deployment, services: TargetServices): void {
  const { queues, functions } = services;
  for (const { name, properties } of deployment.all(SUBSCRIPTION)) {
    const { Protocol, Endpoint, RedrivePolicy } = properties;
    requireQueue(`${name}.RedrivePolicy`, RedrivePolicy?.deadLetterTargetArn, services);
    const isLost =
      (Protocol === 'lambda' && !functions.has(Endpoint)) || (Protocol === 'sqs' && !queues.has(Endpoint));
    if (isLost) {
      throw unknown(`${name}.Endpoint`, Endpoint, 'queues and functions');
    }
    if (Protocol === 'lambda') {
      functions.requireRunnable(Endpoint);
    }
  }
}

/** What can't be delivered or handled may go to queues only: nothing shows before the first failure. */
function requireQueue(where: string, arn: string | undefined, { queues }: TargetServices): void {
  if (arn !== undefined && !queues.has(arn)) {
    throw unknown(where, arn, 'queues');
  }
}

const unknown = (where: string, arn: string, modelled: string): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_RESOURCE',
    `${where}: targets a resource type that the rehearsal does not model, got ${arn}; the rehearsal knows ${modelled} of this assembly`,
  );
