import { z } from 'zod';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { queueArn } from '../iam/resource-policies';
import type { Call } from '../iam/rules/evaluate';
import { dynamoDbCalls } from './dynamodb-calls';
import type { ApiRequest } from './server';

/** The services that functions call, by the name that the SDK uses in `AWS_ENDPOINT_URL_<NAME>`. */
export type ServiceName =
  | 'CLOUDWATCH'
  | 'DYNAMODB'
  | 'ROUTE_53'
  | 'S3'
  | 'SCHEDULER'
  | 'SECRETS_MANAGER'
  | 'SNS'
  | 'SQS';

/** What the resources of the assembly have to say about requests. */
export interface CallFacts {
  /** Of a secret, by whatever names it. */
  readonly secretArn: (id: string, region: string) => string;
  /** Of a table, by its name. */
  readonly partitionKey: (tableName: string) => string | undefined;
}

type CallsIn = (request: ApiRequest, region: string, facts: CallFacts) => readonly Call[];

/**
 * What a request asks permission for, apart from keys. Nothing for a request that the service does not model either.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const callsIn = (service: ServiceName, ...request: Parameters<CallsIn>): readonly Call[] =>
  CALLS[service](...request);

const CALLS: Readonly<Record<ServiceName, CallsIn>> = {
  CLOUDWATCH: cloudWatchCalls,
  DYNAMODB: (request, region, { partitionKey }) =>
    dynamoDbCalls(operationOf(request), jsonOf(request), region, partitionKey),
  ROUTE_53: route53Calls,
  S3: ({ method, path }) => {
    const action = { GET: 's3:GetObject', PUT: 's3:PutObject' }[method];
    const [, ...key] = decodeURIComponent(path.split('?')[0] ?? '').split('/');
    return action === undefined ? [] : [call(action, `arn:aws:s3:::${key.join('/')}`)];
  },
  SCHEDULER: schedulerCalls,
  SECRETS_MANAGER: (request, region, { secretArn }) => {
    const { SecretId } = SECRET.parse(jsonOf(request));
    return SecretId === undefined
      ? []
      : [call(`secretsmanager:${operationOf(request)}`, secretArn(SecretId, region))];
  },
  SNS: ({ body }) => {
    const form = new URLSearchParams(textOf(body));
    return [call(`sns:${form.get('Action')}`, form.get('TopicArn') ?? '*')];
  },
  SQS: (request) => {
    const { QueueUrl } = QUEUE.parse(jsonOf(request));
    return QueueUrl === undefined ? [] : [call(`sqs:${operationOf(request)}`, queueArn(QueueUrl))];
  },
};

const SECRET = z.object({ SecretId: z.string().optional() });
const QUEUE = z.object({ QueueUrl: z.string().optional() });
const ALARMS = z.object({
  AlarmName: z.string().optional(),
  AlarmNames: z.array(z.string()).default([]),
  AlarmTypes: z.array(z.string()).default(['MetricAlarm']),
});

/**
 * Composite alarms are told of only to who may ask for any alarm.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html
 */
function cloudWatchCalls(request: ApiRequest, region: string): readonly Call[] {
  const action = `cloudwatch:${operationOf(request)}`;
  const { AlarmName, AlarmNames, AlarmTypes } = ALARMS.parse(jsonOf(request));
  const names = AlarmName === undefined ? AlarmNames : [AlarmName];
  return names.length === 0 || AlarmTypes.includes('CompositeAlarm')
    ? [call(action, '*')]
    : names.map((name) => call(action, `arn:aws:cloudwatch:${region}:${ACCOUNT_ID}:alarm:${name}`));
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html */
function route53Calls({ method, path }: ApiRequest): readonly Call[] {
  const [, kind, id, rest] = /^\/2013-04-01\/(healthcheck|hostedzone)\/([^/?]+)(?:\/(\w+))?/.exec(path) ?? [];
  const action = ROUTE53_ACTIONS[[method, kind, rest].filter(Boolean).join(' ')];
  return action === undefined ? [] : [call(`route53:${action}`, `arn:aws:route53:::${kind}/${id}`)];
}

const ROUTE53_ACTIONS: Readonly<Record<string, string>> = {
  'GET healthcheck': 'GetHealthCheck',
  'GET healthcheck status': 'GetHealthCheckStatus',
  'GET hostedzone changebatches': 'ListHostedZoneChangeBatches',
  'POST healthcheck': 'UpdateHealthCheck',
};

const SCHEDULE = z.object({ Target: z.object({ RoleArn: z.string() }).optional() });

/**
 * The creator of a schedule passes a role to it.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
function schedulerCalls(request: ApiRequest, region: string): readonly Call[] {
  const action = { DELETE: 'DeleteSchedule', POST: 'CreateSchedule', PUT: 'UpdateSchedule' }[request.method];
  const [, name] = /^\/schedules\/([^/?]+)/.exec(request.path) ?? [];
  if (action === undefined || name === undefined) {
    return [];
  }
  const { Target } = SCHEDULE.parse(request.method === 'DELETE' ? {} : jsonOf(request));
  const pass: Call[] =
    Target === undefined
      ? []
      : [call('iam:PassRole', Target.RoleArn, { 'iam:passedtoservice': 'scheduler.amazonaws.com' })];
  return [
    call(`scheduler:${action}`, `arn:aws:scheduler:${region}:${ACCOUNT_ID}:schedule/default/${name}`),
    ...pass,
  ];
}

const call = (action: string, resource: string, context: Call['context'] = {}): Call => ({
  action,
  resource,
  context,
});

const operationOf = ({ headers }: ApiRequest): string => headers['x-amz-target']?.split('.').at(-1) ?? '';
const textOf = (body: Uint8Array): string => Buffer.from(body).toString('utf8');
const jsonOf = ({ body }: ApiRequest): unknown => JSON.parse(textOf(body) || '{}');
