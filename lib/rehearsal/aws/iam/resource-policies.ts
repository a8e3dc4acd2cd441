import type { DeployedResource } from '../assembly/deployed-resource';
import type { Deployment } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { readLeniently, readText, readTexts } from './read-leniently';
import { type Statement, statementsOf } from './statement';

/** A policy and the resources that it is the policy of, by ARN. */
interface ResourcePolicy {
  readonly arns: readonly string[];
  readonly statements: readonly Statement[];
}

/** A resource with the deployment that it is part of. */
interface Part {
  readonly resource: DeployedResource;
  readonly deployment: Deployment;
}

/** How the template says who may use a resource, by the type of what says it. */
const READERS: Readonly<Record<string, (part: Part) => ResourcePolicy>> = {
  'AWS::IAM::Role': (part) => ofItself(part, 'AssumeRolePolicyDocument'),
  'AWS::KMS::Key': (part) => ofItself(part, 'KeyPolicy', KEY_DEFAULT),
  'AWS::Lambda::Permission': lambdaPermission,
  'AWS::S3::BucketPolicy': (part) => ofOthers(part, 'Bucket', (name) => `arn:aws:s3:::${name}`),
  'AWS::SNS::TopicPolicy': (part) => ofOthers(part, 'Topics', (arn) => arn),
  'AWS::SQS::QueuePolicy': (part) => ofOthers(part, 'Queues', queueArn),
};

/**
 * What a key's policy says that is not written down: policies of the account's roles count.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const KEY_DEFAULT = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
};

/** The policies of all resources, by ARN. What has several has all of them. */
export function resourcePolicies(deployment: Deployment): ReadonlyMap<string, readonly Statement[]> {
  const policies = new Map<string, readonly Statement[]>();
  for (const resource of deployment.resources) {
    const read = Object.hasOwn(READERS, resource.type) ? READERS[resource.type] : undefined;
    const { arns, statements } = read?.({ resource, deployment }) ?? { arns: [], statements: [] };
    for (const arn of arns) {
      policies.set(arn, [...(policies.get(arn) ?? []), ...statements]);
    }
  }
  return policies;
}

function ofItself({ resource, deployment }: Part, property: string, byDefault?: object): ResourcePolicy {
  const arn = readText({ 'Fn::GetAtt': [resource.logicalId, 'Arn'] }, resource, deployment);
  const document = readLeniently(resource.properties[property] ?? byDefault, resource, deployment);
  return { arns: arn === undefined ? [] : [arn], statements: statementsOf(document) };
}

function ofOthers(
  { resource, deployment }: Part,
  property: string,
  arnOf: (name: string) => string,
): ResourcePolicy {
  return {
    arns: readTexts(resource.properties[property], resource, deployment).map(arnOf),
    statements: statementsOf(readLeniently(resource.properties['PolicyDocument'], resource, deployment)),
  };
}

/** The ARN of a queue by its URL: `https://sqs.us-east-1.amazonaws.com/123456789012/queue`. */
export function queueArn(url: string): string {
  const { hostname, pathname } = new URL(url);
  const [, region] = hostname.split('.');
  const [, account, name] = pathname.split('/');
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

/**
 * A statement in the policy of a function. Whatever else limits it can't be told.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html
 */
function lambdaPermission({ resource, deployment }: Part): ResourcePolicy {
  const { Action, FunctionName, Principal, SourceArn, SourceAccount, ...rest } = resource.properties;
  const read = (value: unknown) => readLeniently(value, resource, deployment);
  const region = String(deployment.resolve({ Ref: 'AWS::Region' }, resource));
  const name = readText(FunctionName, resource, deployment);
  const isService = /\.amazonaws\.com$/.test(String(read(Principal)));
  const document = {
    Statement: {
      Effect: 'Allow',
      Action: read(Action),
      Principal: isService ? { Service: read(Principal) } : { AWS: read(Principal) },
      Resource: '*',
      Condition: {
        ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': read(SourceArn) } }),
        ...(SourceAccount !== undefined && { StringEquals: { 'aws:SourceAccount': read(SourceAccount) } }),
        ...(Object.keys(rest).length > 0 && { Unknown: { unknown: '' } }),
      },
    },
  };
  return {
    arns: name === undefined ? [] : [functionArn(name, region)],
    statements: statementsOf(document),
  };
}

/** Of a function's name or ARN, either with a version or an alias behind it. */
const functionArn = (name: string, region: string): string =>
  name.startsWith('arn:')
    ? name.split(':').slice(0, 7).join(':')
    : `arn:aws:lambda:${region}:${ACCOUNT_ID}:function:${name.split(':')[0]}`;
