import { alarmEvent } from '../../aws/cloudwatch/alarm-change';
import { Alarms } from '../../aws/cloudwatch/alarms';
import { EventBus } from '../../aws/events/event-bus';
import { type FunctionDeps, Functions } from '../../aws/lambda/functions';
import { PlayedTopics, type WebhookDelivery } from '../../aws/sns/topics';
import { Queues } from '../../aws/sqs/queues';
import { carryOut, handOver, requireTargets, type TargetServices } from './targets';
import type { WorldDeps } from './world-deps';

/** What carries messages. */
export type Messaging = Pick<TargetServices, 'topics' | 'queues'>;

/** What messages lead to. */
export interface MessagingTargets {
  /** Calls a function, by its ARN. */
  readonly invoke: (functionArn: string, event: unknown) => void;
  /** Gets what webhooks get. @default - nothing is posted anywhere */
  readonly webhook?: (delivery: WebhookDelivery) => void;
}

/** Topics and queues. */
export function buildMessaging(deps: WorldDeps, { invoke, webhook }: MessagingTargets): Messaging {
  const { deployment, regional: clock, log, metrics, disruptions, unknowns, gate } = deps;
  const queues = new Queues(deployment, clock, metrics);
  const topics = new PlayedTopics(deployment, {
    clock,
    log,
    metrics,
    unknowns,
    gate,
    send: (queueArn) => queues.send(queueArn),
    invoke,
    isDown: ({ protocol }) => disruptions.protocolFails(protocol),
    isUnconfirmed: ({ protocol }) => disruptions.unconfirmed(protocol),
    webhook,
  });
  return { topics, queues };
}

/** What watches the stack and acts. */
export interface Watch {
  readonly alarms: Alarms;
  readonly functions: Functions;
}

/**
 * Alarms, functions and the event bus between them.
 * @throws RehearsalError UNSUPPORTED_RESOURCE when one targets a resource type that the rehearsal does not model
 */
export function buildWatch(
  { deployment, regional: clock, log, metrics, random, disruptions, unknowns, gate }: WorldDeps,
  { topics, queues }: Messaging,
  runtime: Pick<FunctionDeps, 'serviceEnv' | 'load'>,
): Watch {
  const alarms = new Alarms(deployment, {
    ...{ clock, log, metrics, random, unknowns },
    onChange: (change) => bus.put(alarmEvent(change)),
    act: (actionArn, change) => carryOut(targets, gate, actionArn, change),
  });
  const functions = new Functions(deployment, {
    ...{ clock, log, metrics, queues, unknowns, gate },
    fails: disruptions.functionsFail,
    ...runtime,
  });
  const targets = { topics, queues, functions };
  const bus = new EventBus(deployment, clock, (target, input) => handOver(targets, gate, target, input));
  requireTargets(deployment, targets);
  return { alarms, functions };
}
