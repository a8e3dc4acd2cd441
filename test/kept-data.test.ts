import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Channel, Understudy, type UnderstudyProps } from '../lib';
import { existingSecret } from './helpers/secrets';
import { APP_CONTEXT, dnsProps, edgeProps, storeProps } from './helpers/store-props';
import { type Properties, propertiesOf } from './helpers/template';

/** A stack with everything that may write or keep something. */
function templateOf(props: UnderstudyProps): Template {
  const app = new App({ context: APP_CONTEXT, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
  const channels = [Channel.pagerDuty({ secret: existingSecret() }), Channel.amazonQ()];
  new Understudy(stack, 'Understudy', { ...props, onCall: { ...storeProps().onCall, channels } });
  return Template.fromStack(stack);
}

const resourcesOf = (template: Template, type: string): [string, Properties][] =>
  Object.entries(template.findResources(type));
const lifecycleOf = (bucket: Properties): Properties[] => bucket['LifecycleConfiguration']?.['Rules'] ?? [];
const isVersioned = (bucket: Properties): boolean => bucket['VersioningConfiguration'] !== undefined;

describe.each([
  ['edge', edgeProps({ mirroredPathPatterns: ['/static/*'] })],
  ['dns', dnsProps()],
])('what a stack of the %s topology keeps', (_, props) => {
  const template = templateOf(props);
  const buckets = propertiesOf(template, 'AWS::S3::Bucket');

  test('are old versions, for 90 days, in every bucket that has versions', () => {
    const versioned = buckets.filter(isVersioned);
    expect(versioned).toHaveLength(2);
    for (const bucket of versioned) {
      expect(lifecycleOf(bucket)).toEqual([
        {
          Status: 'Enabled',
          NoncurrentVersionExpiration: { NoncurrentDays: 90 },
          ExpiredObjectDeleteMarker: true,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        },
      ]);
    }
  });

  test('are all current objects, but for access logs, which end after 90 days', () => {
    const ending = buckets.filter((bucket) =>
      lifecycleOf(bucket).some((rule) => Object.keys(rule).some((key) => /^Expiration(In|Date)/.test(key))),
    );
    expect(ending.map((bucket) => bucket['LoggingConfiguration'])).toEqual([undefined]);
    expect(ending.flatMap(lifecycleOf).map((rule) => rule['ExpirationInDays'])).toEqual([90]);
  });

  test('is no upload that broke off', () => {
    expect(buckets).toHaveLength(3);
    for (const bucket of buckets) {
      expect(lifecycleOf(bucket)).toContainEqual(
        expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
      );
    }
  });

  test('are logs of every function, for 90 days, and gone with the stack', () => {
    const groups = resourcesOf(template, 'AWS::Logs::LogGroup');
    for (const [id, group] of groups) {
      expect([id, group['Properties']['RetentionInDays'], group['DeletionPolicy']]).toEqual([
        id,
        90,
        'Delete',
      ]);
    }
    const ids = groups.map(([id]) => id);
    const functions = resourcesOf(template, 'AWS::Lambda::Function');
    expect(functions.length).toBeGreaterThanOrEqual(4);
    for (const [id, { Properties: lambda }] of functions) {
      expect([id, ids.includes(lambda['LoggingConfig']?.['LogGroup']?.['Ref'])]).toEqual([id, true]);
    }
  });

  test('is, after a destroy, three buckets, a table and a key, as the README lists', () => {
    const resources: Record<string, Properties> = template.toJSON()['Resources'];
    const kept = Object.values(resources).filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain');
    expect(kept.map(({ Type }) => Type).sort()).toEqual([
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
    ]);
  });

  test('is nothing that the stack itself would delete with what is in it', () => {
    expect(resourcesOf(template, 'Custom::S3AutoDeleteObjects')).toEqual([]);
    for (const table of propertiesOf(template, 'AWS::DynamoDB::Table')) {
      expect(table['DeletionProtectionEnabled']).toBe(true);
    }
  });

  test.each(['AWS::S3::Bucket', 'AWS::SNS::Topic', 'AWS::SQS::Queue'])(
    'is sent over TLS only, to every %s',
    (type) => {
      const resources = resourcesOf(template, type).map(([id]) => id);
      const guarded = propertiesOf(template, `${type.replace(/[^:]+$/, '')}${POLICY_OF[type]}`)
        .filter((policy) => policy['PolicyDocument']['Statement'].some(refusesPlainHttp))
        .flatMap((policy) => [policy['Bucket'], ...(policy['Topics'] ?? policy['Queues'] ?? [])])
        .flatMap((target) => target?.['Ref'] ?? []);
      expect(guarded.sort()).toEqual(resources.sort());
    },
  );

  test.each(buckets)('can be made public by nobody: bucket %#', (bucket) => {
    expect(Object.values(bucket['PublicAccessBlockConfiguration'])).toEqual([true, true, true, true]);
    expect(bucket['OwnershipControls']).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] });
  });
});

const POLICY_OF: Readonly<Record<string, string>> = {
  'AWS::S3::Bucket': 'BucketPolicy',
  'AWS::SNS::Topic': 'TopicPolicy',
  'AWS::SQS::Queue': 'QueuePolicy',
};

const refusesPlainHttp = ({ Effect, Condition }: Properties): boolean =>
  Effect === 'Deny' && Condition?.['Bool']?.['aws:SecureTransport'] === 'false';
