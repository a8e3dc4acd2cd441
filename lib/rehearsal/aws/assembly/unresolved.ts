import { RehearsalError } from '../../kernel/errors';
import { type DeployedResource, resourceName } from './deployed-resource';

/** The error for something that the rehearsal can't evaluate, in a resource. */
export const unresolved = (
  where: DeployedResource,
  what: string,
  remedy = 'use a value that is known at synth',
): RehearsalError =>
  new RehearsalError(
    'UNRESOLVED_INTRINSIC',
    `${resourceName(where)}: the rehearsal can't evaluate ${what}; ${remedy}`,
  );
