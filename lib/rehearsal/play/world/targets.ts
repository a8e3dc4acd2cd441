import type { Deployment } from '../../aws/assembly/deployment';
import { type AlarmChange, alarmInvocation, alarmMessage } from '../../aws/cloudwatch/alarm-change';
import { ALARM, COMPOSITE_ALARM } from '../../aws/cloudwatch/resource';
import { RULE } from '../../aws/events/resource';
import type { Functions } from '../../aws/lambda/functions';
import { EVENT_INVOKE_CONFIG, FUNCTION } from '../../aws/lambda/resource';
import { SUBSCRIPTION } from '../../aws/sns/resource';
import type { Topics } from '../../aws/sns/topics';
import type { Queues } from '../../aws/sqs/queues';
import { RehearsalError } from '../../kernel/errors';

/** Whatever rules and alarms may lead to. */
export interface TargetServices {
  readonly topics: Topics;
  readonly queues: Queues;
  readonly functions: Functions;
}

/** Hands what a rule makes of an event to one of its targets. */
export function handOver({ topics, queues, functions }: TargetServices, arn: string, input: unknown): void {
  if (topics.has(arn)) {
    topics.publish({ topicArn: arn, message: JSON.stringify(input) });
  } else if (queues.has(arn)) {
    queues.send(arn);
  } else {
    functions.invoke(arn, input);
  }
}

/** Carries out one action of an alarm. */
export function carryOut({ topics, functions }: TargetServices, arn: string, change: AlarmChange): void {
  if (topics.has(arn)) {
    topics.publishForCloudWatch({ topicArn: arn, structure: 'json', ...alarmMessage(change) });
  } else {
    functions.invoke(arn, alarmInvocation(change));
  }
}

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
    `${where}: leads to something that is not modelled, got ${arn}; the rehearsal knows ${modelled} of this assembly`,
  );
