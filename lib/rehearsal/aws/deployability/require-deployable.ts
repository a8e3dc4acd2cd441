import { RehearsalError } from '../../kernel/errors';
import { resourceName } from '../assembly/deployed-resource';
import type { Deployment } from '../assembly/deployment';
import { ALARM_LIMITS, COMPOSITE_ALARM_LIMITS } from './alarm';
import { CACHE_POLICY_LIMITS } from './cache-policy';
import { DISTRIBUTION_LIMITS } from './distribution';
import { EVENT_RULE_LIMITS } from './event-rule';
import { HEALTH_CHECK_LIMITS } from './health-check';
import { knownValue } from './known-value';
import { type ResourceLimits, recordIn, refusals } from './limit';
import { sharedAliases } from './own-aliases';
import { RECORD_SET_GROUP_LIMITS, RECORD_SET_LIMITS } from './record-set';
import { SUBSCRIPTION_LIMITS } from './subscription';

/** Every type of resource whose limits are known, with its table. */
export const LIMITS: readonly ResourceLimits[] = [
  ALARM_LIMITS,
  CACHE_POLICY_LIMITS,
  COMPOSITE_ALARM_LIMITS,
  DISTRIBUTION_LIMITS,
  EVENT_RULE_LIMITS,
  HEALTH_CHECK_LIMITS,
  RECORD_SET_GROUP_LIMITS,
  RECORD_SET_LIMITS,
  SUBSCRIPTION_LIMITS,
];

/**
 * Refuses what AWS would refuse at deployment, though synth takes it: a rehearsal of it would show what can never be. What is
 * not known before a deployment is taken.
 *
 * @throws RehearsalError NOT_DEPLOYABLE with a line for each mistake, in AWS's own words
 */
export function requireDeployable(deployment: Deployment): void {
  const known = deployment.resources.flatMap((resource) => {
    const limits = LIMITS.find(({ type }) => type === resource.type);
    const resolve = (value: unknown): unknown => deployment.resolve(value, resource);
    return limits === undefined
      ? []
      : [{ limits, name: resourceName(resource), properties: knownValue(resource.properties, resolve) }];
  });
  const mistakes = [
    ...known.flatMap(({ limits, name, properties }) =>
      refusals(limits, recordIn(properties)).map((line) => `${name}${line}`),
    ),
    ...sharedAliases(known.filter(({ limits }) => limits === DISTRIBUTION_LIMITS)),
  ];
  if (mistakes.length > 0) {
    throw new RehearsalError('NOT_DEPLOYABLE', mistakes.join('\n'));
  }
}
