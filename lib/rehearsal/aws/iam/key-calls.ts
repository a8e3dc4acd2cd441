import { regionOf } from '../assembly/region-of';
import type { Caller } from './caller';
import type { Call } from './rules/evaluate';

/**
 * What an action on something that is encrypted needs of the key.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#send-to-encrypted-topic
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms
 */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': ['kms:Decrypt'],
  's3:PutObject': ['kms:GenerateDataKey'],
  'sns:Publish': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'sqs:SendMessage': ['kms:GenerateDataKey', 'kms:Decrypt'],
};

/** What a call needs of the key that encrypts its resource. @param keys ARNs of keys by what they encrypt */
export function keyCalls(caller: Caller, call: Call, keys: ReadonlyMap<string, string>): readonly Call[] {
  const { action, resource, context } = call;
  const key = keys.get(resource) ?? keys.get(resource.split('/')[0] ?? '');
  const actions = Object.hasOwn(NEEDED, action) ? NEEDED[action] : undefined;
  if (key === undefined || actions === undefined) {
    return [];
  }
  // Whether a service that acts by itself comes by another is not documented.
  const via = caller.kind === 'role' ? `${action.split(':')[0]}.${regionOf(key)}.amazonaws.com` : undefined;
  return actions.map((needed) => ({
    action: needed,
    resource: key,
    context: { ...context, 'kms:viaservice': via },
  }));
}
