import { splitByCoverage } from '../../../lib/rehearsal/assembly/coverage';
import { Deployment } from '../../../lib/rehearsal/assembly/deployment';
import { DISTRIBUTION } from '../../../lib/rehearsal/cloudfront/resource';
import { ALARM } from '../../../lib/rehearsal/cloudwatch/resource';
import { BUCKET } from '../../../lib/rehearsal/s3/resource';
import { checkCoverage } from '../../../lib/rehearsal/world/coverage';
import { aDeployment, aResource, aStack } from '../helpers/a-deployment';
import { aMetricAlarm } from '../helpers/metric-alarm';

const FIREWALL = 'no rule is evaluated: every request of a rehearsal passes';

describe('coverage', () => {
  test('tells what was modelled, what stands aside and what is not known', () => {
    const deployment = aDeployment({
      Site: aResource('AWS::S3::Bucket'),
      Role: aResource('AWS::IAM::Role'),
      Cluster: aResource('AWS::ECS::Cluster'),
    });
    deployment.all(BUCKET);
    expect(checkCoverage(deployment)).toMatchObject({
      modelled: [{ name: 'Stack/Site' }],
      aside: [{ name: 'Stack/Role', type: 'AWS::IAM::Role', because: 'a rehearsal enforces no permissions' }],
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
    expect(() => checkCoverage(aDeployment({ Thing: aResource(type) }))).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_RESOURCE',
        message: `Stack/Thing: the rehearsal does not model ${type}; remove it or rehearse without this resource`,
      }),
    );
  });

  test.each(['AWS::EC2::VPC', 'AWS::AutoScaling::AutoScalingGroup', 'Custom::Anything'])(
    'goes on when %s is there',
    (type) => {
      expect(checkCoverage(aDeployment({ Thing: aResource(type) })).unknown).toHaveLength(1);
    },
  );

  test('lists what is off the failover path, as unsupported where not all of it is modelled', () => {
    const resources = {
      Plain: aResource('AWS::SQS::Queue'),
      Slow: aResource('AWS::SQS::Queue', { VisibilityTimeout: 60 }),
      Feed: aResource('AWS::Lambda::EventSourceMapping'),
    };
    const names = new Set(Object.keys(resources).map((id) => `Stack/${id}`));
    expect(checkCoverage(new Deployment([aStack(resources)], names))).toEqual({
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
    const { aside } = checkCoverage(aDeployment({ Firewall: aResource('AWS::WAFv2::WebACL') }));
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
      'AWS/SQS',
      'ApproximateAgeOfOldestMessage',
      'a rehearsal has no metric ApproximateAgeOfOldestMessage of AWS/SQS: this alarm never has data',
    ],
  ])('in %s tells of an alarm on %s %s: %s', (region, Namespace, MetricName, because) => {
    const stack = { ...aStack({ Down: aMetricAlarm('down', { Namespace, MetricName }) }), region };
    const deployment = new Deployment([stack]);
    deployment.all(ALARM);
    const { aside } = checkCoverage(deployment);
    expect(aside.map((one) => one.because)).toEqual(because === undefined ? [] : [because]);
  });

  test('does not mind a resource that its condition leaves out', () => {
    const resources = { Acl: { Type: 'AWS::CloudFront::KeyValueStore', Condition: 'No' } };
    const deployment = aDeployment(resources, { Conditions: { No: { 'Fn::Equals': [1, 2] } } });
    expect(checkCoverage(deployment)).toEqual({ modelled: [], aside: [], unknown: [] });
  });
});
