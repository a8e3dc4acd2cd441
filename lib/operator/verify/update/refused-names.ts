import type { Refusal } from './refusal';
import type { ResourceChanges } from './resource-changes';
import { objectAt, type Properties, propertiesOf, type Resources } from './resources';

/** Where the name is that an account, or a Region, has once. */
export const NAMES: Readonly<Record<string, string>> = {
  'AWS::CloudFront::CachePolicy': 'CachePolicyConfig.Name',
  'AWS::CloudFront::Function': 'Name',
  'AWS::CloudFront::KeyValueStore': 'Name',
  'AWS::CloudFront::OriginAccessControl': 'OriginAccessControlConfig.Name',
  'AWS::CloudFront::OriginRequestPolicy': 'OriginRequestPolicyConfig.Name',
  'AWS::CloudFront::ResponseHeadersPolicy': 'ResponseHeadersPolicyConfig.Name',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::CompositeAlarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::DeliveryDestination': 'Name',
  'AWS::Logs::DeliverySource': 'Name',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Scheduler::ScheduleGroup': 'Name',
};

/** A resource's own name, as JSON; undefined where CloudFormation makes one up. */
function nameOf(type: string, properties: Properties): string | undefined {
  const path = NAMES[type]?.split('.') ?? [];
  const key = path.at(-1);
  if (key === undefined) {
    return undefined;
  }
  const value = path.slice(0, -1).reduce(objectAt, properties)[key];
  return value === undefined ? undefined : JSON.stringify(value);
}

/**
 * Resources that would be made under a name that another one of the stack, often their own predecessor, still has.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function refusedNames(
  before: Resources,
  after: Resources,
  { made }: Pick<ResourceChanges, 'made'>,
): readonly Refusal[] {
  const owners = new Map(
    Object.entries(before).flatMap(([logicalId, resource]) => {
      const name = nameOf(resource.Type, propertiesOf(resource));
      return name === undefined ? [] : [[`${resource.Type} ${name}`, logicalId]];
    }),
  );
  return Object.entries(after).flatMap(([logicalId, resource]) => {
    const name = nameOf(resource.Type, propertiesOf(resource));
    const owner = made.has(logicalId) ? owners.get(`${resource.Type} ${name}`) : undefined;
    if (owner === undefined) {
      return [];
    }
    return [
      {
        subject: `${resource.Type} ${logicalId}`,
        because: `can't be made while ${owner} has its name, ${name}: CloudFormation removes old resources last`,
        remedy: 'give it another name, or remove the old one in a deployment of its own first',
      },
    ];
  });
}
