import { ACCOUNT_ID } from '../assembly/physical-ids';
import { type Answer, answer, any } from './answer';
import { hasVariable } from './rules/pattern';
import type { Principal, Statement } from './statement';

/** A caller: a service of AWS by itself, or somebody who has assumed a role. */
export type Caller =
  | { readonly kind: 'service'; readonly name: string }
  | {
      readonly kind: 'role';
      /** ARN of the role. */
      readonly arn: string;
      /** Of the session, as AWS names it in its errors: of a function, its name. */
      readonly session: string;
    };

/** Ways to name an account: every caller in it, as far as their own policies let them. */
const ACCOUNT: ReadonlySet<string> = new Set([ACCOUNT_ID, `arn:aws:iam::${ACCOUNT_ID}:root`]);

/**
 * Whether a statement means somebody by themselves. What everybody is allowed does not count for services, but of topics,
 * whose policies mean those of an account by it; what everybody is denied counts for all. Emulation: buckets block public
 * access, and keys should.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const meansCaller = (statement: Statement, caller: Caller): Answer =>
  statement.principals === undefined
    ? 'unknown'
    : any(statement.principals.map((principal) => isMeant(principal, statement, caller)));

function isMeant(principal: Principal, { effect, actions }: Statement, caller: Caller): Answer {
  if (principal.kind === 'everybody') {
    const ofTopic = actions?.every((action) => /^sns:/i.test(action)) ?? false;
    return answer(caller.kind === 'role' || effect === 'Deny' || ofTopic);
  }
  const id = principal.kind === 'service' ? principal.name : principal.id;
  if (hasVariable(id)) {
    return 'unknown';
  }
  return principal.kind === 'service'
    ? answer(caller.kind === 'service' && caller.name === id)
    : answer(caller.kind === 'role' && (caller.arn === id || (effect === 'Deny' && ACCOUNT.has(id))));
}

/** Whether a statement means the account: then policies of its roles count. */
export const meansAccount = ({ principals }: Statement): Answer =>
  principals === undefined
    ? 'unknown'
    : answer(principals.some((one) => one.kind === 'aws' && ACCOUNT.has(one.id)));
