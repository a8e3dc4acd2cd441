import { cloudWatchMayPublish, readTopicKeys } from '../../../lib/rehearsal/sns/topic-key';
import { aDeployment, aResource } from '../helpers/a-deployment';

const allow = (Action: string | string[], but: Readonly<Record<string, unknown>> = {}) => ({
  ...{ Action, Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Resource: '*' },
  ...but,
});
const aTopic = (KmsMasterKeyId?: unknown) => aResource('AWS::SNS::Topic', { KmsMasterKeyId });
const aKey = (Statement: readonly unknown[], but: Readonly<Record<string, unknown>> = {}) =>
  aResource('AWS::KMS::Key', { KeyPolicy: { Version: '2012-10-17', Statement }, ...but });

/** Whether CloudWatch may publish to the only topic. */
const mayPublish = (resources: Parameters<typeof aDeployment>[0]): boolean | undefined => {
  const [key] = readTopicKeys(aDeployment(resources)).values();
  return key && cloudWatchMayPublish(key).may;
};

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
    for (const id of [{ Ref: 'Key' }, { 'Fn::GetAtt': ['Key', 'Arn'] }])
      expect(mayPublish({ Topic: aTopic(id), Key: aKey(statements) })).toBe(may);
  });

  test('names no service in the policy that it has by default', () => {
    expect(mayPublish({ Topic: aTopic({ Ref: 'Key' }), Key: aResource('AWS::KMS::Key') })).toBe(false);
  });

  test('lets nobody publish while it is disabled', () => {
    const Key = aKey([allow('kms:*')], { Enabled: false });
    expect(mayPublish({ Topic: aTopic({ Ref: 'Key' }), Key })).toBe(false);
  });
});
