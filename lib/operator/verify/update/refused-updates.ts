import { lostState } from './lost-state';
import type { Refusal } from './refusal';
import { refusedAliases } from './refused-aliases';
import { refusedNames } from './refused-names';
import { refusedRecords } from './refused-records';
import { resourceChanges } from './resource-changes';
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
