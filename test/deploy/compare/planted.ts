import type { Template, TemplateResource } from '../stack/assembly';

/** A wrong property that the check has to notice. */
export interface Planted {
  readonly type: string;
  /** Where in the properties; a number is an index. */
  readonly path: readonly (string | number)[];
  readonly wrong: unknown;
  /** Where several are of the type: what is in the properties of the one that is meant. @default - the first that has the path */
  readonly of?: string;
}

/** One for each kind of thing that can go wrong on the way from a template to a service. */
export const PLANTED: readonly Planted[] = [
  {
    type: 'AWS::Route53::HealthCheck',
    path: ['HealthCheckConfig', 'SearchString'],
    wrong: 'Another Shop',
  },
  { type: 'AWS::Route53::HealthCheck', path: ['HealthCheckConfig', 'HealthThreshold'], wrong: 0 },
  { type: 'AWS::Route53::RecordSet', path: ['TTL'], wrong: '300' },
  {
    type: 'AWS::CloudFront::Distribution',
    path: ['DistributionConfig', 'DefaultCacheBehavior', 'ViewerProtocolPolicy'],
    wrong: 'allow-all',
  },
  {
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    path: ['ResponseHeadersPolicyConfig', 'CustomHeadersConfig', 'Items', 0, 'Value'],
    wrong: 'all',
  },
  { type: 'AWS::CloudWatch::Alarm', path: ['Threshold'], wrong: 7 },
  { type: 'AWS::CloudWatch::CompositeAlarm', path: ['AlarmRule'], wrong: 'FALSE' },
  { type: 'AWS::SNS::Subscription', path: ['FilterPolicy'], wrong: { urgency: ['low'] }, of: 'sms' },
  { type: 'AWS::SQS::Queue', path: ['MessageRetentionPeriod'], wrong: 60 },
  {
    type: 'AWS::Lambda::Function',
    path: ['Environment', 'Variables', 'SYMPTOMS'],
    wrong: '[]',
  },
  { type: 'AWS::Lambda::EventInvokeConfig', path: ['MaximumRetryAttempts'], wrong: 0 },
  { type: 'AWS::IAM::Policy', path: ['PolicyDocument', 'Statement', 0, 'Resource'], wrong: '*' },
  {
    type: 'AWS::S3::Bucket',
    path: ['PublicAccessBlockConfiguration', 'BlockPublicPolicy'],
    wrong: false,
  },
  { type: 'AWS::S3::BucketPolicy', path: ['PolicyDocument', 'Statement', 0, 'Effect'], wrong: 'Allow' },
  { type: 'AWS::DynamoDB::Table', path: ['DeletionProtectionEnabled'], wrong: false },
  { type: 'AWS::Events::Rule', path: ['State'], wrong: 'DISABLED' },
  { type: 'AWS::KMS::Key', path: ['EnableKeyRotation'], wrong: false },
  { type: 'AWS::Logs::LogGroup', path: ['RetentionInDays'], wrong: 1 },
];

/** The template with every wrong property in it, each in a resource of its own. @throws Error where one finds no place */
export function plant(template: Template, planted: readonly Planted[] = PLANTED): PlantedTemplate {
  const taken = new Set<string>();
  const wrong = structuredClone(template) as Template;
  for (const one of planted) {
    const [logicalId, resource] =
      Object.entries(wrong.Resources).find(([id, candidate]) => !taken.has(id) && fits(candidate, one)) ?? [];
    if (logicalId === undefined || resource === undefined) {
      throw new Error(`no ${one.type} has ${one.path.join('.')}; plant something else in planted.ts`);
    }
    taken.add(logicalId);
    set(resource.Properties, one.path, one.wrong);
  }
  return { template: wrong, resources: taken };
}

interface PlantedTemplate {
  readonly template: Template;
  /** The logical ids that something is wrong with. */
  readonly resources: ReadonlySet<string>;
}

const fits = ({ Type, Properties }: TemplateResource, { type, path, of = '' }: Planted): boolean =>
  Type === type && at(Properties, path) !== undefined && JSON.stringify(Properties).includes(of);

const at = (value: unknown, path: Planted['path']): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

function set(value: unknown, path: Planted['path'], wrong: unknown): void {
  const owner = at(value, path.slice(0, -1)) as Record<string, unknown>;
  owner[String(path.at(-1))] = wrong;
}
