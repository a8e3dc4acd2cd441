import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { App, type CfnElement, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import type { Symptom } from '../../../lambda/status-update/contract/symptom';
import { StatusUpdates } from '../../../lib/monitoring/status-updates/status-updates';
import { CHECKOUT_DOWN, STORE_DOWN } from '../../lambda/status-update/helpers/symptoms';

const CONTACTS = [{ role: 'payments', reach: '+48 123 456 789' }];
const STEPS_URL = 'https://d111111abcdef8.cloudfront.net/runbook.html';

/** The construct in a stack with stand-ins for its neighbours, without bundling. */
function synthesize(symptoms: readonly Symptom[] = [STORE_DOWN, CHECKOUT_DOWN], hasStandby = false) {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new Stack(app, 'Stack', { env: { region: 'us-east-1' } });
  const masterKey = new Key(stack, 'Key', { enableKeyRotation: true });
  const updates = new StatusUpdates(stack, 'StatusUpdates', {
    domainName: 'shop.example.com',
    storeName: 'Example Shop',
    languages: ['en', 'pl'],
    topology: 'edge',
    storeHealthCheck: { storeHealthCheckId: 'store-check', storeHealthThreshold: 2 },
    hasStandby,
    symptoms,
    onCallTopic: new Topic(stack, 'Topic', { masterKey, enforceSSL: true }),
    auditTopic: new Topic(stack, 'Audit', { masterKey, enforceSSL: true }),
    recordsBucket: new Bucket(stack, 'Records', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      serverAccessLogsPrefix: 'log/',
    }),
    siteBucket: new Bucket(stack, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      serverAccessLogsPrefix: 'log/',
    }),
    onCall: {
      emails: ['on-call@example.com'],
      runbookUrl: 'https://wiki.example.com/runbook',
      contacts: CONTACTS,
    },
    revenuePerMinute: { amount: 7, currency: 'EUR' },
    hostedZoneId: 'Z0123456789EXAMPLE',
    stepsUrl: STEPS_URL,
    returnSpread: Duration.minutes(2),
  });
  return { app, stack, updates };
}

const { app, stack, updates } = synthesize();
const template = Template.fromStack(stack);
const refOf = (construct: IConstruct) => stack.getLogicalId(construct.node.defaultChild as CfnElement);
const arnOf = (construct: IConstruct) => ({ 'Fn::GetAtt': [refOf(construct), 'Arn'] });

/** The texts that the only upload puts into its bucket, by key. */
function uploadedSettings(): Record<string, unknown> {
  const [upload] = Object.values(template.findResources('Custom::CDKBucketDeployment'));
  const directory = join(app.outdir, `asset.${basename(upload?.['Properties'].SourceObjectKeys[0], '.zip')}`);
  const keys = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
    (name) => extname(name) !== '',
  );
  return Object.fromEntries(keys.map((key) => [key, JSON.parse(readFileSync(join(directory, key), 'utf8'))]));
}

/** What the function's role may do, by action. */
function grants(): Map<string, unknown> {
  const role = updates.function.role?.node.defaultChild as CfnElement;
  const policies = Object.values(
    template.findResources('AWS::IAM::Policy', {
      Properties: { Roles: [{ Ref: stack.getLogicalId(role) }] },
    }),
  );
  const statements = policies.flatMap((policy) => policy['Properties'].PolicyDocument.Statement);
  return new Map(
    statements.flatMap(({ Action, Resource }) => [Action].flat().map((action) => [action, Resource])),
  );
}

