import { type Answer, all, any } from '../answer';
import { type Caller, meansAccount, meansCaller } from '../caller';
import type { Statement } from '../statement';
import { conditionsHold, type RequestContext } from './condition';
import { covers, coversAction } from './pattern';

/** One action on one resource, as it is asked for. */
export interface Call {
  /** Such as `sns:Publish`. */
  readonly action: string;
  /** Its ARN, or `*` for an action that knows no resources. */
  readonly resource: string;
  readonly context: RequestContext;
}

/** Whatever may allow or deny a call. */
export interface Policies {
  /** Of the caller's role; a service has none. */
  readonly identity: readonly Statement[];
  /** Of the resource. */
  readonly resource: readonly Statement[];
  /**
   * What an Allow of the role is worth by itself: `enough`, for most resources; nothing for a key, unless its own policy
   * lets the account `delegate`; `nothing` for a role that is to be assumed.
   */
  readonly identityIs: 'enough' | 'delegated' | 'nothing';
}

/** Whether a call is let through, and which kind of policy decides. */
export type Decision =
  | { readonly kind: 'allowed' | 'unknown' }
  | { readonly kind: 'denied'; readonly explicit: boolean; readonly by: 'identity' | 'resource' };

/**
 * Within one account an Allow of the role or of the resource is enough, and a Deny of either overrides it. Emulation:
 * neither organizations nor permissions boundaries nor session policies.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function evaluate(call: Call, caller: Caller, policies: Policies): Decision {
  const { identity, resource } = policies;
  const byIdentity = (effect: Statement['effect']) => some(identity, effect, call);
  const byResource = (effect: Statement['effect']) =>
    some(resource, effect, call, (statement) => meansCaller(statement, caller));
  const denied = { identity: byIdentity('Deny'), resource: byResource('Deny') };
  for (const by of ['identity', 'resource'] as const) {
    if (denied[by] === 'yes') {
      return { kind: 'denied', explicit: true, by };
    }
  }
  const allowed = any([byResource('Allow'), all([byIdentity('Allow'), worthOfIdentity(call, policies)])]);
  if (allowed === 'no') {
    return { kind: 'denied', explicit: false, by: decisive(caller, policies, byIdentity('Allow')) };
  }
  const isCertain = allowed === 'yes' && denied.identity === 'no' && denied.resource === 'no';
  return { kind: isCertain ? 'allowed' : 'unknown' };
}

function worthOfIdentity(call: Call, { identityIs, resource }: Policies): Answer {
  switch (identityIs) {
    case 'enough':
      return 'yes';
    case 'nothing':
      return 'no';
    case 'delegated':
      return some(resource, 'Allow', call, meansAccount);
  }
}

/** Where the missing Allow belongs: with the resource if a service asks, or if the role's own is there and worth nothing. */
const decisive = (caller: Caller, { identityIs }: Policies, identity: Answer): 'identity' | 'resource' =>
  caller.kind === 'service' || identityIs === 'nothing' || identity !== 'no' ? 'resource' : 'identity';

function some(
  statements: readonly Statement[],
  effect: Statement['effect'],
  call: Call,
  isMeant: (statement: Statement) => Answer = () => 'yes',
): Answer {
  const concerned = statements.filter((statement) => statement.effect === effect);
  return any(concerned.map((statement) => all([isMeant(statement), matches(statement, call)])));
}

const matches = ({ actions, resources, conditions }: Statement, call: Call): Answer =>
  all([
    actions === undefined ? 'unknown' : any(actions.map((pattern) => coversAction(pattern, call.action))),
    resources === undefined ? 'unknown' : any(resources.map((pattern) => covers(pattern, call.resource))),
    conditionsHold(conditions, call.context),
  ]);
