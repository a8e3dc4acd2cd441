import { createHash } from 'node:crypto';
import type { DeployedResource } from './deployed-resource';

/** The account that a rehearsal pretends to deploy to. Any twelve digits would do. */
export const ACCOUNT_ID = '123456789012';

/** What CloudFormation would answer for a resource's `Ref` and `Fn::GetAtt`. */
interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What an identity depends on besides the resource itself. */
interface Place {
  readonly region: string;
  /** Reads a property that may carry the physical name. */
  readonly nameOf: (property: string) => string | undefined;
}
type Identify = (resource: DeployedResource, place: Place) => Identity;

/** A made-up but stable id: the same template always yields the same one. */
const hash = (resource: DeployedResource, length: number): string =>
  createHash('sha256').update(`${resource.stackName}/${resource.logicalId}`).digest('hex').slice(0, length);

const arn = (service: string, region: string, rest: string): string =>
  `arn:aws:${service}:${region}:${ACCOUNT_ID}:${rest}`;

/** S3 allows lower case, digits and hyphens, at most 63 characters. */
const bucketName = (resource: DeployedResource): string =>
  `${resource.stackName}-${resource.logicalId}`
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .slice(0, 63);

const bucket: Identify = (resource, { nameOf, region }) => {
  const name = nameOf('BucketName') ?? bucketName(resource);
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    },
  };
};

const distribution: Identify = (resource) => {
  const id = `E${hash(resource, 13).toUpperCase()}`;
  return { ref: id, attributes: { Id: id, DomainName: `d${hash(resource, 13)}.cloudfront.net` } };
};

const edgeFunction: Identify = (resource) => {
  const functionArn = `arn:aws:cloudfront::${ACCOUNT_ID}:function/${resource.logicalId}`;
  return {
    ref: functionArn,
    attributes: { FunctionARN: functionArn, 'FunctionMetadata.FunctionARN': functionArn },
  };
};

const uuid = (resource: DeployedResource): string =>
  hash(resource, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const withId =
  (idAttribute: string): Identify =>
  (resource) => ({ ref: uuid(resource), attributes: { [idAttribute]: uuid(resource) } });

const key: Identify = (resource, { region }) => {
  const id = uuid(resource);
  return { ref: id, attributes: { Arn: arn('kms', region, `key/${id}`), KeyId: id } };
};

/** A resource whose `Ref` is its name and whose `Arn` holds that name. */
const named =
  (nameProperty: string, service: string, prefix = ''): Identify =>
  (resource, { nameOf, region }) => {
    const name = nameOf(nameProperty) ?? `${resource.stackName}-${resource.logicalId}`;
    return { ref: name, attributes: { Arn: arn(service, region, `${prefix}${name}`) } };
  };

const topic: Identify = (resource, { nameOf, region }) => {
  const name = nameOf('TopicName') ?? `${resource.stackName}-${resource.logicalId}`;
  const topicArn = arn('sns', region, name);
  return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: name } };
};

const queue: Identify = (resource, { nameOf, region }) => {
  const name = nameOf('QueueName') ?? `${resource.stackName}-${resource.logicalId}`;
  const url = `https://sqs.${region}.amazonaws.com/${ACCOUNT_ID}/${name}`;
  return { ref: url, attributes: { Arn: arn('sqs', region, name), QueueName: name, QueueUrl: url } };
};

const httpApi: Identify = (resource, { region }) => {
  const id = hash(resource, 10);
  return {
    ref: id,
    attributes: { ApiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com`, ApiId: id },
  };
};

const loadBalancer: Identify = (resource, { nameOf, region }) => {
  const name = nameOf('Name') ?? resource.logicalId;
  const fullName = `app/${name}/${hash(resource, 16)}`;
  const loadBalancerArn = arn('elasticloadbalancing', region, `loadbalancer/${fullName}`);
  return {
    ref: loadBalancerArn,
    attributes: {
      CanonicalHostedZoneID: `Z${hash(resource, 13).toUpperCase()}`,
      DNSName: `${name}-${hash(resource, 10)}.${region}.elb.amazonaws.com`.toLowerCase(),
      LoadBalancerArn: loadBalancerArn,
      LoadBalancerFullName: fullName,
      LoadBalancerName: name,
    },
  };
};

/** One of the addresses that RFC 2544 sets aside for tests: enough of them for no two resources to share one. */
function exampleAddress(resource: DeployedResource): string {
  const bits = Number.parseInt(hash(resource, 5), 16);
  return `198.${18 + (bits >> 19)}.${(bits >> 8) & 255}.${bits & 255}`;
}

const elasticIp: Identify = (resource) => ({
  ref: exampleAddress(resource),
  attributes: { AllocationId: `eipalloc-${hash(resource, 17)}`, PublicIp: exampleAddress(resource) },
});

const instance: Identify = (resource, { region }) => ({
  ref: `i-${hash(resource, 17)}`,
  attributes: {
    PublicDnsName: `ec2-${exampleAddress(resource).replaceAll('.', '-')}.${region}.compute.amazonaws.com`,
    PublicIp: exampleAddress(resource),
  },
});

const role: Identify = (resource, { nameOf }) => {
  const name = nameOf('RoleName') ?? `${resource.stackName}-${resource.logicalId}`;
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:iam::${ACCOUNT_ID}:role/${name}`,
      RoleId: `AROA${hash(resource, 17).toUpperCase()}`,
    },
  };
};

