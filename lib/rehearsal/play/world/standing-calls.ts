import type { Deployment } from '../../aws/assembly/deployment';
import { ALARM, COMPOSITE_ALARM } from '../../aws/cloudwatch/resource';
import { readTargets } from '../../aws/events/event-bus';
import { RULE } from '../../aws/events/resource';
import type { Gate } from '../../aws/iam/gatekeeper';
import { logCalls } from '../../aws/lambda/log-calls';
import { EVENT_INVOKE_CONFIG, FUNCTION } from '../../aws/lambda/resource';
import { SUBSCRIPTION } from '../../aws/sns/resource';
import { HANDS_ON, SNS } from '../../aws/sns/topics';
import { askForLogDeliveries } from './log-deliveries';
import { actionOn, alarmService, EVENTBRIDGE, refusedToRule } from './targets';

/**
 * Asks once for everything that the stack's resources are to do by themselves, so that a permission that is missing shows
 * in every rehearsal: what is lost by it is lost without a word, and often only once something has failed.
 */
export function askForStandingCalls(deployment: Deployment, gate: Gate): void {
  rulesAsk(deployment, gate);
  subscriptionsAsk(deployment, gate);
  alarmsAsk(deployment, gate);
  functionsAsk(deployment, gate);
  askForLogDeliveries(deployment, gate);
}

const SEND = 'sqs:SendMessage';

function rulesAsk(deployment: Deployment, gate: Gate): void {
  for (const target of deployment.all(RULE).flatMap(readTargets)) {
    refusedToRule(gate, target);
    aside(gate, EVENTBRIDGE, target.ruleArn, target.deadLetterQueue);
  }
}

function subscriptionsAsk(deployment: Deployment, gate: Gate): void {
  for (const { properties } of deployment.all(SUBSCRIPTION)) {
    const { Endpoint: resource, Protocol, RedrivePolicy, TopicArn } = properties;
    const action = HANDS_ON[Protocol];
    if (action !== undefined) {
      gate.refuseService(SNS, TopicArn, [{ action, resource }]);
    }
    aside(gate, SNS, TopicArn, RedrivePolicy?.deadLetterTargetArn);
  }
}

function alarmsAsk(deployment: Deployment, gate: Gate): void {
  for (const { attribute, properties } of [...deployment.all(ALARM), ...deployment.all(COMPOSITE_ALARM)]) {
    const { ActionsEnabled, AlarmActions, OKActions, InsufficientDataActions } = properties;
    const actions = ActionsEnabled ? [AlarmActions, OKActions, InsufficientDataActions].flat() : [];
    for (const resource of actions) {
      gate.refuseService(alarmService(resource), attribute('Arn'), [
        { action: actionOn(resource), resource },
      ]);
    }
  }
}

function functionsAsk(deployment: Deployment, gate: Gate): void {
  for (const { ref, attribute, properties } of deployment.all(FUNCTION)) {
    const caller = gate.function(ref);
    if (caller?.kind !== 'role') {
      continue;
    }
    const assume = { action: 'sts:AssumeRole', resource: caller.arn };
    gate.refuseService('lambda.amazonaws.com', attribute('Arn'), [assume]);
    const queues = [properties.DeadLetterConfig?.TargetArn, onFailure(ref, deployment)];
    for (const resource of queues.filter((queue) => queue !== undefined)) {
      gate.refuse(caller, [{ action: SEND, resource, context: {} }]);
    }
    gate.refuse(caller, logCalls(ref, deployment));
  }
}

const onFailure = (functionName: string, deployment: Deployment): string | undefined =>
  deployment.all(EVENT_INVOKE_CONFIG).find(({ properties }) => properties.FunctionName === functionName)
    ?.properties.DestinationConfig?.OnFailure?.Destination;

function aside(gate: Gate, service: string, source: string, queueArn: string | undefined): void {
  if (queueArn !== undefined) {
    gate.refuseService(service, source, [{ action: SEND, resource: queueArn }]);
  }
}
