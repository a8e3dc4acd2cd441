import type { Refusal } from './refusal';
import type { ResourceChanges } from './resource-changes';
import type { Resources } from './resources';

/** What keeps something that no deployment brings back. */
const STATEFUL: ReadonlySet<string> = new Set(['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket']);

/** Stateful resources that an update would leave behind, with an empty successor or none in their place. */
export const lostState = (
  before: Resources,
  { replaced, removed }: Pick<ResourceChanges, 'replaced' | 'removed'>,
): readonly Refusal[] =>
  Object.entries(before)
    .filter(
      ([logicalId, { Type }]) => STATEFUL.has(Type) && (replaced.has(logicalId) || removed.has(logicalId)),
    )
    .map(([logicalId, { Type }]) => ({
      subject: `${Type} ${logicalId}`,
      because: replaced.has(logicalId)
        ? 'would be replaced by an empty one'
        : 'would leave the stack, with what is in it',
      remedy: 'keep its logical id and what can only be set when it is made',
    }));
