import type { Clock } from '../../kernel/clock/clock';
import { readProperty } from '../../kernel/errors';
import type { EventLog } from '../../kernel/event-log';
import { UNKNOWN_DEFAULTS, type UnknownValues } from '../../unknowns/unknown-values';
import type { Deployment } from '../assembly/deployment';
import { ownProperty } from '../assembly/own-property';
import type { MetricStore } from '../cloudwatch/metric-store';
import { type ServiceGate, sendAside } from '../sqs/dead-letters';
import { audiencesOf } from './audiences';
import { SUBSCRIPTION, TOPIC } from './resource';
import { needsConfirmation } from './rules/confirmation';
import { deliveredBody, lambdaEvent, type Notification } from './rules/delivered-body';
import {
  deliveryRetryDelay,
  failedDeliveryMs,
  type HttpRetryPolicy,
  httpRetryPolicy,
} from './rules/delivery-retries';
import { parseFilterPolicy } from './rules/filter-language';
import { filterPolicyAccepts, type MessageAttribute, type SubscriptionFilter } from './rules/filter-policy';
import type { Protocol, Subscriber } from './subscriber';

/** What a publisher hands to SNS. */
export interface Publication {
  readonly topicArn: string;
  readonly subject?: string;
  readonly message: string;
  /** With `json`, `message` holds one text per protocol and a `default`. */
  readonly structure?: 'json';
  /** By name. @default - none */
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
}

/** What topics need of the rest of the world. */
export interface TopicDeps {
  readonly clock: Clock;
  readonly log: EventLog;
  /** Decides whether SNS may hand messages on. */
  readonly gate: ServiceGate;
  /** Puts a message into a queue, by its ARN. */
  readonly send: (queueArn: string) => void;
  /** Calls a function, by its ARN. */
  readonly invoke: (functionArn: string, event: unknown) => void;
  /** Counts messages. @default - nobody counts them */
  readonly metrics?: Pick<MetricStore, 'put'>;
  /** Whether messages can't be delivered there now. @default - every subscriber takes its messages */
  readonly isDown?: (subscriber: Subscriber) => boolean;
  /** Whether nobody has confirmed this subscription, if it needs that. @default - every subscription is confirmed */
  readonly isUnconfirmed?: (subscriber: Subscriber) => boolean;
  /** Gets what webhooks get. @default - nothing is posted anywhere */
  readonly webhook?: (delivery: WebhookDelivery) => void;
  /** @default - those of the table */
  readonly unknowns?: UnknownValues;
}

/** A message that a webhook gets. */
export interface WebhookDelivery {
  /** Its URL. */
  readonly endpoint: string;
  readonly notification: Notification;
  /** Whether it gets the message without JSON around it. */
  readonly raw: boolean;
}

interface Subscription extends Subscriber {
  readonly topicArn: string;
  readonly raw: boolean;
  /** @default - every message passes */
  readonly filter?: SubscriptionFilter;
  /** Over HTTP and HTTPS. */
  readonly retries: HttpRetryPolicy;
  /** ARN of the queue for what can't be delivered. @default - it is lost */
  readonly deadLetterQueue?: string;
}

interface Delivery {
  readonly to: Subscription;
  readonly notification: Notification;
}

export const SNS = 'sns.amazonaws.com';

/** What SNS needs to hand a message to other services; outside AWS nobody asks for a permission. */
export const HANDS_ON: Readonly<Partial<Record<Protocol, string>>> = {
  lambda: 'lambda:InvokeFunction',
  sqs: 'sqs:SendMessage',
};

/** The subject of an e-mail whose publisher gave none. */
const UNTITLED = 'AWS Notification Message';

/** The topics of a stack and their subscriptions. */
export class PlayedTopics {
  private readonly topics: ReadonlyMap<string, string>;
  private readonly subscriptions: readonly Subscription[];
  private readonly audiences: ReadonlyMap<string, string>;
  private published = 0;

  constructor(
    deployment: Deployment,
    private readonly world: TopicDeps,
  ) {
    this.topics = new Map(
      deployment
        .all(TOPIC)
        .map(({ ref, logicalId, properties }) => [ref, properties.DisplayName ?? logicalId]),
    );
    this.subscriptions = readSubscriptions(deployment);
    this.audiences = audiencesOf(this.subscriptions);
  }

  has(topicArn: string): boolean {
    return this.topics.has(topicArn);
  }

  /**
   * Hands the message to every subscription that is confirmed and whose filter it passes.
   * @returns its id
   */
  publish({ topicArn, subject, message, structure, attributes = {} }: Publication): string {
    const textFor = structure === 'json' ? textPerProtocol(message) : () => message;
    this.published += 1;
    this.count(topicArn);
    const messageId = `rehearsal-${this.published}`;
    const wanted = this.subscriptions.filter(
      ({ topicArn: of, protocol, filter }) =>
        of === topicArn &&
        (!filter || filterPolicyAccepts(filter, { body: textFor(protocol), attributes }).delivers),
    );
    for (const to of this.confirmed(wanted, subject)) {
      const notification: Notification = {
        ...{ messageId, topicArn, subject, message: textFor(to.protocol), atMs: this.world.clock.nowMs },
        // Attributes go out with plain messages only.
        ...(structure === undefined && { attributes }),
      };
      const { snsDeliveryMs } = this.world.unknowns ?? UNKNOWN_DEFAULTS;
      this.after(snsDeliveryMs, () => this.deliver({ to, notification }, 0));
    }
    return messageId;
  }

