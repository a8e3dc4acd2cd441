import { splitByCoverage } from '../../aws/assembly/coverage';
import { type DeployedResource, resourceName } from '../../aws/assembly/deployed-resource';
import type { Deployment, ResourceCoverage } from '../../aws/assembly/deployment';
import { ownProperty } from '../../aws/assembly/own-property';
import { RehearsalError } from '../../kernel/errors';
import type { Coverage } from '../../record/coverage';
import { mustBeModelled } from './failover-path';
import { IRRELEVANT_TYPES, PERMISSIONS } from './irrelevant-types';
import { MODELS } from './models';
import { alarmsKeptOut, alarmsWithoutData } from './silent-alarms';

const OFF_PATH = 'nothing on the failover path leads here: it takes no part in a rehearsal';

/**
 * Sorts every resource of the assembly.
 * @throws RehearsalError UNSUPPORTED_RESOURCE for an unknown type on the failover path
 */
export function coverageOf(deployment: Deployment): Coverage {
  const { unread } = deployment;
  const blocking = unread.find(
    (resource) => mustBeModelled(resource.type) && deployment.shows(resourceName(resource)),
  );
  if (blocking !== undefined) {
    throw new RehearsalError(
      'UNSUPPORTED_RESOURCE',
      `${resourceName(blocking)}: the rehearsal does not model ${blocking.type}; remove it or rehearse without this resource`,
    );
  }
  const rest = unread
    .filter((resource) => !saysWhoMay(resource))
    .map((resource) => ({
      name: resourceName(resource),
      type: resource.type,
      because: reasonFor(resource),
    }));
  return {
    modelled: [...deployment.coverage, ...unread.filter(saysWhoMay).map(asModelled)],
    aside: [
      ...rest.flatMap(({ because, ...one }) => (because === undefined ? [] : [{ ...one, because }])),
      ...alarmsWithoutData(deployment),
      ...alarmsKeptOut(deployment),
    ],
    unknown: rest.filter(({ because }) => because === undefined).map(({ name, type }) => ({ name, type })),
  };
}

const saysWhoMay = ({ type }: DeployedResource): boolean =>
  ownProperty(IRRELEVANT_TYPES, type) === PERMISSIONS;

/** Policies are read for each call that somebody makes, not all at once. */
const asModelled = (resource: DeployedResource): ResourceCoverage => ({
  name: resourceName(resource),
  type: resource.type,
  modelled: Object.keys(resource.properties),
  ignored: [],
  unsupported: [],
});

/** Why a resource plays no part; undefined for one that the rehearsal does not know, or not all of. */
function reasonFor({ type, properties }: DeployedResource): string | undefined {
  const model = MODELS.get(type);
  if (model === undefined || ownProperty(IRRELEVANT_TYPES, type) !== undefined) {
    return ownProperty(IRRELEVANT_TYPES, type);
  }
  return splitByCoverage(properties, model.properties).coverage.unsupported.length === 0
    ? OFF_PATH
    : undefined;
}
