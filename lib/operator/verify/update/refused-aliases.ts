import type { Refusal } from './refusal';
import type { ResourceChanges } from './resource-changes';
import { listAt, objectAt, ofType, type Resources } from './resources';

interface Alias {
  readonly logicalId: string;
  readonly name: string;
}

const aliasesOf = (resources: Resources): readonly Alias[] =>
  ofType(resources, 'AWS::CloudFront::Distribution').flatMap(({ logicalId, properties }) =>
    listAt(objectAt(properties, 'DistributionConfig'), 'Aliases').map((name) => ({
      logicalId,
      name: typeof name === 'string' ? name.toLowerCase() : JSON.stringify(name),
    })),
  );

/** The alternate domain names of every distribution: the shop's. */
export const distributionNames = (resources: Resources): ReadonlySet<string> =>
  new Set(aliasesOf(resources).map(({ name }) => name));

/**
 * Alternate domain names that another distribution still has when they are claimed: CloudFront gives each to one.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html
 */
export function refusedAliases(
  before: Resources,
  after: Resources,
  { replaced }: Pick<ResourceChanges, 'replaced'>,
): readonly Refusal[] {
  const old = aliasesOf(before);
  return aliasesOf(after).flatMap(({ logicalId, name }) => {
    const owner = old.find((alias) => alias.name === name);
    if (owner === undefined || (owner.logicalId === logicalId && !replaced.has(logicalId))) {
      return [];
    }
    return [
      {
        subject: `distribution name ${name}`,
        because: `can't move to ${logicalId} while ${owner.logicalId} has it: CNAMEAlreadyExists`,
        remedy:
          'deploy with cutOver: false and plain records in its place, run npx cdk destroy, then deploy again (README, "Change it later")',
      },
    ];
  });
}
