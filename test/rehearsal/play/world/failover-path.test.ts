import { offFailoverPath } from '../../../../lib/rehearsal/play/world/failover-path';
import { aDeployment, aResource } from '../../helpers/a-deployment';

type Resources = Parameters<typeof aDeployment>[0];

const ref = (id: string) => ({ Ref: id });
const attribute = (id: string, name = 'Arn') => ({ 'Fn::GetAtt': [id, name] });

/** A shop whose name leads to a distribution with a bucket and a store behind a failover name, and whoever watches. */
const SHOP: Resources = {
  ShopRecord: aResource('AWS::Route53::RecordSet', {
    Name: 'shop.example.',
    AliasTarget: { DNSName: attribute('Edge', 'DomainName') },
  }),
  Edge: aResource('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Aliases: ['shop.example'],
      Origins: [
        { DomainName: 'origin.shop.example' },
        { DomainName: attribute('Site', 'RegionalDomainName') },
      ],
      DefaultCacheBehavior: { FunctionAssociations: [{ FunctionARN: attribute('AtEdge', 'FunctionARN') }] },
      WebACLId: attribute('Firewall'),
    },
  }),
  Firewall: aResource('AWS::WAFv2::WebACL'),
  AtEdge: aResource('AWS::CloudFront::Function'),
  Site: aResource('AWS::S3::Bucket'),
  Upload: aResource('Custom::CDKBucketDeployment', {
    DestinationBucketName: ref('Site'),
    ServiceToken: attribute('Uploader'),
  }),
  Primary: aResource('AWS::Route53::RecordSet', {
    Name: 'origin.shop.example.',
    HealthCheckId: ref('Check'),
  }),
  Check: aResource('AWS::Route53::HealthCheck'),
  Down: aResource('AWS::CloudWatch::Alarm', {
    AlarmName: 'down',
    Dimensions: [{ Name: 'HealthCheckId', Value: ref('Check') }],
  }),
  Outage: aResource('AWS::CloudWatch::CompositeAlarm', {
    AlarmRule: 'ALARM("down")',
    OKActions: [ref('OnCall')],
  }),
  OnCall: aResource('AWS::SNS::Topic'),
  Pager: aResource('AWS::SNS::Subscription', {
    TopicArn: ref('OnCall'),
    Endpoint: attribute('PagerFunction'),
    RedrivePolicy: { deadLetterTargetArn: attribute('Letters') },
  }),
  OnCallPolicy: aResource('AWS::SNS::TopicPolicy', { Topics: [ref('OnCall')] }),
  PagerFunction: aResource('AWS::Lambda::Function'),
  Letters: aResource('AWS::SQS::Queue'),
  Wake: aResource('AWS::Events::Rule', {
    EventPattern: { source: ['aws.cloudwatch'], detail: { alarmName: ['down'] } },
    Targets: [{ Arn: attribute('Status') }],
  }),
  Status: aResource('AWS::Lambda::Function', { Environment: { Variables: { TABLE: ref('Incidents') } } }),
  Incidents: aResource('AWS::DynamoDB::Table'),
};
/** The function that uploads is the CDK's; the rehearsal uploads by itself. */
const UPLOADER = { Uploader: aResource('AWS::Lambda::Function') };

const off = (resources: Resources) =>
  [...offFailoverPath(aDeployment({ ...SHOP, ...UPLOADER, ...resources }), 'shop.example')]
    .map((name) => name.replace('Stack/', ''))
    .filter((name) => name !== 'Uploader');

