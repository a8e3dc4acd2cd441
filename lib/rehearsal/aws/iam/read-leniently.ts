import { RehearsalError } from '../../kernel/errors';
import type { DeployedResource } from '../assembly/deployed-resource';
import type { Deployment } from '../assembly/deployment';
import { isIntrinsic } from '../assembly/intrinsic-functions';

/** Stands where nobody can tell what will stand there: a policy variable, of which policies can have any. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: policy variables are written so
const UNRESOLVED = '${unresolved}';

/**
 * A value of a resource, resolved as far as that goes. A policy that the rehearsal can't read in full stops nothing: what
 * hangs on the rest of it is unknown.
 */
export function readLeniently(value: unknown, where: DeployedResource, deployment: Deployment): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => readLeniently(item, where, deployment)).filter((item) => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && isIntrinsic(first[0])) {
    return resolved(value, where, deployment);
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, readLeniently(item, where, deployment)]));
}

function resolved(value: unknown, where: DeployedResource, deployment: Deployment): unknown {
  try {
    return deployment.resolve(value, where);
  } catch (error) {
    if (error instanceof RehearsalError) {
      return UNRESOLVED;
    }
    throw error;
  }
}

/** The same of what has to be a text; undefined if it is none, or not known. */
export function readText(
  value: unknown,
  where: DeployedResource,
  deployment: Deployment,
): string | undefined {
  const read = readLeniently(value, where, deployment);
  return typeof read === 'string' && read !== UNRESOLVED ? read : undefined;
}

/** The same of a list of texts. Those that are not known are left out. */
export const readTexts = (
  value: unknown,
  where: DeployedResource,
  deployment: Deployment,
): readonly string[] =>
  [readLeniently(value, where, deployment)]
    .flat()
    .filter((text) => typeof text === 'string' && text !== UNRESOLVED) as readonly string[];