const managedPolicy: Identify = (resource, { nameOf }) => {
  const name = nameOf('ManagedPolicyName') ?? `${resource.stackName}-${resource.logicalId}`;
  return { ref: `arn:aws:iam::${ACCOUNT_ID}:policy/${name}`, attributes: {} };
};

/** The ARN of a log group means its log streams too. */
const logGroup: Identify = (resource, { nameOf, region }) => {
  const name = nameOf('LogGroupName') ?? `${resource.stackName}-${resource.logicalId}`;
  return { ref: name, attributes: { Arn: arn('logs', region, `log-group:${name}:*`) } };
};

/** Secrets Manager puts six characters of its own behind a name. */
const secret: Identify = (resource, { nameOf, region }) => {
  const name = nameOf('Name') ?? resource.logicalId;
  const secretArn = arn('secretsmanager', region, `secret:${name}-${hash(resource, 6)}`);
  return { ref: secretArn, attributes: { Id: secretArn } };
};

const ssmParameter: Identify = (resource, { nameOf }) => ({
  ref: nameOf('Name') ?? `CFN-${resource.logicalId}-${hash(resource, 12)}`,
  attributes: { Type: nameOf('Type') ?? '', Value: nameOf('Value') ?? '' },
});

const plainId: Identify = (resource) => ({ ref: hash(resource, 10), attributes: {} });
const byName =
  (nameProperty: string): Identify =>
  (resource, { nameOf }) => ({ ref: nameOf(nameProperty) ?? resource.logicalId, attributes: {} });
const byArn =
  (service: string, prefix: string): Identify =>
  (resource, { region }) => {
    const value = arn(service, region, `${prefix}${hash(resource, 32)}`);
    return { ref: value, attributes: { Arn: value } };
  };

/**
 * `Ref` and `Fn::GetAtt` per resource type.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export const IDENTITIES: Readonly<Record<string, Identify>> = {
  'AWS::ApiGatewayV2::Api': httpApi,
  'AWS::CertificateManager::Certificate': byArn('acm', 'certificate/'),
  'AWS::CloudFront::CachePolicy': withId('Id'),
  'AWS::CloudFront::Distribution': distribution,
  'AWS::CloudFront::Function': edgeFunction,
  'AWS::CloudFront::OriginAccessControl': withId('Id'),
  'AWS::CloudFront::OriginRequestPolicy': withId('Id'),
  'AWS::CloudFront::ResponseHeadersPolicy': withId('Id'),
  'AWS::CloudWatch::Alarm': named('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::CloudWatch::CompositeAlarm': named('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::DynamoDB::Table': named('TableName', 'dynamodb', 'table/'),
  'AWS::EC2::EIP': elasticIp,
  'AWS::EC2::Instance': instance,
  'AWS::ElasticLoadBalancingV2::Listener': byArn('elasticloadbalancing', 'listener/'),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': loadBalancer,
  'AWS::ElasticLoadBalancingV2::TargetGroup': byArn('elasticloadbalancing', 'targetgroup/'),
  'AWS::Events::Rule': named('Name', 'events', 'rule/'),
  'AWS::IAM::ManagedPolicy': managedPolicy,
  'AWS::IAM::Role': role,
  'AWS::KMS::Key': key,
  'AWS::Lambda::Function': named('FunctionName', 'lambda', 'function:'),
  'AWS::Logs::LogGroup': logGroup,
  'AWS::Route53::HealthCheck': withId('HealthCheckId'),
  'AWS::Route53::HostedZone': withId('Id'),
  'AWS::Route53::RecordSet': byName('Name'),
  'AWS::S3::Bucket': bucket,
  'AWS::SSM::Parameter': ssmParameter,
  'AWS::SecretsManager::Secret': secret,
  'AWS::SNS::Subscription': plainId,
  'AWS::SNS::Topic': topic,
  'AWS::SQS::Queue': queue,
};
