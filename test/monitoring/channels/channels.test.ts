import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Channel } from '../../../lib/monitoring/channels/channel';
import { Channels } from '../../../lib/monitoring/channels/channels';
import { existingSecret, SECRET_ARN } from '../../helpers/secrets';
import { type Receiver, startReceiver } from '../../lambda/channels/helpers/receiver';
import { simpleUpdate } from '../../lambda/channels/helpers/updates';
import { type AwsStandIn, startAwsStandIn } from '../../lambda/status-update/helpers/aws-stand-in';

const MAX_BUNDLE_BYTES = 500_000;

/** The channels in a stack of their own. */
function synthesize(
  channels: readonly Channel[],
  app = new App({ context: { 'aws:cdk:bundling-stacks': [] } }),
) {
  const stack = new Stack(app, 'Stack', { env: { region: 'us-east-1' } });
  const key = new Key(stack, 'Key', { enableKeyRotation: true });
  const topics = ['OnCall', 'Alarms'].map((id) => new Topic(stack, id, { masterKey: key, enforceSSL: true }));
  const table = Table.fromTableName(stack, 'State', 'State');
  const state = { table, partitionKey: 'shop.example.com' };
  const made = new Channels(stack, 'Channels', { channels, topics, key, state });
  return { app, stack, made, template: Template.fromStack(stack) };
}

const ALL = [
  Channel.pagerDuty({ secret: existingSecret() }),
  Channel.slack({ secret: existingSecret() }),
  Channel.teams({ secret: existingSecret() }),
  Channel.amazonQ(),
];

describe('channels', () => {
  test('add nothing when there are none', () => {
    const { template, made } = synthesize([]);
    template.resourceCountIs('AWS::Lambda::Function', 0);
    template.resourceCountIs('AWS::SQS::Queue', 0);
    expect([made.queues, made.outputs]).toEqual([[], []]);
  });

  const { template, made } = synthesize(ALL);

  test('have a function and a dead-letter queue each, so that none delays another', () => {
    template.resourceCountIs('AWS::Lambda::Function', 4);
    expect(made.queues.map(({ name }) => name)).toEqual([
      'pager-duty-dead-letters',
      'slack-dead-letters',
      'teams-dead-letters',
      'amazon-q-dead-letters',
    ]);
    const redrives = Object.values(template.findResources('AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0],
    );
    const failures = Object.values(template.findResources('AWS::Lambda::EventInvokeConfig')).map(
      ({ Properties }) => Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0],
    );
    expect(new Set(failures).size).toBe(4);
    expect(redrives.toSorted()).toEqual([...failures, ...failures].toSorted());
  });

  test('hear both ways to on-call', () => {
    const heard = Object.values(template.findResources('AWS::SNS::Subscription')).map(
      ({ Properties }) => `${Properties.TopicArn.Ref.slice(0, 5)} ${Properties.Endpoint['Fn::GetAtt'][0]}`,
    );
    expect(new Set(heard).size).toBe(8);
    expect(heard.filter((one) => one.startsWith('Alarm'))).toHaveLength(4);
  });

  test('read their own secret only, and only when they have one', () => {
    const readers = Object.values(template.findResources('AWS::IAM::Policy')).filter((policy) =>
      JSON.stringify(policy).includes('secretsmanager'),
    );
    expect(readers).toHaveLength(3);
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
            Effect: 'Allow',
            Resource: SECRET_ARN,
          },
        ]),
      },
    });
  });

  test('read of the state which incident is the newest, and nothing else', () => {
    const policies = Object.values(template.findResources('AWS::IAM::Policy'));
    const reading = policies.flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.filter(({ Action }: { Action: string | string[] }) =>
        String(Action).includes('dynamodb'),
      ),
    );
    expect(reading).toHaveLength(4);
    for (const statement of reading) {
      expect(statement).toEqual({
        Action: 'dynamodb:GetItem',
        Effect: 'Allow',
        Resource: expect.anything(),
        Condition: {
          'ForAllValues:StringEquals': {
            'dynamodb:LeadingKeys': ['shop.example.com'],
            'dynamodb:Attributes': ['pk', 'newest'],
          },
          StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
        },
      });
    }
  });

  test('give Amazon Q a topic of its own, encrypted, which an output names', () => {
    expect(made.outputs.map(({ id }) => id)).toEqual(['AmazonQTopicArn']);
    template.hasResourceProperties('AWS::SNS::Topic', {
      DisplayName: 'Understudy amazon-q',
      KmsMasterKeyId: Match.anyValue(),
    });
  });

  test.each([
    ['us', 'https://events.pagerduty.com/v2/enqueue'],
    ['eu', 'https://events.eu.pagerduty.com/v2/enqueue'],
  ] as const)('reach PagerDuty in the %s at %s', (serviceRegion, endpoint) => {
    expect(Channel.pagerDuty({ secret: existingSecret(), serviceRegion }).endpoint).toBe(endpoint);
  });

  test('carry no event that is older than ten minutes', () => {
    const configs = Object.values(template.findResources('AWS::Lambda::EventInvokeConfig'));
    expect(configs.map(({ Properties }) => Properties.MaximumEventAgeInSeconds)).toEqual([
      600, 600, 600, 600,
    ]);
  });

  test('pass the AWS Solutions checks', () => {
    const { app } = synthesize(ALL);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});