  /** Those of a topic's subscriptions that get messages. Where nobody has confirmed any, the log tells. */
  private confirmed(wanted: readonly Subscription[], subject = UNTITLED): readonly Subscription[] {
    const [first] = wanted;
    const confirmed = wanted.filter(
      (one) => !(needsConfirmation(one.protocol) && this.world.isUnconfirmed?.(one)),
    );
    if (first !== undefined && confirmed.length === 0) {
      this.world.log.record({ kind: 'unheard', topic: this.nameOf(first.topicArn), subject });
    }
    return confirmed;
  }

  /** The people for whom a function passes on what it hears. Undefined: it hears no topic. */
  audienceOf(functionName: string): string | undefined {
    const own = this.subscriptions.find(
      ({ protocol, endpoint }) => protocol === 'lambda' && endpoint.endsWith(`:function:${functionName}`),
    );
    return own && this.audiences.get(own.topicArn);
  }

  private nameOf(topicArn: string): string {
    return this.topics.get(topicArn) ?? topicArn;
  }

  private deliver(delivery: Delivery, retries: number): void {
    const { protocol, retries: policy } = delivery.to;
    if (this.isRefused(delivery.to)) {
      this.putAside(delivery.to);
      return;
    }
    if (!this.world.isDown?.(delivery.to)) {
      this.handOver(delivery);
      return;
    }
    const delayMs = deliveryRetryDelay(protocol, retries, policy);
    this.after(failedDeliveryMs(protocol) + (delayMs ?? 0), () => {
      if (delayMs !== undefined) {
        this.deliver(delivery, retries + 1);
      } else {
        this.putAside(delivery.to);
      }
    });
  }

  /**
   * Whether SNS may not hand a message on: then it does not try again.
   *
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
   */
  private isRefused({ protocol, endpoint, topicArn }: Subscription): boolean {
    const action = HANDS_ON[protocol];
    return (
      action !== undefined &&
      this.world.gate.refuseService(SNS, topicArn, [{ action, resource: endpoint }]) !== undefined
    );
  }

  private putAside({ topicArn, deadLetterQueue }: Subscription): void {
    const { gate, send } = this.world;
    sendAside(send, gate, { service: SNS, source: topicArn, queueArn: deadLetterQueue });
  }

  private handOver({ to, notification }: Delivery): void {
    if (to.protocol === 'lambda') {
      this.world.invoke(to.endpoint, lambdaEvent(notification));
    } else if (to.protocol === 'sqs') {
      this.world.send(to.endpoint);
    } else {
      this.record(to, notification);
    }
  }

  private record({ protocol, endpoint, raw }: Subscription, notification: Notification): void {
    if (protocol === 'http' || protocol === 'https') {
      this.world.webhook?.({ endpoint, notification, raw });
    }
    const { topicArn, subject = UNTITLED } = notification;
    this.world.log.record({
      kind: 'message',
      topic: this.nameOf(topicArn),
      protocol,
      endpoint,
      subject: protocol === 'sms' ? '' : subject,
      body: deliveredBody(protocol, notification, raw),
      audience: this.audiences.get(topicArn),
    });
  }

  /** @see https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html */
  private count(topicArn: string): void {
    const dimensions = { TopicName: topicArn.split(':').at(-1) ?? '' };
    const metric = { namespace: 'AWS/SNS', name: 'NumberOfMessagesPublished', dimensions };
    this.world.metrics?.put(metric, 1);
  }

  private after(delayMs: number, task: () => void): void {
    this.world.clock.at(this.world.clock.nowMs + delayMs, task);
  }
}

/**
 * The texts of a message whose structure is JSON. What is not a string counts as not there.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
function textPerProtocol(message: string): (protocol: Protocol) => string {
  const texts: Readonly<Record<string, unknown>> = JSON.parse(message);
  return (protocol) =>
    [ownProperty(texts, protocol), texts['default']].find((text) => typeof text === 'string') ?? '';
}

function readSubscriptions(deployment: Deployment): readonly Subscription[] {
  const topicPolicies = new Map(
    deployment.all(TOPIC).map(({ ref, properties }) => [ref, properties.DeliveryPolicy?.http]),
  );
  return deployment.all(SUBSCRIPTION).map(({ name, properties }) => {
    const { FilterPolicy, FilterPolicyScope: scope = 'MessageAttributes', DeliveryPolicy } = properties;
    const ofTopic = topicPolicies.get(properties.TopicArn);
    return {
      retries: httpRetryPolicy(
        {
          policy: ofTopic?.defaultHealthyRetryPolicy,
          disableSubscriptionOverrides: ofTopic?.disableSubscriptionOverrides ?? false,
        },
        DeliveryPolicy?.healthyRetryPolicy,
      ),
      protocol: properties.Protocol,
      endpoint: properties.Endpoint,
      topicArn: properties.TopicArn,
      raw: properties.RawMessageDelivery,
      deadLetterQueue: properties.RedrivePolicy?.deadLetterTargetArn,
      filter: FilterPolicy && {
        policy: readProperty(name, () => parseFilterPolicy(FilterPolicy, scope)),
        scope,
      },
    };
  });
}
