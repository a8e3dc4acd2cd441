import { App, Lazy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Topics } from '../../../lib/monitoring/alarms/topics';
import { Channel } from '../../../lib/monitoring/channels/channel';
import type { OnCallProps } from '../../../lib/understudy-props';
import { type AlarmsStack, ON_CALL, synthesize } from './alarms-stack';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal: unknown;
  readonly Condition?: unknown;
  readonly Resource: unknown;
}

/** Whatever the function has not marked. */
const CALLS_ONLY = { urgency: [{ exists: false }] };
const CLOUDWATCH = { Service: 'cloudwatch.amazonaws.com' };
const OF_THIS_ACCOUNT = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };

const { stack, template } = synthesize();
const topicArns = {
  onCall: stack.resolve(stack.topics.onCall.topicArn),
  alarms: stack.resolve(stack.topics.alarms.topicArn),
};

function policyStatements(type: string, target: object): readonly Statement[] {
  const [policy] = Object.values(template.findResources(type, { Properties: target }));
  return policy?.['Properties'].PolicyDocument.Statement ?? [];
}

const topicStatements = (topic: 'onCall' | 'alarms') =>
  policyStatements('AWS::SNS::TopicPolicy', { Topics: [topicArns[topic]] });

const queueStatements = (queue: IQueue) =>
  policyStatements('AWS::SQS::QueuePolicy', { Queues: [stack.resolve(queue.queueUrl)] });

describe('key', () => {
  test('rotates and survives the stack', () => {
    template.hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('may be used by CloudWatch on behalf of this account only', () => {
    const [key] = Object.values(template.findResources('AWS::KMS::Key'));
    const statements: readonly Statement[] = key?.['Properties'].KeyPolicy.Statement;
    const forServices = statements.filter(({ Principal }) => JSON.stringify(Principal).includes('Service'));
    expect(forServices).toEqual([
      {
        Sid: 'AllowCloudWatchAlarms',
        Effect: 'Allow',
        Principal: CLOUDWATCH,
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Resource: '*',
        Condition: OF_THIS_ACCOUNT,
      },
    ]);
  });
});

describe('every topic', () => {
  test('is encrypted with the key, and signs with SHA-256', () => {
    template.resourceCountIs('AWS::SNS::Topic', 3);
    template.allResourcesProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: stack.resolve(stack.topics.key.keyArn),
      SignatureVersion: '2',
    });
  });
});

describe.each(['onCall', 'alarms'] as const)('topic %s', (name) => {
  test('refuses messages without TLS', () => {
    expect(topicStatements(name)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  test.each([
    ['email', 'on-call@example.com'],
    ['email', 'owner@example.com'],
    ['sms', '+48123456789'],
    ['https', 'https://hooks.example.com/on-call'],
  ])('tells %s %s, and keeps what it could not deliver', (protocol, endpoint) => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      TopicArn: topicArns[name],
      Protocol: protocol,
      Endpoint: endpoint,
      RedrivePolicy: { deadLetterTargetArn: stack.resolve(stack.topics.deadLetterQueues[name].queueArn) },
      FilterPolicy: name === 'onCall' && protocol === 'sms' ? CALLS_ONLY : Match.absent(),
    });
  });
});

describe('a phone', () => {
  const phoneFilters = (others: Partial<OnCallProps>) => {
    const other = new Stack(new App(), 'Stack');
    const onCall = { runbookUrl: ON_CALL.runbookUrl, phoneNumbers: ['+48123456789'], ...others };
    new Topics(other, 'Topics', { onCall });
    const subscriptions = Template.fromStack(other).findResources('AWS::SNS::Subscription', {
      Properties: { Protocol: 'sms' },
    });
    return Object.values(subscriptions).map(({ Properties }) => Properties.FilterPolicy);
  };

  test.each<[string, Partial<OnCallProps>, unknown[]]>([
    ['everything where it is the only way to people', {}, [undefined, undefined]],
    ['everything beside a webhook', { webhooks: ['https://hooks.example.com'] }, [undefined, undefined]],
    ['what is urgent beside e-mail', { emails: ['a@example.com'] }, [CALLS_ONLY, undefined]],
    ['what is urgent beside a chat', { channels: [Channel.amazonQ()] }, [CALLS_ONLY, undefined]],
  ])('gets %s, and always every plain alarm', (_what, others, filters) => {
    expect(phoneFilters(others)).toEqual(expect.arrayContaining(filters));
  });
});

describe('topic audit', () => {
  test('wakes nobody', () => {
    const audit = stack.resolve(stack.topics.audit.topicArn);
    const topics = Object.values(template.findResources('AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties.TopicArn,
    );
    expect(topics).not.toContainEqual(audit);
    expect(topics).not.toHaveLength(0);
  });
});

describe('subscription', () => {
  const idsOf = (onCall: Partial<OnCallProps>) => {
    const other = new Stack(new App(), 'Stack');
    new Topics(other, 'Topics', { onCall: { runbookUrl: ON_CALL.runbookUrl, ...onCall } });
    return Object.keys(Template.fromStack(other).findResources('AWS::SNS::Subscription')).sort();
  };

  test('stays the same when contacts change places, so nobody has to confirm again', () => {
    const emails = ['a@example.com', 'b@example.com'];
    expect(idsOf({ emails: emails.toReversed() })).toEqual(idsOf({ emails }));
  });

  test('takes a webhook that is known at deployment only', () => {
    expect(idsOf({ webhooks: [Lazy.string({ produce: () => 'https://hooks.example.com' })] })).toHaveLength(
      2,
    );
  });
});

describe('topic policy', () => {
  test('lets CloudWatch of this account publish alarms', () => {
    expect(topicStatements('alarms')).toContainEqual({
      Sid: 'AllowCloudWatchAlarms',
      Effect: 'Allow',
      Principal: CLOUDWATCH,
      Action: 'sns:Publish',
      Resource: topicArns.alarms,
      Condition: OF_THIS_ACCOUNT,
    });
  });

  test("lets nobody but the account's own roles publish to on-call", () => {
    expect(topicStatements('onCall').map(({ Effect }) => Effect)).toEqual(['Deny']);
  });
});

describe.each(['onCall', 'alarms'] as const)('dead-letter queue of %s', (name) => {
  const queue = stack.topics.deadLetterQueues[name];

  test('is encrypted by SQS and keeps messages for 14 days', () => {
    expectQueue(template, stack, queue);
  });

  test('takes messages from its topic only', () => {
    const allowed = queueStatements(queue).filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: stack.resolve(queue.queueArn),
        Condition: { ArnEquals: { 'aws:SourceArn': topicArns[name] } },
      },
    ]);
  });

  test('refuses requests without TLS', () => {
    expect(queueStatements(queue)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sqs:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

function expectQueue(inTemplate: Template, of: AlarmsStack, queue: IQueue): void {
  const {
    'Fn::GetAtt': [logicalId],
  } = of.resolve(queue.queueArn);
  expect(inTemplate.findResources('AWS::SQS::Queue')[logicalId]?.['Properties']).toMatchObject({
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: 14 * 24 * 3600,
  });
}