describe('channel functions', () => {
  let outdir: string;
  let aws: AwsStandIn;
  let receiver: Receiver | undefined;
  let bundles: Record<string, string>;
  /** What the state says of the newest incident; undefined while DynamoDB answers nothing but errors. */
  let newest: object | undefined;
  const environment = process.env;
  const update = JSON.stringify(simpleUpdate({ at: new Date().toISOString() }));
  const secretKey = 'R0123456789ABCDEF0123456789ABCDE';

  beforeAll(() => {
    outdir = mkdtempSync(join(tmpdir(), 'understudy-channels-'));
    const { app, stack } = synthesize(ALL, new App({ outdir }));
    app.synth();
    const functions = Template.fromStack(stack).findResources('AWS::Lambda::Function');
    bundles = Object.fromEntries(
      Object.values(functions).map(({ Properties }) => [
        Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
        join(outdir, `asset.${Properties.Code.S3Key.replace('.zip', '')}`, 'index.js'),
      ]),
    );
  });
  afterAll(() => rmSync(outdir, { recursive: true }));

  beforeEach(async () => {
    newest = {};
    aws = await startAwsStandIn(({ headers, body }) => {
      if (headers['x-amz-target'] === 'DynamoDB_20120810.GetItem') {
        return newest === undefined ? { status: 500, body: '{}' } : JSON.stringify(newest);
      }
      if (headers['x-amz-target'] === 'secretsmanager.GetSecretValue') {
        return JSON.stringify({ SecretString: `${secretKey}\n` });
      }
      // The SDK compares what SQS says that it received.
      const MD5OfMessageBody = createHash('md5').update(JSON.parse(body).MessageBody).digest('hex');
      return JSON.stringify({ MessageId: '1', MD5OfMessageBody });
    });
  });
  afterEach(async () => {
    process.env = environment;
    await Promise.all([aws.close(), receiver?.close()]);
  });

  /** Calls PagerDuty's bundle with an update while PagerDuty answers `status`. */
  async function callPagerDuty(status: number, message = update): Promise<void> {
    receiver = await startReceiver(status);
    process.env = {
      ...environment,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: aws.endpoint,
      POWERTOOLS_DEV: 'true',
      TABLE_NAME: 'State',
      STATE_KEY: 'shop.example.com',
      SECRET_ARN,
      ENDPOINT: receiver.url,
      DEAD_LETTER_QUEUE_URL: `${aws.endpoint}/111122223333/dead-letters`,
    };
    jest.resetModules();
    const { handler } = require(bundles['pager-duty'] ?? '');
    await handler({ Records: [{ Sns: { Message: message } }] });
  }

  test('are one file each, small enough to start fast', () => {
    const sizes = Object.entries(bundles).map(([name, path]) => [name, statSync(path).size] as const);
    expect(sizes).toHaveLength(4);
    expect(sizes.filter(([, size]) => size > MAX_BUNDLE_BYTES)).toEqual([]);
  });

  test('post the update with the secret', async () => {
    await callPagerDuty(202);
    expect(receiver?.received).toHaveLength(1);
    expect(JSON.parse(receiver?.received[0]?.body ?? '')).toMatchObject({
      routing_key: secretKey,
      dedup_key: 'INC-20250301-07 shop.example.com',
    });
    expect(aws.requests.map(({ headers }) => headers['x-amz-target'])).toEqual([
      'DynamoDB_20120810.GetItem',
      'secretsmanager.GetSecretValue',
    ]);
    expect(JSON.parse(aws.requests[0]?.body ?? '')).toEqual({
      TableName: 'State',
      Key: { pk: { S: 'shop.example.com' } },
      ProjectionExpression: 'newest',
      ConsistentRead: true,
    });
  });

  const newestIs = (incident: object) => ({ Item: { newest: { S: JSON.stringify(incident) } } });
  const ITS_OWN = { schema: 1, incidentId: 'INC-20250301-07', round: 1 };

  test.each([
    ['is open', newestIs({ ...ITS_OWN, isOver: false }), 1],
    ['is over', newestIs({ ...ITS_OWN, isOver: true }), 0],
    ['is a later one', newestIs({ ...ITS_OWN, incidentId: 'INC-20250301-08', isOver: false }), 0],
    ['is told in a form of the future', newestIs({ ...ITS_OWN, schema: 2, isOver: true }), 1],
    ["can't be read", undefined, 1],
  ])('carry an update although it comes late when the newest incident %s: %#', async (_, known, posts) => {
    jest.spyOn(console, 'warn').mockImplementation();
    jest.spyOn(console, 'info').mockImplementation();
    newest = known;
    await callPagerDuty(202);
    expect(receiver?.received).toHaveLength(posts);
  });

  test('close the alert of the round before when an incident is back', async () => {
    await callPagerDuty(
      202,
      JSON.stringify(simpleUpdate({ round: 2, kind: 'relapsed', at: new Date().toISOString() })),
    );
    const events = receiver?.received.map(({ body }) => JSON.parse(body));
    expect(events?.map(({ dedup_key, event_action }) => `${event_action} ${dedup_key}`)).toEqual([
      'resolve INC-20250301-07 shop.example.com',
      'trigger INC-20250301-07 (2) shop.example.com',
    ]);
  });

  test('fail while the receiver is down, so that Lambda tries again', async () => {
    await expect(callPagerDuty(503)).rejects.toThrow('the receiver answered 503');
    expect(receiver?.received).toHaveLength(1);
  });

  test('put a refused update aside at once, and log no secret', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation();
    await callPagerDuty(400);
    expect(receiver?.received).toHaveLength(1);
    const sent = aws.requests.find(({ headers }) => headers['x-amz-target'] === 'AmazonSQS.SendMessage');
    expect(JSON.parse(sent?.body ?? '').MessageBody).toBe(update);
    const log = JSON.stringify(error.mock.calls);
    expect(log).toContain('the receiver answered 400');
    expect(log).not.toContain(secretKey);
    expect(readFileSync(bundles['pager-duty'] ?? '', 'utf8')).not.toContain(secretKey);
  });
});
