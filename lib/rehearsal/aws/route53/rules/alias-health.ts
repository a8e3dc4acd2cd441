/** What the health of a record depends on. */
export interface RecordDependencies {
  /** The health check of the record. @default - it has none */
  readonly healthCheck?: boolean;
  /** The health of the alias target. @default - the record does not evaluate it, or nothing is known about it */
  readonly target?: boolean;
}

/**
 * The health of a record; undefined when nothing speaks about it, which counts as healthy.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html
 */
export function recordHealth({ healthCheck, target }: RecordDependencies): boolean | undefined {
  // An alias record may have a health check and evaluate its target: then both must be healthy.
  if (healthCheck === undefined) {
    return target;
  }
  return target === undefined ? healthCheck : healthCheck && target;
}

/**
 * The health of an alias target that is a group of records with one name: as long as one of them is healthy, it is.
 *
 * @param records The health of each; undefined, for a record without a health check, counts as healthy.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
export const groupHealth = (records: readonly (boolean | undefined)[]): boolean =>
  records.some((healthy) => healthy ?? true);