describe('status-update function', () => {
  test('runs on the current Node runtime with room and time to spare, and logs as JSON for three months', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 256,
      Timeout: 30,
      LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });

  const variablesOf = (from: Template) => {
    const functions = Object.values(from.findResources('AWS::Lambda::Function'));
    return functions.find(
      ({ Properties }) => Properties.Environment?.Variables?.SETTINGS_KEY !== undefined,
    )?.['Properties'].Environment.Variables;
  };
  const ESSENTIALS = {
    domainName: 'shop.example.com',
    storeName: 'Example Shop',
    languages: ['en', 'pl'],
    topology: 'edge',
    runbookUrl: 'https://wiki.example.com/runbook',
    owner: 'on-call',
    stepsUrl: STEPS_URL,
    returnSeconds: 120,
  };

  test('knows by its environment where to write, and of the store what a message can not do without', () => {
    const variables = variablesOf(template);
    expect(JSON.parse(variables.SYMPTOMS)).toEqual([STORE_DOWN]);
    expect(JSON.parse(variables.STORE)).toEqual(ESSENTIALS);
    expect(variables).toMatchObject({
      TABLE_NAME: { Ref: refOf(updates.table) },
      SITE_PREFIX: 'understudy/',
    });
  });

  test('knows of a standby, in whose place nobody sees the emergency page', () => {
    const withStandby = Template.fromStack(synthesize([STORE_DOWN], true).stack);
    expect(JSON.parse(variablesOf(withStandby).STORE)).toEqual({ ...ESSENTIALS, standby: true });
  });

  test('knows the rest by an object that is uploaded before it and named after what it says', () => {
    const { SETTINGS_KEY: key } = variablesOf(template);
    expect(key).toMatch(/^settings\/[\da-f]{32}\.json$/);
    expect(uploadedSettings()).toEqual({
      [key]: {
        symptoms: [STORE_DOWN, CHECKOUT_DOWN],
        store: {
          ...ESSENTIALS,
          contacts: CONTACTS,
          revenuePerMinute: { amount: 7, currency: 'EUR' },
          hostedZoneId: 'Z0123456789EXAMPLE',
        },
      },
    });
    const [upload = ''] = Object.keys(template.findResources('Custom::CDKBucketDeployment'));
    template.hasResource('AWS::Lambda::Function', {
      Properties: { Environment: { Variables: { SETTINGS_KEY: key } } },
      DependsOn: Match.arrayWith([upload]),
    });
    template.hasResource('Custom::CDKBucketDeployment', {
      Properties: { Prune: false, RetainOnDelete: true, DestinationBucketName: Match.anyValue() },
    });
  });

  test('starts over when settings or health checks change', () => {
    const { SETTINGS_KEY, SETTINGS_IDS } = variablesOf(template);
    const other = variablesOf(Template.fromStack(synthesize([STORE_DOWN]).stack));
    expect(other.SETTINGS_KEY).not.toBe(SETTINGS_KEY);
    expect([SETTINGS_IDS, other.SETTINGS_IDS]).toEqual(['check check', 'check']);
  });

  test('is retried twice, and what it fails to handle waits in the dead-letter queue', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: arnOf(updates.deadLetterQueue) } },
    });
  });

  test('may do what its code does and nothing else', () => {
    expect([...grants().keys()].sort()).toEqual([
      'cloudwatch:DescribeAlarmHistory',
      'cloudwatch:DescribeAlarms',
      'cloudwatch:GetMetricData',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'iam:PassRole',
      'kms:Decrypt',
      'kms:GenerateDataKey*',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'route53:GetHealthCheck',
      'route53:GetHealthCheckStatus',
      'route53:ListHostedZoneChangeBatches',
      'route53:UpdateHealthCheck',
      's3:GetObject',
      's3:PutObject',
      'scheduler:CreateSchedule',
      'scheduler:DeleteSchedule',
      'scheduler:UpdateSchedule',
      'sns:Publish',
      'sqs:SendMessage',
    ]);
    template.hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });

  test('may touch the files about the status, its own alarms, health checks and table only', () => {
    const allowed = grants();
    expect(JSON.stringify(allowed.get('s3:GetObject'))).toMatch(/"\/settings\/[\da-f]{32}\.json"/);
    expect(JSON.stringify(allowed.get('s3:PutObject')).match(/\/understudy\/[^"]*/g)).toEqual([
      '/understudy/status.json',
      '/understudy/summary.json',
      '/understudy/history.atom',
      '/understudy/maintenance.ics',
    ]);
    expect(JSON.stringify(allowed.get('cloudwatch:DescribeAlarms'))).toMatch(
      /:alarm:shop\.example\.com-store-down".*:alarm:shop\.example\.com-checkout-down"/,
    );
    expect(allowed.get('dynamodb:PutItem')).toEqual([arnOf(updates.table)]);
    expect(JSON.stringify(allowed.get('route53:GetHealthCheckStatus'))).toMatch(
      /^{"Fn::Join":\["",\["arn:",{"Ref":"AWS::Partition"},":route53:::healthcheck\/check-of-checkout"]]}$/,
    );
    expect(JSON.stringify(allowed.get('route53:ListHostedZoneChangeBatches'))).toContain(
      ':route53:::hostedzone/Z0123456789EXAMPLE"',
    );
    const wildcards = [...allowed].filter(([, resource]) => JSON.stringify(resource).includes('*'));
    expect(wildcards.map(([action]) => action)).toEqual(['s3:PutObject', 'cloudwatch:GetMetricData']);
    expect(JSON.stringify(allowed.get('s3:PutObject')).match(/[^"]*\*/g)).toEqual(['/reviews/*']);
  });

  test('is subscribed to no topic', () => {
    template.resourceCountIs('AWS::SNS::Subscription', 0);
  });
});

describe('EventBridge rule', () => {
  const target = { Arn: arnOf(updates.function), DeadLetterConfig: { Arn: arnOf(updates.deadLetterQueue) } };

  test('wakes the function when one of the symptom alarms changes', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.cloudwatch'],
        'detail-type': ['CloudWatch Alarm State Change'],
        detail: { alarmName: ['shop.example.com-store-down', 'shop.example.com-checkout-down'] },
      },
      Targets: [Match.objectLike(target)],
    });
  });

  test('wakes the function every minute', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [Match.objectLike(target)],
    });
  });
});

describe('stored state', () => {
  test('is kept, guarded against a slip of the hand, backed up, paid by request and found by one key', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
      },
    });
  });
});

describe('dead-letter queue', () => {
  test('is encrypted, accepts TLS only and keeps messages for two weeks', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});

describe('status updates', () => {
  test('pass the AWS Solutions checks', () => {
    const checked = synthesize();
    Validations.of(checked.app).addPlugins(new AwsSolutionsChecks(checked.app));
    expect(() => checked.app.synth()).not.toThrow();
  });
});
