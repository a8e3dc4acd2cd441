import { Gatekeeper } from '../../../../lib/rehearsal/aws/iam/gatekeeper';
import { TOPIC } from '../../../../lib/rehearsal/aws/sns/resource';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const allow = (Action: string | string[], but: Readonly<Record<string, unknown>> = {}) => ({
  ...{ Action, Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Resource: '*' },
  ...but,
});
const aTopic = (KmsMasterKeyId?: unknown) => aResource('AWS::SNS::Topic', { KmsMasterKeyId });
const aKey = (Statement: readonly unknown[], but: Readonly<Record<string, unknown>> = {}) =>
  aResource('AWS::KMS::Key', { KeyPolicy: { Version: '2012-10-17', Statement }, ...but });

const ALARM_ARN = 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-down';

/** Whether CloudWatch may publish to the first topic. */
function mayPublish(resources: Parameters<typeof aDeployment>[0]): boolean {
  const deployment = aDeployment(resources);
  const [topic] = deployment.all(TOPIC);
  const call = { action: 'sns:Publish', resource: topic?.ref ?? '' };
  const gate = new Gatekeeper(deployment, { record: () => undefined });
  return gate.refuseService('cloudwatch.amazonaws.com', ALARM_ARN, [call]) === undefined;
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services */
describe('key of a topic', () => {
  test.each([
    ['there is none', undefined, true],
    ['it is nothing', '', true],
    ['it is the AWS managed one', 'alias/aws/sns', false],
    ['it is the AWS managed one, by its ARN', 'arn:aws:kms:us-east-1:123456789012:alias/aws/sns', false],
    ['it is of another assembly', 'arn:aws:kms:us-east-1:123456789012:key/1', true],
  ])('lets CloudWatch publish or not when %s', (_when, id, may) => {
    expect(mayPublish({ Topic: aTopic(id) })).toBe(may);
  });

  test.each([
    ['both actions', [allow(['kms:Decrypt', 'kms:GenerateDataKey*'])], true],
    ['both actions in two statements', [allow('kms:Decrypt'), allow('kms:GenerateDataKey')], true],
    ['everything', [allow('kms:*')], true],
    ['Decrypt only', [allow('kms:Decrypt')], false],
    ['GenerateDataKey only', [allow('kms:GenerateDataKey*')], false],
    ['another service', [allow('kms:*', { Principal: { Service: 'events.amazonaws.com' } })], false],
    ['the account only', [allow('kms:*', { Principal: { AWS: 'arn:aws:iam::123456789012:root' } })], false],
    ['both, and denies one', [allow('kms:*'), allow('kms:Decrypt', { Effect: 'Deny' })], false],
    ['nothing', [], false],
  ])('lets CloudWatch publish or not when its policy allows %s', (_what, statements, may) => {
    for (const id of [{ Ref: 'Key' }, { 'Fn::GetAtt': ['Key', 'Arn'] }]) {
      expect(mayPublish({ Topic: aTopic(id), Key: aKey(statements) })).toBe(may);
    }
  });

  test('names no service in the policy that it has by default', () => {
    expect(mayPublish({ Topic: aTopic({ Ref: 'Key' }), Key: aResource('AWS::KMS::Key') })).toBe(false);
  });

  test('lets nobody publish while it is disabled', () => {
    const Key = aKey([allow('kms:*')], { Enabled: false });
    expect(mayPublish({ Topic: aTopic({ Ref: 'Key' }), Key })).toBe(false);
  });
});

/** @see https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger */
describe('policy of a topic', () => {
  const deniesWithoutTls = allow('sns:Publish', {
    ...{ Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  });
  const aPolicy = (Statement: readonly unknown[], Topic = 'Topic') =>
    aResource('AWS::SNS::TopicPolicy', { PolicyDocument: { Statement }, Topics: [{ Ref: Topic }] });

  test.each([
    ['names CloudWatch', [deniesWithoutTls, allow('sns:Publish')], true],
    ['allows CloudWatch everything', [allow('SNS:*')], true],
    ['allows whoever is of an account', [allow('sns:Publish', { Principal: { AWS: '*' } })], true],
    ['only asks for TLS', [deniesWithoutTls], false],
    ['names another service', [allow('sns:Publish', { Principal: { Service: 's3.amazonaws.com' } })], false],
    ['allows something else', [allow('sns:Subscribe')], false],
    ['takes it back', [allow('sns:Publish'), allow('sns:*', { Effect: 'Deny' })], false],
  ])('lets CloudWatch publish or not when it %s', (_what, statements, may) => {
    expect(mayPublish({ Topic: aTopic(), Policy: aPolicy(statements) })).toBe(may);
  });

  test('counts for its own topics only', () => {
    const Policy = aPolicy([deniesWithoutTls], 'Other');
    expect(mayPublish({ Topic: aTopic(), Policy, Other: aTopic() })).toBe(true);
  });

  test('does not make up for a key', () => {
    const Policy = aPolicy([allow('sns:Publish')]);
    expect(mayPublish({ Topic: aTopic('alias/aws/sns'), Policy })).toBe(false);
  });
});
