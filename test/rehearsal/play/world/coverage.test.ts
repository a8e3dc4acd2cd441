import { splitByCoverage } from '../../../../lib/rehearsal/aws/assembly/coverage';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { DISTRIBUTION } from '../../../../lib/rehearsal/aws/cloudfront/resource';
import { ALARM } from '../../../../lib/rehearsal/aws/cloudwatch/resource';
import { BUCKET } from '../../../../lib/rehearsal/aws/s3/resource';
import { coverageOf } from '../../../../lib/rehearsal/play/world/coverage';
import { MODELS } from '../../../../lib/rehearsal/play/world/models';
import { aDeployment, aResource, aStack } from '../../helpers/a-deployment';
import { aMetricAlarm } from '../../helpers/metric-alarm';

const FIREWALL = 'no rule is evaluated: every request of a rehearsal passes';

/** As the emulators do. */
function readEverything(deployment: Deployment) {
  for (const model of MODELS.values()) {
    deployment.all(model);
  }
}

describe('coverage', () => {
  test('tells what was modelled, what stands aside and what is not known', () => {
    const deployment = aDeployment({
      Site: aResource('AWS::S3::Bucket'),
      Role: aResource('AWS::IAM::Role'),
      Cluster: aResource('AWS::ECS::Cluster'),
    });
    deployment.all(BUCKET);
    expect(coverageOf(deployment)).toMatchObject({
      modelled: [{ name: 'Stack/Site' }, { name: 'Stack/Role', type: 'AWS::IAM::Role' }],
      aside: [],
      unknown: [{ name: 'Stack/Cluster', type: 'AWS::ECS::Cluster' }],
    });
  });

  test.each([
    'AWS::CloudFront::CloudFrontOriginAccessIdentity',
    'AWS::Route53::CidrCollection',
    'AWS::Route53RecoveryControl::ControlPanel',
    'AWS::CloudFront::KeyValueStore',
    'AWS::Lambda::EventSourceMapping',
    'AWS::Scheduler::Schedule',
    'AWS::CloudWatch::AnomalyDetector',
  ])('fails when %s is there', (type) => {
    expect(() => coverageOf(aDeployment({ Thing: aResource(type) }))).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_RESOURCE',
        message: `Stack/Thing: the rehearsal does not model ${type}; remove it or rehearse without this resource`,
      }),
    );
  });

  test.each(['AWS::EC2::VPC', 'AWS::AutoScaling::AutoScalingGroup', 'Custom::Anything'])(
    'goes on when %s is there',
    (type) => {
      expect(coverageOf(aDeployment({ Thing: aResource(type) })).unknown).toHaveLength(1);
    },
  );

  test('lists what is off the failover path, as unsupported where not all of it is modelled', () => {
    const resources = {
      Plain: aResource('AWS::SQS::Queue'),
      Slow: aResource('AWS::SQS::Queue', { VisibilityTimeout: 60 }),
      Feed: aResource('AWS::Lambda::EventSourceMapping'),
    };
    const names = new Set(Object.keys(resources).map((id) => `Stack/${id}`));
    expect(coverageOf(new Deployment([aStack(resources)], { unseen: names }))).toEqual({
      modelled: [],
      aside: [
        {
          ...{ name: 'Stack/Plain', type: 'AWS::SQS::Queue' },
          because: 'nothing on the failover path leads here: it takes no part in a rehearsal',
        },
      ],
      unknown: [
        { name: 'Stack/Slow', type: 'AWS::SQS::Queue' },
        { name: 'Stack/Feed', type: 'AWS::Lambda::EventSourceMapping' },
      ],
    });
  });

  test('says the same of a firewall as of the property that names it', () => {
    const distribution = { DistributionConfig: { WebACLId: 'arn' } };
    const { ignored } = splitByCoverage(distribution, DISTRIBUTION.properties).coverage;
    const { aside } = coverageOf(aDeployment({ Firewall: aResource('AWS::WAFv2::WebACL') }));
    expect([...ignored, ...aside].map(({ because }) => because)).toEqual([FIREWALL, FIREWALL]);
  });

  test.each([
    ['us-east-1', 'AWS/CloudFront', '5xxErrorRate', undefined],
    ['us-east-1', 'Shop', 'Orders', undefined],
    ['eu-west-1', 'AWS/Lambda', 'Errors', undefined],
    [
      'eu-west-1',
      'AWS/CloudFront',
      '5xxErrorRate',
      'metrics of AWS/CloudFront are in us-east-1 only: in eu-west-1 this alarm never has data',
    ],
    [
      'us-east-1',
      'AWS/ApplicationELB',
      'RequestCount',
      'a rehearsal has no metric RequestCount of AWS/ApplicationELB: this alarm never has data',
    ],
    [
      'us-east-1',
      'AWS/CloudFront',
      'BytesDownloaded',
      'a rehearsal has no metric BytesDownloaded of AWS/CloudFront: this alarm never has data',
    ],
    [
      'us-east-1',
      'AWS/CloudFront',
      'FunctionThrottles',
      'a rehearsal has no metric FunctionThrottles of AWS/CloudFront: this alarm never has data',
    ],
    [
      'us-east-1',
      'AWS/CloudFront',
      'OriginLatency',
      'its distribution does not publish the additional metric OriginLatency: this alarm never has data',
    ],
    [
      'us-east-1',
      'AWS/SQS',
      'ApproximateAgeOfOldestMessage',
      'a rehearsal has no metric ApproximateAgeOfOldestMessage of AWS/SQS: this alarm never has data',
    ],
  ])('in %s tells of an alarm on %s %s: %s', (region, Namespace, MetricName, because) => {
    const stack = { ...aStack({ Down: aMetricAlarm('down', { Namespace, MetricName }) }), region };
    const deployment = new Deployment([stack]);
    deployment.all(ALARM);
    const { aside } = coverageOf(deployment);
    expect(aside.map((one) => one.because)).toEqual(because === undefined ? [] : [because]);
  });

  test.each([
    ['Enabled', 'E1', 0],
    ['Enabled', 'E2', 1],
    ['Disabled', 'E1', 1],
  ])('knows who publishes additional metrics: %s for E1, watched for %s', (Status, Value, silent) => {
    const deployment = aDeployment({
      Slow: aMetricAlarm('slow', {
        ...{ Namespace: 'AWS/CloudFront', MetricName: 'CacheHitRate' },
        Dimensions: [{ Name: 'DistributionId', Value }],
      }),
      Metrics: aResource('AWS::CloudFront::MonitoringSubscription', {
        DistributionId: 'E1',
        MonitoringSubscription: {
          RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: Status },
        },
      }),
    });
    readEverything(deployment);
    expect(coverageOf(deployment).aside).toHaveLength(silent);
  });

  const aTopic = (KmsMasterKeyId?: unknown) =>
    aResource('AWS::SNS::Topic', { TopicName: 'mail', KmsMasterKeyId });
  const ARN = 'arn:aws:sns:us-east-1:123456789012:mail';
  const KEYS = 'arn:aws:kms:us-east-1:123456789012:';
  test.each<[string, Parameters<typeof aDeployment>[0], string[]]>([
    ['no key', { Topic: aTopic() }, []],
    [
      'the AWS managed key',
      { Topic: aTopic('alias/aws/sns') },
      [
        `its messages to ${ARN} are lost: Service: cloudwatch.amazonaws.com is not authorized to perform: kms:GenerateDataKey on resource: ${KEYS}alias/aws/sns because no resource-based policy allows the kms:GenerateDataKey action`,
      ],
    ],
    [
      'a key that is not there',
      { Topic: aTopic('alias/ours') },
      [`${ARN}: that CloudWatch may kms:GenerateDataKey on ${KEYS}alias/ours is taken on trust`],
    ],
  ])('tells of alarms on a topic with %s', (_what, resources, reasons) => {
    const actions = { AlarmActions: [{ Ref: 'Topic' }], OKActions: [{ Ref: 'Topic' }] };
    const deployment = aDeployment({ ...resources, Down: aMetricAlarm('down', actions) });
    readEverything(deployment);
    expect(coverageOf(deployment).aside).toEqual(
      reasons.map((because) => ({ name: 'Stack/Down', type: 'AWS::CloudWatch::Alarm', because })),
    );
  });

  test('does not mind a resource that its condition leaves out', () => {
    const resources = { Acl: { Type: 'AWS::CloudFront::KeyValueStore', Condition: 'No' } };
    const deployment = aDeployment(resources, { Conditions: { No: { 'Fn::Equals': [1, 2] } } });
    expect(coverageOf(deployment)).toEqual({ modelled: [], aside: [], unknown: [] });
  });
});
