import type { Deployment } from '../assembly/deployment';
import type { PolicyStatement } from '../iam/policy-document';
import { serviceMay } from '../iam/service-may';
import { KEY } from '../kms/resource';
import { TOPIC } from './resource';

/** What encrypts a topic. */
export type TopicKey =
  | { readonly kind: 'none' }
  | { readonly kind: 'AWS managed' }
  | { readonly kind: 'of another assembly' }
  | {
      readonly kind: 'customer managed';
      readonly enabled: boolean;
      readonly statements: readonly PolicyStatement[];
    };

/** What CloudWatch needs to publish to an encrypted topic. */
const NEEDED = ['kms:GenerateDataKey', 'kms:Decrypt'];

/**
 * Whether the key of a topic lets CloudWatch publish there. A service needs a customer managed key whose policy names it;
 * nobody can change the policy of `alias/aws/sns`. A key without a policy of its own has one that names no service.
 * Emulation: a key of another assembly lets it.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 * @see https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
 */
export function cloudWatchMayPublish(key: TopicKey): { readonly may: boolean; readonly because: string } {
  if (key.kind === 'AWS managed')
    return { may: false, because: 'CloudWatch can not use the AWS managed key' };
  if (key.kind === 'of another assembly')
    return { may: true, because: 'that the key lets CloudWatch use it is taken on trust' };
  if (key.kind === 'none') return { may: true, because: 'nothing encrypts the topic' };
  if (!key.enabled) return { may: false, because: 'its key is disabled' };
  return NEEDED.every((action) => serviceMay(key.statements, 'cloudwatch.amazonaws.com', action))
    ? { may: true, because: 'the policy of its key lets CloudWatch use it' }
    : { may: false, because: 'the policy of its key does not let CloudWatch use it' };
}

/** The key of every topic, by the topic's ARN. */
export function readTopicKeys(deployment: Deployment): ReadonlyMap<string, TopicKey> {
  const keys = new Map(
    deployment.all(KEY).map(({ ref, properties }): [string, TopicKey] => [
      ref,
      {
        kind: 'customer managed',
        enabled: properties.Enabled,
        statements: properties.KeyPolicy?.Statement ?? [],
      },
    ]),
  );
  const keyOf = (id: string | undefined): TopicKey => {
    if (id === undefined || id === '') return { kind: 'none' };
    if (id.endsWith('alias/aws/sns')) return { kind: 'AWS managed' };
    return keys.get(id) ?? { kind: 'of another assembly' };
  };
  return new Map(deployment.all(TOPIC).map(({ ref, properties }) => [ref, keyOf(properties.KmsMasterKeyId)]));
}
