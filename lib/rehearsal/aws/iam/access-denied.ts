import { ACCOUNT_ID } from '../assembly/physical-ids';
import type { Caller } from './caller';
import type { Call, Decision } from './rules/evaluate';

type Denied = Extract<Decision, { kind: 'denied' }>;

/** How AWS calls what decides. */
const POLICIES = { identity: 'identity-based policy', resource: 'resource-based policy' };

/**
 * What AWS says to somebody who may not do something. Emulation: services say it of the role that they would need; what
 * they are told themselves nobody sees.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDenied(caller: Caller, { action, resource }: Call, { explicit, by }: Denied): string {
  const asked = `${nameOf(caller)} is not authorized to perform: ${action} on resource: ${resource}`;
  const article = by === 'identity' ? 'an' : 'a';
  return explicit
    ? `${asked} with an explicit deny in ${article} ${POLICIES[by]}`
    : `${asked} because no ${POLICIES[by]} allows the ${action} action`;
}

/** A caller who has assumed a role is named by the role and the session. */
function nameOf(caller: Caller): string {
  if (caller.kind === 'service') {
    return `Service: ${caller.name}`;
  }
  const role = caller.arn.split('/').at(-1);
  return `User: arn:aws:sts::${ACCOUNT_ID}:assumed-role/${role}/${caller.session}`;
}
