import { readCallFacts } from '../../../../lib/rehearsal/aws/aws-api/call-facts';
import { callsIn, type ServiceName } from '../../../../lib/rehearsal/aws/aws-api/calls';
import type { ApiRequest } from '../../../../lib/rehearsal/aws/aws-api/server';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const ACCOUNT = '123456789012';
const FACTS = readCallFacts(
  aDeployment({
    State: aResource('AWS::DynamoDB::Table', {
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      TableName: 'state',
    }),
    Own: aResource('AWS::SecretsManager::Secret', { Name: 'shop/own' }),
    Policy: aResource('AWS::IAM::Policy', {
      Resource: `arn:aws:secretsmanager:::secret:shop/teams-secret-??????`,
    }),
  }),
);

const asked = (service: ServiceName, request: Partial<ApiRequest>, body: unknown = {}) =>
  callsIn(
    service,
    { method: 'POST', path: '/', headers: {}, body: Buffer.from(JSON.stringify(body)), ...request },
    'us-east-1',
    FACTS,
  ).map(({ action, resource }) => [action, resource]);

const json = (operation: string): Partial<ApiRequest> => ({
  headers: { 'x-amz-target': `Service.${operation}` },
});

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
describe('request', () => {
  test('to SNS asks for its action on the topic', () => {
    const body = Buffer.from('Action=Publish&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A1%3Aa');
    expect(asked('SNS', { body })).toEqual([['sns:Publish', 'arn:aws:sns:us-east-1:1:a']]);
  });

  test.each([
    ['GET', [['s3:GetObject', 'arn:aws:s3:::site/a b/c']]],
    ['PUT', [['s3:PutObject', 'arn:aws:s3:::site/a b/c']]],
    ['DELETE', []],
  ])('to S3 asks for an object, by its key: %s', (method, expected) => {
    expect(asked('S3', { method, path: '/site/a%20b/c?x-id=1' })).toEqual(expected);
  });

  test.each([
    [
      'DescribeAlarms',
      { AlarmNames: ['a', 'b'] },
      [`arn:aws:cloudwatch:us-east-1:${ACCOUNT}:alarm:a`, `arn:aws:cloudwatch:us-east-1:${ACCOUNT}:alarm:b`],
    ],
    ['DescribeAlarms', { AlarmNames: ['a'], AlarmTypes: ['CompositeAlarm'] }, ['*']],
    ['DescribeAlarms', {}, ['*']],
    ['DescribeAlarmHistory', { AlarmName: 'a' }, [`arn:aws:cloudwatch:us-east-1:${ACCOUNT}:alarm:a`]],
    ['GetMetricData', { MetricDataQueries: [] }, ['*']],
  ])('to CloudWatch asks for alarms by name, or for anything: %s %j', (operation, body, resources) => {
    const expected = resources.map((resource) => [`cloudwatch:${operation}`, resource]);
    expect(asked('CLOUDWATCH', json(operation), body)).toEqual(expected);
  });

  test.each([
    ['GET', '/2013-04-01/healthcheck/1', 'GetHealthCheck', 'healthcheck/1'],
    ['GET', '/2013-04-01/healthcheck/1/status', 'GetHealthCheckStatus', 'healthcheck/1'],
    ['POST', '/2013-04-01/healthcheck/1', 'UpdateHealthCheck', 'healthcheck/1'],
    ['GET', '/2013-04-01/hostedzone/Z1/changebatches?x=1', 'ListHostedZoneChangeBatches', 'hostedzone/Z1'],
  ])('to Route 53 asks by path: %s %s', (method, path, action, resource) => {
    expect(asked('ROUTE_53', { method, path })).toEqual([
      [`route53:${action}`, `arn:aws:route53:::${resource}`],
    ]);
  });

  test.each([
    ['POST', 'CreateSchedule', true],
    ['PUT', 'UpdateSchedule', true],
    ['DELETE', 'DeleteSchedule', false],
  ])('to Scheduler asks for the schedule, and passes a role: %s', (method, action, passes) => {
    const RoleArn = `arn:aws:iam::${ACCOUNT}:role/end`;
    const schedule = `arn:aws:scheduler:us-east-1:${ACCOUNT}:schedule/default/shop.example.com`;
    expect(
      asked('SCHEDULER', { method, path: '/schedules/shop.example.com' }, { Target: { RoleArn } }),
    ).toEqual([[`scheduler:${action}`, schedule], ...(passes ? [['iam:PassRole', RoleArn]] : [])]);
  });

  test('to SQS asks for the queue, by its URL', () => {
    const QueueUrl = `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/lost`;
    expect(asked('SQS', json('SendMessage'), { QueueUrl })).toEqual([
      ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:lost`],
    ]);
  });

  const secret = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:`;
  test.each([
    ['the name of another assembly’s', 'shop/slack', `${secret}shop/slack-000000`],
    ['its ARN without the six characters', `${secret}shop/slack`, `${secret}shop/slack-000000`],
    ['its ARN', `${secret}shop/slack-AbCdEf`, `${secret}shop/slack-AbCdEf`],
    // Six letters behind a dash, and yet a name.
    ['a name that ends as an ARN does', `${secret}shop/teams-secret`, `${secret}shop/teams-secret-000000`],
  ])('to Secrets Manager asks for the whole ARN, given %s', (_what, SecretId, expected) => {
    expect(asked('SECRETS_MANAGER', json('GetSecretValue'), { SecretId })).toEqual([
      ['secretsmanager:GetSecretValue', expected],
    ]);
  });

  test('to Secrets Manager knows the ARN of an own secret by its name', () => {
    const [[, resource] = []] = asked('SECRETS_MANAGER', json('GetSecretValue'), { SecretId: 'shop/own' });
    expect(resource).toMatch(/:secret:shop\/own-(?!000000)\w{6}$/);
  });
});

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.ConditionKeys */
describe('request to DynamoDB', () => {
  const contextOf = (operation: string, but: object) =>
    callsIn(
      'DYNAMODB',
      {
        method: 'POST',
        path: '/',
        headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
        body: Buffer.from(JSON.stringify({ TableName: 'state', ...but })),
      },
      'us-east-1',
      FACTS,
    );
  const table = { resource: `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/state` };

  test('says which item and which attributes it reads', () => {
    const Key = { pk: { S: 'shop.example.com' } };
    expect(contextOf('GetItem', { Key, ProjectionExpression: 'newest' })).toEqual([
      {
        ...table,
        action: 'dynamodb:GetItem',
        context: {
          'dynamodb:attributes': ['newest', 'pk'],
          'dynamodb:leadingkeys': ['shop.example.com'],
          'dynamodb:select': 'SPECIFIC_ATTRIBUTES',
        },
      },
    ]);
    expect(contextOf('GetItem', { Key })[0]?.context).toMatchObject({ 'dynamodb:select': 'ALL_ATTRIBUTES' });
  });

  test('says which attributes it writes and compares, by their own names', () => {
    expect(
      contextOf('PutItem', {
        Item: { pk: { S: 'shop.example.com' }, state: { S: '{}' } },
        ConditionExpression: '#version = :version AND attribute_not_exists(pk)',
        ExpressionAttributeNames: { '#version': 'version' },
      }),
    ).toEqual([
      {
        ...table,
        action: 'dynamodb:PutItem',
        context: {
          'dynamodb:attributes': ['pk', 'state', 'version'],
          'dynamodb:leadingkeys': ['shop.example.com'],
        },
      },
    ]);
  });
});
