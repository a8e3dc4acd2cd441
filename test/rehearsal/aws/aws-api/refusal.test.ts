import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetHealthCheckCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ServiceName } from '../../../../lib/rehearsal/aws/aws-api/calls';
import { refusal } from '../../../../lib/rehearsal/aws/aws-api/refusal';
import { signatureOf } from '../../../../lib/rehearsal/aws/aws-api/signature';
import { type ServedApi, serveApi } from '../../helpers/serve-api';

type Config = ServedApi['config'];

const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/lost';
/** Asks a service for something, with the real SDK. */
const ASK: Readonly<Record<Exclude<ServiceName, 'SCHEDULER'>, (config: Config) => Promise<unknown>>> = {
  CLOUDWATCH: (config) => new CloudWatchClient(config).send(new DescribeAlarmsCommand({ AlarmNames: ['a'] })),
  DYNAMODB: (config) =>
    new DynamoDBClient(config).send(new GetItemCommand({ TableName: 'a', Key: { pk: { S: 'a' } } })),
  ROUTE_53: (config) => new Route53Client(config).send(new GetHealthCheckCommand({ HealthCheckId: 'a' })),
  S3: (config) =>
    new S3Client({ ...config, forcePathStyle: true }).send(
      new GetObjectCommand({ Bucket: 'site', Key: 'a' }),
    ),
  SECRETS_MANAGER: (config) =>
    new SecretsManagerClient(config).send(new GetSecretValueCommand({ SecretId: 'a' })),
  SNS: (config) => new SNSClient(config).send(new PublishCommand({ TopicArn: 'a', Message: 'a' })),
  SQS: (config) =>
    new SQSClient({ ...config, useQueueUrlAsEndpoint: false }).send(
      new SendMessageCommand({ QueueUrl, MessageBody: 'a' }),
    ),
};

describe('service that refuses a call', () => {
  test.each<[keyof typeof ASK, string, string, number]>([
    ['CLOUDWATCH', 'cloudwatch:DescribeAlarms', 'AccessDenied', 403],
    ['DYNAMODB', 'dynamodb:GetItem', 'AccessDeniedException', 400],
    ['ROUTE_53', 'route53:GetHealthCheck', 'AccessDenied', 403],
    ['S3', 's3:GetObject', 'AccessDenied', 403],
    ['SECRETS_MANAGER', 'secretsmanager:GetSecretValue', 'AccessDeniedException', 400],
    ['SNS', 'sns:Publish', 'AuthorizationErrorException', 403],
    ['SNS', 'kms:Decrypt', 'KMSAccessDeniedException', 400],
    ['SQS', 'sqs:SendMessage', 'AccessDenied', 403],
  ])(
    'makes the SDK throw what it throws on AWS: %s, for want of %s',
    async (service, action, name, status) => {
      const message = `User: a is not authorized to perform: ${action} on resource: <a> & "b"`;
      const signed: unknown[] = [];
      const api = await serveApi(service, (request) => {
        signed.push(signatureOf(request));
        return refusal(service, action, message);
      });
      try {
        await expect(ASK[service](api.config)).rejects.toMatchObject({
          ...{ name, message },
          $metadata: { httpStatusCode: status },
        });
        expect(signed).toEqual([{ accessKeyId: 'test', region: 'us-east-1' }]);
      } finally {
        await api.server.close();
      }
    },
  );

  test('knows nobody who has not signed', () => {
    expect(signatureOf({ headers: {} })).toBeUndefined();
    expect(signatureOf({ headers: { authorization: 'Bearer a' } })).toBeUndefined();
  });
});
