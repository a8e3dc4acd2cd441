import type { Deployment } from '../assembly/deployment';
import type { Clock } from '../clock/clock';
import type { EventLog } from '../event-log';
import { SUBSCRIPTION, TOPIC } from './resource';

/** What a publisher hands to SNS. */
export interface Publication {
  readonly topicArn: string;
  readonly subject?: string;
  readonly message: string;
  /** With `json`, `message` holds one text per protocol and a `default`. */
  readonly structure?: 'json';
}

/** Emulation: how long SNS takes to hand a message to an endpoint. AWS states no figure. */
const DELIVERY_MS = 1_000;

/** The topics of a stack. Every subscription counts as confirmed: a rehearsal can't read anybody's mail. */
export class Topics {
  private readonly topics: ReadonlyMap<string, string>;
  private readonly subscriptions: readonly { TopicArn: string; Protocol: string; Endpoint: string }[];

  constructor(
    deployment: Deployment,
    private readonly clock: Clock,
    private readonly log: EventLog,
  ) {
    this.topics = new Map(
      deployment
        .all(TOPIC)
        .map(({ ref, logicalId, properties }) => [ref, properties.DisplayName ?? logicalId]),
    );
    this.subscriptions = deployment.all(SUBSCRIPTION).map(({ properties }) => properties);
  }

  has(topicArn: string): boolean {
    return this.topics.has(topicArn);
  }

  publish({ topicArn, subject, message, structure }: Publication): void {
    const texts: Record<string, string> = structure === 'json' ? JSON.parse(message) : { default: message };
    for (const { Protocol, Endpoint } of this.subscriptions.filter(({ TopicArn }) => TopicArn === topicArn)) {
      this.clock.at(this.clock.nowMs + DELIVERY_MS, () =>
        this.log.record({
          kind: 'message',
          topic: this.topics.get(topicArn) ?? topicArn,
          protocol: Protocol,
          endpoint: Endpoint,
          subject: Protocol === 'sms' ? '' : (subject ?? 'AWS Notification Message'),
          body: texts[Protocol] ?? texts['default'] ?? '',
        }),
      );
    }
  }
}
