import { RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  Subscription,
  SubscriptionFilter,
  type SubscriptionOptions,
  SubscriptionProtocol,
  Topic,
} from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from '../../private/dead-letter-queue';
import type { EscalationProps, OnCallProps } from '../../understudy-props';

/** Props of {@link Topics}. */
export interface TopicsProps {
  /** Everybody here is subscribed to both ways to on-call. */
  readonly onCall: OnCallProps;
}

/**
 * The two ways to on-call, and a third topic that wakes nobody: `onCall` carries the status-update function's messages,
 * `alarms` carries CloudWatch's own, which still come through when the function is broken. The second contact, if there
 * is one, has a topic of its own: a filter on message attributes would not do, because SNS's pages say that a message in
 * the form of JSON loses them.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
 */
export class Topics extends Construct {
  /** Encrypts all topics. Kept when the stack is destroyed. */
  readonly key: Key;
  /** Published to by the status-update function. */
  readonly onCall: Topic;
  /** Published to by CloudWatch alarms. */
  readonly alarms: Topic;
  /** Published to once a day by the status-update function. Nobody is subscribed; subscribe who wants a sign of life. */
  readonly audit: Topic;
  /** Published to by the status-update function once nobody has acknowledged. Undefined: there is no second contact. */
  readonly escalation?: Topic;
  /** Where SNS puts what it could not deliver. */
  readonly deadLetterQueues: { readonly onCall: Queue; readonly alarms: Queue; readonly escalation?: Queue };

  constructor(scope: Construct, id: string, props: TopicsProps) {
    super(scope, id);
    this.key = this.createKey();
    this.onCall = this.createTopic('OnCall', 'Understudy');
    this.alarms = this.createTopic('Alarms', 'Understudy alarms');
    this.audit = this.createTopic('Audit', 'Understudy audit');
    this.allowCloudWatch();
    const onCall = new DeadLetterQueue(this, 'OnCallDeadLetterQueue');
    const alarms = new DeadLetterQueue(this, 'AlarmsDeadLetterQueue');
    subscribe(this.onCall, contacts(props.onCall, callsOnly(props.onCall)), onCall);
    subscribe(this.alarms, contacts(props.onCall), alarms);
    const { escalation: second } = props.onCall;
    this.escalation = second && this.createTopic('Escalation', 'Understudy escalation');
    const escalation = this.escalation && new DeadLetterQueue(this, 'EscalationDeadLetterQueue');
    if (second !== undefined && this.escalation !== undefined && escalation !== undefined) {
      subscribe(this.escalation, contacts(second, callsOnly(second)), escalation);
    }
    this.deadLetterQueues = { onCall, alarms, escalation };
  }

  private createKey(): Key {
    return new Key(this, 'Key', {
      description: 'Encrypts the messages to on-call',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private createTopic(id: string, displayName: string): Topic {
    return new Topic(this, id, {
      displayName,
      masterKey: this.key,
      enforceSSL: true,
      // Webhooks verify the envelope's signature: with SHA-256, not with the default, SHA-1.
      signatureVersion: '2',
    });
  }

  /**
   * CloudWatch may publish to the alarms topic and use its key. Both must be said: the AWS managed key `alias/aws/sns`
   * can't be used by CloudWatch, and a topic policy of one's own replaces the default one. Without either, alarms go
   * nowhere and only the alarm history shows it.
   *
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
   */
  private allowCloudWatch(): void {
    const cloudWatch = {
      sid: 'AllowCloudWatchAlarms',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    };
    this.key.addToResourcePolicy(
      new PolicyStatement({
        ...cloudWatch,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
    this.alarms.addToResourcePolicy(
      new PolicyStatement({ ...cloudWatch, actions: ['sns:Publish'], resources: [this.alarms.topicArn] }),
    );
  }
}

/**
 * Subscribes every contact. Not with the CDK's `SmsSubscription`: version 2.276 of it drops the dead-letter queue.
 * A contact's id is its endpoint, so that the order of contacts doesn't matter: a new id would be a new subscription,
 * which must be confirmed again.
 */
function subscribe(topic: Topic, those: readonly Contact[], deadLetterQueue: Queue): void {
  for (const [index, contact] of those.entries()) {
    const id = Token.isUnresolved(contact.endpoint) ? `Contact${index}` : contact.endpoint;
    new Subscription(topic, id, { ...contact, topic, deadLetterQueue });
  }
}

type Contact = Pick<SubscriptionOptions, 'protocol' | 'endpoint' | 'filterPolicy'>;

/**
 * Phones are spared what the function marks as less urgent, where it reaches people in another way. Everything without
 * that mark passes, so that a phone rings rather once too often.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html
 */
function callsOnly({ emails = [], channels = [] }: EscalationProps): Pick<Contact, 'filterPolicy'> {
  const isOnlyWay = emails.length + channels.length === 0;
  return isOnlyWay ? {} : { filterPolicy: { urgency: SubscriptionFilter.notExistsFilter() } };
}

/** @param calls what holds for phones only. Never for plain alarms: CloudWatch's messages have no attributes */
function contacts(
  { emails = [], phoneNumbers = [], webhooks = [] }: EscalationProps,
  calls: Pick<Contact, 'filterPolicy'> = {},
): readonly Contact[] {
  return [
    ...emails.map((endpoint) => ({ protocol: SubscriptionProtocol.EMAIL, endpoint })),
    ...phoneNumbers.map((endpoint) => ({ ...calls, protocol: SubscriptionProtocol.SMS, endpoint })),
    ...webhooks.map((endpoint) => ({ protocol: SubscriptionProtocol.HTTPS, endpoint })),
  ];
}
