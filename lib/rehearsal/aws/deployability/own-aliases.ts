import { listIn, recordIn } from './limit';

/** A distribution as far as it is known. */
export interface NamedDistribution {
  /** `stack/logicalId` */
  readonly name: string;
  readonly properties: unknown;
}

/**
 * An alternate domain name can be on one distribution only, whatever its case.
 *
 * @returns a line for each that two distributions have
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html
 */
export function sharedAliases(distributions: readonly NamedDistribution[]): readonly string[] {
  const owners = new Map<string, string>();
  return distributions.flatMap(({ name, properties }) =>
    aliasesOf(properties).flatMap((alias) => {
      const owner = owners.get(alias) ?? name;
      owners.set(alias, owner);
      return owner === name
        ? []
        : [
            `${name}.DistributionConfig.Aliases: CloudFront refuses it ("CNAMEAlreadyExists: The CNAME specified is already defined for CloudFront."), got ${JSON.stringify(alias)}, which ${owner} has too; give it to one of them (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html)`,
          ];
    }),
  );
}

function aliasesOf(properties: unknown): readonly string[] {
  return listIn(recordIn(recordIn(properties)['DistributionConfig'])['Aliases'])
    .filter((alias) => typeof alias === 'string')
    .map((alias) => alias.toLowerCase());
}
