import type { Refusal } from './refusal';
import { refusedAliases } from './refused-aliases';
import { refusedNames } from './refused-names';
import { refusedRecords } from './refused-records';
import { type ResourceChanges, resourceChanges } from './resource-changes';
import type { Resources } from './resources';

/**
 * What AWS would refuse of an update, so that the stack would roll back after minutes or half an hour, and what it would
 * let through at the cost of data. None is known for a deployment over nothing.
 */
export function refusedUpdates(before: Resources, after: Resources): readonly Refusal[] {
  const changes = resourceChanges(before, after);
  return [
    ...refusedRecords(before, after, changes),
    ...refusedAliases(before, after, changes),
    ...refusedNames(before, after, changes),
    ...lostState(before, changes),
  ];
}

/** What keeps something that no deployment brings back. */
const STATEFUL: ReadonlySet<string> = new Set(['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket']);

/** Stateful resources that an update would leave behind, with an empty successor or none in their place. */
const lostState = (
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
