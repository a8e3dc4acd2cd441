import type { Deployment } from '../assembly/deployment';
import type { PolicyStatement } from '../iam/policy-document';
import { anybodyMay, serviceMay } from '../iam/service-may';
import { KEY } from '../kms/resource';
import { TOPIC, TOPIC_POLICY } from './resource';

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

/** What stands between a topic and those who publish to it. */
export interface TopicAccess {
  readonly key: TopicKey;
  /** @default - the topic has no policy of its own */
  readonly statements?: readonly PolicyStatement[];
}

/** Whether somebody may do something, and why. */
export interface AccessDecision {
  readonly may: boolean;
  readonly because: string;
}

const CLOUDWATCH = 'cloudwatch.amazonaws.com';

/**
 * Whether CloudWatch may publish to a topic: by the topic's policy, and with its key. Emulation: without a policy of its
 * own a topic has one that lets its account's CloudWatch publish; its own takes that one's place.
 */
export function cloudWatchMayPublish({ key, statements }: TopicAccess): AccessDecision {
  const byKey = cloudWatchMayUse(key);
  return byKey.may && statements !== undefined && !policyAllows(statements)
    ? { may: false, because: 'the policy of the topic does not let CloudWatch publish' }
    : byKey;
}

/** @see https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger */
const policyAllows = (statements: readonly PolicyStatement[]): boolean =>
  serviceMay(statements, CLOUDWATCH, 'sns:Publish') || anybodyMay(statements, 'sns:Publish');

/** What it takes to publish to an encrypted topic. */
const NEEDED = ['kms:GenerateDataKey', 'kms:Decrypt'];

/**
 * A service needs a customer managed key whose policy names it; nobody can change the policy of `alias/aws/sns`. A key
 * without a policy of its own has one that names no service. Emulation: a key of another assembly lets CloudWatch use it.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 * @see https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
 */
function cloudWatchMayUse(key: TopicKey): AccessDecision {
  if (key.kind === 'AWS managed') {
    return { may: false, because: 'CloudWatch can not use the AWS managed key' };
  }
  if (key.kind === 'of another assembly') {
    return { may: true, because: 'that the key lets CloudWatch use it is taken on trust' };
  }
  if (key.kind === 'none') {
    return { may: true, because: 'nothing encrypts the topic' };
  }
  if (!key.enabled) {
    return { may: false, because: 'its key is disabled' };
  }
  return NEEDED.every((action) => serviceMay(key.statements, CLOUDWATCH, action))
    ? { may: true, because: 'the policy of its key lets CloudWatch use it' }
    : { may: false, because: 'the policy of its key does not let CloudWatch use it' };
}

/** A topic names its key by id or by ARN. */
const KEY_ARN_PREFIX = /^arn:[^/]*:key\//;

/** The access to every topic, by the topic's ARN. */
export function readTopicAccess(deployment: Deployment): ReadonlyMap<string, TopicAccess> {
  const keys = readKeys(deployment);
  const policies = deployment.all(TOPIC_POLICY).map(({ properties }) => properties);
  return new Map(
    deployment.all(TOPIC).map(({ ref, properties }) => [
      ref,
      {
        key: keyOf(properties.KmsMasterKeyId, keys),
        statements: policies.find(({ Topics }) => Topics.includes(ref))?.PolicyDocument.Statement,
      },
    ]),
  );
}

const readKeys = (deployment: Deployment): ReadonlyMap<string, TopicKey> =>
  new Map(
    deployment.all(KEY).map(({ ref, properties }) => [
      ref,
      {
        kind: 'customer managed',
        enabled: properties.Enabled,
        statements: properties.KeyPolicy?.Statement ?? [],
      },
    ]),
  );

function keyOf(id: string | undefined, keys: ReadonlyMap<string, TopicKey>): TopicKey {
  if (id === undefined || id === '') {
    return { kind: 'none' };
  }
  if (id.endsWith('alias/aws/sns')) {
    return { kind: 'AWS managed' };
  }
  return keys.get(id.replace(KEY_ARN_PREFIX, '')) ?? { kind: 'of another assembly' };
}