describe('failover path', () => {
  test('holds what the name of the shop leads to, what watches it and who hears of it', () => {
    expect([...offFailoverPath(aDeployment({ ...SHOP, ...UPLOADER }), 'shop.example')]).toEqual([
      'Stack/Uploader',
    ]);
  });

  test.each<[string, Resources]>([
    ['a queue', { Orders: aResource('AWS::SQS::Queue', { VisibilityTimeout: 60 }) }],
    [
      'a function that works off a queue',
      {
        Orders: aResource('AWS::SQS::Queue'),
        Worker: aResource('AWS::Lambda::Function', { VpcConfig: {} }),
        Feed: aResource('AWS::Lambda::EventSourceMapping', {
          FunctionName: ref('Worker'),
          EventSourceArn: attribute('Orders'),
        }),
      },
    ],
    [
      'a function that publishes to on-call',
      {
        Worker: aResource('AWS::Lambda::Function', { Environment: { Variables: { TOPIC: ref('OnCall') } } }),
      },
    ],
    ['a bucket', { Uploads: aResource('AWS::S3::Bucket', { CorsConfiguration: {} }) }],
    ['a table', { Orders: aResource('AWS::DynamoDB::Table', { StreamSpecification: {} }) }],
    [
      'an API',
      {
        Api: aResource('AWS::ApiGateway::RestApi'),
        Any: aResource('AWS::ApiGateway::Method', { RestApiId: ref('Api'), AuthorizationType: 'AWS_IAM' }),
      },
    ],
    [
      'an alarm that scales something',
      {
        Busy: aResource('AWS::CloudWatch::Alarm', {
          Dimensions: [{ Name: 'ServiceName', Value: ref('Service') }],
          AlarmActions: [ref('Scaling')],
        }),
      },
    ],
    [
      'an alarm on the load balancer of the store that scales it',
      {
        LoadBalancer: aResource('AWS::ElasticLoadBalancingV2::LoadBalancer'),
        Primary: aResource('AWS::Route53::RecordSet', {
          Name: 'origin.shop.example.',
          AliasTarget: { DNSName: attribute('LoadBalancer', 'DNSName') },
        }),
        Busy: aResource('AWS::CloudWatch::Alarm', {
          Dimensions: [{ Name: 'LoadBalancer', Value: attribute('LoadBalancer', 'LoadBalancerFullName') }],
          AlarmActions: [ref('Scaling')],
        }),
      },
    ],
    [
      'a rule that hears of something else',
      {
        Built: aResource('AWS::Events::Rule', {
          EventPattern: { source: ['aws.codebuild'] },
          Targets: [{ Arn: ref('Machine') }],
        }),
      },
    ],
    [
      'a rule that hears of another alarm',
      {
        Late: aResource('AWS::CloudWatch::Alarm', { AlarmName: 'own-business' }),
        Other: aResource('AWS::Events::Rule', {
          EventPattern: { source: ['aws.cloudwatch'], detail: { alarmName: ['own-business'] } },
        }),
      },
    ],
    [
      'a schedule of something else',
      {
        Nightly: aResource('AWS::Events::Rule', {
          ScheduleExpression: 'rate(1 day)',
          Targets: [{ Arn: ref('Machine') }],
        }),
      },
    ],
    [
      'a record of another name',
      { Api: aResource('AWS::Route53::RecordSet', { Name: 'api.example.', Weight: 1 }) },
    ],
    [
      'a distribution of another name',
      {
        Media: aResource('AWS::CloudFront::Distribution', {
          DistributionConfig: { Aliases: ['media.example'] },
        }),
      },
    ],
    [
      'a topic and its subscriber',
      {
        Events: aResource('AWS::SNS::Topic'),
        Reader: aResource('AWS::SNS::Subscription', { TopicArn: ref('Events'), Protocol: 'firehose' }),
      },
    ],
  ])('does not hold %s that is there too', (_what, resources) => {
    const added = Object.keys(resources).filter(
      (id) => !(id in SHOP) && !resources[id]?.Type.startsWith('AWS::ElasticLoadBalancingV2'),
    );
    expect(off(resources)).toEqual(added);
  });

  test.each<[string, Resources]>([
    [
      'an alarm on what is on it',
      {
        Slow: aResource('AWS::CloudWatch::Alarm', {
          Dimensions: [{ Name: 'DistributionId', Value: ref('Edge') }],
          AlarmActions: [ref('Scaling')],
        }),
      },
    ],
    [
      'an alarm in metric math on what is on it',
      {
        Slow: aResource('AWS::CloudWatch::Alarm', {
          Metrics: [{ MetricStat: { Metric: { Dimensions: [{ Value: ref('Edge') }] } } }],
        }),
      },
    ],
    [
      'an alarm that tells on-call',
      { Busy: aResource('AWS::CloudWatch::Alarm', { OKActions: [ref('OnCall')] }) },
    ],
    [
      'whoever else hears of an alarm',
      {
        Other: aResource('AWS::Events::Rule', {
          EventPattern: { source: ['aws.cloudwatch'], resources: [attribute('Down')] },
          Targets: [{ Arn: attribute('Worker') }],
        }),
        Worker: aResource('AWS::Lambda::Function'),
      },
    ],
    [
      'a rule that hears every alarm',
      { All: aResource('AWS::Events::Rule', { EventPattern: { source: ['aws.cloudwatch'] } }) },
    ],
    [
      'a rule that hears every alarm whose name begins with that of the shop',
      {
        All: aResource('AWS::Events::Rule', {
          EventPattern: { source: ['aws.cloudwatch'], detail: { alarmName: [{ prefix: 'shop.example' }] } },
        }),
      },
    ],
    [
      'a rule that hears every alarm but one',
      {
        Nearly: aResource('AWS::Events::Rule', {
          EventPattern: {
            source: ['aws.cloudwatch'],
            detail: { alarmName: [{ 'anything-but': 'own-business' }] },
          },
        }),
      },
    ],
    [
      'a rule that hears every event of AWS',
      { All: aResource('AWS::Events::Rule', { EventPattern: { source: [{ prefix: 'aws.' }] } }) },
    ],
    [
      'a function that is subscribed to on-call',
      {
        Chat: aResource('AWS::SNS::Subscription', { TopicArn: ref('OnCall'), Endpoint: attribute('Worker') }),
        Worker: aResource('AWS::Lambda::Function', { VpcConfig: {} }),
      },
    ],
    [
      'what wakes a function that is on it',
      {
        Feed: aResource('AWS::Lambda::EventSourceMapping', { FunctionName: ref('Status') }),
        Nightly: aResource('AWS::Scheduler::Schedule', { Target: { Arn: attribute('Status') } }),
      },
    ],
    ['a health check', { Other: aResource('AWS::Route53::HealthCheck') }],
    [
      'records whose type is not known, of the name of the shop',
      { Records: aResource('AWS::Route53::RecordSetGroup', { RecordSets: [{ Name: 'shop.example.' }] }) },
    ],
    ['a wildcard record', { Any: aResource('AWS::Route53::RecordSet', { Name: '\\052.example.' }) }],
  ])('holds %s', (_what, resources) => {
    expect(off(resources)).toEqual([]);
  });

  test('leads over what a stack exports', () => {
    const resources = {
      ShopRecord: aResource('AWS::Route53::RecordSet', {
        Name: 'shop.example.',
        AliasTarget: { DNSName: { 'Fn::ImportValue': 'edge' } },
      }),
      Edge: aResource('AWS::CloudFront::Distribution'),
    };
    const Outputs = { Name: { Value: attribute('Edge', 'DomainName'), Export: { Name: 'edge' } } };
    expect([...offFailoverPath(aDeployment(resources, { Outputs }), 'shop.example')]).toEqual([]);
  });
});
