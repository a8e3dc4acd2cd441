import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import type { Resources } from './resources';

/** What an update does to resources other than to change them in place. Logical ids. */
export interface ResourceChanges {
  /** Created, before CloudFormation removes anything: new ones, and the successors of those that are replaced. */
  readonly made: ReadonlySet<string>;
  readonly replaced: ReadonlySet<string>;
  /** In the old template only. */
  readonly removed: ReadonlySet<string>;
}

const REPLACING: readonly ResourceImpact[] = [ResourceImpact.WILL_REPLACE, ResourceImpact.MAY_REPLACE];

/**
 * Compares two templates by AWS's own resource specification, which says of each property whether a change replaces the
 * resource. One that may be replaced counts as replaced.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
 */
export function resourceChanges(before: Resources, after: Resources): ResourceChanges {
  const { resources } = fullDiff({ Resources: before }, { Resources: after });
  const made = new Set<string>();
  const replaced = new Set<string>();
  const removed = new Set<string>();
  resources.forEachDifference((logicalId, difference) => {
    if (difference.isRemoval) {
      removed.add(logicalId);
    }
    const isReplaced = difference.resourceTypeChanged || REPLACING.includes(difference.changeImpact);
    if (!difference.isAddition && !difference.isRemoval && isReplaced) {
      replaced.add(logicalId);
    }
    if (difference.isAddition || replaced.has(logicalId)) {
      made.add(logicalId);
    }
  });
  return { made, replaced, removed };
}
